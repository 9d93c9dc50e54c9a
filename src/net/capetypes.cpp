// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/capetypes.h"

#include "net/answer.h"

#include <QJsonArray>
#include <QTimeZone>

namespace net {

namespace {

constexpr QLatin1StringView Data("data");

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key)).toString();
}

qint64 number(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key)).toInteger();
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
        list.append(item.isString() ? item.toString() : wordsOf(item));
    }
    return list;
}

// "2026-11-24 20:42:03", naive UTC
QDateTime time(const QJsonObject& object, const char* key)
{
    QDateTime parsed = QDateTime::fromString(text(object, key), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    if (parsed.isValid()) {
        parsed.setTimeZone(QTimeZone::UTC);
    }
    return parsed;
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
    task.raw = object;
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
    machine.raw = object;
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
    status.machinesTotal = int(number(machines, "total"));
    status.machinesAvailable = int(number(machines, "available"));
    status.tasksTotal = int(number(tasks, "total"));
    status.tasksPending = int(number(tasks, "pending"));
    status.tasksRunning = int(number(tasks, "running"));
    status.tasksCompleted = int(number(tasks, "completed"));
    status.tasksReported = int(number(tasks, "reported"));
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
    for (const QJsonValue& id : ids) {
        if (id.toInteger() > 0 && !submitted.taskIds.contains(id.toInteger())) {
            submitted.taskIds.append(id.toInteger());
        }
    }
    if (submitted.taskIds.isEmpty()) {
        return std::nullopt;
    }
    submitted.message = text(data, "message");
    submitted.remarks = texts(answer.value(QLatin1StringView("errors")));
    return submitted;
}

} // namespace net
