// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace core::reference {

// The entries of one tag type in the suggested system safelist.
struct SafelistEntries {
    std::string_view tagType;
    std::span<const std::string_view> values;
};

std::span<const SafelistEntries> safelistMatches();
std::span<const SafelistEntries> safelistPatterns();

} // namespace core::reference
