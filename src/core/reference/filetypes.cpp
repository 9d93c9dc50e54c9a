// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/filetypes.h"

#include "core/reference/lookup.h"
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

} // namespace core::reference
