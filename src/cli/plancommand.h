// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

// capewb plan CASE.json: prints what would be submitted where, without doing it.
int runPlan(const QStringList& arguments);

} // namespace cli
