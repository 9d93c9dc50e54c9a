// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/classifier.h"
#include "core/filetype/filetype.h"
#include "core/submission/filename.h"
#include "core/submission/input.h"
#include "core/submission/peexports.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace core::submission {

namespace {

constexpr qint64 chunkSize = 1 << 20;
// A DLL beyond this size is not searched for exports: the well-known ones are offered.
constexpr qint64 largestDll = 256LL << 20;

std::unexpected<Error> refused(ErrorCode code, const QString& message, const QString& detail = {})
{
    return std::unexpected(Error{code, message, detail});
}

// Recordings are replayed by CAPE's web page, not by the calls of its API that run a sample.
bool isRecording(const QString& name, const std::string& type)
{
    static const QStringList endings{QStringLiteral("pcap"), QStringLiteral("pcapng"), QStringLiteral("saz")};
    return type == "network/tcpdump" || endings.contains(QFileInfo(name).suffix().toLower());
}

Result<void> checkSize(const QFileInfo& info, qint64 uploadLimit)
{
    if (!info.isFile()) {
        return refused(ErrorCode::BadInput,
            QCoreApplication::translate("SubmissionInput", "%1 is no file. Give the files in it one by one.")
                .arg(info.filePath()));
    }
    if (info.size() == 0) {
        return refused(ErrorCode::BadInput,
            QCoreApplication::translate("SubmissionInput", "The file %1 is empty: CAPE refuses it.")
                .arg(info.fileName()));
    }
    if (info.size() > uploadLimit) {
        return refused(ErrorCode::TooLarge,
            QCoreApplication::translate("SubmissionInput",
                "The file %1 has %L2 bytes, and the server takes at most %L3. If its web.conf allows more "
                "(max_sample_size), raise the limit in its profile, or with --upload-limit.")
                .arg(info.fileName())
                .arg(info.size())
                .arg(uploadLimit));
    }
    return {};
}

Result<void> checkType(const QString& name, const std::string& type, bool withoutClassifier)
{
    if (isRecording(name, type)) {
        return refused(ErrorCode::Unsupported,
            QCoreApplication::translate("SubmissionInput",
                "%1 is a recording of network traffic: CAPE's API runs samples and does not replay recordings. Submit "
                "it on the server's web page.")
                .arg(name));
    }
    if (!assignExtension(cleanFileName(name.toStdString()), type) && type.starts_with("archive/")) {
        return refused(ErrorCode::Unsupported,
            QCoreApplication::translate("SubmissionInput",
                "CAPE does not take %1: it is an archive of the type %2. Unpack it and submit its files or their "
                "folder, "
                "or pack them as ZIP, RAR or 7-Zip.")
                .arg(name, QString::fromStdString(type)));
    }
    if (!assignExtension(cleanFileName(name.toStdString()), type)) {
        return refused(ErrorCode::Unsupported,
            QCoreApplication::translate("SubmissionInput",
                "CAPE cannot run %1: it is of the type %2. If you know better, give the file a name with the right "
                "extension.")
                .arg(name, QString::fromStdString(type)),
            withoutClassifier ? filetype::Classifier::shared().reason() : QString());
    }
    return {};
}

// Hashes the file chunk by chunk.
Result<void> hash(QFile& file, QCryptographicHash& digest, qint64 uploadLimit, const std::stop_token& stop)
{
    qint64 read = 0;
    while (!file.atEnd()) {
        if (stop.stop_requested()) {
            return refused(ErrorCode::Cancelled, {});
        }
        const QByteArray chunk = file.read(chunkSize);
        read += chunk.size();
        if (chunk.isEmpty() || read > uploadLimit) {
            return refused(ErrorCode::CannotRead,
                QCoreApplication::translate("SubmissionInput", "The file %1 could not be read to its end.")
                    .arg(file.fileName()),
                file.errorString());
        }
        digest.addData(chunk);
    }
    return {};
}

std::vector<std::string> exportsOf(QFile& file, const std::string& type)
{
    if (!type.contains("dll") || file.size() > largestDll || !file.seek(0)) {
        return {};
    }
    const QByteArray bytes = file.read(largestDll);
    return readPeExports(std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))))
        .value_or(std::vector<std::string>());
}

} // namespace

Result<Sample> readSample(const QString& path, qint64 uploadLimit, const std::stop_token& stop)
{
    const QFileInfo info(path);
    if (const auto fits = checkSize(info, uploadLimit); !fits) {
        return std::unexpected(fits.error());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return refused(ErrorCode::CannotRead,
            QCoreApplication::translate("SubmissionInput", "The file %1 could not be read.").arg(path),
            file.errorString());
    }
    QCryptographicHash digest(QCryptographicHash::Sha256);
    if (const auto hashed = hash(file, digest, uploadLimit, stop); !hashed) {
        return std::unexpected(hashed.error());
    }
    Sample sample{path, file.size(), QString::fromLatin1(digest.result().toHex()), {}};
    sample.facts.name = info.fileName().toStdString();
    filetype::Identification what = filetype::identify(file);
    sample.facts.type = std::move(what.type);
    sample.withoutClassifier = what.withoutClassifier;
    if (const auto runs = checkType(info.fileName(), sample.facts.type, sample.withoutClassifier); !runs) {
        return std::unexpected(runs.error());
    }
    sample.facts.dllExports = exportsOf(file, sample.facts.type);
    return sample;
}

} // namespace core::submission
