// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/tarwriter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

namespace core::bundle {

namespace {

constexpr qint64 chunkSize = 1 << 16;

la_ssize_t writeToDevice(archive* /*archive*/, void* device, const void* bytes, std::size_t size)
{
    return la_ssize_t(static_cast<QIODevice*>(device)->write(static_cast<const char*>(bytes), qint64(size)));
}

} // namespace

class TarWriter::Private {
public:
    explicit Private(QIODevice& out)
        : m_archive(archive_write_new())
    {
        archive_write_set_format_pax_restricted(m_archive);
        archive_write_add_filter_gzip(m_archive);
        archive_write_set_filter_option(m_archive, "gzip", "compression-level", "1");
        m_isOpen = archive_write_open(m_archive, &out, nullptr, writeToDevice, nullptr) == ARCHIVE_OK;
    }

    ~Private() { archive_write_free(m_archive); }

    Result<void> add(const QString& name, QIODevice& file, qint64 size)
    {
        if (!m_isOpen || !writeHeader(name, size)) {
            return failed();
        }
        QByteArray chunk(chunkSize, Qt::Uninitialized);
        for (qint64 left = size; left > 0;) {
            const qint64 read = file.read(chunk.data(), std::min(left, chunkSize));
            if (read <= 0) {
                return std::unexpected(Error{ErrorCode::CannotRead,
                    QCoreApplication::translate("Bundle", "A file of the result could not be read to its end."),
                    file.errorString()});
            }
            if (archive_write_data(m_archive, chunk.constData(), std::size_t(read)) != read) {
                return failed();
            }
            left -= read;
        }
        return {};
    }

    Result<void> finish()
    {
        if (!m_isOpen || archive_write_close(m_archive) != ARCHIVE_OK) {
            return failed();
        }
        return {};
    }

private:
    bool writeHeader(const QString& name, qint64 size)
    {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.toUtf8().constData());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0600);
        archive_entry_set_size(entry, size);
        archive_entry_set_mtime(entry, QDateTime::currentSecsSinceEpoch(), 0);
        const bool written = archive_write_header(m_archive, entry) == ARCHIVE_OK;
        archive_entry_free(entry);
        return written;
    }

    std::unexpected<Error> failed()
    {
        return std::unexpected(Error{ErrorCode::CannotWrite,
            QCoreApplication::translate("Bundle", "The bundle could not be written: check the disk."),
            QString::fromUtf8(archive_error_string(m_archive))});
    }

    archive* m_archive;
    bool m_isOpen = false;
};

TarWriter::TarWriter(QIODevice& out)
    : d(std::make_unique<Private>(out))
{
}

TarWriter::~TarWriter() = default;

Result<void> TarWriter::add(const QString& name, const QByteArray& bytes)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    return d->add(name, buffer, bytes.size());
}

Result<void> TarWriter::add(const QString& name, QIODevice& file, qint64 size)
{
    return d->add(name, file, size);
}

Result<void> TarWriter::finish()
{
    return d->finish();
}

} // namespace core::bundle
