// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/printer.h"
#include "cli/reportinput.h"
#include "core/error.h"
#include "core/result/analysisresult.h"
#include "core/result/conversionoptions.h"

#include <QString>

namespace cli {

// Writes the result as an Assemblyline bundle, with what the report knows of the sample and of the times. Where neither
// result nor report says which file it is about, the sample in the report's ZIP does, or the one that the settings
// name. What Assemblyline would refuse is named by the printer. Errors: those of core::bundle::write.
core::Result<void> writeBundle(const QString& path, const core::AnalysisResult& result, ReportInput& input,
    const core::BundleSettings& settings, const Printer& printer);

} // namespace cli
