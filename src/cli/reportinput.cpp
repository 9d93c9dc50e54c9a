// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportinput.h"

#include "core/report/reportparser.h"
#include "core/report/reportreader.h"
#include "core/result/resultbuilder.h"
#include "core/utctime.h"

#include <QDir>
#include <QFileInfo>

namespace cli {

namespace {

core::Result<ReportInput> readZip(const QString& path)
{
    core::Result<core::ReportArchive> archive = core::ReportArchive::open(path);
    if (!archive) {
        return std::unexpected(archive.error());
    }
    ReportInput input;
    core::Result<core::PaddedBuffer> text = archive->readLiteReport(qint64(core::ParseControl().limits.bytes));
    if (!text && text.error().code != core::ErrorCode::NoLiteReport) {
        return std::unexpected(text.error());
    }
    if (text) {
        core::Result<core::ReportPtr> report = core::ReportParser::parse(*std::move(text));
        if (!report) {
            return std::unexpected(report.error());
        }
        input.report = *std::move(report);
    }
    input.archive = *std::move(archive);
    return input;
}

// A lite report lies in the "reports" folder of its analysis; the event traces lie beside that folder.
QString taskFolderOf(const QString& input)
{
    QDir folder = QFileInfo(input).absoluteDir();
    return folder.dirName() == QLatin1String("reports") && folder.cdUp() ? folder.absolutePath() : QString();
}

} // namespace

core::Result<ReportInput> readInput(const QString& path)
{
    const core::Result<core::ReportContainer> container = core::ReportReader::container(path);
    if (!container) {
        return std::unexpected(container.error());
    }
    if (*container == core::ReportContainer::Zip) {
        return readZip(path);
    }
    core::Result<core::ReportPtr> report = core::ReportReader::read(path);
    if (!report) {
        return std::unexpected(report.error());
    }
    return ReportInput{*std::move(report), std::nullopt};
}

core::Result<core::AnalysisResultPtr> convertInput(
    ReportInput& input, const core::ConversionOptions& options, const QString& path)
{
    return input.archive ? core::buildResult(input.report.get(), *input.archive, options)
                         : core::buildResult(*input.report, options, taskFolderOf(path));
}

QDateTime sandboxTime(const std::string& text)
{
    return core::utcTime(QString::fromStdString(text));
}

} // namespace cli
