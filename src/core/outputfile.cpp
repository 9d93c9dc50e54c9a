// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outputfile.h"

#include "core/sha256.h"
#include "core/visibletext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

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

namespace {

// How much of the text ends with a whole character.
std::size_t wholeCharacters(std::string_view text)
{
    constexpr std::size_t longest = 4; // bytes of a character
    for (std::size_t back = 1; back <= std::min(longest, text.size()); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if (byte < 0x80) {
            return text.size();
        }
        if (byte >= 0xc0) {
            const std::size_t length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
            return back >= length ? text.size() : text.size() - back;
        }
    }
    return text.size();
}

} // namespace

Result<void> streamJsonOutput(const QString& path, const std::function<bool(const json::Sink&)>& write)
{
    OutputFile file(path);
    if (const auto opened = file.open(); !opened) {
        return opened;
    }
    std::string rest; // of a character whose end is still to come
    const auto put = [&file](std::string text) {
        escapeInvisible(text);
        return file.device().write(text.data(), qint64(text.size())) == qint64(text.size());
    };
    const bool written = write([&](std::string_view piece) {
        std::string text = std::exchange(rest, {});
        text += piece;
        const std::size_t whole = wholeCharacters(text);
        rest = text.substr(whole);
        text.resize(whole);
        return put(std::move(text));
    });
    if (!written || !put(rest + '\n')) {
        return std::unexpected(file.failure());
    }
    return file.commit();
}

Result<void> writeJsonOutput(const QString& path, const json::Value& value, int indent)
{
    return streamJsonOutput(path, [&](const json::Sink& sink) { return json::dumpTo(sink, value, indent); });
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
