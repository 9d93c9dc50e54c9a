// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <ranges>
#include <string_view>

// Look-ups in the generated tables, which are sorted by their first column.
namespace core::reference {

// A row of a generated text -> text table.
struct Pair {
    std::string_view key;
    std::string_view value;
};

// An API's slice of the generated array of event indexes.
struct ApiName {
    std::string_view api;
    std::uint16_t first;
    std::uint16_t count;
};

// The row whose key is `key`; null where there is none.
template <std::ranges::random_access_range Rows, typename Projection>
auto findRow(const Rows& rows, std::string_view key, Projection projection) -> const std::ranges::range_value_t<Rows>*
{
    const auto row = std::ranges::lower_bound(rows, key, {}, projection);
    return row != std::ranges::end(rows) && std::invoke(projection, *row) == key ? &*row : nullptr;
}

template <std::ranges::random_access_range Rows>
std::optional<std::string_view> findText(const Rows& rows, std::string_view key)
{
    const Pair* row = findRow(rows, key, &Pair::key);
    return row ? std::optional(row->value) : std::nullopt;
}

template <std::ranges::random_access_range Rows>
bool holds(const Rows& rows, std::string_view key)
{
    return std::ranges::binary_search(rows, key);
}

} // namespace core::reference
