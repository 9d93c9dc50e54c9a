// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/valuereader.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace core::json {

namespace {

constexpr std::size_t valuesBetweenQuestions = 1 << 14;
constexpr std::size_t fewMembers = 24;

// The members of a long object by key, so that its time stays linear.
class KeyIndex {
public:
    explicit KeyIndex(const Object& members)
    {
        for (std::size_t place = 0; const auto& [key, value] : members) {
            m_places.emplace(key, place++);
        }
    }

    // The member of that key; where there is none, the key is put down as the member that is appended next.
    Value* find(Object& members, std::string_view key)
    {
        const auto [it, isNew] = m_places.try_emplace(std::string(key), members.size());
        return isNew ? nullptr : &(members.begin() + std::ptrdiff_t(it->second))->second;
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
    if (++m_values % valuesBetweenQuestions == 0 && m_goOn && !m_goOn()) {
        m_stopped = true;
    }
    m_tooDeep = m_tooDeep || depth > m_limits.depth;
    m_tooMany = m_tooMany || m_values > m_limits.values;
    return depth <= m_limits.depth && m_values <= m_limits.values;
}

void ValueReader::readValue(Value& out, int depth)
{
    const char first = m_cursor.peek();
    const bool nests = first == '{' || first == '[';
    if (!admits(depth + int(nests))) {
        m_cursor.skip();
        return;
    }
    if (first == '{') {
        readObject(out, depth + 1);
    } else if (first == '[') {
        readArray(out, depth + 1);
    } else if (first == '"') {
        out.makeString(m_cursor.string());
    } else {
        out = m_cursor.scalar();
    }
}

// Items and members are read where they stand: moving values about would cost more than reading them.
void ValueReader::readArray(Value& out, int depth)
{
    Array& items = out.makeArray();
    m_cursor.beginArray();
    while (!m_stopped && m_cursor.nextItem()) {
        readValue(items.emplace_back(), depth);
        if (m_cursor.failed() && items.back().size() == 0) {
            items.pop_back();
        }
    }
}

void ValueReader::readObject(Value& out, int depth)
{
    Object& members = out.makeObject();
    std::optional<KeyIndex> index;
    std::string_view key;
    m_cursor.beginObject();
    while (!m_stopped && m_cursor.nextMember(key)) {
        if (members.size() == fewMembers && !index) {
            index.emplace(members);
        }
        Value* earlier = index ? index->find(members, key) : members.find(key);
        if (earlier) {
            *earlier = {};
        }
        Value& value = earlier ? *earlier : members.append(key);
        readValue(value, depth);
        if (m_cursor.failed() && value.size() == 0 && !earlier) {
            members.erase(std::string((members.end() - 1)->first));
        }
    }
}

} // namespace core::json
