// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace core {

// Python's int(text): white space around it, a sign, underscores between digits; nothing where Python raises ValueError
// or where the number has more than 64 bits.
std::optional<long long> pythonInt(std::string_view text);

} // namespace core
