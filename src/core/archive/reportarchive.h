// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/paddedbuffer.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <stop_token>
#include <vector>

namespace core {

// What a report ZIP may cost at most. Bytes are counted as they are inflated, whatever the headers say.
struct ArchiveLimits {
    int entries = 100'000;
    qint64 entryBytes = qint64(1) << 30;
    qint64 totalBytes = qint64(8) << 30;
    // An entry may grow to `ratio` times its stored size; beyond `ratioFloor` bytes only, since a dump full of zeros
    // is honest.
    qint64 ratio = 300;
    qint64 ratioFloor = qint64(64) << 20;
};

// A file in the ZIP; `name` is its path, with '/' between, relative and without "..".
struct ArchiveEntry {
    QString name;
    qint64 size = 0; // as the header says
    qint64 storedSize = 0;
};

// The report ZIP as CAPE serves it (reports/lite.json, files/, CAPE/, shots/, ...). Opening reads the directory only;
// an archive with links, absolute or climbing paths or repeated names is refused as a whole. One thread at a time.
class ReportArchive {
public:
    // Errors: CannotRead, BadArchive, TooLarge.
    static Result<ReportArchive> open(const QString& path, const ArchiveLimits& limits = {});

    ReportArchive(ReportArchive&&) noexcept;
    ReportArchive& operator=(ReportArchive&&) noexcept;
    ~ReportArchive();

    // The archive's own file.
    QString path() const;
    // Files in the order of the archive's directory; folders are left out.
    const std::vector<ArchiveEntry>& entries() const;
    const ArchiveEntry* find(const QString& name) const;
    bool contains(const QString& name) const { return find(name) != nullptr; }

    // Errors: NotFound, TooLarge (beyond `limit` or the archive's limits), BadArchive (damaged, encrypted), Cancelled.
    Result<QByteArray> read(const QString& name, qint64 limit = -1);
    Result<PaddedBuffer> readPadded(const QString& name, qint64 limit = -1, const std::stop_token& stop = {});
    // The same into a device; gives the bytes written. Errors also CannotWrite.
    Result<qint64> readTo(const QString& name, QIODevice& out, qint64 limit = -1);

    // The report's JSON text; NoLiteReport where the server did not write it.
    Result<PaddedBuffer> readLiteReport(qint64 limit = -1, const std::stop_token& stop = {});

private:
    class Private;
    explicit ReportArchive(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace core
