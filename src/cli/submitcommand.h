// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/submitarguments.h"

#include <QStringList>

namespace cli {

// Submits files, folders and URLs to a CAPE server, or to the least busy of several (to each of them with --each); asks
// them for the samples of hashes. With --wait follows the tasks and puts their reports into DIR (by default the current
// folder). Prints one line a task: name, task id on the server, state, report, server. --dry-run prints the plan
// instead, as `capewb plan` does. Parameters have the Assemblyline service's names; --field sets one of CAPE's own form
// fields, sent as it is in the place of what is planned; --config names a file with keys of the service's
// configuration.
int runSubmit(const QStringList& arguments);

} // namespace cli
