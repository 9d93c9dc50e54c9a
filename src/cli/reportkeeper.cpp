// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportkeeper.h"

#include "core/archive/safefilename.h"
#include "core/outputfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace cli {

namespace {

core::Result<void> copy(const QString& from, const QString& to)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(core::Error{core::ErrorCode::CannotRead,
            QCoreApplication::translate("SubmitCommand", "The fetched report cannot be read."), file.errorString()});
    }
    return core::copyToOutput(file, to);
}

} // namespace

core::Result<void> ReportKeeper::makeFolder() const
{
    return core::makeOutputFolder(m_folder);
}

core::Result<void> ReportKeeper::keep(const net::TaskRecord& task, const QString& server)
{
    QString name = QStringLiteral("%1-%2")
                       .arg(task.sha256.isEmpty() ? QStringLiteral("url") : task.sha256.left(16))
                       .arg(task.serverTaskId());
    if (!server.isEmpty()) {
        name += u'-' + server;
    }
    const QString stem = QDir(m_folder).filePath(core::safeFileName(name));
    const QString zip = stem + QStringLiteral(".zip");
    const QString lite = stem + QStringLiteral(".json");
    if (const auto kept = copy(task.reportPath, zip); !kept) {
        return kept;
    }
    if (task.litePath.isEmpty()) {
        m_paths.insert(task.id, zip);
        return {};
    }
    const auto kept = copy(task.litePath, lite);
    if (kept) {
        m_paths.insert(task.id, lite);
    }
    return kept;
}

} // namespace cli
