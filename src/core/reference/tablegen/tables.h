// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace tablegen {

// The definitions that a table's JSON becomes; empty for a table of no known name. A table is named after its file:
// "attack" for attack.json.
std::string generate(std::string_view table, const simdjson::dom::element& json);

} // namespace tablegen
