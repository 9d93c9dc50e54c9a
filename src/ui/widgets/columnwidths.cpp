// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnwidths.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace ui {

namespace {

int widthAt(const ColumnNeed& column, int level)
{
    return column.isFixed ? column.wanted : std::max(std::min(column.least, column.wanted), std::min(column.wanted, level));
}

std::vector<int> widthsAt(const std::vector<ColumnNeed>& columns, int level)
{
    std::vector<int> widths(columns.size());
    std::ranges::transform(columns, widths.begin(), [level](const ColumnNeed& column) { return widthAt(column, level); });
    return widths;
}

int sumOf(const std::vector<int>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

} // namespace

std::vector<int> columnWidths(const std::vector<ColumnNeed>& columns, int room)
{
    int lowest = 0;
    int highest = 0;
    std::ptrdiff_t widest = -1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        highest = std::max(highest, columns[i].wanted);
        if (!columns[i].isFixed && (widest < 0 || columns[i].wanted > columns[std::size_t(widest)].wanted)) {
            widest = std::ptrdiff_t(i);
        }
    }
    // The highest level to which columns may rise without being wider than the room together.
    while (lowest < highest) {
        const int level = lowest + (highest - lowest + 1) / 2;
        if (sumOf(widthsAt(columns, level)) <= room) {
            lowest = level;
        } else {
            highest = level - 1;
        }
    }
    std::vector<int> widths = widthsAt(columns, lowest);
    if (const int left = room - sumOf(widths); left > 0 && widest >= 0) {
        widths[std::size_t(widest)] += left;
    }
    return widths;
}

} // namespace ui
