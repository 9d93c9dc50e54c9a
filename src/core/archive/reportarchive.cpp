// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/reportarchive.h"

#include "core/archive/entrydevice.h"
#include "core/archive/entryname.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>

#include <algorithm>
#include <functional>
#include <optional>

namespace core {

namespace {

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportArchive)
};

std::unexpected<Error> bad(const QString& message, const QString& detail = {})
{
    return std::unexpected(Error{ErrorCode::BadArchive, message, detail});
}

// Unix file types in the high half of the external attributes (stat.h); 0 where the archive was not made on Unix.
constexpr quint32 typeMask = 0170000;
constexpr quint32 regularFile = 0100000;
constexpr quint32 folder = 0040000;

bool isPlain(const QuaZipFileInfo64& info)
{
    const quint32 type = (info.externalAttr >> 16) & typeMask;
    return !info.isSymbolicLink() && (type == 0 || type == regularFile || type == folder);
}

} // namespace

class ReportArchive::Private {
public:
    Result<void> readDirectory();
    Result<void> addEntry(const QuaZipFileInfo64& info);

    // Opens the entry and hands its bytes to `consume`; what went wrong with the archive counts before what went wrong
    // with them.
    Result<void> inflate(const QString& name, qint64 limit, const std::stop_token& stop,
        const std::function<Result<void>(EntryDevice&)>& consume);

    QuaZip zip;
    ArchiveLimits limits;
    std::vector<ArchiveEntry> entries;
    QHash<QString, std::size_t> places;
    qint64 inflated = 0; // of all entries read so far
};

Result<void> ReportArchive::Private::readDirectory()
{
    if (zip.getEntriesCount() > limits.entries) {
        return std::unexpected(
            Error{ErrorCode::TooLarge, Text::tr("The archive holds more files than is accepted."), {}});
    }
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (!zip.getCurrentFileInfo(&info)) {
            return bad(Text::tr("The archive's directory is damaged."));
        }
        if (Result<void> added = addEntry(info); !added) {
            return added;
        }
        if (entries.size() > std::size_t(limits.entries)) {
            return std::unexpected(
                Error{ErrorCode::TooLarge, Text::tr("The archive holds more files than is accepted."), {}});
        }
    }
    return {};
}

Result<void> ReportArchive::Private::addEntry(const QuaZipFileInfo64& info)
{
    if (!isSafeEntryName(info.name)) {
        return bad(Text::tr("The archive is refused: it holds a path that leads out of its folder."), info.name);
    }
    if (!isPlain(info)) {
        return bad(Text::tr("The archive is refused: it holds a link or a special file."), info.name);
    }
    if (info.name.endsWith(u'/')) {
        return {};
    }
    if (places.contains(info.name)) {
        return bad(Text::tr("The archive is refused: it holds two files of one name."), info.name);
    }
    places.insert(info.name, entries.size());
    entries.push_back({info.name, qint64(info.uncompressedSize), qint64(info.compressedSize)});
    return {};
}

Result<void> ReportArchive::Private::inflate(const QString& name, qint64 limit, const std::stop_token& stop,
    const std::function<Result<void>(EntryDevice&)>& consume)
{
    const auto place = places.constFind(name);
    if (place == places.cend()) {
        return std::unexpected(Error{ErrorCode::NotFound, Text::tr("The archive has no file “%1”.").arg(name), {}});
    }
    if (!zip.setCurrentFile(name, QuaZip::csSensitive)) {
        return bad(Text::tr("The archive's directory is damaged."), name);
    }
    QuaZipFileInfo64 info;
    if (zip.getCurrentFileInfo(&info) && info.isEncrypted()) {
        return bad(Text::tr("The file “%1” in the archive is protected by a password.").arg(name));
    }
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::ReadOnly)) {
        return bad(Text::tr("The file “%1” in the archive cannot be read.").arg(name), file.errorString());
    }
    const qint64 left = limits.totalBytes - inflated;
    const ArchiveEntry& entry = entries[*place];
    EntryBudget budget{
        std::min(limits.entryBytes, left), limits.ratioFloor, limits.ratio, entry.storedSize, entry.size};
    if (limit >= 0) {
        budget.most = std::min(budget.most, limit);
    }
    EntryDevice device(file, budget, stop);
    const Result<void> consumed = consume(device);
    inflated += device.inflated();
    file.close();
    if (device.error()) {
        return std::unexpected(*device.error());
    }
    if (!consumed) {
        return consumed;
    }
    // The check sum is compared when the entry is closed.
    if (file.getZipError() != UNZ_OK) {
        return bad(Text::tr("The file “%1” in the archive is damaged.").arg(name));
    }
    return {};
}

