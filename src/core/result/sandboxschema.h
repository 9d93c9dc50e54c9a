// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ioc/regex.h"
#include "core/json/value.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

// The checks that the service puts between its findings and the SANDBOX body: the rules of the validation library
// Cerberus, as far as its schemas use them.
namespace core::sandboxschema {

enum class Type { Any, String, Integer, Boolean, List, Dict };

struct Field;
using Schema = std::vector<Field>;

// What a value must be.
struct Rules {
    Type type = Type::Any;
    bool nullable = false;
    bool coerce = false; // to an integer, as Python's int() does
    bool mayBeEmpty = false; // an empty value skips maxLength, allowed, pattern and isTime
    bool neverEmpty = false;
    bool isTime = false; // asked of null too
    bool isRefused = false; // never passes, unless null
    std::optional<std::int64_t> min{};
    std::optional<std::int64_t> max{};
    std::optional<std::size_t> maxLength{}; // in characters
    std::span<const std::string_view> allowed{};
    std::vector<const Regex*> patterns{}; // one of them must match
    const Schema* members = nullptr; // of a Dict; other members are taken away
    const Rules* items = nullptr; // of a List
};

struct Field {
    std::string_view name;
    bool required = false;
    Rules rules{};
};

// Takes unknown members away and turns numbers given as text into numbers; false where that fails.
bool normalize(json::Object& object, const Schema& schema);
bool isValid(const json::Object& object, const Schema& schema);
// The first field of the schema that the object lacks or has not as it must be; nothing for a valid one.
std::optional<std::string_view> refusedField(const json::Object& object, const Schema& schema);
// The service's comparison of a value with its normalised form. Of lists of objects it looks at the first alone.
bool looksSame(const json::Value& a, const json::Value& b);

} // namespace core::sandboxschema
