// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/value.h"

#include "core/json/memberfinder.h"
#include "core/json/piecewriter.h"
#include "core/json/python.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>

namespace core::json {

Object::Object(std::initializer_list<Member> members)
    : m_members(members)
{
}

Object::Object(List<Member> members)
    : m_members(std::move(members))
{
}

namespace {

// `key` must outlive it.
auto hasKey(std::string_view key)
{
    return [wanted = String::over(key)](const Object::Member& member) { return member.first == wanted; };
}

} // namespace

const Value* Object::find(std::string_view key) const
{
    const auto* it = std::ranges::find_if(m_members, hasKey(key));
    return it == m_members.end() ? nullptr : &it->second;
}

Value* Object::find(std::string_view key)
{
    auto* it = std::ranges::find_if(m_members, hasKey(key));
    return it == m_members.end() ? nullptr : &it->second;
}

const Value& Object::operator[](std::string_view key) const
{
    const Value* found = find(key);
    return found ? *found : nullValue();
}

Value& Object::operator[](std::string_view key)
{
    if (Value* found = find(key)) {
        return *found;
    }
    return m_members.emplace_back(String(key), Value()).second;
}

void Object::set(std::string_view key, Value value)
{
    (*this)[key] = std::move(value);
}

void Object::append(String key, Value value)
{
    m_members.emplace_back(std::move(key), std::move(value));
}

bool Object::erase(std::string_view key)
{
    const auto gone = std::ranges::remove_if(m_members, hasKey(key));
    m_members.erase(gone.begin(), gone.end());
    return !gone.empty();
}

bool operator==(const Object& a, const Object& b)
{
    MemberFinder others(b);
    return a.size() == b.size() && std::ranges::all_of(a.m_members, [&others](const Object::Member& member) {
        const Value* other = others.find(member.first);
        return other && *other == member.second;
    });
}

Value::Value(unsigned long value)
    : Value(static_cast<long long>(value))
{
    if (value > std::uint64_t(std::numeric_limits<std::int64_t>::max())) {
        *this = BigInteger{std::to_string(value)};
    }
}

Value::Value(const Value& other)
{
    switch (other.m_type) {
    case Type::BigInteger:
        new (&m_data.digits) BigInteger(other.m_data.digits);
        break;
    case Type::String:
        new (&m_data.text) String(other.m_data.text);
        break;
    case Type::Array:
        new (&m_data.array) Array(other.m_data.array);
        break;
    case Type::Object:
        new (&m_data.object) Object(other.m_data.object);
        break;
    default:
        m_data.bytes = other.m_data.bytes;
    }
    m_type = other.m_type;
}

Value& Value::operator=(const Value& other)
{
    return *this = Value(other);
}

void Value::destroy()
{
    switch (m_type) {
    case Type::BigInteger:
        std::destroy_at(&m_data.digits);
        break;
    case Type::String:
        std::destroy_at(&m_data.text);
        break;
    case Type::Array:
        std::destroy_at(&m_data.array);
        break;
    case Type::Object:
        std::destroy_at(&m_data.object);
        break;
    default:
        break;
    }
}

double Value::toDouble(double fallback) const
{
    if (m_type == Type::Double) {
        return m_data.number;
    }
    return isInteger() ? double(m_data.integer) : fallback;
}

const Array& Value::toArray() const
{
    static const Array empty;
    return isArray() ? m_data.array : empty;
}

const Object& Value::toObject() const
{
    static const Object empty;
    return isObject() ? m_data.object : empty;
}

const Value& Value::operator[](std::size_t index) const
{
    const Array& items = toArray();
    return index < items.size() ? items[index] : nullValue();
}

namespace {

// Python compares bool, int and float by value.
bool isNumeric(const Value& value)
{
    return value.isBool() || value.isInteger() || value.type() == Value::Type::Double;
}

double numeric(const Value& value)
{
    return value.isBool() ? double(value.toBool()) : value.toDouble();
}

} // namespace

bool operator==(const Value& a, const Value& b)
{
    if (a.m_type == b.m_type) {
        switch (a.m_type) {
        case Value::Type::Null:
            return true;
        case Value::Type::Bool:
            return a.m_data.truth == b.m_data.truth;
        case Value::Type::Integer:
            return a.m_data.integer == b.m_data.integer;
        case Value::Type::Double:
            return a.m_data.number == b.m_data.number;
        case Value::Type::BigInteger:
            return a.m_data.digits == b.m_data.digits;
        case Value::Type::String:
            return a.m_data.text == b.m_data.text;
        case Value::Type::Array:
            return a.m_data.array == b.m_data.array;
        case Value::Type::Object:
            return a.m_data.object == b.m_data.object;
        }
    }
    return isNumeric(a) && isNumeric(b) && numeric(a) == numeric(b);
}

const Value& nullValue()
{
    static const Value null;
    return null;
}

namespace {

std::size_t mix(std::size_t seed, std::size_t next)
{
    return seed ^ (next + 0x9e3779b97f4a7c15ULL + (seed << 6U) + (seed >> 2U));
}

} // namespace

std::size_t hashOf(const Object& object)
{
    std::size_t hash = object.size();
    for (const auto& [key, member] : object) {
        hash += mix(std::hash<std::string_view>{}(key), hashOf(member)); // a sum: the order does not count
    }
    return hash;
}

std::size_t hashOf(const Value& value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return 0x6e756c6c;
    case Value::Type::Bool:
    case Value::Type::Integer:
    case Value::Type::Double:
        return std::hash<double>{}(numeric(value));
    case Value::Type::BigInteger:
        return std::hash<std::string_view>{}(value.bigInteger()->digits);
    case Value::Type::String:
        return std::hash<std::string_view>{}(value.toString());
    case Value::Type::Array: {
        std::size_t hash = value.size();
        for (const Value& item : value.toArray()) {
            hash = mix(hash, hashOf(item));
        }
        return hash;
    }
    case Value::Type::Object:
        return hashOf(value.toObject());
    }
    return 0;
}

