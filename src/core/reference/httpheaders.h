// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace core::reference {

// Whether the name, in upper case, is that of a standard HTTP header.
bool isStandardHttpHeader(std::string_view upperCase);

} // namespace core::reference
