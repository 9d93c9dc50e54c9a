// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/ioc/safelist.h"

#include <QString>

#include <string_view>

namespace core {

// Reads an Assemblyline instance's own safelist: {"match": {tag type: [text]}, "regex": {tag type: [pattern]}} as YAML
// (the system safelist as an administrator edits it) or as JSON, also inside the answer of its API ({"api_response":
// the same, as an object or as YAML text}). Errors: BadInput (another shape; a pattern that no regular expression is),
// and for the file CannotRead, TooLarge.
Result<Safelist> safelistFrom(std::string_view document);
Result<Safelist> safelistFromFile(const QString& path);
// The same for a value that was read already.
Result<Safelist> safelistFrom(const json::Value& document);

} // namespace core
