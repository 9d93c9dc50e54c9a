// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/value.h"

#include <string_view>

namespace core {

// Reads one YAML document of mappings, sequences and scalars as the JSON value of that shape; every scalar is a text.
// Anchors, aliases and tags, which a list written by hand has no use for, are refused, and so is nesting beyond a few
// levels. Errors: BadInput with the place in `detail`.
Result<json::Value> parseYaml(std::string_view text);

} // namespace core
