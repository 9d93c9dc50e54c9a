// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/number.h"

#include <charconv>
#include <cstdlib>
#include <limits>
#include <string>

namespace core::json {

namespace {

std::size_t digits(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
        ++end;
    }
    return end - at;
}

enum class Form { None, Integer, Float };

Form formOf(std::string_view text)
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = digits(text, at);
    if (whole == 0 || (whole > 1 && text[at] == '0')) {
        return Form::None;
    }
    at += whole;
    if (at == text.size()) {
        return Form::Integer;
    }
    if (text[at] == '.') {
        const std::size_t fraction = digits(text, at + 1);
        if (fraction == 0) {
            return Form::None;
        }
        at += 1 + fraction;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) {
            ++at;
        }
        const std::size_t exponent = digits(text, at);
        if (exponent == 0) {
            return Form::None;
        }
        at += exponent;
    }
    return at == text.size() ? Form::Float : Form::None;
}

double floatFrom(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    // Out of range: strtod tells "too large" (infinite) from "too small" (zero).
    return error == std::errc() ? value : std::strtod(std::string(text).c_str(), nullptr);
}

std::optional<Value> specialFrom(std::string_view text)
{
    using Limits = std::numeric_limits<double>;
    if (text == "NaN") {
        return Value(Limits::quiet_NaN());
    }
    if (text == "Infinity") {
        return Value(Limits::infinity());
    }
    if (text == "-Infinity") {
        return Value(-Limits::infinity());
    }
    return std::nullopt;
}

// A plain integer that surely fits, as most numbers of a report are.
std::optional<std::int64_t> shortInteger(std::string_view text)
{
    constexpr std::size_t surelyFits = 18;
    const bool isNegative = text.starts_with('-');
    const std::string_view figures = text.substr(isNegative ? 1 : 0);
    if (figures.empty() || figures.size() > surelyFits || (figures.front() == '0' && figures.size() > 1)) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    for (const char c : figures) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return isNegative ? -value : value;
}

} // namespace

std::optional<Value> numberFrom(std::string_view text)
{
    if (const auto integer = shortInteger(text)) {
        return Value(*integer);
    }
    switch (formOf(text)) {
    case Form::Integer: {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc()) {
            return Value(value);
        }
        return Value(BigInteger{std::string(text)});
    }
    case Form::Float:
        return Value(floatFrom(text));
    case Form::None:
        break;
    }
    return specialFrom(text);
}

} // namespace core::json
