// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string_view>

namespace cli {

inline constexpr std::string_view SubmitUsage
    = "submit PATH|URL... --server URL [--token-env VAR] [--param NAME=VALUE]... [--wait] [--out DIR]";

// Submits to a CAPE server; with --wait follows the tasks and puts their reports into DIR (by default the current
// folder). Prints one line a task: name, task id on the server, state, report.
int runSubmit(const QStringList& arguments);

} // namespace cli
