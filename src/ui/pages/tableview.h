// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
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

// Which columns go, in this order, while the view is too narrow to leave the widest one so many pixels.
struct Narrow {
    std::initializer_list<int> columns = {};
    int least = 100;
};

// Widths for the first time; what the user has set before stays. The widest column takes the room that is left.
void setColumnWidths(QTableView* table, std::initializer_list<int> widths, const Narrow& narrow = {});
void setColumnWidths(QTreeView* tree, std::initializer_list<int> widths, const Narrow& narrow = {});

// Columns in which no row has anything: they give their room to the others. Not the widest one.
void setEmptyColumns(QTableView* table, const QList<int>& columns);

} // namespace ui
