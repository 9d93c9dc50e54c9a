// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <memory>
#include <variant>

namespace core {

// A file that stays in a ZIP and is inflated each time it is asked for.
struct ZipEntry {
    QString archive; // its path
    QString name;

    friend bool operator==(const ZipEntry&, const ZipEntry&) = default;
};

// Where a file's bytes are: here, in a file of this path, or in a ZIP.
using FileContent = std::variant<QByteArray, QString, ZipEntry>;

// The bytes, open for reading from their start. Errors: CannotRead.
Result<std::unique_ptr<QIODevice>> openContent(const FileContent& content);

} // namespace core
