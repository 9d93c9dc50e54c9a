// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace core {

// Asks the system to back a large block by huge pages: filling 40 MB takes 20 page faults then instead of 10,000. Does
// nothing for a small block or where the system cannot.
void adviseHugePages(void* block, std::size_t size);

} // namespace core
