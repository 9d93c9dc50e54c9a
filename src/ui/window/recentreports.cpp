// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recentreports.h"

#include "ui/tasks/taskdelegate.h"
#include "ui/tasks/tasklistmodel.h"

#include <QSortFilterProxyModel>

namespace ui {

namespace {

constexpr int MostRows = 5; // without scrolling

class ReadyTasks : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        const auto* tasks = qobject_cast<const TaskListModel*>(sourceModel());
        return tasks && tasks->record(row).phase == net::Phase::Ready;
    }
};

} // namespace

RecentReports::RecentReports(const Backend& backend, QWidget* parent)
    : QListView(parent)
{
    auto* ready = new ReadyTasks(this);
    ready->setSourceModel(new TaskListModel(backend.queue, backend.profiles, ready));
    setModel(ready);
    setItemDelegate(new TaskDelegate(this));
    setAccessibleName(tr("Recent reports"));
    setMouseTracking(true);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto open = [this](const QModelIndex& index) {
        Q_EMIT openRequested(index.data(TaskListModel::IdRole).toString());
    };
    connect(this, &QListView::activated, this, open);
    connect(this, &QListView::clicked, this, open);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(ready, change, this, [this] {
            fitHeight();
            Q_EMIT countChanged();
        });
    }
    fitHeight();
}

int RecentReports::count() const
{
    return model()->rowCount();
}

void RecentReports::fitHeight()
{
    const int rows = std::min(count(), MostRows);
    setFixedHeight(rows * std::max(sizeHintForRow(0), 1) + 2 * frameWidth());
    setVisible(rows > 0);
}

} // namespace ui
