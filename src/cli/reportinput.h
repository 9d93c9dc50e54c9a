// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/reportarchive.h"
#include "core/report/report.h"

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

} // namespace cli
