// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace cli {

// Runs it, and turns what is thrown, in this thread or another, into a sentence on stderr and exit code 1.
int guarded(const std::function<int()>& run);

} // namespace cli
