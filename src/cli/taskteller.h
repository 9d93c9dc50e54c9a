// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/printer.h"
#include "net/taskqueue.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace cli {

// Tells on stderr how far the tasks of a queue are: a line for each step, and one for each wait with its reason. When
// nothing happens for a while, it says what is being waited for.
class TaskTeller : public QObject {
    Q_OBJECT

public:
    TaskTeller(net::TaskQueue* queue, const net::ProfileStore* profiles, const Printer& printer);

    // What the task is called in the lines; otherwise its file's name.
    void setName(const QString& id, const QString& name) { m_names.insert(id, name); }
    QString nameOf(const net::TaskRecord& task) const { return m_names.value(task.id, task.fileName); }
    QString serverOf(const net::TaskRecord& task) const;
    // What is being waited for until the tasks are there.
    void setWaitingFor(const QString& words);
    // What became of a task that is not followed to its end.
    QString fateOf(const net::TaskRecord& task) const;

private:
    void onTask(const QString& id);
    void onServer(const QString& profileId);
    void onSilence();
    void tell(const QString& about, const QString& line);
    QString stepOf(const net::TaskRecord& task) const;
    QString waitOf(const QString& reason, const QDateTime& until) const;

    net::TaskQueue* m_queue;
    const net::ProfileStore* m_profiles;
    const Printer& m_printer;
    QHash<QString, QString> m_names; // by task
    QHash<QString, QString> m_told; // the last line, by task or server
    QString m_waitingFor;
    QTimer m_silence;
};

} // namespace cli
