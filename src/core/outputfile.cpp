// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outputfile.h"

#include "core/result/asciijson.h"
#include "core/sha256.h"
#include "core/visibletext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace core {

namespace {

constexpr qint64 BlockSize = 1 << 18;

// Translated sentences.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(OutputFile)
};

Error cannotWrite(const QString& path, const QString& reason)
{
    return {ErrorCode::CannotWrite,
        Words::tr("%1 cannot be written. Choose another place or free some space.").arg(path), reason};
}

// Why nothing may be written in the place of what lies there; empty where it may.
QString obstacle(const QString& path)
{
    const QFileInfo info(path);
    if (info.isSymLink()) {
        return Words::tr("it is a link, and links are not followed");
    }
    if (info.isDir()) {
        return Words::tr("it is a folder");
    }
    return info.exists() && !info.isFile() ? Words::tr("it is no regular file") : QString();
}

} // namespace

OutputFile::OutputFile(const QString& path)
    : m_path(QDir::cleanPath(path))
    , m_file(m_path)
{
}

Result<void> OutputFile::open()
{
    if (const QString reason = obstacle(m_path); !reason.isEmpty()) {
        return std::unexpected(cannotWrite(m_path, reason));
    }
    const bool isOpen
        = m_file.open(QIODevice::WriteOnly) && m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return isOpen ? Result<void>() : std::unexpected(failure());
}

Result<void> OutputFile::commit()
{
    return m_file.commit() ? Result<void>() : std::unexpected(failure());
}

Error OutputFile::failure() const
{
    return cannotWrite(m_path, m_file.errorString());
}

Result<void> writeOutput(const QString& path, QByteArrayView bytes)
{
    OutputFile file(path);
    if (const auto opened = file.open(); !opened) {
        return opened;
    }
    if (file.device().write(bytes.data(), bytes.size()) != bytes.size()) {
        return std::unexpected(file.failure());
    }
    return file.commit();
}

Result<void> writeJsonOutput(const QString& path, const json::Value& value, int indent)
{
    std::string text;
    if (indent > 0) {
        text = json::dump(value, indent);
    } else {
        reserveForJson(text, value);
        json::dumpTo(text, value);
    }
    text += '\n';
    escapeInvisible(text);
    return writeOutput(path, QByteArrayView(text.data(), qsizetype(text.size())));
}

Result<void> copyToOutput(QIODevice& in, const QString& path, const std::string& sha256)
{
    const auto unreadable = [&path](const QString& reason) {
        return std::unexpected(Error{ErrorCode::CannotRead,
            Words::tr("%1 was not written: what goes into it could not be read to its end.").arg(path), reason});
    };
    OutputFile file(path);
    if (const auto opened = file.open(); !opened) {
        return opened;
    }
    Sha256 hash;
    QByteArray block(BlockSize, Qt::Uninitialized);
    while (true) {
        const qint64 got = in.read(block.data(), block.size());
        if (got < 0) {
            return unreadable(in.errorString());
        }
        if (got == 0) {
            break;
        }
        hash.addData(QByteArrayView(block).first(got));
        if (file.device().write(block.constData(), got) != got) {
            return std::unexpected(file.failure());
        }
    }
    if (!sha256.empty() && hash.hex() != sha256) {
        return unreadable(Words::tr("its SHA-256 is not what it was"));
    }
    return file.commit();
}

Result<void> makeOutputFolder(const QString& path)
{
    const QString clean = QDir::cleanPath(path);
    const QFileInfo info(clean);
    if (info.isSymLink()) {
        return std::unexpected(cannotWrite(clean, Words::tr("it is a link, and links are not followed")));
    }
    if (info.isDir()) {
        return {};
    }
    constexpr auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (info.exists() || !QDir().mkpath(info.absolutePath()) || !QDir().mkdir(clean, owner)) {
        return std::unexpected(cannotWrite(clean, {}));
    }
    return {};
}

} // namespace core
