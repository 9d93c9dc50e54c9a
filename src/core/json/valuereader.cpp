// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/valuereader.h"

#include "core/json/keyplaces.h"

#include <span>
#include <utility>

namespace core::json {

namespace {

constexpr std::size_t valuesBetweenQuestions = 1 << 14;
// Room for what a report usually has open at a time.
constexpr std::size_t usualScratch = 128;

} // namespace

ValueReader::ValueReader(Cursor& cursor, const ReadLimits& limits, Arena* arena, std::function<bool()> goOn)
    : m_cursor(cursor)
    , m_limits(limits)
    , m_arena(arena)
    , m_goOn(std::move(goOn))
{
    if (arena) { // the reader of a whole report
        m_items.reserve(usualScratch);
        m_members.reserve(usualScratch);
    }
}

Value ValueReader::read()
{
    m_tooDeep = false;
    m_tooMany = false;
    return readValue(0);
}

inline bool ValueReader::admits(int depth)
{
    if (++m_values % valuesBetweenQuestions == 0 && m_goOn && !m_goOn()) {
        m_stopped = true;
    }
    if (depth <= m_limits.depth && m_values <= m_limits.values) [[likely]] {
        return true;
    }
    m_tooDeep = m_tooDeep || depth > m_limits.depth;
    m_tooMany = m_tooMany || m_values > m_limits.values;
    return false;
}

// A list of millions of nulls in place of what is too much would be as large as what it stands for.
inline bool ValueReader::isFull()
{
    m_tooMany = m_tooMany || m_values >= m_limits.values;
    return m_values >= m_limits.values;
}

Value ValueReader::readValue(int depth)
{
    const char first = m_cursor.peek();
    const bool nests = first == '{' || first == '[';
    if (!admits(depth + int(nests))) {
        m_cursor.skip();
        return {};
    }
    if (first == '"') {
        return {m_cursor.string(), m_arena};
    }
    if (first == '{') {
        return readObject(depth + 1);
    }
    return first == '[' ? Value(readArray(depth + 1)) : readScalar();
}

// The digits of an integer beyond 64 bits lie where the other texts do.
Value ValueReader::readScalar()
{
    Value value = m_cursor.scalar();
    const BigInteger* big = value.bigInteger();
    return big && m_arena ? Value(BigInteger{String(big->digits, m_arena)}) : value;
}

// Reads a value into its place, which what is read on the way may move. Texts and objects, which are most values, come
// there without a stop in between.
template <typename Place>
void ValueReader::fill(Place place, int depth)
{
    const char first = m_cursor.peek();
    if (first == '"' && admits(depth)) {
        std::construct_at(&place(), m_cursor.string(), m_arena);
    } else if (first == '{' && admits(depth + 1)) {
        Object object = readObject(depth + 1);
        std::construct_at(&place(), std::move(object));
    } else {
        Value value = readValue(depth);
        place() = std::move(value);
    }
}

Array ValueReader::readArray(int depth)
{
    const std::size_t start = m_items.size();
    std::size_t count = 0;
    m_cursor.beginArray();
    while (!m_stopped && m_cursor.nextItem()) {
        if (isFull()) {
            m_cursor.skip();
            continue;
        }
        m_items.emplace_back();
        fill([&]() -> Value& { return m_items[start + count]; }, depth);
        if (m_cursor.failed() && m_items.back().size() == 0) {
            m_items.pop_back(); // cut off before its end
        }
        ++count;
    }
    return m_items.cut(start, m_arena);
}

Object ValueReader::readObject(int depth)
{
    const std::size_t start = m_members.size();
    std::size_t count = 0;
    KeyPlaces places;
    std::string_view key;
    m_cursor.beginObject();
    while (!m_stopped && m_cursor.nextMember(key)) {
        if (isFull()) {
            m_cursor.skip();
            continue;
        }
        const std::size_t place = places.placeOf(std::span(std::as_const(m_members)).subspan(start), key);
        const auto value = [&]() -> Value& { return m_members[start + place].second; };
        if (place < count) {
            value() = {};
        } else {
            m_members.emplace_back(
                std::piecewise_construct, std::forward_as_tuple(key, m_arena), std::forward_as_tuple());
        }
        fill(value, depth);
        if (place == count && m_cursor.failed() && value().size() == 0) {
            m_members.pop_back(); // cut off before its end
        }
        count = m_members.size() - start;
    }
    return Object(m_members.cut(start, m_arena));
}

} // namespace core::json