namespace {

// `full` is asked after each piece whether to go on.
template <typename Full>
void dumpPieces(std::string& out, std::string_view text, Full full)
{
    PieceWriter<BeyondAscii::Kept> piece;
    out += '"';
    while (!text.empty() && !full()) {
        text.remove_prefix(piece.write(text.substr(0, piece.longestPiece)));
        out += piece.written();
    }
    out += '"';
}

} // namespace

void dumpString(std::string& out, std::string_view text)
{
    dumpPieces(out, text, [] { return false; });
}

namespace {

class Dumper {
public:
    Dumper(std::string& out, int indent, const Sink* sink = nullptr)
        : m_out(out)
        , m_indent(indent)
        , m_sink(sink)
    {
    }

    // Hands on what is left; false where the sink has taken less than all.
    bool finish()
    {
        flush();
        return !m_isFull;
    }

    void write(const Value& value, int depth)
    {
        switch (value.type()) {
        case Value::Type::Null:
            m_out += "null";
            break;
        case Value::Type::Bool:
            m_out += value.toBool() ? "true" : "false";
            break;
        case Value::Type::Integer: {
            std::array<char, 24> digits{};
            const auto end = std::to_chars(digits.begin(), digits.end(), value.toInteger());
            m_out.append(digits.data(), end.ptr);
            break;
        }
        case Value::Type::BigInteger:
            m_out += value.bigInteger()->digits;
            break;
        case Value::Type::Double:
            writeDouble(value.toDouble());
            break;
        case Value::Type::String:
            dumpPieces(m_out, value.toString(), [this] { return handOn(); });
            break;
        case Value::Type::Array:
            writeArray(value.toArray(), depth);
            break;
        case Value::Type::Object:
            writeObject(value.toObject(), depth);
            break;
        }
    }

private:
    // JSON has no word for these three; null keeps the text readable by every parser.
    void writeDouble(double value) { m_out += std::isfinite(value) ? python::repr(value) : "null"; }

    void writeArray(const Array& items, int depth)
    {
        m_out += '[';
        bool first = true;
        for (const Value& item : items) {
            if (handOn()) {
                return;
            }
            separate(first, depth + 1);
            write(item, depth + 1);
        }
        close(first, depth);
        m_out += ']';
    }

    void writeObject(const Object& members, int depth)
    {
        m_out += '{';
        bool first = true;
        for (const auto& [key, value] : members) {
            if (handOn()) {
                return;
            }
            separate(first, depth + 1);
            dumpString(m_out, key);
            m_out += ": ";
            write(value, depth + 1);
        }
        close(first, depth);
        m_out += '}';
    }

    void separate(bool& first, int depth)
    {
        if (!first) {
            m_out += m_indent > 0 ? "," : ", ";
        }
        first = false;
        breakLine(depth);
    }

    void close(bool empty, int depth)
    {
        if (!empty) {
            breakLine(depth);
        }
    }

    void breakLine(int depth)
    {
        if (m_indent <= 0) {
            return;
        }
        m_out += '\n';
        m_out.append(std::size_t(m_indent) * std::size_t(depth), ' ');
    }

    // Hands on what there is once it is much; true when nothing more is wanted.
    bool handOn()
    {
        constexpr std::size_t block = 1 << 16;
        if (m_sink && m_out.size() >= block) {
            flush();
        }
        return m_isFull;
    }

    void flush()
    {
        m_isFull = m_isFull || !(*m_sink)(m_out);
        m_out.clear();
    }

    std::string& m_out;
    int m_indent;
    const Sink* m_sink;
    bool m_isFull = false;
};

} // namespace

void dumpTo(std::string& out, const Value& value, int indent)
{
    Dumper(out, indent).write(value, 0);
}

bool dumpTo(const Sink& sink, const Value& value, int indent)
{
    std::string block;
    Dumper dumper(block, indent, &sink);
    dumper.write(value, 0);
    return dumper.finish();
}

std::string dump(const Value& value, int indent)
{
    std::string out;
    dumpTo(out, value, indent);
    return out;
}

} // namespace core::json
