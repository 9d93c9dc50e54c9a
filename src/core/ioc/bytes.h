// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

// Python's bytes methods: everything is ASCII.
namespace core::bytes {

inline bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

inline bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

inline bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

inline bool isLetter(char c)
{
    return isLower(c) || isUpper(c);
}

inline bool isWord(char c)
{
    return isLetter(c) || isDigit(c) || c == '_';
}

inline char lower(char c)
{
    return isUpper(c) ? char(c + 32) : c;
}

// Has letters, and none of the other case.
inline bool isLower(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return isLower(c); })
        && std::ranges::none_of(text, [](char c) { return isUpper(c); });
}

inline bool isUpper(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return isUpper(c); })
        && std::ranges::none_of(text, [](char c) { return isLower(c); });
}

inline bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

} // namespace core::bytes
