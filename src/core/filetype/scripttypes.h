// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core::filetype {

// The script language of a text, by marks that its ordinary prose does not have; empty where none is sure.
std::string scriptType(std::string_view text);

} // namespace core::filetype
