// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/keyplaces.h"
#include "core/json/value.h"

namespace core::json {

// Fills an object member by member, in time that grows in step with the members; a repeated key keeps its place and
// takes the last value. For objects whose number of members another decides: Object::set looks at each of them.
class ObjectBuilder {
public:
    // The object is made in `arena`, where then all of its values must lie; on the heap where that is null.
    explicit ObjectBuilder(Arena* arena = nullptr)
        : m_arena(arena)
    {
    }

    void set(std::string_view key, Value value);
    Object take() { return Object(m_members.cut(0, m_arena)); }

private:
    Arena* m_arena;
    List<Object::Member> m_members;
    KeyPlaces m_places;
};

} // namespace core::json
