// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <string>

namespace core {

// The value as Python's json.dumps writes it by default: one line, every character beyond ASCII as \uXXXX.
std::string asciiJson(const json::Value& value);

} // namespace core
