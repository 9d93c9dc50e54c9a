// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/resultexport.h"

#include "core/outputfile.h"
#include "core/result/artifacts/artifactswriter.h"
#include "core/result/resultwriter.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ResultExport)
};

} // namespace

core::bundle::Options bundleOptions(const core::Report& report, const core::AnalysisResult& result)
{
    const core::FileInfo& file = report.target().file;
    core::bundle::Options options;
    options.classification = result.classification;
    options.sample = {.sha256 = file.sha256,
        .md5 = file.md5,
        .sha1 = file.sha1,
        .ssdeep = file.ssdeep,
        .tlsh = file.tlsh,
        .magic = file.type,
        .type = "unknown",
        .size = file.size.value_or(0)};
    return options;
}

QString exportName(ExportKind kind)
{
    switch (kind) {
    case ExportKind::Result:
        return Words::tr("Result");
    case ExportKind::Ontology:
        return Words::tr("Ontology");
    case ExportKind::ServiceResult:
        return Words::tr("Service result");
    case ExportKind::Bundle:
        return Words::tr("Bundle");
    case ExportKind::Artifacts:
        return Words::tr("Artifacts");
    }
    return {};
}

QString exportPurpose(ExportKind kind)
{
    switch (kind) {
    case ExportKind::Result:
        return Words::tr("The sections, scores and tags as Assemblyline stores them.");
    case ExportKind::Ontology:
        return Words::tr("Processes, connections and signatures in Assemblyline's own model.");
    case ExportKind::ServiceResult:
        return Words::tr("What Assemblyline's CAPE service would have handed over.");
    case ExportKind::Bundle:
        return Words::tr("A submission that an Assemblyline imports.");
    case ExportKind::Artifacts:
        return Words::tr("The extracted and supplementary files, as they are: hostile, so open none of them.");
    }
    return {};
}

QString exportFileName(ExportKind kind, const QString& sha256)
{
    const QString stem
        = sha256.isEmpty() ? QStringLiteral("report") : sha256.first(std::min<qsizetype>(16, sha256.size()));
    switch (kind) {
    case ExportKind::Result:
        return stem + QStringLiteral(".result.json");
    case ExportKind::Ontology:
        return stem + QStringLiteral(".ontology.json");
    case ExportKind::ServiceResult:
        return stem + QStringLiteral(".service-result.json");
    case ExportKind::Bundle:
        return stem + QStringLiteral(".al_bundle");
    case ExportKind::Artifacts:
        return stem + QStringLiteral(".artifacts");
    }
    return stem;
}

core::Result<void> exportTo(
    ExportKind kind, const core::AnalysisResult& result, const core::bundle::Options& options, const QString& path)
{
    switch (kind) {
    case ExportKind::Result:
        return core::writeJsonOutput(path, core::ResultWriter::storedResult(result), 2);
    case ExportKind::Ontology:
        return core::writeJsonOutput(path, result.ontology, 2);
    case ExportKind::ServiceResult:
        return core::writeJsonOutput(path, core::ResultWriter::serviceResult(result), 2);
    case ExportKind::Bundle:
        return core::bundle::write(result, options, path).transform([](const auto&) { });
    case ExportKind::Artifacts:
        return core::writeArtifacts(path, result);
    }
    return {};
}

} // namespace ui
