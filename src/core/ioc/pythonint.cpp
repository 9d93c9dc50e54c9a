// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/pythonint.h"

#include "core/ioc/text.h"

#include <charconv>
#include <string>

namespace core {

std::optional<long long> pythonInt(std::string_view text)
{
    text = stripped(text);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    if (text.empty() || text.starts_with('_') || text.ends_with('_') || text.contains("__")) {
        return std::nullopt;
    }
    std::string digits = negative ? "-" : "";
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c != '_') {
            return std::nullopt;
        }
    }
    long long value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

} // namespace core
