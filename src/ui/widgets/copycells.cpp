// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copycells.h"

#include "core/ioc/defang.h"
#include "ui/models/wholetext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/textviewer.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

#include <algorithm>
#include <vector>

namespace ui {

namespace {

const QHeaderView* headerOf(const QAbstractItemView* view)
{
    if (const auto* table = qobject_cast<const QTableView*>(view)) {
        return table->horizontalHeader();
    }
    const auto* tree = qobject_cast<const QTreeView*>(view);
    return tree ? tree->header() : nullptr;
}

// The visible columns as they stand.
std::vector<int> columnsOf(const QAbstractItemView* view)
{
    const QHeaderView* header = headerOf(view);
    if (!header) {
        return {0}; // a list
    }
    std::vector<int> columns;
    for (int place = 0; place < header->count(); ++place) {
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column)) {
            columns.push_back(column);
        }
    }
    return columns;
}

// Its place in the tree, from the top: compares as the rows stand.
std::vector<int> pathOf(const QModelIndex& index)
{
    std::vector<int> path;
    for (QModelIndex at = index; at.isValid(); at = at.parent()) {
        path.push_back(at.row());
    }
    std::ranges::reverse(path);
    return path;
}

QString quoted(QString cell)
{
    if (!cell.contains(QLatin1Char('\t')) && !cell.contains(QLatin1Char('\n')) && !cell.contains(QLatin1Char('\r'))) {
        return cell;
    }
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

void showWholeCell(const QAbstractItemView* view)
{
    const QModelIndex current = view->currentIndex();
    if (current.isValid()) {
        const QString title = current.model()->headerData(current.column(), Qt::Horizontal).toString();
        TextViewer::open(view->window(), title, wholeText(current));
    }
}

CopyCells::CopyCells(QAbstractItemView* view)
    : QObject(view)
    , m_view(view)
{
    const auto add = [view](const QString& text, const QKeySequence& shortcut) {
        auto* action = new QAction(text, view);
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
        view->addAction(action);
        return action;
    };
    QAction* defanged = add(tr("Copy, defanged"), QKeySequence::Copy);
    defanged->setIcon(icon(u"copy"));
    connect(defanged, &QAction::triggered, this, [this] { copy(true); });
    connect(add(tr("Copy as it is"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)), &QAction::triggered, this,
        [this] { copy(false); });
    connect(add(tr("Show the whole cell"), QKeySequence(Qt::SHIFT | Qt::Key_Return)), &QAction::triggered, this,
        [this] { showWholeCell(m_view); });
    if (view->contextMenuPolicy() == Qt::DefaultContextMenu) {
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
}

QString CopyCells::selected() const
{
    const QItemSelectionModel* selection = m_view->selectionModel();
    std::vector<std::pair<std::vector<int>, QModelIndex>> rows;
    for (const QItemSelectionRange& range : selection->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QModelIndex index = m_view->model()->index(row, 0, range.parent());
            rows.emplace_back(pathOf(index), index);
        }
    }
    if (rows.empty() && m_view->currentIndex().isValid()) {
        rows.emplace_back(std::vector<int>(), m_view->currentIndex());
    }
    std::ranges::sort(rows, {}, &std::pair<std::vector<int>, QModelIndex>::first);
    const auto again = std::ranges::unique(rows, {}, &std::pair<std::vector<int>, QModelIndex>::first);
    rows.erase(again.begin(), again.end());
    const std::vector<int> columns = columnsOf(m_view);
    const bool isSingle = rows.size() == 1 && columns.size() == 1;
    QStringList lines;
    for (const auto& [path, row] : rows) {
        QStringList cells;
        for (const int column : columns) {
            const QString cell = wholeText(row.siblingAtColumn(column));
            cells << (isSingle ? cell : quoted(cell));
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void CopyCells::copy(bool defangs) const
{
    const QString text = selected();
    if (!text.isEmpty()) {
        QGuiApplication::clipboard()->setText(
            defangs ? QString::fromStdString(core::defangText(text.toStdString())) : text);
    }
}

} // namespace ui
