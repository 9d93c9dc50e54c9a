// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string_view>

namespace cli {

inline constexpr std::string_view SubmitUsage
    = "submit PATH|URL|HASH... --server URL... [--token-env VAR]... [--param NAME=VALUE]... [--field NAME=VALUE]...\n"
      "                [--preset NAME|FILE] [--config FILE] [--each] [--upload-limit BYTES] [--dry-run] [--wait] "
      "[--out DIR]";

// Submits files and URLs to a CAPE server, or to the least busy of several (to each of them with --each); asks them for
// the samples of hashes. With --wait follows the tasks and puts their reports into DIR (by default the current folder).
// Prints one line a task: name, task id on the server, state, report, server. --dry-run prints the plan instead, as
// `capewb plan` does. Parameters have the Assemblyline service's names; --field sets one of CAPE's own form fields,
// sent as it is in the place of what is planned; --config names a file with keys of the service's configuration.
int runSubmit(const QStringList& arguments);

// Says on stderr what is wrong.
void complain(const QString& reason);

} // namespace cli
