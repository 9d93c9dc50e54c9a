// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filetype/csvtext.h"

#include <optional>
#include <string_view>

namespace core::filetype {

// The dialect that Python's csv.Sniffer guesses from the first 1,024 characters of a UTF-8 text; nothing where it gives
// up. A delimiter that is not ASCII counts as none.
std::optional<CsvDialect> sniffCsv(std::string_view text);

} // namespace core::filetype
