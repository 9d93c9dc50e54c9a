// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace core::submission {

// The exports of a PE file: first those with a name, in the order of the name table, then the others as "#ordinal";
// empty for a file without an export directory. Entries that point outside the file are left out, at most `most` are
// read. BadInput where the bytes are no PE file.
Result<std::vector<std::string>> readPeExports(std::span<const std::byte> file, std::size_t most = 65536);

} // namespace core::submission
