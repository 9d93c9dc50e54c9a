// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string_view>

namespace cli {

inline constexpr std::string_view IdentifyUsage = "identify FILE... [--json]";

// Prints what Assemblyline takes files for, a line a file; files that cannot be read are told on stderr.
int runIdentify(const QStringList& words);

} // namespace cli
