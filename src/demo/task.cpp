// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/task.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

using core::json::Array;
using core::json::Object;
using core::json::Value;

Value text(const QString& value)
{
    return value.toStdString();
}

Value orNull(const std::optional<QString>& value)
{
    return value ? text(*value) : Value();
}

bool hasRun(const Task& task)
{
    return task.analysed.isValid() && task.state != TaskState::Running;
}

void addTimes(Object& entry, const Task& task)
{
    const bool processed = task.state == TaskState::Reported || task.state == TaskState::FailedReporting;
    const QDateTime reported = task.state == TaskState::Reported ? task.finished : QDateTime();
    const QDateTime processing = processed || task.state == TaskState::FailedProcessing ? task.analysed : QDateTime();
    const QDateTime done = processed ? task.finished : QDateTime();
    const QDateTime analysed = hasRun(task) ? task.analysed : QDateTime();
    entry.append("analysis_started_on", timeValue(analysed.isValid() ? task.started : QDateTime()));
    entry.append("analysis_finished_on", timeValue(analysed));
    entry.append("processing_started_on", timeValue(processing));
    entry.append("processing_finished_on", timeValue(done));
    entry.append("signatures_started_on", timeValue(done));
    entry.append("signatures_finished_on", timeValue(done));
    entry.append("reporting_started_on", timeValue(done));
    entry.append("reporting_finished_on", timeValue(reported));
}

void addCounts(Object& entry, const Task& task)
{
    const bool isReported = task.state == TaskState::Reported;
    const auto count = [isReported](int number) { return isReported ? Value(number) : Value(); };
    entry.append("dropped_files", count(task.counts.droppedFiles));
    entry.append("running_processes", count(task.counts.processes));
    entry.append("api_calls", count(task.counts.apiCalls));
    entry.append("domains", count(task.counts.domains));
    entry.append("signatures_total", count(task.counts.signatures));
    entry.append("signatures_alert", count(task.counts.alerts));
    entry.append("files_written", count(task.counts.filesWritten));
    entry.append("registry_keys_modified", count(task.counts.registryKeys));
    entry.append("crash_issues", count(0));
    entry.append("anti_issues", count(0));
}

Object commonPart(const Task& task)
{
    Object entry;
    entry.append("id", task.id);
    entry.append("target", text(task.target));
    entry.append("category", task.isUrl ? "url" : "file");
    entry.append("cape", "");
    entry.append("timeout", task.timeout);
    entry.append("priority", task.priority);
    entry.append("custom", text(task.custom));
    const QString machine = task.machine ? task.machine->name : task.wantedMachine;
    entry.append("machine", machine.isEmpty() ? Value() : text(machine));
    entry.append("package", text(task.package));
    entry.append("route", text(task.route));
    entry.append("tags_tasks", orNull(task.taskTags));
    entry.append("options", text(task.options));
    entry.append("platform", text(task.platform));
    entry.append("memory", task.memory);
    entry.append("enforce_timeout", task.enforceTimeout);
    entry.append("clock", timeValue(task.clock));
    entry.append("added_on", timeValue(task.added));
    entry.append("started_on", timeValue(task.started));
    entry.append("completed_on", timeValue(hasRun(task) ? task.analysed : QDateTime()));
    entry.append("status", text(stateName(task.state)));
    addCounts(entry, task);
    addTimes(entry, task);
    entry.append("timedout", false);
    entry.append("sample_id", task.sample ? Value(task.sample->id) : Value());
    entry.append("machine_id", task.machine ? Value(task.machine->id) : Value());
    entry.append("tlp", orNull(task.tlp));
    entry.append("user_id", 1);
    Array tags;
    for (const QString& tag : task.tags) {
        tags.push_back(text(tag));
    }
    entry.append("tags", std::move(tags));
    return entry;
}

Value sampleEntry(const Task& task)
{
    if (!task.sample) {
        return Object();
    }
    const Sample& sample = *task.sample;
    return Object{
        {"id", sample.id},
        {"file_size", sample.size},
        {"file_type", text(sample.type)},
        {"md5", text(sample.md5)},
        {"crc32", text(sample.crc32)},
        {"sha1", text(sample.sha1)},
        {"sha256", text(sample.sha256)},
        {"sha512", text(sample.sha512)},
        {"ssdeep", text(sample.ssdeep)},
        {"source_url", nullptr},
    };
}

Value guestEntry(const Task& task)
{
    if (!task.machine) {
        return Object();
    }
    return Object{
        {"id", task.guestId},
        {"status", hasRun(task) ? "complete" : "running"},
        {"name", text(task.machine->name)},
        {"label", text(task.machine->name)},
        {"platform", text(task.machine->platform)},
        {"manager", "KVM"},
        {"started_on", timeValue(task.started)},
        {"shutdown_on", timeValue(hasRun(task) ? task.analysed : QDateTime())},
        {"task_id", task.id},
    };
}

} // namespace

QString stateName(TaskState state)
{
    switch (state) {
    case TaskState::Pending:
        return u"pending"_s;
    case TaskState::Running:
        return u"running"_s;
    case TaskState::Completed:
        return u"completed"_s;
    case TaskState::Recovered:
        return u"recovered"_s;
    case TaskState::Reported:
        return u"reported"_s;
    case TaskState::FailedAnalysis:
        return u"failed_analysis"_s;
    case TaskState::FailedProcessing:
        return u"failed_processing"_s;
    case TaskState::FailedReporting:
        return u"failed_reporting"_s;
    case TaskState::Banned:
        return u"banned"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

Value timeValue(const QDateTime& time)
{
    return time.isValid() ? text(time.toString(u"yyyy-MM-dd HH:mm:ss"_s)) : Value();
}

Value searchEntry(const Task& task)
{
    Object entry = commonPart(task);
    entry.append("sample", sampleEntry(task));
    return entry;
}

Value viewEntry(const Task& task)
{
    Object entry = commonPart(task);
    entry.append("guest", guestEntry(task));
    Array errors;
    for (const QString& error : task.errors) {
        errors.push_back(text(error));
    }
    entry.append("errors", std::move(errors));
    entry.append("sample", sampleEntry(task));
    return entry;
}

} // namespace demo
