// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/archive.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>
#include <quazip/quazipnewinfo.h>

namespace demo {

namespace {

constexpr qint64 UnpackLimit = 100'000'000;

core::Error cannotWrite(int code)
{
    return {core::ErrorCode::BadArchive,
        QCoreApplication::translate("demo::Archive", "The report archive could not be made."), QString::number(code)};
}

} // namespace

core::Result<QByteArray> packZip(const std::vector<ArchiveEntry>& entries, const QDateTime& time)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QuaZip zip(&buffer);
    zip.setUtf8Enabled(true);
    if (!zip.open(QuaZip::mdCreate)) {
        return std::unexpected(cannotWrite(zip.getZipError()));
    }
    for (const ArchiveEntry& entry : entries) {
        QuaZipNewInfo info(entry.path);
        info.dateTime = time;
        info.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
        QuaZipFile file(&zip);
        if (!file.open(QIODevice::WriteOnly, info) || file.write(entry.bytes) != entry.bytes.size()) {
            return std::unexpected(cannotWrite(file.getZipError()));
        }
        file.close();
        if (file.getZipError() != 0) {
            return std::unexpected(cannotWrite(file.getZipError()));
        }
    }
    zip.close();
    if (zip.getZipError() != 0) {
        return std::unexpected(cannotWrite(zip.getZipError()));
    }
    return bytes;
}

std::vector<ArchiveEntry> unpackZip(const QByteArray& zipBytes, const QString& password, int maximumFiles)
{
    QByteArray bytes = zipBytes;
    QBuffer buffer(&bytes);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip)) {
        return {};
    }
    std::vector<ArchiveEntry> entries;
    qint64 left = UnpackLimit;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (!zip.getCurrentFileInfo(&info) || int(entries.size()) == maximumFiles) {
            return {};
        }
        const QString path = info.name;
        if (path.endsWith(QLatin1Char('/'))) {
            continue;
        }
        QuaZipFile file(&zip);
        const QByteArray key = info.isEncrypted() ? password.toUtf8() : QByteArray();
        if (!file.open(QIODevice::ReadOnly, key.isEmpty() ? nullptr : key.constData())) {
            return {};
        }
        QByteArray content = file.read(left + 1);
        left -= content.size();
        if (left < 0 || file.getZipError() != 0 || content.size() != file.size()) {
            return {};
        }
        entries.push_back({path, std::move(content)});
    }
    return entries;
}

} // namespace demo
