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

GzipText whole(PaddedBuffer&& text)
{
    return {std::move(text), {}};
}

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

namespace {

// A report's JSON, and what is wrong with the file that it stands in.
Result<GzipText> readSource(const QString& path, const ParseControl& control)
{
    const Result<ReportContainer> kind = ReportReader::container(path);
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
        return archive->readLiteReport(qint64(control.limits.bytes), control.stop).transform(whole);
    }
    case ReportContainer::Json:
        break;
    }
    return PaddedBuffer::readFile(path, control.limits.bytes).transform(whole);
}

} // namespace

Result<PaddedBuffer> ReportReader::readText(const QString& path, const ParseControl& control)
{
    return readSource(path, control).transform([](GzipText&& source) { return std::move(source.text); });
}

Result<ReportPtr> ReportReader::read(const QString& path, const ParseControl& control)
{
    Result<GzipText> source = readSource(path, control);
    if (!source) {
        return std::unexpected(source.error());
    }
    ParseControl parsing = control;
    parsing.damage = source->damage;
    return ReportParser::parse(std::move(source->text), parsing);
}

} // namespace core
