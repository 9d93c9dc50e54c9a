// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/taskrecord.h"
#include "ui/report/navigation.h"

#include <QUrl>

namespace net {
struct Profile;
} // namespace net

namespace ui {

// What the inspector shows of a task: where it stands and why, in the server's own words and in full, then what was
// submitted and how.
InspectorContent taskFacts(const net::TaskRecord& record, const QString& serverName);

// The task's page of the server's web interface; empty before the server has a task.
QUrl taskPage(const net::TaskRecord& record, const net::Profile& profile);

} // namespace ui
