// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/paddedbuffer.h"

#include <string_view>

namespace core::json {

// A copy of a damaged JSON text whose characters are in order: bad UTF-8 becomes U+FFFD, raw control characters inside
// strings become spaces, and a string that never ends is cut off where it starts. The structure stays as it is.
PaddedBuffer mended(std::string_view text);

} // namespace core::json
