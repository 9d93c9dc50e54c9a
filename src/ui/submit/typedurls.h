// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ui {

// What an analyst types as URLs, one a line.
struct TypedUrls {
    QStringList urls; // http, https or ftp, with a scheme; refanged, blanks encoded
    QStringList hashes; // MD5, SHA-1 or SHA-256 in lower case
    QStringList refused; // lines that are none of these
};

// A line is a URL, defanged or not; one without a scheme becomes one of http, as CAPE takes it, and a blank in its path
// is encoded rather than taken for its end. Several URLs with a scheme may share a line, and so may hashes.
TypedUrls readTypedUrls(const QString& text);

} // namespace ui
