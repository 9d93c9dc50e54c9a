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
    if (isKnown(*entry, value)) {
        return false;
    }
    entry->values.push_back(std::move(value));
    return true;
}

// Puts it down as known, too. Most sections have so few values of a type that a table of them would be larger.
bool Tags::isKnown(const Entry& entry, const json::Value& value)
{
    constexpr std::size_t few = 16;
    if (entry.values.size() < few) {
        return std::ranges::contains(entry.values, value);
    }
    auto& known = m_known[std::size_t(&entry - m_entries.data())];
    if (known.empty()) {
        known.insert(entry.values.begin(), entry.values.end());
    }
    return !known.insert(value).second;
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
