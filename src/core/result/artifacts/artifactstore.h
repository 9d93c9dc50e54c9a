// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/result/artifacts/filecontent.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace core {

class ReportArchive;
class ScratchFile;

// A file taken out of a report ZIP.
struct StoredFile {
    FileContent content;
    std::string sha256;
    qint64 size = 0;
    QByteArray start; // its first MiB

    bool isComplete() const { return start.size() == size; }
};

// Assemblyline's name of a stored file's type; "unknown" where it cannot be read any more.
std::string typeOf(const StoredFile& file);

// Keeps the files of a result: small ones in memory, large ones where they are, in their ZIP. What an analysis left is
// never unpacked onto the disk.
class ArtifactStore {
public:
    ArtifactStore();
    ~ArtifactStore();

    // Errors: those of ReportArchive::readTo.
    Result<StoredFile> take(ReportArchive& archive, const QString& entry);
    static StoredFile keep(const QByteArray& bytes);
    // A file that lies elsewhere and stays there. Errors: CannotRead.
    static Result<StoredFile> refer(const QString& path);
    // A path by which an archive inside the archive can be opened, for as long as owner() lives. Errors: those of
    // ReportArchive::readTo, CannotWrite.
    Result<QString> innerArchive(ReportArchive& archive, const QString& entry);

    // What keeps the files alive.
    std::shared_ptr<const void> owner() const { return m_scratch; }

private:
    using ScratchFiles = std::vector<std::unique_ptr<ScratchFile>>;

    qint64 m_inMemory = 0; // bytes
    std::shared_ptr<ScratchFiles> m_scratch;
};

} // namespace core
