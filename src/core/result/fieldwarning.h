// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/result/warnings.h"

#include <string_view>

namespace core {

// Says that a field of the report (dotted, list positions left out) could not be used.
void warnOfField(Warnings& warnings, std::string_view field);

// The items of a list. What stands there instead, a text above all, is no list of its letters: it is warned of and
// counts as none.
const json::Array& listOf(const json::Value& value, std::string_view field, Warnings& warnings);

} // namespace core
