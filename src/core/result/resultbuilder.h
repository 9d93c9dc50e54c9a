// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/result/analysisresult.h"
#include "core/result/artifacts/artifact.h"
#include "core/result/conversionoptions.h"

#include <QString>

#include <stop_token>

namespace core {

class Report;
class ReportArchive;

// Converts a report into the result that Assemblyline's CAPE service would have made of it. Fails only when it was
// stopped; whatever is missing or of the wrong kind costs that part and is named in the result's warnings.
// `taskFolder` is the folder of the analysis, in whose ETW folder the event traces lie; empty where there is none.
Result<AnalysisResultPtr> buildResult(
    const Report& report, const ConversionOptions& options, const QString& taskFolder = {}, std::stop_token stop = {});

// The same for a report ZIP, with its other files attached. `report` is null where the ZIP has no lite report: the
// result then says so, and carries the files.
Result<AnalysisResultPtr> buildResult(const Report* report, ReportArchive& archive, const ConversionOptions& options,
    const Thumbnailer& thumbnailer = {}, std::stop_token stop = {});

} // namespace core
