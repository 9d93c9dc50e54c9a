// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string_view>

namespace cli {

inline constexpr std::string_view CheckServerUsage
    = "check-server URL|--profile NAME [--token-env VAR] [--ca FILE] [--pin SHA256] [--allow-clear-token]";

// capewb check-server: what a server offers, as a table.
int runCheckServer(const QStringList& arguments);

} // namespace cli
