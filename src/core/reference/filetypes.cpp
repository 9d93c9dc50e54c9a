// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/filetypes.h"

#include "core/reference/lookup.h"
#include "core/reference/tables/file_rules.h"
#include "core/reference/tables/file_signatures.h"
#include "core/reference/tables/file_types.h"
#include "core/reference/tables/supported_extensions.h"
#include "core/reference/tables/type_to_extension.h"

namespace core::reference {

std::span<const std::string_view> supportedExtensions()
{
    return tables::supportedExtensions;
}

bool isSupportedExtension(std::string_view extension)
{
    return std::ranges::contains(tables::supportedExtensions, extension);
}

std::optional<std::string_view> extensionOfType(std::string_view type)
{
    return findText(tables::typeToExtension, type);
}

std::optional<std::string_view> typeOfMime(std::string_view mime)
{
    return findText(tables::trustedMimes, mime);
}

std::optional<std::string_view> fallbackTypeOfMime(std::string_view mime)
{
    return findText(tables::fallbackMimes, mime);
}

std::optional<std::string_view> typeOfOleClass(std::string_view guid)
{
    return findText(tables::oleClasses, guid);
}

std::string_view fileSignatures()
{
    return tables::fileSignatures;
}

std::string_view fileRules()
{
    return tables::fileRules;
}

std::vector<LabelPattern> labelPatterns()
{
    std::vector<LabelPattern> patterns;
    for (const Pair& row : tables::labelPatterns) {
        patterns.push_back({row.key, row.value});
    }
    return patterns;
}

} // namespace core::reference
