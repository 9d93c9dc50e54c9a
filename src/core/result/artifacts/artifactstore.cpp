// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/artifactstore.h"

#include "core/archive/reportarchive.h"
#include "core/filetype/filetype.h"
#include "core/result/artifacts/hashingdevice.h"
#include "core/scratchfile.h"
#include "core/sha256.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 MostInMemory = qint64(256) << 20; // all small files together
constexpr qint64 MostInflated = qint64(32) << 20; // of one file, to tell its type

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ArtifactStore)
};

} // namespace

ArtifactStore::ArtifactStore()
    : m_scratch(std::make_shared<ScratchFiles>())
{
}

ArtifactStore::~ArtifactStore() = default;

std::string typeOf(const StoredFile& file)
{
    if (file.isComplete()) {
        return filetype::identify(file.start).type;
    }
    const auto opened = openContent(file.content);
    if (!opened) {
        return "unknown";
    }
    // What comes out of a ZIP cannot seek, as the end of a file is looked at before its middle.
    return (*opened)->isSequential() ? filetype::identify((*opened)->read(MostInflated)).type
                                     : filetype::identify(**opened).type;
}

Result<StoredFile> ArtifactStore::take(ReportArchive& archive, const QString& entry)
{
    HashingDevice bytes;
    if (const Result<qint64> read = archive.readTo(entry, bytes); !read) {
        return std::unexpected(read.error());
    }
    StoredFile file{ZipEntry{archive.path(), entry}, bytes.sha256(), bytes.count(), bytes.start()};
    if (file.isComplete() && m_inMemory + file.size <= MostInMemory) {
        m_inMemory += file.size;
        file.content = file.start;
    }
    return file;
}

StoredFile ArtifactStore::keep(const QByteArray& bytes)
{
    return {bytes, Sha256::hexOf(bytes), bytes.size(), bytes.first(std::min(bytes.size(), HashingDevice::StartSize))};
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

Result<QString> ArtifactStore::innerArchive(ReportArchive& archive, const QString& entry)
{
    Result<std::unique_ptr<ScratchFile>> scratch = ScratchFile::make();
    if (!scratch) {
        return std::unexpected(scratch.error());
    }
    if (const Result<qint64> read = archive.readTo(entry, **scratch); !read) {
        return std::unexpected(read.error());
    }
    if (!(*scratch)->flush()) {
        return std::unexpected((*scratch)->failure());
    }
    m_scratch->push_back(*std::move(scratch));
    return m_scratch->back()->path();
}

} // namespace core
