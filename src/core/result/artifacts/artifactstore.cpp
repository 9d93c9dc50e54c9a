// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/artifactstore.h"

#include "core/archive/reportarchive.h"
#include "core/filetype/filetype.h"
#include "core/result/artifacts/spooldevice.h"
#include "core/sha256.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace core {

namespace {

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ArtifactStore)
};

Error noRoom(const QString& reason)
{
    return {ErrorCode::CannotWrite,
        Text::tr("There is no room for a temporary file. Free some space on the disk and try again."), reason};
}

} // namespace

ArtifactStore::ArtifactStore() = default;
ArtifactStore::~ArtifactStore() = default;

Result<QString> ArtifactStore::freshPath()
{
    if (!m_folder) {
        auto folder = std::make_shared<QTemporaryDir>();
        if (!folder->isValid()) {
            return std::unexpected(noRoom(folder->errorString()));
        }
        m_folder = std::move(folder);
    }
    return m_folder->filePath(QString::number(m_count++));
}

std::string typeOf(const StoredFile& file)
{
    if (const auto* bytes = std::get_if<QByteArray>(&file.content)) {
        return filetype::identify(*bytes).type;
    }
    QFile stored(std::get<QString>(file.content));
    return stored.open(QIODevice::ReadOnly) ? filetype::identify(stored).type : std::string("unknown");
}

Result<StoredFile> ArtifactStore::take(ReportArchive& archive, const QString& entry)
{
    SpoolDevice spool([this] { return freshPath().value_or(QString()); });
    if (const Result<qint64> read = archive.readTo(entry, spool); !read) {
        return std::unexpected(read.error());
    }
    StoredFile file;
    if (!spool.finish(file)) {
        return std::unexpected(noRoom(spool.errorString()));
    }
    return file;
}

StoredFile ArtifactStore::keep(const QByteArray& bytes)
{
    return {bytes, Sha256::hexOf(bytes), bytes.size(), bytes.first(std::min(bytes.size(), MostInMemory))};
}

Result<StoredFile> ArtifactStore::refer(const QString& path)
{
    QFile file(path);
    Sha256 hash;
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(file)) {
        const QString message = Text::tr("%1 cannot be read. Check the name and your rights.").arg(path);
        return std::unexpected(Error{ErrorCode::CannotRead, message, file.errorString()});
    }
    return StoredFile{path, hash.hex(), file.size(), {}};
}

Result<QString> ArtifactStore::pathOf(const StoredFile& file)
{
    if (const QString* path = std::get_if<QString>(&file.content)) {
        return *path;
    }
    const Result<QString> path = freshPath();
    if (!path) {
        return path;
    }
    QFile out(*path);
    const QByteArray& bytes = std::get<QByteArray>(file.content);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        || out.write(bytes) != bytes.size() || !out.flush()) {
        return std::unexpected(noRoom(out.errorString()));
    }
    return path;
}

} // namespace core
