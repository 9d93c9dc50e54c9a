// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/capetypes.h"
#include "net/taskrecord.h"

namespace net {

// Whether a task on the server was submitted as this record asks: the Assemblyline service's comparison (timeout,
// custom, package, route, options, memory, enforced timeout, tags, clock), with values compared by what they mean. What
// the server fills in by itself (package, architecture tags) counts only where it was asked for.
bool hasSameOptions(const TaskRecord& record, const TaskView& task);

// The same, and the file name, and a state that gives or will give a report: a task worth having instead of a new one. One
// marked TLP:RED gives none, to nobody.
bool isWorthReusing(const TaskRecord& record, const TaskView& task);

} // namespace net
