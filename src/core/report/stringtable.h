// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace core {

// A dense number for a scalar of the report: 0 is "absent", the others run from 1.
using StringId = std::uint32_t;

// What the JSON held where a text stands. Null and Bool have their JSON text, Json an array's or object's.
enum class ValueTag : std::uint8_t { Absent, Null, Bool, Integer, BigInteger, Double, String, Json };

// Scalars of a report, each kept once: (type, text) <-> number. Numbers are dense, so that a caller can keep a table of
// its own beside it. Grows only while the report is parsed.
class StringTable {
public:
    StringTable();
    StringTable(StringTable&&) noexcept;
    StringTable& operator=(StringTable&&) noexcept;
    ~StringTable();

    StringId intern(std::string_view text, ValueTag tag = ValueTag::String);
    // The number of a string that occurs in the report.
    std::optional<StringId> find(std::string_view text, ValueTag tag = ValueTag::String) const;

    // How many numbers there are, 0 ("absent") counted.
    std::uint32_t count() const { return std::uint32_t(m_entries.size()); }
    std::string_view text(StringId id) const { return {m_entries[id].data, m_entries[id].length}; }
    ValueTag tag(StringId id) const { return m_entries[id].tag; }
    // The JSON value as it stood in the report; null for "absent".
    json::Value value(StringId id) const;

private:
    struct Entry {
        const char* data;
        std::uint32_t length;
        ValueTag tag;
    };

    std::size_t slotOf(std::string_view text, ValueTag tag, std::uint32_t hash) const;
    const char* store(std::string_view text);
    void grow();

    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_hashes; // of each entry
    std::vector<StringId> m_slots; // open addressing; 0 is free; none before the first text
    std::vector<std::unique_ptr<char[]>> m_blocks;
    char* m_free = nullptr;
    std::size_t m_left = 0;
    std::size_t m_seed;
};

} // namespace core
