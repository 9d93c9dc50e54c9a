// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/sandboxschema.h"

#include "core/ioc/text.h"
#include "core/json/memberfinder.h"
#include "core/json/python.h"
#include "core/result/isotime.h"

#include <algorithm>

namespace core::sandboxschema {

namespace {

bool normalizeValue(json::Value& value, const Rules& rules)
{
    if (rules.coerce) {
        auto number = json::python::toInt(value);
        if (!number) {
            return rules.nullable && value.isNull();
        }
        value = std::move(*number);
    }
    if (json::Object* object = value.object(); object && rules.members) {
        return normalize(*object, *rules.members);
    }
    if (json::Array* array = value.array(); array && rules.items) {
        bool done = true;
        for (json::Value& item : *array) {
            done &= normalizeValue(item, *rules.items);
        }
        return done;
    }
    return true;
}

bool isOfType(const json::Value& value, Type type)
{
    switch (type) {
    case Type::Any:
        return true;
    case Type::String:
        return value.isString();
    case Type::Integer:
        return value.isInteger() || value.type() == json::Value::Type::BigInteger;
    case Type::Boolean:
        return value.isBool();
    case Type::List:
        return value.isArray();
    case Type::Dict:
        return value.isObject();
    }
    return false;
}

bool isInRange(const json::Value& value, const Rules& rules)
{
    if (const json::BigInteger* big = value.bigInteger()) {
        const bool isNegative = big->digits.view().starts_with('-');
        return isNegative ? !rules.min : !rules.max;
    }
    return !value.isInteger()
        || (value.toInteger() >= rules.min.value_or(value.toInteger())
            && value.toInteger() <= rules.max.value_or(value.toInteger()));
}

bool isTime(const json::Value& value)
{
    return value.isString() && isSandboxTime(value.toString());
}

bool isEmpty(const json::Value& value)
{
    return value.isString() ? value.toString().empty() : (value.isArray() || value.isObject()) && value.size() == 0;
}

bool isTextAllowed(std::string_view text, const Rules& rules)
{
    if (rules.maxLength && lengthOf(text) > *rules.maxLength) {
        return false;
    }
    if (!rules.allowed.empty() && !std::ranges::contains(rules.allowed, text)) {
        return false;
    }
    const auto matches = [&](const Regex* pattern) { return pattern->matches(text); };
    return rules.patterns.empty() || std::ranges::any_of(rules.patterns, matches);
}

bool isValidValue(const json::Value& value, const Rules& rules)
{
    if (value.isNull()) {
        return rules.nullable && (!rules.isTime || isTime(value));
    }
    if (rules.isRefused || !isOfType(value, rules.type) || !isInRange(value, rules)) {
        return false;
    }
    if (isEmpty(value)) {
        if (rules.neverEmpty) {
            return false;
        }
        if (rules.mayBeEmpty) {
            return !value.isObject() || !rules.members || isValid(value.toObject(), *rules.members);
        }
    }
    if (value.isString() && !isTextAllowed(value.toString(), rules)) {
        return false;
    }
    if (rules.isTime && !isTime(value)) {
        return false;
    }
    if (value.isObject() && rules.members) {
        return isValid(value.toObject(), *rules.members);
    }
    const auto isItemValid = [&](const json::Value& item) { return isValidValue(item, *rules.items); };
    return !value.isArray() || !rules.items || std::ranges::all_of(value.toArray(), isItemValid);
}

bool looksSameAsList(const json::Array& a, const json::Array& b)
{
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].isObject() && b[i].isObject()) {
            return std::ranges::any_of(b, [&](const json::Value& other) { return looksSame(a[i], other); });
        }
        if (a[i] != b[i] && !std::ranges::contains(b, a[i])) {
            return false;
        }
    }
    return true;
}

} // namespace

bool normalize(json::Object& object, const Schema& schema)
{
    json::Object known;
    bool done = true;
    for (auto& [name, value] : object) {
        const auto field = std::ranges::find(schema, std::string_view(name), &Field::name);
        if (field == schema.end()) {
            continue;
        }
        done &= normalizeValue(value, field->rules);
        known.append(std::move(name), std::move(value));
    }
    object = std::move(known);
    return done;
}

bool isValid(const json::Object& object, const Schema& schema)
{
    return !refusedField(object, schema);
}

std::optional<std::string_view> refusedField(const json::Object& object, const Schema& schema)
{
    const auto refused = std::ranges::find_if(schema, [&](const Field& field) {
        const json::Value* value = object.find(field.name);
        return value ? !isValidValue(*value, field.rules) : field.required;
    });
    return refused == schema.end() ? std::nullopt : std::optional(refused->name);
}

bool looksSame(const json::Value& a, const json::Value& b)
{
    if (a.isArray() && b.isArray()) {
        return looksSameAsList(a.toArray(), b.toArray());
    }
    if (!a.isObject() || !b.isObject()) {
        return a == b;
    }
    json::MemberFinder others(b.toObject());
    return a.size() == b.size() && std::ranges::all_of(a.toObject(), [&](const json::Object::Member& member) {
        const json::Value* other = others.find(member.first);
        return other && looksSame(member.second, *other);
    });
}

} // namespace core::sandboxschema
