// SPDX-License-Identifier: GPL-3.0-or-later
// The endpoints that tell about the server and its tasks.
#include "demo/api.h"
#include "demo/archive.h"
#include "demo/multipart.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

using core::json::Array;
using core::json::Object;
using core::json::Value;

Value machineEntry(const Machine& machine, const Task* running, const QDateTime& lastUse)
{
    Array tags;
    for (const QString& tag : machine.tags) {
        tags.push_back(tag.toStdString());
    }
    return Object{
        {"id", machine.id},
        {"name", machine.name.toStdString()},
        {"label", machine.name.toStdString()},
        {"arch", machine.tags.contains("x86"_L1) ? "x86" : "x64"},
        {"ip", machine.ip.toStdString()},
        {"platform", machine.platform.toStdString()},
        {"interface", "virbr0"},
        {"snapshot", nullptr},
        {"locked", running != nullptr},
        {"locked_changed_on", timeValue(lastUse)},
        {"status", running ? "running" : "poweroff"},
        {"status_changed_on", timeValue(lastUse.isValid() ? lastUse : QDateTime({2026, 1, 1}, {8, 0}, QTimeZone::UTC))},
        {"resultserver_ip", "192.0.2.1"},
        {"resultserver_port", "2042"},
        {"reserved", machine.reserved},
        {"tags", std::move(tags)},
    };
}

} // namespace

Answer Api::cuckooStatus(const Request&, const User&, const QStringList&)
{
    if (const auto off = disabled(Endpoint::CuckooStatus, u"Cuckoo Status API is disabled"_s)) {
        return *off;
    }
    const TaskStore& store = tasks();
    const auto busy = std::ranges::count_if(
        m_options.machines, [&](const Machine& machine) { return store.runningOn(machine.name); });
    const auto total = m_options.machines.size();
    Object counts{
        {"total", int(store.tasks().size())},
        {"pending", store.count(TaskState::Pending)},
        {"running", store.count(TaskState::Running)},
        {"completed", store.count(TaskState::Completed)},
        {"reported", store.count(TaskState::Reported)},
    };
    return jsonAnswer(Object{
        {"error", Array()},
        {"data",
            Object{
                {"version", "2.5"},
                {"hostname", "demo"},
                {"machines", Object{{"total", int(total)}, {"available", int(total - busy)}}},
                {"tasks", std::move(counts)},
                {"server",
                    Object{
                        {"storage", Object{{"free", 74}, {"total", 251}, {"used", 177}, {"used_by", "70.5%"}}},
                        {"ram", Object{{"free", 22}, {"total", 32}, {"used", 10}}},
                    }},
            }},
    });
}

Answer Api::machinesList(const Request&, const User&, const QStringList&)
{
    if (const auto off = disabled(Endpoint::MachinesList, u"Machine list API is disabled"_s)) {
        return *off;
    }
    const TaskStore& store = tasks();
    Array list;
    for (const Machine& machine : std::as_const(m_options.machines)) {
        if (!machine.reserved) {
            list.push_back(machineEntry(machine, store.runningOn(machine.name), store.lastUse(machine.name)));
        }
    }
    return jsonAnswer(Object{{"data", std::move(list)}, {"error", Array()}});
}

Answer Api::exitNodes(const Request&, const User&, const QStringList&)
{
    if (m_options.exitNodes.isEmpty()) {
        return failure(u"Exit nodes list API is disabled"_s);
    }
    Array names;
    for (const QString& name : std::as_const(m_options.exitNodes)) {
        names.push_back(name.toStdString());
    }
    return jsonAnswer(Object{{"data", std::move(names)}, {"error", Array()}});
}

namespace {

// The task that a request for this one is really about: a recovered one stands for its successor. Null when that is
// gone.
const Task* resolved(const TaskStore& store, const Task& task)
{
    const auto successor = TaskStore::successorOf(task);
    return successor ? store.find(*successor) : &task;
}

// What the real application answers where it did not think of a successor that was deleted.
Answer internalError()
{
    return htmlPage(500, u"Server Error (500)"_s, QString());
}

} // namespace

Answer Api::view(const Request&, const User&, const QStringList& arguments)
{
    if (const auto off = disabled(Endpoint::View, u"Task View API is Disabled"_s)) {
        return *off;
    }
    const TaskStore& store = tasks();
    const Task* task = store.find(arguments.first().toLongLong());
    if (!task) {
        return failure(u"Task not found in database"_s);
    }
    const Task* shown = resolved(store, *task);
    if (!shown) {
        return internalError();
    }
    const core::json::Value error = shown == task ? Value(false) : Value(Array());
    return jsonAnswer(Object{{"error", error}, {"data", viewEntry(*shown)}});
}

Answer Api::status(const Request& request, const User&, const QStringList& arguments)
{
    if (const auto off = disabled(Endpoint::Status, u"Task status API is disabled"_s)) {
        return *off;
    }
    const Task* task = tasks().find(arguments.first().toLongLong());
    if (!task) {
        return failure(u"Task does not exist"_s);
    }
    if (request.method == "POST") {
        return finishNow(*task, readForm(request));
    }
    return jsonAnswer(Object{{"error", false}, {"data", stateName(task->state).toStdString()}});
}

