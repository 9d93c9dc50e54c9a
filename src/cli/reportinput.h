// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/reportarchive.h"
#include "core/report/report.h"
#include "core/result/analysisresult.h"
#include "core/scratchfile.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

namespace cli {

// A report as read: at least one of report and archive is there.
struct ReportInput {
    QString path; // of the file that it was read from
    std::unique_ptr<core::ScratchFile> typed; // what stdin gave
    core::ReportPtr report = {}; // null for a ZIP without a lite report
    std::optional<core::ReportArchive> archive = {}; // where the report came in a ZIP
};

// Reads a report file, the report of an analysis folder, or for "-" what stdin gives. Errors: those of
// ReportReader::read, but a ZIP without a lite report is none; NotFound for a folder without a report.
core::Result<ReportInput> readInput(const QString& input);

// What Assemblyline's CAPE service makes of the report, with the ZIP's other files, or the event traces that lie beside
// a bare report. Errors: those of core::buildResult.
core::Result<core::AnalysisResultPtr> convertInput(ReportInput& input, const core::ConversionOptions& options);

// The SHA-256 of the sample that lies in the ZIP; empty where there is none.
std::string sampleHashInArchive(ReportInput& input);

// A time of the report's "info". The sandbox's times have no zone; they count as UTC. Not valid for any other text.
QDateTime sandboxTime(const std::string& text);

} // namespace cli
