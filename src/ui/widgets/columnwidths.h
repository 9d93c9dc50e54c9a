// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace ui {

// How much room a column of a table asks for, in pixels.
struct ColumnNeed {
    int wanted = 0; // its title and its widest cell are whole
    int least = 0; // below that it is of no use
    bool isFixed = false; // the user has set it
};

// The widths of columns in a room: all as wide as they want where that fits, the widest one that the user has not set
// taking what is left; else the widest ones give way, down to the least that each can do with. Their sum is the room,
// unless even the least is more or the user has set them all.
std::vector<int> columnWidths(const std::vector<ColumnNeed>& columns, int room);

} // namespace ui
