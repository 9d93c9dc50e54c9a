// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/reportinsertion.h"

#include <QCoreApplication>
#include <QFile>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

namespace core {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportArchive)
};

constexpr qint64 ChunkSize = 1 << 20; // bytes

std::unexpected<Error> cannotWrite(const QString& zipFile, const QString& reason)
{
    return std::unexpected(Error{
        ErrorCode::CannotWrite, Text::tr("The report could not be written into its archive %1.").arg(zipFile), reason});
}

} // namespace

Result<void> insertReport(const QString& zipFile, const QString& reportFile)
{
    QFile report(reportFile);
    if (!report.open(QIODevice::ReadOnly)) {
        return std::unexpected(
            Error{ErrorCode::CannotRead, Text::tr("The report %1 could not be read.").arg(reportFile),
                report.errorString()});
    }
    QuaZip zip(zipFile);
    zip.setUtf8Enabled(true);
    if (!zip.open(QuaZip::mdAdd)) {
        return std::unexpected(Error{ErrorCode::BadArchive, Text::tr("The archive's directory is damaged."),
            QString::number(zip.getZipError())});
    }
    QuaZipNewInfo info(QStringLiteral("reports/lite.json"));
    info.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QuaZipFile entry(&zip);
    if (!entry.open(QIODevice::WriteOnly, info)) {
        return cannotWrite(zipFile, QString::number(entry.getZipError()));
    }
    while (!report.atEnd()) {
        const QByteArray chunk = report.read(ChunkSize);
        if (chunk.isEmpty()) {
            return cannotWrite(zipFile, report.errorString());
        }
        if (entry.write(chunk) != chunk.size()) {
            return cannotWrite(zipFile, QString::number(entry.getZipError()));
        }
    }
    entry.close();
    const int written = entry.getZipError();
    zip.close();
    if (written != 0 || zip.getZipError() != 0) {
        return cannotWrite(zipFile, QString::number(written != 0 ? written : zip.getZipError()));
    }
    report.remove();
    return {};
}

} // namespace core
