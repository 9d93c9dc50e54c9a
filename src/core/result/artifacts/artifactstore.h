// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <string>
#include <variant>

class QTemporaryDir;

namespace core {

class ReportArchive;

// A file taken out of a report ZIP.
struct StoredFile {
    std::variant<QByteArray, QString> content; // the bytes, or the path of a file that has them
    std::string sha256;
    qint64 size = 0;
    QByteArray start; // its first MiB

};

// Larger files are kept on disk; this much of each is in StoredFile::start.
inline constexpr qint64 MostInMemory = 1 << 20;

// Assemblyline's name of a stored file's type; "unknown" where it cannot be read any more.
std::string typeOf(const StoredFile& file);

// Keeps the files of a result: small ones in memory, large ones in a temporary folder that only the user may enter
// and that goes with the last owner.
class ArtifactStore {
public:
    ArtifactStore();
    ~ArtifactStore();

    // Errors: those of ReportArchive::readTo, CannotWrite where there is no temporary folder.
    Result<StoredFile> take(ReportArchive& archive, const QString& entry);
    static StoredFile keep(const QByteArray& bytes);
    // A file that lies elsewhere and stays there. Errors: CannotRead.
    static Result<StoredFile> refer(const QString& path);
    // Where the bytes lie in a file, which is written where they do not. Errors: CannotWrite.
    Result<QString> pathOf(const StoredFile& file);

    // What keeps the files alive; null where all are in memory.
    std::shared_ptr<const void> owner() const { return m_folder; }

private:
    Result<QString> freshPath();

    std::shared_ptr<QTemporaryDir> m_folder;
    int m_count = 0;
};

} // namespace core
