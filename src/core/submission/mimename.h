// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace core::submission {

// The text of an RFC 2047 encoded name ("=?utf-8?B?...?="); nothing where it is broken or its charset unknown. Like the
// service, which leaves this to Python's email package, it takes the first run of encoded words of one charset.
std::optional<std::string> decodeMimeName(std::string_view name);

} // namespace core::submission
