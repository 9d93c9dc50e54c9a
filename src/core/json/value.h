// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/list.h"
#include "core/json/string.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace core::json {

class Value;
using Array = List<Value>;

// A JSON object that keeps its members in order of first appearance, as a Python dict does; a repeated key keeps its
// first place and takes the last value. Objects are small in the mean, so look-up is linear: many look-ups in one object
// are for MemberFinder, and objects of any size are filled by ObjectBuilder.
class Object {
public:
    using Member = std::pair<String, Value>;

    Object() = default;
    Object(std::initializer_list<Member> members);
    // Members whose keys are known to differ.
    explicit Object(List<Member> members);

    const Value* find(std::string_view key) const;
    Value* find(std::string_view key);
    bool contains(std::string_view key) const { return find(key) != nullptr; }
    // The member's value; null where there is none.
    const Value& operator[](std::string_view key) const;
    // The member's value, made null and appended where there is none.
    Value& operator[](std::string_view key);
    void set(std::string_view key, Value value);
    // Appends without looking for an earlier member of that name: for keys known to be new.
    void append(String key, Value value);
    bool erase(std::string_view key);

    std::size_t size() const { return m_members.size(); }
    bool empty() const { return m_members.empty(); }
    const Member* begin() const { return m_members.begin(); }
    const Member* end() const;
    Member* begin();
    Member* end();

    // Equal as Python dicts are: the order does not count.
    friend bool operator==(const Object& a, const Object& b);

private:
    List<Member> m_members;
};

// An integer beyond 64 bits, by its digits.
struct BigInteger {
    String digits;
    friend bool operator==(const BigInteger&, const BigInteger&) = default;
};

// A JSON value. Integers and floats are told apart, as Python does, because the Assemblyline service's output does.
// A copy owns all that is in it; what a reader made in an arena lasts as long as the arena. A value may be moved by its
// bytes.
class Value {
public:
    enum class Type : std::uint8_t { Null, Bool, Integer, Double, BigInteger, String, Array, Object };

    Value() noexcept { }
    Value(std::nullptr_t) noexcept { }
    Value(bool value) noexcept
        : m_data{.truth = value}
        , m_type(Type::Bool)
    {
    }
    Value(int value) noexcept
        : Value(static_cast<long long>(value))
    {
    }
    Value(long value) noexcept
        : Value(static_cast<long long>(value))
    {
    }
    Value(long long value) noexcept
        : m_data{.integer = value}
        , m_type(Type::Integer)
    {
    }
    Value(unsigned value) noexcept
        : Value(static_cast<long long>(value))
    {
    }
    Value(unsigned long value);
    Value(double value) noexcept
        : m_data{.number = value}
        , m_type(Type::Double)
    {
    }
    Value(BigInteger value) noexcept
        : m_data{.digits = std::move(value)}
        , m_type(Type::BigInteger)
    {
    }
    Value(String value) noexcept
        : m_data{.text = std::move(value)}
        , m_type(Type::String)
    {
    }
    Value(std::string_view value)
        : Value(String(value))
    {
    }
    Value(const std::string& value)
        : Value(String(value))
    {
    }
    Value(const char* value)
        : Value(String(value))
    {
    }
    Value(Array value) noexcept
        : m_data{.array = std::move(value)}
        , m_type(Type::Array)
    {
    }
    Value(Object value) noexcept
        : m_data{.object = std::move(value)}
        , m_type(Type::Object)
    {
    }
    // The text in `arena`; on the heap where that is null.
    Value(std::string_view text, Arena* arena)
        : m_data{.text = String(text, arena)}
        , m_type(Type::String)
    {
    }
    template <typename T>
    Value(const T*) = delete; // a pointer is no bool

    Value(const Value& other);
    Value(Value&& other) noexcept { take(other); }
    Value& operator=(const Value& other);
    Value& operator=(Value&& other) noexcept;
    ~Value()
    {
        if (m_type >= Type::BigInteger) {
            destroy();
        }
    }

