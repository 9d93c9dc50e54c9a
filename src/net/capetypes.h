// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// What the CAPE API answers, as values. A missing or wrong-typed member costs that member only.
namespace net {

// cuckoo/status: the server's queue and machines.
struct ServerStatus {
    QString version;
    QString hostname;
    int machinesTotal = 0;
    int machinesAvailable = 0;
    int tasksTotal = 0;
    int tasksPending = 0;
    int tasksRunning = 0;
    int tasksCompleted = 0;
    int tasksReported = 0;

    friend bool operator==(const ServerStatus&, const ServerStatus&) = default;
};

// An analysis machine of machines/list.
struct Machine {
    QString name;
    QString label;
    QString arch;
    QString ip;
    QString platform;
    QString status;
    bool locked = false;
    bool reserved = false;
    QStringList tags;

    friend bool operator==(const Machine&, const Machine&) = default;
};

// A task as tasks/view and tasks/search describe it.
struct TaskView {
    qint64 id = 0;
    QString status; // pending, running, …, as the server says it
    QString target;
    QString category; // file, url, …
    QString package;
    QString machine;
    QString platform;
    QString route;
    QString options;
    QString custom;
    QString tagsTasks;
    QString tlp; // the traffic light of who submitted it; empty: none
    QStringList tags;
    qint64 timeout = 0;
    qint64 priority = 0;
    bool memory = false;
    bool enforceTimeout = false;
    QString clock;
    QString sampleSha256;
    QStringList errors; // of the analysis
    QString guestStatus; // empty before the machine starts
    QDateTime addedOn; // UTC, invalid when unknown
    QDateTime startedOn;
    QDateTime completedOn;

    friend bool operator==(const TaskView&, const TaskView&) = default;
};

// What a submission was answered with.
struct Submitted {
    QList<qint64> taskIds; // never empty
    QString message;
    QStringList remarks; // what the server adds to a success ("option: file=inner.exe")

    friend bool operator==(const Submitted&, const Submitted&) = default;
};

// Which of a server's tasks to list. CAPE gives at most 50 at once (api.conf, [tasklist] maxlimit), those that ended last
// first.
struct TaskListQuery {
    int limit = 50;
    int offset = 0;
    QString status; // as the server says it; empty: every one
};

// The state of each task that the server named, as it says it.
using TaskStates = QHash<qint64, QString>;

// A report that lies on disk.
struct FetchedReport {
    QString path;
    qint64 size = 0; // bytes

    friend bool operator==(const FetchedReport&, const FetchedReport&) = default;
};

ServerStatus readStatus(const QJsonObject& answer);
QList<Machine> readMachines(const QJsonObject& answer);
QList<TaskView> readTasks(const QJsonObject& answer);
// The names of the server's own routes, as a submission gives them: without the kind that the server puts before them.
QStringList readExitNodes(const QJsonObject& answer);
// From a search for task ids: of a reported task there is its report, of another one its state.
TaskStates readTaskStates(const QJsonObject& answer);
// Nothing when the answer holds no task.
std::optional<TaskView> readTask(const QJsonObject& answer);
// Nothing when the answer names no task id.
std::optional<Submitted> readSubmitted(const QJsonObject& answer);

} // namespace net
