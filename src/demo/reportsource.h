// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/task.h"

#include "core/error.h"

#include <QByteArray>
#include <QHash>

namespace demo {

// Where the server's reports come from: the built-in story, told about the task's own sample, or report ZIPs given by
// the user, served in turn as they are.
class ReportSource {
public:
    // What tasks/view counts; nothing is counted of a given report.
    ReportCounts counts(const Task& task, const QStringList& given) const;
    // The whole report ZIP. `withLite` false leaves reports/lite.json out, as a server does whose litereport is off.
    core::Result<QByteArray> zip(const Task& task, bool withLite, const QStringList& given) const;
    // The lite report alone.
    core::Result<QByteArray> lite(const Task& task, const QStringList& given) const;

private:
    mutable QHash<QString, ReportCounts> m_counts; // by package: the story is as long for every sample of a kind
};

} // namespace demo
