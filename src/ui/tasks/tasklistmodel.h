// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/taskrecord.h"

#include <QAbstractListModel>
#include <QTimer>

namespace net {
class ProfileStore;
class TaskQueue;
} // namespace net

namespace ui {

// The tasks of the queue, live and the newest first, which is the queue's order turned round: each change is told for its row alone, so that selection and scrolling stay.
class TaskListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        ServerRole, // the profile's name
        ElapsedRole, // seconds since it was submitted, or until it ended
        StatusRole, // the phase in words, with its percent or the time in it
        FilterRole, // everything a filter looks at
    };

    TaskListModel(const net::TaskQueue& queue, const net::ProfileStore& profiles, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const net::TaskRecord& record(int row) const { return m_records[row]; }
    // -1 where there is no such task.
    int rowOf(const QString& id) const;

private:
    void add(const QString& id);
    void change(const QString& id);
    void remove(const QString& id);
    void reorder();
    void tick();
    QString serverName(const net::TaskRecord& record) const;

    const net::TaskQueue& m_queue;
    const net::ProfileStore& m_profiles;
    QList<net::TaskRecord> m_records;
    QTimer m_clock;
};

// How long a task took or has been taking, in seconds.
// "next try in 9 s" where the task waits for a server; otherwise empty.
QString waitText(const net::TaskRecord& record);
double elapsedSeconds(const net::TaskRecord& record);
// How long it has been in its phase, in seconds.
double secondsInPhase(const net::TaskRecord& record);
// "downloading 63 %", "running, 12 s", "failed while uploading".
QString statusText(const net::TaskRecord& record);

} // namespace ui
