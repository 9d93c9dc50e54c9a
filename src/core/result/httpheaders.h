// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

namespace core {

// The header fields of an HTTP request or response head (text with CRLF line ends, of which the first line is skipped),
// names without their hyphens, in order. A line that is not exactly "name: value" is passed over, and a head of another
// type has none, as in the service.
json::Object parseHttpHeaders(const json::Value& head);

} // namespace core