    Type type() const { return m_type; }
    bool isNull() const { return m_type == Type::Null; }
    bool isBool() const { return m_type == Type::Bool; }
    bool isInteger() const { return m_type == Type::Integer; }
    bool isNumber() const
    {
        return m_type == Type::Integer || m_type == Type::Double || m_type == Type::BigInteger;
    }
    bool isString() const { return m_type == Type::String; }
    bool isArray() const { return m_type == Type::Array; }
    bool isObject() const { return m_type == Type::Object; }

    // Each accessor gives the value when it is of that type, and otherwise the fallback, an empty one or null.
    bool toBool(bool fallback = false) const { return isBool() ? m_data.truth : fallback; }
    std::int64_t toInteger(std::int64_t fallback = 0) const { return isInteger() ? m_data.integer : fallback; }
    double toDouble(double fallback = 0) const;
    // Lasts as long as the value, unchanged.
    std::string_view toString() const { return isString() ? m_data.text.view() : std::string_view(); }
    const Array& toArray() const;
    const Object& toObject() const;

    String* string() { return isString() ? &m_data.text : nullptr; }
    Array* array() { return isArray() ? &m_data.array : nullptr; }
    Object* object() { return isObject() ? &m_data.object : nullptr; }
    const BigInteger* bigInteger() const { return m_type == Type::BigInteger ? &m_data.digits : nullptr; }

    // A member of an object, an item of an array; null where there is none.
    const Value& operator[](std::string_view key) const { return toObject()[key]; }
    const Value& operator[](std::size_t index) const;
    const Value& operator[](const char* key) const { return (*this)[std::string_view(key)]; }
    const Value& operator[](int index) const { return (*this)[std::size_t(index)]; }
    const Value* find(std::string_view key) const { return toObject().find(key); }
    // Members or items; 0 for a scalar.
    std::size_t size() const { return isArray() ? m_data.array.size() : toObject().size(); }

    // Equal as in Python: 1 == 1.0 == true.
    friend bool operator==(const Value& a, const Value& b);

private:
    struct Bytes {
        std::uint64_t first = 0;
        std::uint64_t second = 0;
    };
    union Data {
        Bytes bytes = {};
        bool truth;
        std::int64_t integer;
        double number;
        BigInteger digits;
        String text;
        Array array;
        Object object;
        ~Data() { }
    };

    void take(Value& other) noexcept
    {
        m_data.bytes = other.m_data.bytes;
        m_type = std::exchange(other.m_type, Type::Null);
    }
    void destroy();

    Data m_data;
    Type m_type = Type::Null;
};

static_assert(sizeof(Value) == 24);

// A null that outlives every caller.
const Value& nullValue();

// A hash under which equal values (as operator== sees them) are equal.
std::size_t hashOf(const Value& value);
std::size_t hashOf(const Object& object);
// The same for hash tables: a table of values finds them as a Python dict finds its keys (1, 1.0 and true are one).
struct ValueHash {
    std::size_t operator()(const Value& value) const { return hashOf(value); }
};

// JSON text: UTF-8, not escaped beyond what JSON demands; indent 0 writes one line with ", " and ": " between, as
// Python's json.dumps does.
std::string dump(const Value& value, int indent = 0);
void dumpTo(std::string& out, const Value& value, int indent = 0);
// The same piece by piece, so that a long text is never in memory as a whole. Stops, and is false, as soon as the sink
// takes no more.
using Sink = std::function<bool(std::string_view)>;
bool dumpTo(const Sink& sink, const Value& value, int indent = 0);
// A string as a JSON string, with quotes.
void dumpString(std::string& out, std::string_view text);

inline const Object::Member* Object::end() const
{
    return m_members.end();
}

inline Object::Member* Object::begin()
{
    return m_members.begin();
}

inline Object::Member* Object::end()
{
    return m_members.end();
}

inline Value& Value::operator=(Value&& other) noexcept
{
    Value taken(std::move(other)); // before the end of what is here, of which `other` may be a part
    std::swap(m_data.bytes, taken.m_data.bytes);
    std::swap(m_type, taken.m_type);
    return *this;
}

} // namespace core::json
