// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/servertaskmodel.h"

#include "ui/text/format.h"

#include <QFileInfo>

namespace ui {

namespace {

// Of a file the server says where it lies there.
QString targetOf(const net::TaskView& task)
{
    return task.category == QLatin1StringView("url") ? task.target : QFileInfo(task.target).fileName();
}

QString addedOf(const net::TaskView& task)
{
    return formatDayAndTime(task.addedOn.toUTC());
}

} // namespace

ServerTaskModel::ServerTaskModel(QObject* parent)
    : RecordTable(parent)
{
    using net::TaskView;
    const auto number = [](const TaskView& task) { return QString::number(task.id); };
    column(tr("Task"), ColumnStyle::Number, number, [](const TaskView& task) { return QVariant(task.id); });
    column(tr("Sample or URL"), ColumnStyle::Text, targetOf);
    column(tr("State"), ColumnStyle::Text, [](const TaskView& task) { return task.status; });
    column(tr("Package"), ColumnStyle::Text, [](const TaskView& task) { return task.package; });
    column(tr("Machine"), ColumnStyle::Text, [](const TaskView& task) { return task.machine; });
    column(tr("Submitted"), ColumnStyle::Text, addedOf, [](const TaskView& task) {
        return task.addedOn.isValid() ? QVariant(task.addedOn.toMSecsSinceEpoch()) : QVariant();
    });
}

} // namespace ui
