// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace demo {

// A file of an archive: its path inside, and its bytes.
struct ArchiveEntry {
    QString path;
    QByteArray bytes;
};

// A ZIP of these entries, deflated, with `time` as the time of each.
core::Result<QByteArray> packZip(const std::vector<ArchiveEntry>& entries, const QDateTime& time);

// The files of a ZIP, unlocked with `password` where they are locked. Empty when it is none, holds more than
// `maximumFiles`, more than 100 MB, or does not open.
std::vector<ArchiveEntry> unpackZip(const QByteArray& zip, const QString& password, int maximumFiles);

} // namespace demo
