// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/result/analysisresult.h"

#include <QStringList>

namespace cli {

// What could not be used of a report, which may be null, and then what its conversion lacked: a line each.
QStringList warningLines(const core::Report* report, const core::AnalysisResult& result);

} // namespace cli
