// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QString>

#include <expected>
#include <string_view>

namespace core::bundle {

// What Assemblyline's object model accepts as the value of a tag (assemblyline.odm.models.tagging), which is stricter
// than what the service puts into its sections: a bundle with one value that is refused is refused as a whole, half of
// it stored. Gives the value as it is stored (hosts in lower case, families in upper case), or why it is left out. A
// type that Assemblyline does not know is left out too: the server would drop it in silence.
std::expected<json::Value, QString> checkedTag(std::string_view type, const json::Value& value);

} // namespace core::bundle
