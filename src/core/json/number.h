// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <optional>
#include <string_view>

namespace core::json {

// The number that a JSON text spells, as Python's json reads it: integers keep every digit, NaN and Infinity are known,
// a float beyond the range is infinite. Nothing when the text is no number.
std::optional<Value> numberFrom(std::string_view text);

} // namespace core::json
