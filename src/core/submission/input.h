// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/submission/taskfields.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace core::submission {

// What an analyst names to be analysed: a file, a URL, or the hash of a sample that a server may know.
struct Input {
    enum class Kind { File, Url, Hash };

    Kind kind = Kind::File;
    QString text; // the path, the URL made good again, or the hash in lower case
};

// Tells the kinds apart: what lies on disk is a file; 32, 40 or 64 hex digits are a hash; the rest is a URL that CAPE
// can open, written defanged or not. NotFound where it is none of these.
Result<Input> readInput(const QString& text);

// The URL of http, https or ftp with a host in it, hxxp and [.] made good again; nothing for another text.
std::optional<QString> refangedUrl(const QString& text);

// The facts of a URL, as the planner takes them.
FileFacts urlFacts(const QString& url);

// A file that was looked at.
struct Sample {
    QString path;
    qint64 size = 0; // bytes
    QString sha256; // lower-case hex
    FileFacts facts;
    // The type was told by rules alone, which know fewer (filetype::Identification).
    bool withoutClassifier = false;
};

// Reads the file once: size, hash, type and, of a DLL, its exports. Runs in any thread. Errors tell why it must not be
// sent: CannotRead, BadInput (no file, empty), TooLarge (over the server's limit in bytes), Unsupported (a recording of
// network traffic, or a type that CAPE cannot run), Cancelled.
Result<Sample> readSample(const QString& path, qint64 uploadLimit, const std::stop_token& stop = {});

// The word or ending by which CAPE's junk filter may refuse a file of this name; empty where there is none.
QString junkWord(const QString& fileName);

} // namespace core::submission
