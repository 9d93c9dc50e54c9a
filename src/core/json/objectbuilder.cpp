// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/objectbuilder.h"

#include <utility>

namespace core::json {

void ObjectBuilder::set(std::string_view key, Value value)
{
    const std::size_t place
        = m_places.placeOf({std::as_const(m_members).data(), m_members.size()}, key);
    if (place < m_members.size()) {
        m_members[place].second = std::move(value);
        return;
    }
    m_members.emplace_back(
        std::piecewise_construct, std::forward_as_tuple(key, m_arena), std::forward_as_tuple(std::move(value)));
}

} // namespace core::json
