// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/samplestore.h"

#include "net/privatefolder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

namespace net {

namespace {

using core::Error;
using core::ErrorCode;

constexpr qint64 Chunk = 1 << 20;

struct Samples {
    Q_DECLARE_TR_FUNCTIONS(SampleStore)
};

std::optional<Error> unfit(const QFileInfo& info, qint64 limit)
{
    const QString name = info.fileName();
    if (!info.exists())
        return Error{ErrorCode::CannotRead, Samples::tr("The file %1 no longer exists.").arg(name), info.filePath()};
    if (!info.isFile())
        return Error{ErrorCode::BadInput, Samples::tr("%1 is not a file.").arg(name), info.filePath()};
    if (info.size() == 0)
        return Error{ErrorCode::BadInput, Samples::tr("The file %1 is empty; CAPE refuses empty files.").arg(name), {}};
    if (info.size() > limit)
        return Error{ErrorCode::TooLarge,
            Samples::tr("The file %1 is larger than the %2 bytes that this server takes (see the profile).").arg(name).arg(limit),
            Samples::tr("%1 bytes").arg(info.size())};
    return std::nullopt;
}

class PlainSampleStore : public SampleStore {
public:
    explicit PlainSampleStore(const QString& folder) : m_folder(folder) { }

    core::Result<Stored> add(const QString& source, qint64 limit, const std::stop_token& stop) override
    {
        if (const auto error = unfit(QFileInfo(source), limit))
            return std::unexpected(*error);
        QFile in(source);
        if (!in.open(QIODevice::ReadOnly))
            return std::unexpected(Error{ErrorCode::CannotRead,
                Samples::tr("The file %1 could not be read.").arg(QFileInfo(source).fileName()), in.errorString()});
        if (const auto made = makePrivateFolder(m_folder); !made)
            return std::unexpected(made.error());
        QTemporaryFile out(m_folder + QStringLiteral("/incoming-XXXXXX"));
        if (!out.open())
            return std::unexpected(cannotWrite(out.errorString()));
        return copy(in, out, limit, stop).and_then([&](Stored stored) { return keep(out, std::move(stored)); });
    }

    core::Result<std::unique_ptr<QIODevice>> open(const QString& path) override
    {
        auto file = std::make_unique<QFile>(path);
        if (!file->open(QIODevice::ReadOnly))
            return std::unexpected(Error{ErrorCode::CannotRead,
                Samples::tr("The workbench's copy of the sample could not be read. Submit the file again."), file->errorString()});
        return file;
    }

    void remove(const QString& path) override { QFile::remove(path); }

private:
    static Error cannotWrite(const QString& reason)
    {
        return {ErrorCode::CannotWrite, Samples::tr("The sample could not be copied to the workbench's folder."), reason};
    }

    static core::Result<Stored> copy(QFile& in, QTemporaryFile& out, qint64 limit, const std::stop_token& stop)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        Stored stored;
        while (!in.atEnd()) {
            if (stop.stop_requested())
                return std::unexpected(Error{ErrorCode::Cancelled, Samples::tr("Cancelled."), {}});
            const QByteArray bytes = in.read(Chunk);
            if (bytes.isEmpty())
                return std::unexpected(Error{ErrorCode::CannotRead, Samples::tr("The file could not be read to its end."), in.errorString()});
            stored.size += bytes.size();
            if (stored.size > limit)
                return std::unexpected(Error{ErrorCode::TooLarge, Samples::tr("The file grew beyond what this server takes."), {}});
            hash.addData(bytes);
            if (out.write(bytes) != bytes.size())
                return std::unexpected(cannotWrite(out.errorString()));
        }
        stored.sha256 = QString::fromLatin1(hash.result().toHex());
        return stored;
    }

    core::Result<Stored> keep(QTemporaryFile& out, Stored stored) const
    {
        stored.path = QStringLiteral("%1/%2.sample").arg(m_folder, stored.sha256);
        if (!out.flush())
            return std::unexpected(cannotWrite(out.errorString()));
        if (QFileInfo(stored.path).size() == stored.size)
            return stored; // an equal sample is there already
        QFile::remove(stored.path);
        if (!out.rename(stored.path))
            return std::unexpected(cannotWrite(out.errorString()));
        out.setAutoRemove(false);
        return stored;
    }

    const QString m_folder;
};

} // namespace

std::unique_ptr<SampleStore> plainSampleStore(const QString& folder)
{
    return std::make_unique<PlainSampleStore>(folder);
}

} // namespace net
