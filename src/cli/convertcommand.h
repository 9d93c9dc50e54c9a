// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"

namespace cli {

inline constexpr std::string_view ConvertUsage = "convert INPUT [--options FILE] [--result F] [--ontology F] "
                                                 "[--service-result F] [--bundle F] [--artifacts DIR] [--stats]";

// Converts a report into what Assemblyline's CAPE service makes of it, and writes the parts asked for.
int runConvert(const QStringList& arguments);

} // namespace cli
