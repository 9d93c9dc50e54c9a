// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/gzip.h"

#include <QCoreApplication>
#include <QFile>

#include <quazip/quagzipfile.h>

#include <QtEndian>

#include <algorithm>

namespace core {

namespace {

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gzip)
};

// The inflated size modulo 4 GiB stands in the last four bytes; it is a hint, since anybody can write it.
std::size_t sizeHint(QFile& file)
{
    constexpr qint64 mostGain = 1032; // deflate's best ratio
    quint32 stated = 0;
    if (!file.seek(std::max<qint64>(0, file.size() - qint64(sizeof stated)))) {
        return 0;
    }
    const QByteArray tail = file.read(sizeof stated);
    if (tail.size() < qsizetype(sizeof stated)) {
        return 0;
    }
    stated = qFromLittleEndian<quint32>(tail.constData());
    return std::size_t(std::min<qint64>(stated, file.size() * mostGain));
}

} // namespace

Result<PaddedBuffer> readGzip(const QString& path, std::size_t limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const QString message
            = Text::tr("The file “%1” cannot be opened. Check that it exists and that you may read it.");
        return std::unexpected(Error{ErrorCode::CannotRead, message.arg(path), file.errorString()});
    }
    const std::size_t hint = sizeHint(file);
    QuaGzipFile gzip(path);
    if (!gzip.open(QIODevice::ReadOnly)) {
        const QString message = Text::tr("The file “%1” is not a readable gzip file.").arg(path);
        return std::unexpected(Error{ErrorCode::BadArchive, message, gzip.errorString()});
    }
    Result<PaddedBuffer> text = PaddedBuffer::readAll(gzip, limit, hint);
    if (!text && text.error().code == ErrorCode::CannotRead) {
        return std::unexpected(
            Error{ErrorCode::BadArchive, Text::tr("The file “%1” is damaged.").arg(path), text.error().detail});
    }
    return text;
}

} // namespace core
