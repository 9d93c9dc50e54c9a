// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"
#include "cli/convertarguments.h"

namespace cli {

// Converts reports into what Assemblyline's CAPE service makes of them, and writes the parts asked for. What fails for
// one report or output does not keep the others from being written.
int runConvert(const QStringList& arguments);

} // namespace cli
