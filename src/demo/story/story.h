// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/archive.h"
#include "demo/task.h"

#include "core/json/value.h"

#include <vector>

namespace demo::story {

// A told analysis: the lite report, and the files beside it in the report ZIP, files.json included.
struct Story {
    core::json::Value report;
    std::vector<ArchiveEntry> files;
    ReportCounts counts;
};

// Tells the demo's made-up analysis about the task's own sample, as the machine that ran it would have recorded it.
// The same task gives the same story, byte for byte.
Story tell(const Task& task);

} // namespace demo::story
