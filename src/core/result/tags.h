// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace core {

// The tags of a section: dotted types in order of first appearance, each with its values in order, none twice. Values
// are text, except ports, which are numbers.
class Tags {
public:
    struct Entry {
        std::string type;
        json::Array values;
    };

    // False when the value is the empty text, the type is empty, or the value is there already.
    bool add(std::string_view type, json::Value value);
    // The values of a type; empty where it has none.
    const json::Array& values(std::string_view type) const;
    bool contains(std::string_view type) const { return find(type) != nullptr; }
    // Sorts the values of a type by code point; all must be text.
    void sort(std::string_view type);

    bool empty() const { return m_entries.empty(); }
    auto begin() const { return m_entries.begin(); }
    auto end() const { return m_entries.end(); }

private:
    const Entry* find(std::string_view type) const;
    bool isKnown(const Entry& entry, const json::Value& value);

    std::vector<Entry> m_entries;
    std::vector<std::unordered_set<json::Value, json::ValueHash>> m_known; // by entry; empty for few values
};

} // namespace core
