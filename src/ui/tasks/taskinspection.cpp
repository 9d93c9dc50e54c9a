// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskinspection.h"

#include "ui/tasks/taskfacts.h"
#include "ui/tasks/tasklistmodel.h"

#include <QListView>

#include <utility>

namespace ui {

TaskInspection::TaskInspection(QListView* view, TaskListModel* model, QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_model(model)
{
    connect(view, &QListView::clicked, this, &TaskInspection::choose);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TaskInspection::choose);
    connect(model, &QAbstractItemModel::dataChanged, this, &TaskInspection::update);
}

void TaskInspection::choose()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    if (rows.isEmpty()) {
        m_id.clear();
        return;
    }
    const QModelIndex current = m_view->currentIndex();
    const QModelIndex shown = rows.contains(current) ? current : rows.constFirst();
    m_id = shown.data(TaskListModel::IdRole).toString();
    m_told = taskFacts(m_model->record(m_model->rowOf(m_id)), shown.data(TaskListModel::ServerRole).toString());
    Q_EMIT changed(m_told);
}

void TaskInspection::update()
{
    const int row = m_model->rowOf(m_id);
    if (row < 0) {
        return;
    }
    const InspectorContent now
        = taskFacts(m_model->record(row), m_model->index(row).data(TaskListModel::ServerRole).toString());
    if (now != m_told) {
        const InspectorContent before = std::exchange(m_told, now);
        Q_EMIT updated(before, now);
    }
}

} // namespace ui
