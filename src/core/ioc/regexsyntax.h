// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core {

// A pattern of Python's `re` as PCRE2 has to read it. `unicode`: a str pattern, otherwise a bytes pattern.
std::string pcreFromPython(std::string_view pattern, bool unicode);

} // namespace core
