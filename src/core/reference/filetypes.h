// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace core::reference {

// Extensions that CAPE takes, without the dot, in the service's order.
std::span<const std::string_view> supportedExtensions();
bool isSupportedExtension(std::string_view extension);
// ".ps1" for Assemblyline's "code/ps1".
std::optional<std::string_view> extensionOfType(std::string_view type);

// Assemblyline's name for a MIME type of libmagic's that is always believed, or only when nothing else is known.
std::optional<std::string_view> typeOfMime(std::string_view mime);
std::optional<std::string_view> fallbackTypeOfMime(std::string_view mime);
// The same for the class of an OLE document: a GUID in capitals without braces.
std::optional<std::string_view> typeOfOleClass(std::string_view guid);

// What Assemblyline adds to libmagic's own signatures, as libmagic reads it; their labels are "custom: " and the type.
std::string_view fileSignatures();
// The rules that tell texts apart, as JSON; core/filetype/rulebook.h says how it is read.
std::string_view fileRules();

// A pattern (case does not count) for libmagic's text, and the type that it stands for.
struct LabelPattern {
    std::string_view pattern;
    std::string_view type;
};
// In order: the first that is found counts.
std::vector<LabelPattern> labelPatterns();

} // namespace core::reference
