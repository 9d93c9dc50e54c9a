// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/artifactswriter.h"

#include "core/archive/safefilename.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <memory>

namespace core {

namespace {

// Translated sentences.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ArtifactsWriter)
};

Error writeError(const QString& path, const QString& reason)
{
    const QString message = Words::tr("%1 cannot be written. Choose another place or free some space.").arg(path);
    return {ErrorCode::CannotWrite, message, reason};
}

std::unique_ptr<QIODevice> contentOf(const AttachedFile& file)
{
    if (const QString* path = std::get_if<QString>(&file.content)) {
        return std::make_unique<QFile>(*path);
    }
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(std::get<QByteArray>(file.content));
    return buffer;
}

Result<void> writeFile(const QString& path, const AttachedFile& file)
{
    const std::unique_ptr<QIODevice> in = contentOf(file);
    if (!in->open(QIODevice::ReadOnly)) {
        const QString message = Words::tr("The file “%1” of the result cannot be read any more.");
        return std::unexpected(
            Error{ErrorCode::CannotRead, message.arg(QString::fromStdString(file.name)), in->errorString()});
    }
    QSaveFile out(path);
    bool written = out.open(QIODevice::WriteOnly) && out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QByteArray block(1 << 18, Qt::Uninitialized);
    for (qint64 got = 0; written && (got = in->read(block.data(), block.size())) > 0;) {
        written = out.write(block.constData(), got) == got;
    }
    written = written && out.commit();
    return written ? Result<void>() : std::unexpected(writeError(path, out.errorString()));
}

} // namespace

Result<void> writeArtifacts(const QString& folder, const AnalysisResult& result)
{
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral("."))) {
        return std::unexpected(writeError(folder, {}));
    }
    SafeFileNames names;
    for (const std::vector<AttachedFile>* list : {&result.extracted, &result.supplementary}) {
        for (const AttachedFile& file : *list) {
            const QString name = names.take(QString::fromStdString(file.name));
            if (const Result<void> done = writeFile(dir.filePath(name), file); !done) {
                return done;
            }
        }
    }
    return {};
}

} // namespace core
