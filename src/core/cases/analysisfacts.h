// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/report/report.h"
#include "core/result/analysisresult.h"

namespace core {

// What the case library keeps of a report: name, hash, families, the sandbox's number of the task and its time; with a
// result the score and the families that it names. Path, server and note are the caller's.
Analysis analysisOf(const Report& report, const AnalysisResult* result);

// What an analysis is to be found by: every host that its report has traffic with or looked up, and with a result the
// hosts, URLs and mail addresses of that, and the sample's hashes. Each once.
QStringList searchTerms(const Report& report, const AnalysisResult* result);

} // namespace core
