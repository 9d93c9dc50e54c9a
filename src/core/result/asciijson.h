// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <string>

namespace core {

// The value as Python's json.dumps writes it by default: one line, every character beyond ASCII as \uXXXX.
std::string asciiJson(const json::Value& value);

// Makes the text large enough for the JSON of a value as a rule has it, in huge pages where it is large: a text that
// grows is copied again and again, into fresh pages each time.
void reserveForJson(std::string& text, const json::Value& value);

} // namespace core
