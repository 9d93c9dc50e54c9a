// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory_resource>

namespace core::json {

// Memory for many values that end together: giving it out is a step of a pointer, and it is taken back as a whole.
using Arena = std::pmr::monotonic_buffer_resource;

} // namespace core::json