// The real one has its success and failure the wrong way round, and says nothing where it does nothing.
Answer Api::finishNow(const Task& task, const QList<FormField>& form)
{
    if (!m_options.userStop || fieldOf(form, u"status") != "finish"_L1) {
        return jsonAnswer(Object());
    }
    if (!task.machine) {
        return internalError();
    }
    if (task.state != TaskState::Running) {
        return jsonAnswer(Object());
    }
    m_tasks.finishNow(task.id, m_options.clock(), m_options.pace);
    return jsonAnswer(Object{
        {"error", true}, {"data", R"({"message": "Successfully created directory", "status_code": 200})"}});
}

Answer Api::remove(const Request&, const User& user, const QStringList& arguments)
{
    if (!user.staff) {
        if (const auto off = disabled(Endpoint::Delete, u"Task Deletion API is Disabled"_s)) {
            return *off;
        }
    }
    const QString wanted = arguments.value(1);
    TaskStore& store = tasks();
    QStringList removed;
    QStringList kept;
    const QStringList ids = arguments.first().split(','_L1);
    for (const QString& id : ids) {
        const Task* task = store.find(id.toLongLong());
        const Task* judged = task ? resolved(store, *task) : nullptr;
        if (task && !judged) {
            return internalError();
        }
        const bool isFree = judged && (judged->state == TaskState::Reported || stateName(judged->state) == wanted);
        if (isFree && store.remove(task->id)) {
            removed.append(id);
        } else {
            kept.append(id);
        }
    }
    Object answer;
    if (!removed.isEmpty()) {
        answer.append("data", u"Task(s) ID(s) %1 has been deleted"_s.arg(removed.join(','_L1)).toStdString());
    }
    if (!kept.isEmpty()) {
        answer.append("error", true);
        answer.append("failed", u"Task(s) ID(s) %1 failed to remove"_s.arg(kept.join(','_L1)).toStdString());
    }
    return jsonAnswer(std::move(answer));
}

Answer Api::report(const Request&, const User& user, const QStringList& arguments)
{
    if (const auto off = disabled(Endpoint::Report, u"Task Report API is Disabled"_s)) {
        return *off;
    }
    if (!m_options.reportsForUsers && !user.staff) {
        return htmlPage(200, u"CAPE Sandbox"_s, u"You are not allowed to download reports."_s);
    }
    const TaskStore& store = tasks();
    const Task* asked = store.find(arguments.first().toLongLong());
    if (!asked) {
        return failure(u"Task does not exist"_s);
    }
    const Task* task = resolved(store, *asked);
    if (!task) {
        return internalError();
    }
    if (stateName(task->state).startsWith("failed_"_L1)) {
        return failure(u"Task failed"_s);
    }
    if (task->state != TaskState::Reported) {
        return failure(u"Task is still being analyzed"_s);
    }
    if (task->tlp == "red"_L1) {
        return failure(u"Task has a TLP of RED"_s);
    }
    const QString format = arguments.value(1).isEmpty() ? u"json"_s : arguments[1];
    return reportFile(*task, format, arguments.value(2) == "zip"_L1);
}

Answer Api::reportFile(const Task& task, const QString& format, bool asZip) const
{
    static const QStringList known{u"json"_s, u"html"_s, u"pdf"_s, u"maec"_s, u"metadata"_s, u"misp"_s, u"lite"_s,
        u"protobuf"_s, u"litereport"_s, u"htmlsummary"_s};
    if (!known.contains(format)) {
        return failure(u"Report format not found: %1"_s.arg(format), 400);
    }
    if (task.failure == Failure::NoDirectory) {
        return failure(u"No analysis directory for task %1"_s.arg(task.id));
    }
    const bool whole = format == "lite"_L1;
    const bool isWritten
        = (format == "litereport"_L1 && m_options.lite) || (format == "json"_L1 && m_options.fullReport);
    if (!whole && !isWritten) {
        return failure(u"Reports directory does not exist"_s);
    }
    Answer answer;
    core::Result<QByteArray> bytes;
    if (whole) {
        bytes = m_reports.zip(task, m_options.lite, m_options.reports);
    } else {
        bytes = m_reports.lite(task, m_options.reports);
        if (!bytes && bytes.error().code == core::ErrorCode::NoLiteReport) {
            return failure(u"Reports directory does not exist"_s);
        }
        if (bytes && asZip) {
            bytes = packZip({{u"reports/lite.json"_s, *bytes}}, task.finished);
        }
    }
    if (!bytes) {
        return htmlPage(500, u"Server Error (500)"_s, bytes.error().message);
    }
    answer.body = *bytes;
    const QByteArray name = whole || asZip ? format.toLatin1() + ".zip" : QByteArray::number(task.id) + "_report.json";
    answer.contentType = whole || asZip ? "application/zip" : "application/json; charset=UTF-8";
    answer.addHeader("Content-Disposition", "attachment; filename=" + name);
    return answer;
}

} // namespace demo
