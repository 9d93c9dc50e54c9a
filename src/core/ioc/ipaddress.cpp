// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/ipaddress.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace core {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// A number in C's notation at the front of the text, which is cut off.
std::optional<std::uint32_t> takeNumber(std::string_view& text)
{
    if (text.empty() || !isDigit(text.front())) {
        return std::nullopt;
    }
    int base = 10;
    if (text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X') && isHexDigit(text[2])) {
        base = 16;
        text.remove_prefix(2);
    } else if (text[0] == '0') {
        base = 8;
    }
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc()) {
        return std::nullopt;
    }
    text.remove_prefix(std::size_t(end - text.data()));
    return value;
}

// The groups of one side of a "::", or of a whole address; nothing where one is no group. An IPv4 tail counts as two.
std::optional<int> countGroups(std::string_view text, bool mayEndInIpv4)
{
    if (text.empty()) {
        return 0;
    }
    int groups = 0;
    while (true) {
        const std::size_t colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        if (colon == std::string_view::npos && mayEndInIpv4 && group.contains('.')) {
            return parseIpv4(group) ? std::optional(groups + 2) : std::nullopt;
        }
        if (group.empty() || group.size() > 4 || !std::ranges::all_of(group, isHexDigit)) {
            return std::nullopt;
        }
        ++groups;
        if (colon == std::string_view::npos) {
            return groups;
        }
        text.remove_prefix(colon + 1);
    }
}

} // namespace

std::optional<std::uint32_t> parseLaxIpv4(std::string_view text)
{
    std::uint32_t address = 0;
    for (int part = 0; part < 4; ++part) {
        const auto value = takeNumber(text);
        if (!value) {
            return std::nullopt;
        }
        if (text.empty()) {
            const std::uint32_t most = 0xffffffffU >> (8 * part);
            return *value <= most ? std::optional(address | *value) : std::nullopt;
        }
        if (*value > 255 || text.front() != '.') {
            return std::nullopt;
        }
        text.remove_prefix(1);
        address |= *value << (24 - 8 * part);
    }
    return std::nullopt;
}

std::optional<std::uint32_t> parseIpv4(std::string_view text)
{
    std::uint32_t address = 0;
    for (int part = 0; part < 4; ++part) {
        const std::size_t dot = text.find('.');
        const std::string_view number = text.substr(0, dot);
        if (number.empty() || number.size() > 3 || !std::ranges::all_of(number, isDigit)
            || (number.size() > 1 && number.front() == '0') || (dot == std::string_view::npos) != (part == 3)) {
            return std::nullopt;
        }
        unsigned value = 0;
        std::from_chars(number.data(), number.data() + number.size(), value);
        if (value > 255) {
            return std::nullopt;
        }
        address = address << 8 | value;
        text.remove_prefix(part == 3 ? text.size() : dot + 1);
    }
    return address;
}

std::string ipv4Text(std::uint32_t address)
{
    return std::format("{}.{}.{}.{}", address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255);
}

bool isIpv6(std::string_view text, bool allowScope)
{
    if (const std::size_t percent = text.find('%'); percent != std::string_view::npos) {
        const std::string_view scope = text.substr(percent + 1);
        if (!allowScope || scope.empty() || scope.contains('%')) {
            return false;
        }
        text = text.substr(0, percent);
    }
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos) {
        return countGroups(text, true) == 8;
    }
    const auto before = countGroups(text.substr(0, gap), false);
    const auto after = countGroups(text.substr(gap + 2), true);
    return before && after && *before + *after <= 7;
}

} // namespace core
