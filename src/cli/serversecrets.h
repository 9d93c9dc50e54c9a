// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/printer.h"
#include "cli/serverselection.h"
#include "net/credentials.h"

#include <expected>

namespace cli {

// The secrets of a server that was named on the command line, once nothing stands against using them; the exit code
// where something does, which is told. Runs the event loop.
std::expected<net::Credentials, int> usableSecrets(const NamedServer& server, bool allowClear, const Printer& printer);

} // namespace cli
