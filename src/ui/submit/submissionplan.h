// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/parameters.h"
#include "net/capetypes.h"
#include "net/taskqueue.h"
#include "ui/submit/samplelistmodel.h"

namespace ui {

// A server among those that the analyst may choose: its name and, once they are known, its machines.
struct SubmitServer {
    QString profileId;
    QString name;
    std::optional<QList<net::Machine>> machines;
    qint64 uploadLimit = 30'000'000; // bytes
};

// What will be sent, and why something will not.
struct SubmissionPlan {
    QList<net::Submission> submissions;
    QStringList problems; // translated or, for the planner's notes, English
};

// Why these choices cannot be sent although a server would swallow them in silence; empty when all is well.
QString problemOf(const core::submission::Parameters& parameters);

// What these samples mean for these servers: core's planner where a machine is asked for and the server's machines are
// known, otherwise the fields as they are asked for.
SubmissionPlan planSubmissions(
    const QList<Sample>& samples, const QList<SubmitServer>& servers, const core::submission::Parameters& parameters);

} // namespace ui
