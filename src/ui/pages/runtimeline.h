// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/report/navigation.h"
#include "ui/widgets/timelinestrip.h"

#include <vector>

namespace ui {

// What the strip of a whole run shows: the births of processes, network traffic and signatures, each with where it
// leads. Times are places on the report's axis, in seconds from the start of the run.
struct RunTimeline {
    std::vector<TimelineStrip::Event> events;
    std::vector<Target> targets; // of each event
    double start = 0;
    double end = 1;
};

QStringList runTimelineLanes();
RunTimeline runTimelineOf(const core::Report& report);

} // namespace ui
