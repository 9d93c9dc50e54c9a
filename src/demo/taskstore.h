// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/task.h"

#include <QHash>
#include <QMap>
#include <QMultiHash>

#include <functional>

namespace demo {

// The server's database and its scheduler: a machine runs one task at a time, by priority and age, and each task spends
// the times of the pace in its states. What has happened is worked out whenever somebody looks.
class TaskStore {
public:
    // Called once for a task that becomes reported.
    using CountReport = std::function<ReportCounts(const Task&)>;

    explicit TaskStore(CountReport countReport)
        : m_countReport(std::move(countReport))
    {
    }

    // Brings every task to where it stands at `now`.
    void advance(const QDateTime& now, const Pace& pace, const QList<Machine>& machines);

    // Adds a pending task and gives its id; its sample gets an id too, the same for the same bytes.
    int add(Task task);
    // Adds a pending task that asks for the same and gives its id.
    int repeat(const Task& task, const QDateTime& now);
    const Task* find(qint64 id) const;
    // The task that a recovered one names as its successor, whether or not it is still there.
    static std::optional<int> successorOf(const Task& task);
    bool remove(int id);
    // The tasks of a sample, or of the archive it came from, newest first.
    QList<const Task*> findBySha256(const QString& sha256) const;
    // The SHA-256 of the sample with this MD5 or SHA-1; another text as it is.
    QString sha256Of(const QString& hash) const;
    // Whether a sample with that hash was ever submitted.
    bool knowsSample(const QString& sha256) const;
    // Makes a search for the archive find its child's tasks.
    void setParent(const QString& childSha256, const QString& parentSha256);

    // Puts a task into a state at once, as a test needs.
    void setState(int id, TaskState state, const QString& error = {});
    // Ends the analysis of a running task now, whatever time it had.
    void finishNow(int id, const QDateTime& now, const Pace& pace);
    // Starts a pending task on a machine, whatever else waits or runs there.
    void startNow(int id, const Machine& machine, const QDateTime& now, const Pace& pace);
    // How a task that is not finished yet will go wrong.
    void setFailure(int id, std::optional<Failure> failure);

    const QMap<int, Task>& tasks() const { return m_tasks; }
    int count(TaskState state) const;
    // The task that runs on a machine, if any; and when that machine last changed its state.
    const Task* runningOn(const QString& machine) const;
    QDateTime lastUse(const QString& machine) const { return m_lastUse.value(machine); }

private:
    bool startNext(const QDateTime& now, const Pace& pace, const QList<Machine>& machines);
    bool finishNext(const QDateTime& now);
    void start(Task& task, const Machine& machine, const QDateTime& at, const Pace& pace);
    void endAnalysis(Task& task);
    void endProcessing(Task& task);
    void recover(const Task& task);

    CountReport m_countReport;
    QMap<int, Task> m_tasks;
    QHash<QString, int> m_samples; // sha256 -> id
    QMultiHash<QString, QString> m_children; // an archive's sha256 -> its children's
    QHash<QString, QDateTime> m_lastUse;
    int m_lastTask = 0;
    int m_lastGuest = 0;
};

} // namespace demo
