// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/result/analysisresult.h"

#include <QStringList>
#include <QUrl>

namespace cli {

// One page of plain text on an analysis: what was analysed, what was found, and the files written.
QString demoSummary(
    const core::Report& report, const core::AnalysisResult& result, const QUrl& server, const QStringList& files);

} // namespace cli
