// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/paddedbuffer.h"

#include <QString>

namespace core {

// What a gzip file held.
struct GzipText {
    PaddedBuffer text;
    QString damage; // translated: what is wrong with the file where only its beginning could be inflated, or its check
                    // sum differs
};

// Inflates a gzip file, at most to `limit` bytes and never out of all proportion to what was read of it.
// Errors: CannotRead (of the disk), BadArchive (nothing could be inflated), TooLarge.
Result<GzipText> readGzip(const QString& path, std::size_t limit);

} // namespace core
