// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <memory>

namespace core::bundle {

// Writes a gzip-compressed tar of regular files, one after the other. Errors: CannotRead, CannotWrite.
class TarWriter {
public:
    explicit TarWriter(QIODevice& out);
    ~TarWriter();
    TarWriter(const TarWriter&) = delete;
    TarWriter& operator=(const TarWriter&) = delete;

    Result<void> add(const QString& name, const QByteArray& bytes);
    // `size` bytes are read from the device, which must have them.
    Result<void> add(const QString& name, QIODevice& file, qint64 size);
    Result<void> finish();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core::bundle
