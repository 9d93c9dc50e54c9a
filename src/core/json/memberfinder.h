// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <cstddef>
#include <string_view>
#include <unordered_map>

namespace core::json {

// Finds many members of one object: each at the place behind the last one found, where it mostly is, otherwise through
// an index. The object must outlive the finder, unchanged.
class MemberFinder {
public:
    explicit MemberFinder(const Object& object)
        : m_object(object)
    {
    }

    // Null where the object has no such member.
    const Value* find(std::string_view key);

private:
    const Object& m_object;
    std::size_t m_next = 0;
    std::unordered_map<std::string_view, const Value*> m_index; // empty until it is needed
};

} // namespace core::json
