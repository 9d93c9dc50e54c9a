// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/fields.h"

#include <charconv>
#include <utility>

namespace core {

namespace {

std::optional<std::int64_t> integerFrom(std::string_view text)
{
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<std::string> scalarText(const json::Value& value)
{
    if (value.isString()) {
        return std::string(value.toString());
    }
    if (value.isArray() || value.isObject()) {
        return std::nullopt;
    }
    return value.isNull() ? std::string() : json::dump(value);
}

Fields::Fields(const json::Value& object, std::string_view path, ReportWarnings& warnings)
    : m_object(object.toObject())
    , m_path(path)
    , m_warnings(warnings)
{
}

std::string Fields::text(std::string_view key) const
{
    const json::Value& value = raw(key);
    if (value.isString()) { // as nearly always
        return std::string(value.toString());
    }
    std::optional<std::string> text = scalarText(value);
    if (!text) {
        wrongType(key);
    }
    return std::move(text).value_or(std::string());
}

std::optional<std::int64_t> Fields::integer(std::string_view key) const
{
    const json::Value& value = raw(key);
    if (value.isInteger()) {
        return value.toInteger();
    }
    if (value.isNull() || (value.isString() && value.toString().empty())) {
        return std::nullopt;
    }
    if (value.type() == json::Value::Type::Double) {
        const double number = value.toDouble();
        if (number >= -9e15 && number <= 9e15) {
            return std::int64_t(number);
        }
    }
    std::optional<std::int64_t> spelled = integerFrom(value.toString());
    if (!spelled) {
        wrongType(key);
    }
    return spelled;
}

std::optional<double> Fields::number(std::string_view key) const
{
    const json::Value& value = raw(key);
    if (value.isInteger() || value.type() == json::Value::Type::Double) {
        return value.toDouble();
    }
    if (!value.isNull()) {
        wrongType(key);
    }
    return std::nullopt;
}

bool Fields::flag(std::string_view key) const
{
    const json::Value& value = raw(key);
    if (!value.isNull() && !value.isBool() && !value.isInteger()) {
        wrongType(key);
    }
    return value.toBool() || value.toInteger() != 0;
}

const json::Array& Fields::list(std::string_view key) const
{
    const json::Value& value = raw(key);
    if (!value.isNull() && !value.isArray()) {
        wrongType(key);
    }
    return value.toArray();
}

std::vector<std::string> Fields::textsOrText(std::string_view key) const
{
    const json::Value& value = raw(key);
    return value.toString().empty() ? texts(key) : std::vector{std::string(value.toString())};
}

std::vector<std::string> Fields::texts(std::string_view key) const
{
    if (raw(key) == json::Value("")) {
        return {};
    }
    std::vector<std::string> texts;
    for (const json::Value& item : list(key)) {
        if (std::optional<std::string> text = scalarText(item)) {
            texts.push_back(*std::move(text));
        } else {
            wrongType(key);
        }
    }
    return texts;
}

std::vector<std::string> Fields::names(std::string_view key) const
{
    std::vector<std::string> names;
    for (const json::Value& item : list(key)) {
        if (std::optional<std::string> text = scalarText(item.isObject() ? item["name"] : item)) {
            names.push_back(*std::move(text));
        } else {
            wrongType(key);
        }
    }
    return names;
}

std::vector<std::pair<std::string, std::string>> Fields::pairs(std::string_view key) const
{
    const json::Value& value = raw(key);
    if (!value.isNull() && !value.isObject()) {
        wrongType(key);
    }
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& [name, item] : value.toObject()) {
        pairs.emplace_back(name, scalarText(item).value_or(json::dump(item)));
    }
    return pairs;
}

} // namespace core
