// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportconversion.h"

#include "core/archive/reportarchive.h"
#include "core/report/reportreader.h"
#include "core/result/resultbuilder.h"
#include "ui/report/thumbnail.h"

#include <QDir>
#include <QFileInfo>

namespace ui {

namespace {

// The analysis' own folder, when the report lies in its reports folder; there its ETW traces are looked for.
QString taskFolderOf(const QString& path)
{
    const QDir folder = QFileInfo(path).dir();
    return folder.dirName() == QLatin1String("reports") ? QFileInfo(folder.absolutePath()).absolutePath() : QString();
}

} // namespace

core::Result<core::AnalysisResultPtr> convertReport(
    const core::Report* report, const QString& path, const core::ConversionOptions& options, std::stop_token stop)
{
    if (report && core::ReportReader::container(path) != core::ReportContainer::Zip) {
        return core::buildResult(*report, options, taskFolderOf(path), stop);
    }
    core::Result<core::ReportArchive> archive = core::ReportArchive::open(path);
    if (!archive) {
        return std::unexpected(archive.error());
    }
    return core::buildResult(report, *archive, options, makeThumbnail, stop);
}

} // namespace ui
