// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace core::submission {

// Which exports of a DLL are run, as the service chooses among `available` (names, or "#N" for an ordinal): all when
// they are no more than `most`; else the well-known ones, the first and the last tenth of `most`, then those least
// alike to the others by their letters (or, beyond 300 exports, the next ones in order). The well-known, first and last
// ones are run even where they are more than `most`, and where `most` is 1 or 2 the service takes nearly all of more than
// 300 exports; so does this.
std::vector<std::string> chooseDllExports(const std::vector<std::string>& available, std::int64_t most);

// The exports that are offered for a DLL: its own, or the well-known ones where it has none.
std::vector<std::string> offeredDllExports(std::vector<std::string> ownExports);

} // namespace core::submission
