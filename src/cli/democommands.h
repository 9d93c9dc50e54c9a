// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"

namespace cli {

inline constexpr std::string_view DemoUsage = "demo [--out DIR]";
inline constexpr std::string_view DemoServerUsage
    = "demo-server [--port N] [--token T]... [--rate N/m] [--report ZIP]... [FAULT...]";

// The whole main job without a window, against a demo server of its own.
int runDemo(const QStringList& arguments);
// Serves until it is interrupted or terminated.
int runDemoServer(const QStringList& arguments);

} // namespace cli
