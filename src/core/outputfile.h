// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/value.h"

#include <QByteArrayView>
#include <QSaveFile>
#include <QString>

#include <functional>
#include <string>

namespace core {

// A file that an export writes: whole or not at all, for this user alone (0600, since any of them may hold pieces of a
// sample), and in the place of a plain file only, never through a link.
class OutputFile {
public:
    explicit OutputFile(const QString& path);

    // Errors of all: CannotWrite, with the path.
    Result<void> open();
    QIODevice& device() { return m_file; }
    Result<void> commit();
    // That it could not be written, with the system's reason.
    Error failure() const;

private:
    QString m_path;
    QSaveFile m_file;
};

Result<void> writeOutput(const QString& path, QByteArrayView bytes);
// As one line, or with this many blanks a level; invisible characters in texts are escaped.
Result<void> writeJsonOutput(const QString& path, const json::Value& value, int indent = 0);
// The same for JSON text that comes piece by piece: `write` hands it to the sink, and stops when that takes no more.
Result<void> streamJsonOutput(const QString& path, const std::function<bool(const json::Sink&)>& write);

// Copies the device, which is open, to its end. With a hash (hex) the bytes must have it: what was read short or has
// changed since is no output. Errors: CannotRead, CannotWrite.
Result<void> copyToOutput(QIODevice& in, const QString& path, const std::string& sha256 = {});

// A folder for outputs: made for this user alone (0700) where it is not there; one that is there stays as it is, and a
// link to one is refused. Errors: CannotWrite.
Result<void> makeOutputFolder(const QString& path);

} // namespace core
