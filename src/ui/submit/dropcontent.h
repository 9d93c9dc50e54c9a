// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace ui {

// What a drop, a paste or the command line brings: samples, links and CAPE reports.
struct DropContent {
    QStringList files; // samples; folders are replaced by the files in them
    QStringList urls; // http, https, ftp; refanged
    QStringList reports; // CAPE reports, which are opened rather than submitted
    bool isCut = false; // more files than a drop may bring

    bool isEmpty() const { return files.isEmpty() && urls.isEmpty() && reports.isEmpty(); }
    bool hasSamples() const { return !files.isEmpty() || !urls.isEmpty(); }
};

inline constexpr qsizetype MostDroppedFiles = 1000;

// Sorts what was given; looks at the first bytes of .json and .zip files to know reports.
DropContent sortPaths(const QStringList& paths);
DropContent readMimeData(const QMimeData& data);
// Whether readMimeData would find anything, without touching the disk.
bool canRead(const QMimeData& data);

// Whether the file looks like a CAPE report (lite.json, lite.json.gz, report ZIP).
bool looksLikeReport(const QString& path);

// The links in a text, one a line, with hxxp and [.] made good again.
QStringList linksIn(const QString& text);

} // namespace ui
