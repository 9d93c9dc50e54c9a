// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string_view>

namespace cli {

inline constexpr std::string_view PlanUsage = "plan CASE.json";

// capewb plan CASE.json: prints what would be submitted where, without doing it.
int runPlan(const QStringList& arguments);

} // namespace cli
