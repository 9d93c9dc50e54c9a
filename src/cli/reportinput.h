// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/reportarchive.h"
#include "core/report/report.h"
#include "core/result/analysisresult.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace cli {

// A report file as read: at least one of the two is there.
struct ReportInput {
    core::ReportPtr report; // null for a ZIP without a lite report
    std::optional<core::ReportArchive> archive; // where the report came in a ZIP
};

// Errors: those of ReportReader::read, but a ZIP without a lite report is none.
core::Result<ReportInput> readInput(const QString& path);

// What Assemblyline's CAPE service makes of the report at `path`, with the ZIP's other files, or the event traces that
// lie beside a bare report. Errors: those of core::buildResult.
core::Result<core::AnalysisResultPtr> convertInput(
    ReportInput& input, const core::ConversionOptions& options, const QString& path);

// A time of the report's "info". The sandbox's times have no zone; they count as UTC. Not valid for any other text.
QDateTime sandboxTime(const std::string& text);

} // namespace cli
