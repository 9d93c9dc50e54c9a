// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/keyplaces.h"

#include <algorithm>

namespace core::json {

std::size_t KeyPlaces::search(std::span<const Object::Member> members, std::string_view key)
{
    const auto earlier = std::ranges::find(members, key, [](const Object::Member& member) { return member.first.view(); });
    return std::size_t(earlier - members.begin());
}

void KeyPlaces::makeIndex(std::span<const Object::Member> members)
{
    m_index.emplace();
    for (std::size_t place = 0; const auto& [key, value] : members) {
        m_index->emplace(key, place++);
    }
}

} // namespace core::json
