// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

class QString;

// Python's str operations and assemblyline.common.str_utils, on UTF-8.
namespace core {

// Control characters and bytes that are no UTF-8 as \x escapes; tab, line feed and carriage return stay.
std::string safeStr(std::string_view text);
// safeStr cut after `length` characters (code points), with "..." where something was cut.
std::string truncated(std::string_view text, std::size_t length = 100);
// The number of code points.
std::size_t lengthOf(std::string_view utf8);
// The first `length` code points.
std::string_view firstCharacters(std::string_view utf8, std::size_t length);

// str.lower, str.upper and str.capitalize
std::string lowerCase(std::string_view text);
std::string upperCase(std::string_view text);
std::string capitalized(std::string_view text);
// str.strip and str.lstrip
std::string_view stripped(std::string_view text);
std::string_view leftStripped(std::string_view text);

// Unlike QString::fromUtf8, keeps a byte order mark at the start.
QString toQt(std::string_view text);

} // namespace core
