// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QMimeData;
class QObject;

namespace ui {

// What a drop, a paste or the command line brings: samples, links, hashes and CAPE reports.
struct DropContent {
    QStringList files; // samples; folders are replaced by the files in them
    QStringList urls; // http, https, ftp; refanged
    QStringList hashes; // MD5, SHA-1 or SHA-256 in lower case: the servers are asked for them
    QStringList reports; // CAPE reports, which are opened rather than submitted
    QStringList refused; // lines that were typed as URLs and are none
    bool isCut = false; // more files than a drop may bring

    bool isEmpty() const { return !hasSamples() && reports.isEmpty(); }
    bool hasSamples() const { return !files.isEmpty() || !urls.isEmpty() || !hashes.isEmpty(); }
};

inline constexpr qsizetype MostDroppedFiles = 1000;

// Sorts what was given; walks folders and looks at the first bytes of .json and .zip files to know reports, so not in
// the window's thread.
DropContent sortPaths(const QStringList& paths);
// Sorts the files of `content` in a thread of its own and gives the result to `done` in the context's thread; to nobody
// once the context is gone.
void sortLater(const DropContent& content, QObject* context, std::function<void(const DropContent&)> done);
// What is dropped or pasted, its paths still unsorted among the files: touches no disk.
DropContent readMimeData(const QMimeData& data);
// Whether readMimeData would find anything.
bool canRead(const QMimeData& data);

// Whether the file looks like a CAPE report (lite.json, lite.json.gz, report ZIP).
bool looksLikeReport(const QString& path);

// The links in a text, one a line, with hxxp and [.] made good again.
QStringList linksIn(const QString& text);
// The MD5, SHA-1 and SHA-256 hashes in a text, each once, in lower case.
QStringList hashesIn(const QString& text);

} // namespace ui
