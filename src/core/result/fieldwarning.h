// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/warnings.h"

#include <string_view>

namespace core {

// Says that a field of the report (dotted, list positions left out) could not be used.
void warnOfField(Warnings& warnings, std::string_view field);

} // namespace core
