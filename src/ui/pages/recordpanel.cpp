// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordpanel.h"

#include "ui/models/recordmodel.h"
#include "ui/pages/tableview.h"
#include "ui/theme/icons.h"
#include "ui/widgets/countbar.h"
#include "ui/widgets/elideddelegate.h"
#include "ui/widgets/emptystate.h"

#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

RecordPanel::RecordPanel(RecordModel* model, const QString& name, const QString& empty, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new RecordFilter(this))
    , m_areas(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_empty(new EmptyState(u"network", empty, {}, this))
    , m_counts(new CountBar(this))
    , m_hidden(m_counts->makeHint(this))
{
    model->setParent(this);
    m_filter->setSourceModel(model);
    setUpTable(m_table);
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_columns = fitColumns(m_table, name);
    m_table->setItemDelegate(new ElidedDelegate(Qt::ElideRight, m_table));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::customContextMenuRequested, this, &RecordPanel::showContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RecordPanel::inspectCurrent);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const auto pid = processAt(index)) {
            Q_EMIT processActivated(*pid);
        }
    });
    connect(m_counts, &CountBar::clearRequested, this, &RecordPanel::clearRequested);
    connect(model, &QAbstractItemModel::modelReset, this, &RecordPanel::updateCounts);
    connect(model, &QAbstractItemModel::modelReset, this, &RecordPanel::hideEmptyColumns);
    connect(model, &QAbstractItemModel::dataChanged, this, &RecordPanel::hideEmptyColumns);

    m_areas->addWidget(m_table);
    m_areas->addWidget(m_empty);
    m_areas->addWidget(m_hidden);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_areas, 1);
    layout->addWidget(m_counts);
    updateCounts();
}

void RecordPanel::setHint(const QString& hint)
{
    m_empty->setHint(hint);
}

void RecordPanel::setTitle(const QString& title)
{
    m_table->setAccessibleName(title);
}

void RecordPanel::setNarrow(const Narrow& narrow)
{
    m_columns->setNarrow(narrow);
}

void RecordPanel::setHiddenHint(const QString& hint)
{
    m_hidden->setHint(hint);
}

int RecordPanel::count() const
{
    return m_model->rowCount();
}

int RecordPanel::shownCount() const
{
    return m_filter->rowCount();
}

void RecordPanel::setTest(std::function<bool(int row)> test)
{
    m_filter->setTest(std::move(test));
    updateCounts();
}

std::optional<qint64> RecordPanel::processAt(const QModelIndex& index) const
{
    return m_process && index.isValid() ? m_process(m_filter->mapToSource(index).row()) : std::nullopt;
}

void RecordPanel::setFilterText(const QString& text)
{
    m_filter->setText(text);
    updateCounts();
}

bool RecordPanel::select(const QString& text, Match match)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const QModelIndex index = m_model->index(row, column);
            const QString cell = index.data().toString();
            if (match == Match::Whole ? cell != text : !cell.contains(text, Qt::CaseInsensitive)) {
                continue;
            }
            if (!m_filter->mapFromSource(index).isValid()) {
                Q_EMIT clearRequested();
            }
            m_table->setCurrentIndex(m_filter->mapFromSource(index));
            return true;
        }
    }
    return false;
}

void RecordPanel::selectFirst()
{
    m_table->setCurrentIndex(m_filter->index(0, 0));
}

void RecordPanel::updateCounts()
{
    m_counts->setCounts(m_filter->rowCount(), m_model->rowCount());
    m_areas->setCurrentIndex(m_model->rowCount() == 0 ? 1 : m_counts->hidesAll() ? 2 : 0);
    m_counts->setVisible(m_model->rowCount() > 0);
}

void RecordPanel::hideEmptyColumns()
{
    std::vector<int> empty;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        bool isEmpty = true;
        for (int row = 0; row < m_model->rowCount() && isEmpty; ++row) {
            isEmpty = m_model->index(row, column).data().toString().isEmpty();
        }
        if (isEmpty && m_model->rowCount() > 0) {
            empty.push_back(column);
        }
    }
    m_columns->setEmptyColumns(empty);
}

void RecordPanel::inspectCurrent()
{
    const QModelIndex current = m_filter->mapToSource(m_table->currentIndex());
    if (!current.isValid()) {
        return;
    }
    InspectorContent content;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString value = m_model->index(current.row(), column).data().toString();
        if (value.isEmpty()) {
            continue;
        }
        if (content.title.isEmpty() && m_model->style(column) != ColumnStyle::Number) {
            content.title = value;
        }
        content.facts.push_back({m_model->title(column), value, m_model->style(column) == ColumnStyle::Mono});
    }
    if (m_body) {
        content.body = m_body(current.row());
    }
    Q_EMIT inspectorChanged(content);
}

void RecordPanel::showContextMenu(const QPoint& place)
{
    const QModelIndex index = m_table->indexAt(place);
    if (!index.isValid()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto pid = processAt(index)) {
        connect(menu->addAction(icon(u"processes"), tr("Go to the process")), &QAction::triggered, this,
            [this, pid] { Q_EMIT processActivated(*pid); });
        connect(menu->addAction(icon(u"filter"), tr("Show only this process")), &QAction::triggered, this,
            [this, pid] { Q_EMIT onlyProcessRequested(*pid); });
        menu->addSeparator();
    }
    menu->addActions(m_table->actions());
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

} // namespace ui
