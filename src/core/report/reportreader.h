// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/report/reportparser.h"

#include <QString>

namespace core {

// Where the JSON of a report stands; told by the content, never by the name.
enum class ReportContainer { Json, Gzip, Zip };

// Opens a report file: lite.json, lite.json.gz, or the report ZIP as CAPE serves it.
class ReportReader {
public:
    // Errors: those of ReportParser, CannotRead, BadArchive, NoLiteReport.
    static Result<ReportPtr> read(const QString& path, const ParseControl& control = {});
    // The report's JSON text alone.
    static Result<PaddedBuffer> readText(const QString& path, const ParseControl& control = {});
    static Result<ReportContainer> container(const QString& path);
};

} // namespace core
