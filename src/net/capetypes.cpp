// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/capetypes.h"

#include "net/answer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QSet>
#include <QTimeZone>

#include <limits>

namespace net {

namespace {

constexpr QLatin1StringView Data("data");
constexpr qsizetype MostTaskIds = 1'000; // of one submission
constexpr qsizetype MostTexts = 1'000; // of one list

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key)).toString();
}

qint64 number(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key)).toInteger(); // 0 for what is no whole number of 64 bits
}

// A number of things.
int count(const QJsonObject& object, const char* key)
{
    return int(std::clamp<qint64>(number(object, key), 0, std::numeric_limits<int>::max()));
}

bool flag(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key)).toBool();
}

QStringList texts(const QJsonValue& value)
{
    QStringList list;
    const QJsonArray items = value.toArray();
    for (const QJsonValue& item : items) {
        if (list.size() == MostTexts) {
            break;
        }
        list.append(item.isString() ? item.toString() : wordsOf(item));
    }
    return list;
}

// "2026-11-24 20:42:03", naive UTC. The local zone has no part in it: it is slow, and skips an hour each spring.
QDateTime time(const QJsonObject& object, const char* key)
{
    constexpr qsizetype DateDigits = 10;
    const QString written = text(object, key);
    if (written.size() != DateDigits + 9 || written.at(DateDigits) != u' ') {
        return {};
    }
    const QDate date = QDate::fromString(written.first(DateDigits), Qt::ISODate);
    const QTime clock = QTime::fromString(written.sliced(DateDigits + 1), Qt::ISODate);
    return date.isValid() && clock.isValid() ? QDateTime(date, clock, QTimeZone::UTC) : QDateTime();
}

TaskView taskFrom(const QJsonObject& object)
{
    TaskView task;
    task.id = number(object, "id");
    task.status = text(object, "status");
    task.target = text(object, "target");
    task.category = text(object, "category");
    task.package = text(object, "package");
    task.machine = text(object, "machine");
    task.platform = text(object, "platform");
    task.route = text(object, "route");
    task.options = text(object, "options");
    task.custom = text(object, "custom");
    task.tagsTasks = text(object, "tags_tasks");
    task.tlp = text(object, "tlp");
    task.tags = texts(object.value(QLatin1StringView("tags")));
    task.timeout = number(object, "timeout");
    task.priority = number(object, "priority");
    task.memory = flag(object, "memory");
    task.enforceTimeout = flag(object, "enforce_timeout");
    task.clock = text(object, "clock");
    task.sampleSha256 = text(object.value(QLatin1StringView("sample")).toObject(), "sha256");
    task.errors = texts(object.value(QLatin1StringView("errors")));
    task.guestStatus = text(object.value(QLatin1StringView("guest")).toObject(), "status");
    task.addedOn = time(object, "added_on");
    task.startedOn = time(object, "started_on");
    task.completedOn = time(object, "completed_on");
    return task;
}

Machine machineFrom(const QJsonObject& object)
{
    Machine machine;
    machine.name = text(object, "name");
    machine.label = text(object, "label");
    machine.arch = text(object, "arch");
    machine.ip = text(object, "ip");
    machine.platform = text(object, "platform");
    machine.status = text(object, "status");
    machine.locked = flag(object, "locked");
    machine.reserved = flag(object, "reserved");
    machine.tags = texts(object.value(QLatin1StringView("tags")));
    return machine;
}

} // namespace

ServerStatus readStatus(const QJsonObject& answer)
{
    const QJsonObject data = answer.value(Data).toObject();
    const QJsonObject machines = data.value(QLatin1StringView("machines")).toObject();
    const QJsonObject tasks = data.value(QLatin1StringView("tasks")).toObject();
    ServerStatus status;
    status.version = text(data, "version");
    status.hostname = text(data, "hostname");
    status.machinesTotal = count(machines, "total");
    status.machinesAvailable = count(machines, "available");
    status.tasksTotal = count(tasks, "total");
    status.tasksPending = count(tasks, "pending");
    status.tasksRunning = count(tasks, "running");
    status.tasksCompleted = count(tasks, "completed");
    status.tasksReported = count(tasks, "reported");
    return status;
}

QList<Machine> readMachines(const QJsonObject& answer)
{
    QList<Machine> machines;
    const QJsonArray entries = answer.value(Data).toArray();
    for (const QJsonValue& entry : entries) {
        if (entry.isObject()) {
            machines.append(machineFrom(entry.toObject()));
        }
    }
    return machines;
}

QList<TaskView> readTasks(const QJsonObject& answer)
{
    QList<TaskView> tasks;
    const QJsonArray entries = answer.value(Data).toArray();
    for (const QJsonValue& entry : entries) {
        if (number(entry.toObject(), "id") > 0) {
            tasks.append(taskFrom(entry.toObject()));
        }
    }
    return tasks;
}

QStringList readExitNodes(const QJsonObject& answer)
{
    constexpr qsizetype MostRoutes = 500;
    constexpr qsizetype LongestName = 64;
    QStringList names;
    for (const QString& entry : texts(answer.value(Data))) {
        const QString name = entry.section(u':', -1).trimmed(); // "vpn:office", "socks:exit", "tor"
        if (!name.isEmpty() && name.size() <= LongestName && !names.contains(name) && names.size() < MostRoutes) {
            names.append(name);
        }
    }
    return names;
}

TaskStates readTaskStates(const QJsonObject& answer)
{
    TaskStates states;
    const QJsonArray entries = answer.value(Data).toArray();
    for (const QJsonValue& entry : entries) {
        const QJsonObject analysis = entry[QLatin1StringView("analysis")].toObject();
        if (number(analysis, "id") > 0 && !text(analysis, "status").isEmpty()) {
            states.insert(number(analysis, "id"), text(analysis, "status"));
        }
        if (const qint64 id = number(entry[QLatin1StringView("info")].toObject(), "id"); id > 0) {
            states.insert(id, QStringLiteral("reported"));
        }
    }
    return states;
}

std::optional<TaskView> readTask(const QJsonObject& answer)
{
    const QJsonObject data = answer.value(Data).toObject();
    if (number(data, "id") <= 0 || text(data, "status").isEmpty()) {
        return std::nullopt;
    }
    return taskFrom(data);
}

std::optional<Submitted> readSubmitted(const QJsonObject& answer)
{
    const QJsonObject data = answer.value(Data).toObject();
    Submitted submitted;
    const QJsonArray ids = data.value(QLatin1StringView("task_ids")).toArray();
    QSet<qint64> known;
    for (const QJsonValue& value : ids) {
        const qint64 id = value.toInteger();
        if (id <= 0 || known.contains(id)) {
            continue;
        }
        known.insert(id);
        if (submitted.taskIds.size() < MostTaskIds) {
            submitted.taskIds.append(id);
        }
    }
    if (submitted.taskIds.isEmpty()) {
        return std::nullopt;
    }
    submitted.message = text(data, "message");
    submitted.remarks = texts(answer.value(QLatin1StringView("errors")));
    if (known.size() > submitted.taskIds.size()) {
        const QLocale locale;
        submitted.remarks.append(
            QCoreApplication::translate("CapeClient", "The server named %1 tasks. Only the first %2 are followed.")
                .arg(locale.toString(known.size()), locale.toString(submitted.taskIds.size())));
    }
    return submitted;
}

} // namespace net
