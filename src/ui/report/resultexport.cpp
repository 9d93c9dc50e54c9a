// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/resultexport.h"

#include "core/json/value.h"
#include "core/result/resultwriter.h"
#include "ui/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace ui {

core::Result<void> exportResult(const core::AnalysisResult& result, const QString& path)
{
    const std::string text = core::json::dump(core::ResultWriter::storedResult(result), 2);
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text.data(), qint64(text.size())) >= 0 && file.commit();
    if (!written)
        return std::unexpected(core::Error {core::ErrorCode::CannotWrite,
            QCoreApplication::translate("ResultExport", "%1 cannot be written: %2").arg(path, file.errorString()), {}});
    Settings::set(Setting::LastResultPath, path);
    return {};
}

QString proposedResultPath(const QString& sha256)
{
    const QString last = Settings::text(Setting::LastResultPath);
    const QString folder = last.isEmpty() ? Settings::text(Setting::ExportFolder) : QFileInfo(last).absolutePath();
    const QString name = sha256.isEmpty() ? QStringLiteral("result.json") : QStringLiteral("%1.result.json").arg(sha256.first(std::min<qsizetype>(16, sha256.size())));
    return QDir(folder).filePath(name);
}

} // namespace ui
