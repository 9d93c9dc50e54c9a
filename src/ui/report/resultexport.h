// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/bundlewriter.h"
#include "core/error.h"
#include "core/report/report.h"
#include "core/result/analysisresult.h"

#include <QString>

namespace ui {

// What of a report can be written for Assemblyline.
enum class ExportKind {
    Result, // as Assemblyline stores it
    Ontology,
    ServiceResult, // as its service hands it over
    Bundle, // a submission that Assemblyline imports
    Artifacts, // the folder of the extracted and supplementary files
};
inline constexpr ExportKind ExportKinds[]
    = {ExportKind::Result, ExportKind::Ontology, ExportKind::ServiceResult, ExportKind::Bundle, ExportKind::Artifacts};

QString exportName(ExportKind kind); // translated
QString exportPurpose(ExportKind kind); // translated, one sentence
// The file's or folder's name, which begins with the sample's hash.
QString exportFileName(ExportKind kind, const QString& sha256);

// What a bundle of this report says beside its result, without the sample's bytes.
core::bundle::Options bundleOptions(const core::Report& report, const core::AnalysisResult& result);

// Writes it; a file is whole or not there at all. The options are a bundle's.
core::Result<void> exportTo(
    ExportKind kind, const core::AnalysisResult& result, const core::bundle::Options& options, const QString& path);

} // namespace ui
