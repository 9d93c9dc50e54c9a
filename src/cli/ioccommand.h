// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"

namespace cli {

inline constexpr std::string_view IocUsage
    = "ioc INPUT... --format csv|json|stix|misp|navigator|markdown [--out F] [--raw]";

// Writes the indicators of reports to files or to stdout. CSV, JSON and Markdown have hosts, URLs and addresses
// defanged unless --raw is given; STIX and MISP are read by machines and never have.
int runIoc(const QStringList& arguments);

} // namespace cli
