// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/tasklistmodel.h"

#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"

namespace ui {

namespace {

double secondsBetween(const QDateTime& from, const QDateTime& to)
{
    return from.isValid() && to.isValid() ? double(std::max<qint64>(from.msecsTo(to), 0)) / 1000 : 0;
}

// When the task came to its end; now for one that has not.
QDateTime endOf(const net::TaskRecord& record)
{
    const QDateTime ended = net::isFinal(record.phase) ? record.entered.value(record.phase) : QDateTime();
    return ended.isValid() ? ended : QDateTime::currentDateTimeUtc();
}

QList<net::TaskRecord> newestFirst(const net::TaskQueue& queue)
{
    QList<net::TaskRecord> records = queue.tasks();
    std::ranges::reverse(records);
    return records;
}

QString tooltipOf(const net::TaskRecord& record, const QString& server)
{
    QStringList lines{record.fileName};
    if (!record.sha256.isEmpty()) {
        lines << record.sha256;
    }
    lines << TaskListModel::tr("On %1: %2").arg(server, statusText(record));
    if (!record.words.isEmpty()) {
        lines << record.words;
    }
    if (!record.remark.isEmpty()) {
        lines << record.remark;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

double elapsedSeconds(const net::TaskRecord& record)
{
    return secondsBetween(record.createdOn, endOf(record));
}

double secondsInPhase(const net::TaskRecord& record)
{
    return secondsBetween(record.entered.value(record.phase), QDateTime::currentDateTimeUtc());
}

QString waitText(const net::TaskRecord& record)
{
    if (!record.nextTry.isValid() || record.isPaused || net::isFinal(record.phase) || net::isPolled(record.phase)) {
        return {};
    }
    const double wait = secondsBetween(QDateTime::currentDateTimeUtc(), record.nextTry);
    return wait >= 1 ? TaskListModel::tr("next try in %1").arg(formatDuration(wait)) : QString();
}

QString statusText(const net::TaskRecord& record)
{
    const QString phase = net::phaseName(record.phase);
    if (record.phase == net::Phase::Failed) {
        return TaskListModel::tr("failed: %1").arg(net::phaseName(record.failedIn));
    }
    if (net::isFinal(record.phase)) {
        return phase;
    }
    if (record.isPaused) {
        return TaskListModel::tr("paused: %1").arg(phase);
    }
    if (const QString wait = waitText(record); !wait.isEmpty()) {
        return TaskListModel::tr("%1, %2").arg(phase, wait);
    }
    if (record.progress >= 0) {
        return TaskListModel::tr("%1 %2 %").arg(phase).arg(record.progress);
    }
    return TaskListModel::tr("%1, %2").arg(phase, formatDuration(secondsInPhase(record)));
}

TaskListModel::TaskListModel(const net::TaskQueue& queue, const net::ProfileStore& profiles, QObject* parent)
    : QAbstractListModel(parent)
    , m_queue(queue)
    , m_profiles(profiles)
    , m_records(newestFirst(queue))
{
    connect(&queue, &net::TaskQueue::taskAdded, this, &TaskListModel::add);
    connect(&queue, &net::TaskQueue::taskChanged, this, &TaskListModel::change);
    connect(&queue, &net::TaskQueue::taskRemoved, this, &TaskListModel::remove);
    connect(&queue, &net::TaskQueue::tasksReordered, this, &TaskListModel::reorder);
    connect(&profiles, &net::ProfileStore::changed, this, [this] {
        if (!m_records.isEmpty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ServerRole, FilterRole, Qt::ToolTipRole});
        }
    });
    connect(&m_clock, &QTimer::timeout, this, &TaskListModel::tick);
    m_clock.start(1000);
}

int TaskListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

QVariant TaskListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const net::TaskRecord& record = m_records[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return record.fileName;
    case Qt::ToolTipRole:
        return safeToolTip(tooltipOf(record, serverName(record)));
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(safeText(record.fileName), statusText(record));
    case IdRole:
        return record.id;
    case ServerRole:
        return serverName(record);
    case ElapsedRole:
        return elapsedSeconds(record);
    case StatusRole:
        return statusText(record);
    case FilterRole:
        return QStringList{record.fileName, record.sha256, serverName(record), net::phaseName(record.phase),
            record.words, QString::number(record.serverTaskId())}
            .join(QLatin1Char('\n'));
    default:
        return {};
    }
}

int TaskListModel::rowOf(const QString& id) const
{
    const auto found = std::ranges::find(m_records, id, &net::TaskRecord::id);
    return found == m_records.end() ? -1 : int(found - m_records.begin());
}

void TaskListModel::add(const QString& id)
{
    const auto record = m_queue.task(id);
    if (!record || rowOf(id) >= 0) {
        return;
    }
    beginInsertRows({}, 0, 0);
    m_records.prepend(*record);
    endInsertRows();
    if (m_records.size() > 1 && m_records[0].position <= m_records[1].position) {
        reorder();
    }
}

void TaskListModel::change(const QString& id)
{
    const int row = rowOf(id);
    const auto record = m_queue.task(id);
    if (row < 0 || !record || *record == m_records[row]) {
        return;
    }
    m_records[row] = *record;
    Q_EMIT dataChanged(index(row), index(row));
}

void TaskListModel::remove(const QString& id)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_records.removeAt(row);
    endRemoveRows();
}

void TaskListModel::reorder()
{
    const QList<net::TaskRecord> wanted = newestFirst(m_queue);
    for (int row = 0; row < wanted.size(); ++row) {
        const int now = rowOf(wanted[row].id);
        if (now <= row) {
            continue;
        }
        beginMoveRows({}, now, now, {}, row);
        m_records.move(now, row);
        endMoveRows();
    }
    for (int row = 0; row < std::min(wanted.size(), m_records.size()); ++row) {
        if (m_records[row].id == wanted[row].id) {
            m_records[row].position = wanted[row].position;
        }
    }
}

void TaskListModel::tick()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!net::isFinal(m_records[row].phase)) {
            Q_EMIT dataChanged(index(row), index(row), {ElapsedRole, StatusRole});
        }
    }
}

QString TaskListModel::serverName(const net::TaskRecord& record) const
{
    const auto profile = m_profiles.profile(record.profileId);
    return profile ? profile->name : tr("removed server");
}

} // namespace ui
