// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/report/report.h"
#include "core/result/analysisresult.h"
#include "core/result/conversionoptions.h"

#include <QString>

#include <stop_token>

namespace ui {

// Converts the report of the file at `path`: one in a ZIP along with the ZIP's other files, and where `report` is null
// those alone. Not for the UI thread. Errors: those of core::buildResult and ReportArchive::open.
core::Result<core::AnalysisResultPtr> convertReport(
    const core::Report* report, const QString& path, const core::ConversionOptions& options, std::stop_token stop = {});

} // namespace ui
