// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tableview.h"

#include "ui/widgets/columnlayout.h"
#include "ui/widgets/copycells.h"

#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

namespace ui {

namespace {

constexpr int rowHeight = 22;
constexpr int treeIndent = 16;
constexpr int deepestExpanded = 24; // levels that unfold by themselves: more would push the names out of sight

void setUpHeader(QHeaderView* header)
{
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(32);
    header->setTextElideMode(Qt::ElideRight);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

void setUpTable(QTableView* table)
{
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    setUpHeader(table->horizontalHeader());
    new CopyCells(table);
}

void setUpTree(QTreeView* tree)
{
    tree->setFrameShape(QFrame::NoFrame);
    tree->setUniformRowHeights(true);
    tree->setIndentation(treeIndent);
    tree->setAllColumnsShowFocus(true);
    tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUpHeader(tree->header());
    new CopyCells(tree);
}

ColumnLayout* fitColumns(QTableView* table, const QString& name)
{
    return new ColumnLayout(table, table->horizontalHeader(), name);
}

ColumnLayout* fitColumns(QTreeView* tree, const QString& name)
{
    return new ColumnLayout(tree, tree->header(), name);
}

void expandLevels(QTreeView* tree)
{
    tree->expandToDepth(deepestExpanded - 1);
}

} // namespace ui
