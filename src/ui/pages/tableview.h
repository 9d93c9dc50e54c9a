// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <initializer_list>

class QAbstractItemView;
class QHeaderView;
class QTableView;
class QTreeView;

namespace ui {

// The look that every table and tree of a report shares: flat header, whole rows, one height, no alternating colours.
// The columns are as the user left them, remembered under `name`.
void setUpTable(QTableView* table, const QString& name);
void setUpTree(QTreeView* tree, const QString& name);

// Widths for the first time; what the user has set before stays. The widest-reaching column takes the room that is
// left.
void setColumnWidths(QTableView* table, std::initializer_list<int> widths);
void setColumnWidths(QTreeView* tree, std::initializer_list<int> widths);

} // namespace ui
