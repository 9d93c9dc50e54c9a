// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace core::json {

// Tells, while an object is filled, whether a key is there already. The time stays in step with the members: few are
// searched one by one, many through an index.
class KeyPlaces {
public:
    // The place of the member of that key among those so far; their number where there is none, and then the caller
    // appends one.
    std::size_t placeOf(std::span<const Object::Member> members, std::string_view key)
    {
        if (members.size() >= few && !m_index) {
            makeIndex(members);
        }
        const bool isNew = looksNew(key);
        if (m_index) {
            return m_index->try_emplace(std::string(key), members.size()).first->second;
        }
        return isNew ? members.size() : search(members, key);
    }

private:
    static constexpr std::size_t few = 64;

    // Says without a look at the members that a key is new, as nearly every one is: one bit for its length and two
    // letters.
    bool looksNew(std::string_view key)
    {
        std::size_t hash = key.size();
        if (!key.empty()) {
            hash += std::size_t(key.front()) * 7 + std::size_t(key[key.size() / 2]) * 31;
        }
        const std::uint64_t bit = std::uint64_t(1) << (hash % 64);
        return (std::exchange(m_seen, m_seen | bit) & bit) == 0;
    }
    static std::size_t search(std::span<const Object::Member> members, std::string_view key);
    void makeIndex(std::span<const Object::Member> members);

    std::uint64_t m_seen = 0;
    std::optional<std::unordered_map<std::string, std::size_t>> m_index;
};

} // namespace core::json
