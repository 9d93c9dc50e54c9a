// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/machine.h"
#include "demo/sample.h"
#include "demo/serveroptions.h"

#include "core/json/value.h"

#include <QDateTime>

#include <optional>

namespace demo {

enum class TaskState {
    Pending,
    Running,
    Completed,
    Recovered,
    Reported,
    FailedAnalysis,
    FailedProcessing,
    FailedReporting,
    Banned,
};

// The word of the API.
QString stateName(TaskState state);

// What the report of a task counts; shown by tasks/view once it is reported.
struct ReportCounts {
    int droppedFiles = 0;
    int processes = 0;
    int apiCalls = 0;
    int domains = 0;
    int signatures = 0;
    int alerts = 0;
    int filesWritten = 0;
    int registryKeys = 0;
};

// A submission in the server's database. Times are UTC.
struct Task {
    int id = 0;
    QString target; // file name or URL
    bool isUrl = false;
    int timeout = 0; // seconds
    int priority = 1;
    QString custom;
    QString wantedMachine;
    QString package;
    QString route;
    std::optional<QString> taskTags;
    QString options;
    QString platform;
    bool memory = false;
    bool enforceTimeout = false;
    QDateTime clock;
    std::optional<QString> tlp;
    QStringList tags;
    std::optional<Sample> sample; // none for a URL

    TaskState state = TaskState::Pending;
    std::optional<Failure> failure; // how it will go wrong
    QDateTime added;
    QDateTime started;
    QDateTime analysed; // the guest's end
    QDateTime finished; // the report's
    std::optional<Machine> machine; // where it ran
    int guestId = 0;
    QStringList errors;
    ReportCounts counts;
};

// `yyyy-MM-dd HH:mm:ss`, and null for no time.
core::json::Value timeValue(const QDateTime& time);
// A task as tasks/search lists it, and, with the guest and its errors, as tasks/view shows it.
core::json::Value searchEntry(const Task& task);
core::json::Value viewEntry(const Task& task);

} // namespace demo
