// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace cli {

// From now on the first of SIGINT, SIGTERM and SIGHUP calls `stop` in the event loop instead of killing the process;
// the next one kills it. Once a process.
void onStopSignal(std::function<void()> stop);

// The same for a program that has nothing to do at its end but to leave the event loop, with exit code 0.
void quitOnSignals();

} // namespace cli
