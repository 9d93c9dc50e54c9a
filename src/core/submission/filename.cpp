// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/filename.h"

#include "core/ioc/text.h"
#include "core/reference/filetypes.h"
#include "core/submission/mimename.h"

#include <QRandomGenerator>

#include <algorithm>

namespace core::submission {

namespace {

constexpr std::string_view forbiddenCharacters = "<>:\"/\\|?*";

std::string randomName()
{
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::string name(8, ' ');
    std::ranges::generate(name, [] { return letters[QRandomGenerator::global()->bounded(quint32(letters.size()))]; });
    return name;
}

// As the service tells one: no line break in it, save one at its end.
bool isMimeEncoded(std::string_view name)
{
    if (name.ends_with('\n')) {
        name.remove_suffix(1);
    }
    return name.size() >= 4 && name.starts_with("=?") && name.ends_with("?=") && !name.contains('\n');
}

} // namespace

std::string cleanFileName(std::string_view name)
{
    name.remove_prefix(name.rfind('/') + 1); // npos + 1 is 0: a name without a folder stays whole
    std::string clean(name);
    if (isMimeEncoded(clean)) {
        clean = decodeMimeName(clean).value_or(randomName());
    }
    std::erase_if(clean, [](char c) { return forbiddenCharacters.contains(c); });
    if (clean.starts_with(' ')) {
        clean = leftStripped(clean);
    }
    return clean;
}

std::optional<NamedFile> assignExtension(std::string_view name, std::string_view fileType)
{
    const std::size_t dot = name.rfind('.');
    const std::string_view stem = name.substr(0, dot);
    if (const auto extension = reference::extensionOfType(fileType); extension && !fileType.contains("unknown")) {
        return NamedFile{std::string(stem) + std::string(*extension), std::string(*extension)};
    }
    if (dot == std::string_view::npos || !reference::isSupportedExtension(name.substr(dot + 1))) {
        return std::nullopt;
    }
    return NamedFile{std::string(name), std::string(name.substr(dot))};
}

} // namespace core::submission
