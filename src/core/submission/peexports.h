// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace core::submission {

// The exports of a PE file as the service finds them, which reads them with Python's pefile: first those with a name, in
// the order of the name table, then the others as "#ordinal"; empty for a file without an export directory, and for one
// whose names have no functions. BadInput where the bytes are no PE file.
Result<std::vector<std::string>> readPeExports(std::span<const std::byte> file);

} // namespace core::submission
