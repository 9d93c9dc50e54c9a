// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/tags.h"

#include <algorithm>

namespace core {

bool Tags::add(std::string_view type, json::Value value)
{
    if (type.empty() || (value.isString() && value.toString().empty())) {
        return false;
    }
    auto entry = std::ranges::find(m_entries, type, &Entry::type);
    if (entry == m_entries.end()) {
        m_entries.push_back({std::string(type), {}});
        m_known.emplace_back();
        entry = std::prev(m_entries.end());
    }
    if (!m_known[std::size_t(entry - m_entries.begin())].insert(value).second) {
        return false;
    }
    entry->values.push_back(std::move(value));
    return true;
}

const Tags::Entry* Tags::find(std::string_view type) const
{
    const auto entry = std::ranges::find(m_entries, type, &Entry::type);
    return entry == m_entries.end() ? nullptr : &*entry;
}

const json::Array& Tags::values(std::string_view type) const
{
    static const json::Array none;
    const Entry* entry = find(type);
    return entry ? entry->values : none;
}

void Tags::sort(std::string_view type)
{
    const auto entry = std::ranges::find(m_entries, type, &Entry::type);
    if (entry != m_entries.end()) {
        std::ranges::stable_sort(
            entry->values, {}, [](const json::Value& value) { return value.toString(); });
    }
}

} // namespace core
