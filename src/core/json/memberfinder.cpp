// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/memberfinder.h"

namespace core::json {

namespace {

constexpr std::size_t fewMembers = 32;

} // namespace

const Value* MemberFinder::find(std::string_view key)
{
    if (m_next < m_object.size()) {
        const Object::Member& next = *(m_object.begin() + m_next);
        if (next.first == key) {
            ++m_next;
            return &next.second;
        }
    }
    if (m_object.size() <= fewMembers) {
        return m_object.find(key);
    }
    if (m_index.empty()) {
        m_index.reserve(m_object.size());
        for (const auto& [name, value] : m_object) {
            m_index.try_emplace(name.view(), &value);
        }
    }
    const auto found = m_index.find(key);
    return found == m_index.end() ? nullptr : found->second;
}

} // namespace core::json
