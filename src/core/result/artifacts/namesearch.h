// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace core {

// Which of many texts, such as the hashes of payloads, lie in a name. The time grows with the name, not with the texts.
class NameSearch {
public:
    // Of equal texts the first one's place counts.
    void add(std::string_view text, std::size_t place);

    // The least place of those that lie in the name.
    std::optional<std::size_t> find(std::string_view name) const;
    bool isIn(std::string_view name) const { return find(name).has_value(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> m_places;
    std::set<std::size_t> m_lengths; // of the texts: mostly one
};

} // namespace core
