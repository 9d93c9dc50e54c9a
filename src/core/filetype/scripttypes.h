// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core::filetype {

// The script language of a text, by marks that its ordinary prose does not have; empty where none is sure.
std::string scriptType(std::string_view text);

// Whether a text begins with a tag and ends with a closing one, both within 256 bytes of the end they stand at.
bool isMarkup(std::string_view text);

// Whether the first hundred rows of comma separated values are three or more, all of the same width.
bool isTable(std::string_view text);

} // namespace core::filetype
