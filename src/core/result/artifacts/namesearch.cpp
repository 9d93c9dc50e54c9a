// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/namesearch.h"

#include <algorithm>

namespace core {

void NameSearch::add(std::string_view text, std::size_t place)
{
    m_places.try_emplace(std::string(text), place);
    m_lengths.insert(text.size());
}

std::optional<std::size_t> NameSearch::find(std::string_view name) const
{
    std::optional<std::size_t> least;
    for (const std::size_t length : m_lengths) {
        if (length > name.size()) {
            break;
        }
        for (std::size_t at = 0; at + length <= name.size(); ++at) {
            const auto found = m_places.find(name.substr(at, length));
            if (found != m_places.end()) {
                least = std::min(least.value_or(found->second), found->second);
            }
        }
    }
    return least;
}

} // namespace core
