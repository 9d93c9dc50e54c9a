// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/gzip.h"

#include <QCoreApplication>
#include <QFile>

#include <quazip/quagzipfile.h>

#include <QtEndian>

#include <algorithm>

#include <unistd.h>

namespace core {

namespace {

// As ArchiveLimits: text grows to 20 or 40 times its size, seldom to more.
constexpr qint64 mostRatio = 300;
constexpr qint64 ratioFloor = qint64(64) << 20;

constexpr std::size_t readAtOnce = 1 << 20;

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gzip)
};

// The inflated size modulo 4 GiB stands in the last four bytes; it is a hint, since anybody can write it.
std::size_t sizeHint(QFile& file)
{
    quint32 stated = 0;
    if (!file.seek(std::max<qint64>(0, file.size() - qint64(sizeof stated)))) {
        return 0;
    }
    const QByteArray tail = file.read(sizeof stated);
    if (tail.size() < qsizetype(sizeof stated)) {
        return 0;
    }
    stated = qFromLittleEndian<quint32>(tail.constData());
    return std::size_t(std::min<qint64>(stated, std::max(ratioFloor, file.size() * mostRatio)));
}

// Inflates an opened file and watches how much comes out of how little.
class Inflater {
public:
    Inflater(QFile& file, std::size_t limit)
        : m_file(file)
        , m_limit(limit)
    {
    }

    Result<GzipText> read()
    {
        const std::size_t hint = sizeHint(m_file);
        // The handle is a second one for the same place in the file: closing it leaves `m_file` open.
        if (!m_file.seek(0) || !m_gzip.open(::dup(m_file.handle()), QIODevice::ReadOnly)) {
            return bad(Text::tr("The file “%1” is not a readable gzip file."), m_gzip.errorString());
        }
        m_text.resize(std::clamp(hint + 1, readAtOnce, std::max(m_limit + 1, readAtOnce)));
        for (qint64 got = next(); got != 0; got = next()) {
            if (got < 0) {
                return interrupted();
            }
            m_filled += std::size_t(got);
            if (const std::optional<Error> error = beyondLimits()) {
                return std::unexpected(*error);
            }
        }
        return done({});
    }

private:
    qint64 next()
    {
        if (m_filled == m_text.size()) {
            m_text.resize(m_filled * 2);
        }
        const std::size_t room = std::min(m_text.size() - m_filled, readAtOnce);
        return m_gzip.read(m_text.data() + m_filled, qint64(room));
    }

    std::optional<Error> beyondLimits() const
    {
        if (m_filled > m_limit) {
            return Error{ErrorCode::TooLarge, Text::tr("The file “%1” is larger than is accepted.").arg(m_file.fileName()),
                {}};
        }
        const qint64 consumed = ::lseek(m_file.handle(), 0, SEEK_CUR);
        if (qint64(m_filled) > ratioFloor && qint64(m_filled) > mostRatio * std::max<qint64>(consumed, 1)) {
            return Error{ErrorCode::TooLarge,
                Text::tr("The file “%1” grows out of all proportion when it is unpacked.").arg(m_file.fileName()), {}};
        }
        return std::nullopt;
    }

    // What came before the break is worth having, as long as it is said; a disk that fails is no reason to guess.
    Result<GzipText> interrupted()
    {
        QFile again(m_file.fileName());
        QByteArray block(readAtOnce, Qt::Uninitialized);
        if (again.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            qint64 got = 0;
            while ((got = again.read(block.data(), block.size())) > 0) { }
            if (got == 0 && m_filled > 0) {
                return done(Text::tr("The gzip file is damaged; what could be unpacked of it is shown."));
            }
            if (got == 0) {
                return bad(Text::tr("The file “%1” is damaged."), m_gzip.errorString());
            }
        }
        return std::unexpected(Error{ErrorCode::CannotRead,
            Text::tr("The file “%1” cannot be read to its end.").arg(m_file.fileName()), again.errorString()});
    }

    Result<GzipText> done(const QString& damage)
    {
        m_text.resize(m_filled);
        return GzipText{std::move(m_text), damage};
    }

    std::unexpected<Error> bad(const QString& message, const QString& detail) const
    {
        return std::unexpected(Error{ErrorCode::BadArchive, message.arg(m_file.fileName()), detail});
    }

    QFile& m_file;
    std::size_t m_limit;
    QuaGzipFile m_gzip;
    PaddedBuffer m_text;
    std::size_t m_filled = 0;
};

} // namespace

Result<GzipText> readGzip(const QString& path, std::size_t limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const QString message
            = Text::tr("The file “%1” cannot be opened. Check that it exists and that you may read it.");
        return std::unexpected(Error{ErrorCode::CannotRead, message.arg(path), file.errorString()});
    }
    return Inflater(file, limit).read();
}

} // namespace core
