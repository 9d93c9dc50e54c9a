// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cli {

// From now on SIGINT and SIGTERM end the event loop in good order (exit code 0) instead of killing the process.
void quitOnSignals();

} // namespace cli