ReportArchive::ReportArchive(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

ReportArchive::ReportArchive(ReportArchive&&) noexcept = default;
ReportArchive& ReportArchive::operator=(ReportArchive&&) noexcept = default;
ReportArchive::~ReportArchive() = default;

Result<ReportArchive> ReportArchive::open(const QString& path, const ArchiveLimits& limits)
{
    if (QFile file(path); !file.open(QIODevice::ReadOnly)) {
        const QString message
            = Text::tr("The file “%1” cannot be opened. Check that it exists and that you may read it.");
        return std::unexpected(Error{ErrorCode::CannotRead, message.arg(path), file.errorString()});
    }
    auto d = std::make_unique<Private>();
    d->limits = limits;
    d->zip.setZipName(path);
    if (!d->zip.open(QuaZip::mdUnzip)) {
        return bad(Text::tr("The file “%1” is not a complete ZIP archive. Fetch it again.").arg(path));
    }
    if (Result<void> read = d->readDirectory(); !read) {
        return std::unexpected(read.error());
    }
    return ReportArchive(std::move(d));
}

QString ReportArchive::path() const
{
    return d->zip.getZipName();
}

const std::vector<ArchiveEntry>& ReportArchive::entries() const
{
    return d->entries;
}

const ArchiveEntry* ReportArchive::find(const QString& name) const
{
    const auto place = d->places.constFind(name);
    return place == d->places.cend() ? nullptr : &d->entries[*place];
}

Result<PaddedBuffer> ReportArchive::readPadded(const QString& name, qint64 limit, const std::stop_token& stop)
{
    PaddedBuffer bytes;
    const ArchiveEntry* entry = find(name);
    // The header's size saves growing, as far as the stored size makes it plausible.
    const qint64 expected = entry ? std::min(entry->size, entry->storedSize * d->limits.ratio) : 0;
    const Result<void> done = d->inflate(name, limit, stop, [&](EntryDevice& device) -> Result<void> {
        const auto most = std::size_t(d->limits.entryBytes);
        Result<PaddedBuffer> read = PaddedBuffer::readAll(device, most, std::size_t(std::max<qint64>(expected, 0)));
        if (!read) {
            return std::unexpected(read.error());
        }
        bytes = *std::move(read);
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return bytes;
}

Result<QByteArray> ReportArchive::read(const QString& name, qint64 limit)
{
    Result<PaddedBuffer> bytes = readPadded(name, limit);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    return QByteArray(bytes->data(), qsizetype(bytes->size()));
}

Result<qint64> ReportArchive::readTo(const QString& name, QIODevice& out, qint64 limit)
{
    qint64 written = 0;
    const Result<void> done = d->inflate(name, limit, {}, [&](EntryDevice& device) -> Result<void> {
        std::vector<char> block(std::size_t(1) << 18);
        while (true) {
            const qint64 got = device.read(block.data(), qint64(block.size()));
            if (got <= 0) {
                return {};
            }
            if (out.write(block.data(), got) != got) {
                return std::unexpected(
                    Error{ErrorCode::CannotWrite, Text::tr("The file cannot be written."), out.errorString()});
            }
            written += got;
        }
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return written;
}

Result<PaddedBuffer> ReportArchive::readLiteReport(qint64 limit, const std::stop_token& stop)
{
    const QString name = QStringLiteral("reports/lite.json");
    if (!contains(name)) {
        const QString message = Text::tr("The archive has no reports/lite.json. The server did not write it: enable "
                                         "[litereport] in its reporting.conf and run the analysis again.");
        return std::unexpected(Error{ErrorCode::NoLiteReport, message, {}});
    }
    return readPadded(name, limit, stop);
}

} // namespace core
