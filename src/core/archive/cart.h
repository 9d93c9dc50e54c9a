// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/value.h"

#include <QIODevice>

// CaRT, version 1: how samples rest on disk and how Assemblyline takes a bundle. Format: the `cart` package
// (CybercentreCanada).
namespace core::cart {

// What a CaRT says of its content: the optional header as it was written, the footer with length and hashes.
struct Description {
    json::Object header;
    json::Object footer;
};

// Whether the bytes begin as a CaRT does.
bool isCart(QByteArrayView start);

// Packs all that is left in `plain`. The footer holds length, md5, sha1 and sha256 of the plain bytes. Errors:
// CannotRead, CannotWrite.
Result<Description> pack(QIODevice& plain, QIODevice& cart, const json::Object& header);

// Unpacks a whole CaRT from a device that can seek, at most `limit` plain bytes, and checks them against the footer's
// sha256. Errors: BadArchive, TooLarge, CannotRead, CannotWrite.
Result<Description> unpack(QIODevice& cart, QIODevice& plain, qint64 limit);

// The optional header alone, without the content. Errors: BadArchive, CannotRead.
Result<json::Object> readHeader(QIODevice& cart);

} // namespace core::cart
