// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTableView;
class QTreeView;

namespace ui {

class ColumnLayout;

// The look and the manners that every table and tree of a report shares: flat header, whole rows, one height, no
// alternating colours; what is selected can be copied and a cell be read in full.
void setUpTable(QTableView* table);
void setUpTree(QTreeView* tree);

// Columns as wide as their cells within the room that there is, and as the user leaves them; see ColumnLayout. To be
// called once the view has its model. They are remembered under the name; without one they are not.
ColumnLayout* fitColumns(QTableView* table, const QString& name = {});
ColumnLayout* fitColumns(QTreeView* tree, const QString& name = {});

// Expands a tree, but not what stands so deep that its indentation would be all that is left to see.
void expandLevels(QTreeView* tree);

} // namespace ui
