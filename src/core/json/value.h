// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace core::json {

class Value;
using Array = std::vector<Value>;

// A JSON object that keeps its members in order of first appearance, as a Python dict does; a repeated key keeps its
// first place and takes the last value. Objects are small in the mean, so look-up is linear.
class Object {
public:
    using Member = std::pair<std::string, Value>;

    Object() = default;
    Object(std::initializer_list<Member> members);

    const Value* find(std::string_view key) const;
    Value* find(std::string_view key);
    bool contains(std::string_view key) const { return find(key) != nullptr; }
    // The member's value; null where there is none.
    const Value& operator[](std::string_view key) const;
    // The member's value, made null and appended where there is none.
    Value& operator[](std::string_view key);
    void set(std::string_view key, Value value);
    // Appends without looking for an earlier member of that name: for keys known to be new.
    void append(std::string key, Value value);
    // The same with a null that is to be filled in where it stands.
    Value& append(std::string_view key);
    bool erase(std::string_view key);

    std::size_t size() const { return m_members.size(); }
    bool empty() const { return m_members.empty(); }
    auto begin() const { return m_members.begin(); }
    auto end() const { return m_members.end(); }
    auto begin() { return m_members.begin(); }
    auto end() { return m_members.end(); }

    // Equal as Python dicts are: the order does not count.
    friend bool operator==(const Object& a, const Object& b);

private:
    std::vector<Member> m_members;
};

// An integer beyond 64 bits, by its digits.
struct BigInteger {
    std::string digits;
    friend bool operator==(const BigInteger&, const BigInteger&) = default;
};

// A JSON value that owns its text (UTF-8). Integers and floats are told apart, as Python does, because the Assemblyline
// service's output does.
class Value {
public:
    enum class Type { Null, Bool, Integer, BigInteger, Double, String, Array, Object };

    Value() = default;
    Value(std::nullptr_t) { }
    Value(bool value)
        : m_data(value)
    {
    }
    Value(int value)
        : m_data(std::int64_t(value))
    {
    }
    Value(long value)
        : m_data(std::int64_t(value))
    {
    }
    Value(long long value)
        : m_data(std::int64_t(value))
    {
    }
    Value(unsigned value)
        : m_data(std::int64_t(value))
    {
    }
    Value(unsigned long value);
    Value(double value)
        : m_data(value)
    {
    }
    Value(BigInteger value)
        : m_data(std::move(value))
    {
    }
    Value(const char* value)
        : m_data(std::string(value))
    {
    }
    Value(std::string value)
        : m_data(std::move(value))
    {
    }
    Value(std::string_view value)
        : m_data(std::string(value))
    {
    }
    Value(Array value)
        : m_data(std::move(value))
    {
    }
    Value(Object value)
        : m_data(std::move(value))
    {
    }
    template <typename T>
    Value(const T*) = delete; // a pointer is no bool

    Type type() const { return static_cast<Type>(m_data.index()); }
    bool isNull() const { return type() == Type::Null; }
    bool isBool() const { return type() == Type::Bool; }
    bool isInteger() const { return type() == Type::Integer; }
    bool isNumber() const { return isInteger() || type() == Type::BigInteger || type() == Type::Double; }
    bool isString() const { return type() == Type::String; }
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }

    // Each accessor gives the value when it is of that type, and otherwise the fallback, an empty one or null.
    bool toBool(bool fallback = false) const;
    std::int64_t toInteger(std::int64_t fallback = 0) const;
    double toDouble(double fallback = 0) const;
    const std::string& toString() const;
    const Array& toArray() const;
    const Object& toObject() const;

    // Makes this an empty list, an empty object or a text, to be filled in where it stands.
    Array& makeArray() { return m_data.emplace<Array>(); }
    Object& makeObject() { return m_data.emplace<Object>(); }
    void makeString(std::string_view text) { m_data.emplace<std::string>(text); }

    std::string* string() { return std::get_if<std::string>(&m_data); }
    Array* array() { return std::get_if<Array>(&m_data); }
    Object* object() { return std::get_if<Object>(&m_data); }
    const BigInteger* bigInteger() const { return std::get_if<BigInteger>(&m_data); }

    // A member of an object, an item of an array; null where there is none.
    const Value& operator[](std::string_view key) const;
    const Value& operator[](std::size_t index) const;
    const Value& operator[](const char* key) const { return (*this)[std::string_view(key)]; }
    const Value& operator[](int index) const { return (*this)[std::size_t(index)]; }
    const Value* find(std::string_view key) const;
    // Members or items; 0 for a scalar.
    std::size_t size() const;

    // Equal as in Python: 1 == 1.0 == true.
    friend bool operator==(const Value& a, const Value& b);

private:
    std::variant<std::monostate, bool, std::int64_t, BigInteger, double, std::string, Array, Object> m_data;
};

// A null that outlives every caller.
const Value& nullValue();

// A hash under which equal values (as operator== sees them) are equal.
std::size_t hashOf(const Value& value);

// JSON text: UTF-8, not escaped beyond what JSON demands; indent 0 writes one line with ", " and ": " between, as
// Python's json.dumps does.
std::string dump(const Value& value, int indent = 0);
void dumpTo(std::string& out, const Value& value, int indent = 0);
// A string as a JSON string, with quotes.
void dumpString(std::string& out, std::string_view text);

} // namespace core::json
