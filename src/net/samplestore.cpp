// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/samplestore.h"

#include "core/archive/cart.h"
#include "core/privatefile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

namespace net {

namespace {

using core::Error;
using core::ErrorCode;

constexpr qint64 LargestSample = 1LL << 31; // bytes

struct Samples {
    Q_DECLARE_TR_FUNCTIONS(SampleStore)
};

std::optional<Error> unfit(const QFileInfo& info, qint64 limit)
{
    const QString name = info.fileName();
    if (!info.exists()) {
        return Error{ErrorCode::CannotRead, Samples::tr("The file %1 no longer exists.").arg(name), info.filePath()};
    }
    if (!info.isFile()) {
        return Error{ErrorCode::BadInput, Samples::tr("%1 is not a file.").arg(name), info.filePath()};
    }
    if (info.size() == 0) {
        return Error{ErrorCode::BadInput, Samples::tr("The file %1 is empty; CAPE refuses empty files.").arg(name), {}};
    }
    if (info.size() > limit) {
        return Error{ErrorCode::TooLarge,
            Samples::tr("The file %1 is larger than the %2 bytes that this server takes (see the profile).")
                .arg(name)
                .arg(limit),
            Samples::tr("%1 bytes").arg(info.size())};
    }
    return std::nullopt;
}

// The device's bytes, as long as nobody asks to stop: packing a large sample ends early.
class StoppableFile : public QFile {
public:
    StoppableFile(const QString& path, const std::stop_token& stop)
        : QFile(path)
        , m_stop(stop)
    {
    }

protected:
    qint64 readData(char* data, qint64 length) override
    {
        if (!m_stop.stop_requested()) {
            return QFile::readData(data, length);
        }
        setErrorString(Samples::tr("Cancelled."));
        return -1;
    }

private:
    const std::stop_token m_stop;
};

class CartSampleStore : public SampleStore {
public:
    explicit CartSampleStore(const QString& folder)
        : m_folder(folder)
    {
        // What a killed process was packing.
        const auto left = QDir(folder).entryInfoList({QStringLiteral("incoming-*")}, QDir::Files);
        for (const QFileInfo& file : left) {
            QFile::remove(file.filePath());
        }
    }

    core::Result<Stored> add(const QString& source, qint64 limit, const std::stop_token& stop) override
    {
        if (const auto error = unfit(QFileInfo(source), limit)) {
            return std::unexpected(*error);
        }
        StoppableFile plain(source, stop);
        if (!plain.open(QIODevice::ReadOnly)) {
            return std::unexpected(Error{ErrorCode::CannotRead,
                Samples::tr("The file %1 could not be read.").arg(QFileInfo(source).fileName()), plain.errorString()});
        }
        if (const auto made = core::makePrivateFolder(m_folder); !made) {
            return std::unexpected(made.error());
        }
        QTemporaryFile packed(m_folder + QStringLiteral("/incoming-XXXXXX")); // mode 0600 from the start
        if (!packed.open()) {
            return std::unexpected(cannotWrite(packed.errorString()));
        }
        const core::json::Object header{{"name", QFileInfo(source).fileName().toStdString()}};
        const auto description = core::cart::pack(plain, packed, header);
        if (stop.stop_requested()) {
            return std::unexpected(Error{ErrorCode::Cancelled, Samples::tr("Cancelled."), {}});
        }
        if (!description) {
            return std::unexpected(description.error());
        }
        Stored stored;
        stored.sha256 = QString::fromUtf8(description->footer["sha256"].toString());
        stored.size = QString::fromUtf8(description->footer["length"].toString()).toLongLong();
        if (stored.size > limit) {
            return std::unexpected(
                Error{ErrorCode::TooLarge, Samples::tr("The file grew beyond what this server takes."), {}});
        }
        return keep(packed, std::move(stored));
    }

    core::Result<std::unique_ptr<QIODevice>> open(const QString& path) override
    {
        const auto unreadable = [](const QString& reason) {
            return std::unexpected(Error{ErrorCode::CannotRead,
                Samples::tr("The workbench's copy of the sample could not be read. Submit the file again."), reason});
        };
        QFile packed(path);
        if (!packed.open(QIODevice::ReadOnly)) {
            return unreadable(packed.errorString());
        }
        // In memory: unpacked bytes never touch the disk.
        auto plain = std::make_unique<QBuffer>();
        plain->open(QIODevice::ReadWrite);
        if (const auto unpacked = core::cart::unpack(packed, *plain, LargestSample); !unpacked) {
            return unreadable(unpacked.error().message);
        }
        plain->seek(0);
        return plain;
    }

    void remove(const QString& path) override { QFile::remove(path); }

private:
    static Error cannotWrite(const QString& reason)
    {
        return {
            ErrorCode::CannotWrite, Samples::tr("The sample could not be copied to the workbench's folder."), reason};
    }

    core::Result<Stored> keep(QTemporaryFile& packed, Stored stored) const
    {
        stored.path = QStringLiteral("%1/%2.cart").arg(m_folder, stored.sha256);
        const bool flushed = packed.flush();
        packed.close();
        // An equal sample that is there already may be open for an upload; replacing it would change nothing.
        if (QFile::exists(stored.path)) {
            return stored;
        }
        if (flushed && packed.rename(stored.path)) {
            packed.setAutoRemove(false);
            return stored;
        }
        const QString reason = packed.errorString();
        if (flushed && QFile::exists(stored.path)) {
            return stored; // another thread has kept an equal one meanwhile
        }
        return std::unexpected(cannotWrite(reason));
    }

    const QString m_folder;
};

} // namespace

std::unique_ptr<SampleStore> cartSampleStore(const QString& folder)
{
    return std::make_unique<CartSampleStore>(folder);
}

} // namespace net
