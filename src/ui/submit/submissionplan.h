// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/check.h"
#include "core/submission/hostconfig.h"
#include "core/submission/parameters.h"
#include "net/poolprobe.h"
#include "net/taskqueue.h"
#include "ui/submit/sample.h"

namespace ui {

// One task that will be asked for, and why there.
struct PlannedSubmission {
    net::Submission submission;
    QString server; // its name
    QString reason; // why this one of a pool; empty where there was no choice
};

// What will be sent, and why something will not.
struct SubmissionPlan {
    QList<PlannedSubmission> submissions;
    std::vector<core::submission::Problem> checks; // of the choices, by field
    QStringList problems; // translated or, for the planner's notes, English
    core::submission::PoolConfig pool; // under which this was planned
};

// Whether each of the servers gets a task, or the best one of them.
enum class Spread { EachServer, BestServer };

// What these samples mean for these servers, by core's planner. `chance` decides among equals, so that the same choices
// give the same plan.
SubmissionPlan planSubmissions(const QList<Sample>& samples, const QList<net::PoolMember>& servers,
    const core::submission::Parameters& parameters, const core::submission::PoolConfig& config,
    Spread spread = Spread::EachServer, std::size_t chance = 0);

} // namespace ui
