// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace core::submission {

// Which exports of a DLL are run, as the service chooses among `available` (names, or "#N" for an ordinal): all when
// they are no more than `most`; else the well-known ones, the first and the last tenth of `most`, then those least
// alike to the others by their letters (or, beyond 300 exports, the next ones in order). No exports at all gives the
// two well-known ones.
std::vector<std::string> chooseDllExports(const std::vector<std::string>& available, std::size_t most);

// The exports that are offered for a DLL: its own, or the well-known ones where it has none.
std::vector<std::string> offeredDllExports(std::vector<std::string> ownExports);

} // namespace core::submission
