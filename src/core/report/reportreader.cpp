// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportreader.h"

#include "core/archive/gzip.h"
#include "core/archive/reportarchive.h"

#include <QCoreApplication>
#include <QFile>

#include <utility>

namespace core {

namespace {

constexpr QByteArrayView gzipMagic("\x1f\x8b", 2);
constexpr QByteArrayView zipMagic("PK\x03\x04", 4);
constexpr QByteArrayView emptyZipMagic("PK\x05\x06", 4);

} // namespace

Result<ReportContainer> ReportReader::container(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const QString message = QCoreApplication::translate(
            "ReportReader", "The file “%1” cannot be opened. Check that it exists and that you may read it.");
        return std::unexpected(Error{ErrorCode::CannotRead, message.arg(path), file.errorString()});
    }
    const QByteArray start = file.read(zipMagic.size());
    if (start.startsWith(gzipMagic)) {
        return ReportContainer::Gzip;
    }
    if (start.startsWith(zipMagic) || start.startsWith(emptyZipMagic)) {
        return ReportContainer::Zip;
    }
    return ReportContainer::Json;
}

Result<PaddedBuffer> ReportReader::readText(const QString& path, const ParseControl& control)
{
    const Result<ReportContainer> kind = container(path);
    if (!kind) {
        return std::unexpected(kind.error());
    }
    switch (*kind) {
    case ReportContainer::Gzip:
        return readGzip(path, control.limits.bytes);
    case ReportContainer::Zip: {
        Result<ReportArchive> archive = ReportArchive::open(path);
        if (!archive) {
            return std::unexpected(archive.error());
        }
        return archive->readLiteReport(qint64(control.limits.bytes), control.stop);
    }
    case ReportContainer::Json:
        break;
    }
    return PaddedBuffer::readFile(path, control.limits.bytes);
}

Result<ReportPtr> ReportReader::read(const QString& path, const ParseControl& control)
{
    Result<PaddedBuffer> text = readText(path, control);
    if (!text) {
        return std::unexpected(text.error());
    }
    return ReportParser::parse(*std::move(text), control);
}

} // namespace core
