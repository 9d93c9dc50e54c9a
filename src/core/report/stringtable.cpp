// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/stringtable.h"

#include "core/json/number.h"
#include "core/json/reader.h"

#include <QHashFunctions>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>
#include <utility>

namespace core {

namespace {

// Blocks double from the first one's size, so often at most.
constexpr std::size_t firstBlock = 1 << 13;
constexpr std::size_t mostDoublings = 5;
constexpr std::size_t firstSlots = 1 << 10;

} // namespace

// The seed is random, so that no report can be made whose strings all fall into one slot.
StringTable::StringTable()
    : m_entries{{"", 0, ValueTag::Absent}}
    , m_hashes{0}
    , m_seed(std::size_t(QRandomGenerator::global()->generate64()) | 1)
{
}

StringTable::StringTable(StringTable&&) noexcept = default;
StringTable& StringTable::operator=(StringTable&&) noexcept = default;
StringTable::~StringTable() = default;

namespace {

std::uint32_t hashOfText(std::string_view text, ValueTag tag, std::size_t seed)
{
    const std::size_t hash = qHashBits(text.data(), text.size(), seed + std::size_t(tag));
    return std::uint32_t(hash ^ (hash >> 32));
}

} // namespace

// The slot that holds the text, or the free one where it belongs.
std::size_t StringTable::slotOf(std::string_view text, ValueTag tag, std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    for (StringId id = m_slots[slot]; id != 0; id = m_slots[slot]) {
        if (m_hashes[id] == hash && m_entries[id].tag == tag && this->text(id) == text) {
            break;
        }
        slot = (slot + 1) & mask;
    }
    return slot;
}

StringId StringTable::intern(std::string_view text, ValueTag tag)
{
    if (m_entries.size() * 2 > m_slots.size()) {
        grow();
    }
    const std::uint32_t hash = hashOfText(text, tag, m_seed);
    const std::size_t slot = slotOf(text, tag, hash);
    if (m_slots[slot] != 0) {
        return m_slots[slot];
    }
    const StringId id = count();
    m_entries.push_back({store(text), std::uint32_t(text.size()), tag});
    m_hashes.push_back(hash);
    m_slots[slot] = id;
    return id;
}

std::optional<StringId> StringTable::find(std::string_view text, ValueTag tag) const
{
    if (m_slots.empty()) {
        return std::nullopt;
    }
    const StringId id = m_slots[slotOf(text, tag, hashOfText(text, tag, m_seed))];
    return id == 0 ? std::nullopt : std::optional(id);
}

void StringTable::grow()
{
    std::vector<StringId> slots(std::max(firstSlots, m_slots.size() * 2), 0);
    const std::size_t mask = slots.size() - 1;
    for (StringId id = 1; id < m_entries.size(); ++id) {
        std::size_t slot = m_hashes[id] & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = id;
    }
    m_slots = std::move(slots);
}

const char* StringTable::store(std::string_view text)
{
    if (text.empty()) {
        return "";
    }
    if (text.size() > m_left) {
        const std::size_t size = std::max(firstBlock << std::min(m_blocks.size(), mostDoublings), text.size());
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(size));
        m_free = m_blocks.back().get();
        m_left = size;
    }
    char* place = m_free;
    std::memcpy(place, text.data(), text.size());
    m_free += text.size();
    m_left -= text.size();
    return place;
}

json::Value StringTable::value(StringId id) const
{
    switch (tag(id)) {
    case ValueTag::Absent:
    case ValueTag::Null:
        return {};
    case ValueTag::Bool:
        return text(id) == "true";
    case ValueTag::Integer:
    case ValueTag::BigInteger:
    case ValueTag::Double:
        return json::numberFrom(text(id)).value_or(json::Value());
    case ValueTag::String:
        return text(id);
    case ValueTag::Json:
        return json::parse(text(id)).value_or(json::Value());
    }
    return {};
}

} // namespace core
