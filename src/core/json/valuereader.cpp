// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/valuereader.h"

#include <string>
#include <unordered_map>

namespace core::json {

namespace {

constexpr std::size_t valuesBetweenQuestions = 1 << 14;
constexpr std::size_t fewMembers = 24;

// A long object: repeated keys are found by hash, so that its time stays linear.
class KeyIndex {
public:
    // The place of an earlier member of that key; otherwise it is put down as `place`.
    std::size_t placeOf(const std::string& key, std::size_t place)
    {
        return m_places.try_emplace(key, place).first->second;
    }

private:
    std::unordered_map<std::string, std::size_t> m_places;
};

} // namespace

ValueReader::ValueReader(Cursor& cursor, const ReadLimits& limits, std::function<bool()> goOn)
    : m_cursor(cursor)
    , m_limits(limits)
    , m_goOn(std::move(goOn))
{
}

bool ValueReader::admits(int depth)
{
    if (++m_values % valuesBetweenQuestions == 0 && m_goOn && !m_goOn())
        m_stopped = true;
    m_tooDeep = m_tooDeep || depth > m_limits.depth;
    m_tooMany = m_tooMany || m_values > m_limits.values;
    return depth <= m_limits.depth && m_values <= m_limits.values;
}

void ValueReader::readValue(Value& out, int depth)
{
    out = nullptr;
    const char first = m_cursor.peek();
    const bool nests = first == '{' || first == '[';
    if (!admits(depth + int(nests))) {
        m_cursor.skip();
        return;
    }
    if (first == '{')
        readObject(out, depth + 1);
    else if (first == '[')
        readArray(out, depth + 1);
    else if (first == '"')
        out = Value(m_cursor.string());
    else
        out = m_cursor.scalar();
}

void ValueReader::readArray(Value& out, int depth)
{
    out = Array();
    Array& items = *out.array();
    m_cursor.beginArray();
    while (!m_stopped && m_cursor.nextItem()) {
        Value item;
        readValue(item, depth);
        if (!m_cursor.failed() || item.size() > 0)
            items.push_back(std::move(item));
    }
}

void ValueReader::readObject(Value& out, int depth)
{
    out = Object();
    Object& members = *out.object();
    std::unique_ptr<KeyIndex> index;
    std::string_view keyText;
    m_cursor.beginObject();
    while (!m_stopped && m_cursor.nextMember(keyText)) {
        std::string key(keyText);
        Value value;
        readValue(value, depth);
        if (m_cursor.failed() && value.size() == 0)
            return;
        if (members.size() < fewMembers) {
            members.set(key, std::move(value));
            continue;
        }
        if (!index) {
            index = std::make_unique<KeyIndex>();
            for (std::size_t place = 0; const auto& [name, _] : members)
                index->placeOf(name, place++);
        }
        const std::size_t place = index->placeOf(key, members.size());
        if (place == members.size())
            members.append(std::move(key), std::move(value));
        else
            (members.begin() + std::ptrdiff_t(place))->second = std::move(value);
    }
}

} // namespace core::json
