// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/paddedbuffer.h"

#include <QString>

namespace core {

// Inflates a gzip file, at most to `limit` bytes. Of a truncated file, what could be inflated is given.
// Errors: CannotRead, BadArchive (nothing could be inflated), TooLarge.
Result<PaddedBuffer> readGzip(const QString& path, std::size_t limit);

} // namespace core
