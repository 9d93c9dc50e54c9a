// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/python.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include <QString>

namespace core::json::python {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1; // bytes of UTF-8
};

// The code point at `i`; a broken sequence gives its first byte as it is.
CodePoint decode(std::string_view text, std::size_t i)
{
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    const unsigned char lead = byte(i);
    std::size_t length = lead < 0x80 ? 1 : (lead >> 5U) == 6 ? 2 : (lead >> 4U) == 14 ? 3 : (lead >> 3U) == 30 ? 4 : 1;
    if (length == 1 || i + length > text.size()) {
        return {lead, 1};
    }
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t k = 1; k < length; ++k) {
        value = (value << 6U) | (byte(i + k) & 0x3FU);
    }
    return {value, length};
}

void escape(std::string& out, char32_t c)
{
    const int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    out += digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U";
    for (int i = digits - 1; i >= 0; --i) {
        out += hexDigits[(c >> (4U * unsigned(i))) & 15U];
    }
}

// str.isprintable of one character: a space is, other separators, controls, format and unassigned ones are not.
bool isPrintable(char32_t c)
{
    if (c < 0x7f) {
        return c >= 0x20;
    }
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space:
        return false;
    default:
        return true;
    }
}

// Decimal digits with an optional sign, as a number.
Value integerOf(std::string digits)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc() && end == digits.data() + digits.size()) {
        return number;
    }
    return BigInteger{std::move(digits)};
}

// int(text): blanks around, a sign, decimal digits of any script with single underscores between them.
std::optional<Value> parseInt(std::string_view utf8)
{
    constexpr std::size_t mostDigits = 4300; // sys.int_info.default_max_str_digits
    const std::u32string text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).trimmed().toStdU32String();
    std::size_t at = 0;
    std::string digits;
    if (!text.empty() && (text[0] == U'-' || text[0] == U'+')) {
        if (text[0] == U'-') {
            digits = "-";
        }
        ++at;
    }
    bool afterDigit = false;
    const std::size_t start = digits.size();
    for (; at < text.size(); ++at) {
        const int digit = QChar::digitValue(text[at]);
        if (digit >= 0 && QChar::category(text[at]) == QChar::Number_DecimalDigit) {
            if (digits.size() > start || digit > 0 || at + 1 == text.size()) {
                digits += char('0' + digit);
            }
            afterDigit = true;
        } else if (text[at] == U'_' && afterDigit) {
            afterDigit = false;
        } else {
            return std::nullopt;
        }
    }
    if (!afterDigit || digits.size() - start > mostDigits) {
        return std::nullopt;
    }
    return integerOf(digits == "-0" ? "0" : std::move(digits));
}

} // namespace

bool truthy(const Value& value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return false;
    case Value::Type::Bool:
        return value.toBool();
    case Value::Type::Integer:
        return value.toInteger() != 0;
    case Value::Type::BigInteger:
        return true;
    case Value::Type::Double:
        return value.toDouble() != 0;
    case Value::Type::String:
        return !value.toString().empty();
    case Value::Type::Array:
    case Value::Type::Object:
        return value.size() > 0;
    }
    return false;
}

std::optional<double> toNumber(const Value& value)
{
    if (value.isBool()) {
        return value.toBool() ? 1 : 0;
    }
    if (const BigInteger* big = value.bigInteger()) {
        const std::string digits(big->digits.view());
        return std::strtod(digits.c_str(), nullptr);
    }
    return value.isNumber() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<Value> toInt(const Value& value)
{
    switch (value.type()) {
    case Value::Type::Bool:
        return Value(value.toBool() ? 1 : 0);
    case Value::Type::Integer:
    case Value::Type::BigInteger:
        return value;
    case Value::Type::Double: {
        if (!std::isfinite(value.toDouble())) {
            return std::nullopt;
        }
        std::array<char, 400> digits{};
        const auto end
            = std::to_chars(digits.begin(), digits.end(), std::trunc(value.toDouble()), std::chars_format::fixed);
        return integerOf(std::string(digits.data(), end.ptr));
    }
    case Value::Type::String:
        return parseInt(value.toString());
    default:
        return std::nullopt;
    }
}

std::string str(const Value& value)
{
    return value.isString() ? std::string(value.toString()) : repr(value);
}

std::string repr(std::string_view text)
{
    const bool useDouble = text.contains('\'') && !text.contains('"');
    const char quote = useDouble ? '"' : '\'';
    std::string out(1, quote);
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        if (c == char32_t(quote) || c == '\\') {
            (out += '\\') += char(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (isPrintable(c)) {
            out.append(text, i, length);
        } else {
            escape(out, c);
        }
        i += length;
    }
    return out += quote;
}

std::string repr(double value)
{
    if (std::isnan(value)) {
        return "nan";
    }
    if (std::isinf(value)) {
        return value < 0 ? "-inf" : "inf";
    }
    std::array<char, 400> text{};
    const double size = std::fabs(value);
    const bool scientific = size != 0 && (size < 1e-4 || size >= 1e16);
    const auto end = std::to_chars(
        text.begin(), text.end(), value, scientific ? std::chars_format::scientific : std::chars_format::fixed);
    std::string out(text.data(), end.ptr);
    if (!scientific && !out.contains('.')) {
        out += ".0";
    }
    return out;
}

std::string repr(const Value& value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return "None";
    case Value::Type::Bool:
        return value.toBool() ? "True" : "False";
    case Value::Type::Integer:
        return std::to_string(value.toInteger());
    case Value::Type::BigInteger:
        return std::string(value.bigInteger()->digits);
    case Value::Type::Double:
        return repr(value.toDouble());
    case Value::Type::String:
        return repr(value.toString());
    case Value::Type::Array: {
        std::string out = "[";
        for (const Value& item : value.toArray()) {
            if (out.size() > 1) {
                out += ", ";
            }
            out += repr(item);
        }
        return out += ']';
    }
    case Value::Type::Object: {
        std::string out = "{";
        for (const auto& [key, member] : value.toObject()) {
            if (out.size() > 1) {
                out += ", ";
            }
            out += repr(std::string_view(key)) + ": " + repr(member);
        }
        return out += '}';
    }
    }
    return {};
}

} // namespace core::json::python
