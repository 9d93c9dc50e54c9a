// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/report/report.h"
#include "core/result/analysisresult.h"
#include "core/result/conversionoptions.h"

#include <QString>

namespace cli {

// Writes the result as an Assemblyline bundle, with what the report knows of the sample and of the times; `report` may
// be null. What Assemblyline would refuse is named on stderr.
core::Result<void> writeBundle(const QString& path, const core::AnalysisResult& result, const core::Report* report,
    const core::BundleSettings& settings);

} // namespace cli
