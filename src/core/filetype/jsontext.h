// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace core::filetype {

// Whether Python's json.load takes the whole text: UTF-8 without a byte order mark, any value at the top, NaN and
// Infinity, no control characters in strings, no nesting beyond Python's recursion limit.
bool isJsonText(std::string_view text);

} // namespace core::filetype
