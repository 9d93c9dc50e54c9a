// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string_view>

namespace cli {

inline constexpr std::string_view TasksUsage
    = "tasks URL|--profile NAME [--token-env VAR] [--status STATE] [--limit N] [--json]";

// `capewb tasks`: lists the tasks on a server, whoever submitted them.
int runTasks(const QStringList& words);

} // namespace cli
