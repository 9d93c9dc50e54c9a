// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

// capewb check-server: what a server offers, as a table.
int runCheckServer(const QStringList& arguments);

} // namespace cli
