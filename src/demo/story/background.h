// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/story/cast.h"

namespace demo::story {

// Fills a process's log up to its number of calls with what any Windows process does: loads libraries, reads the
// registry, maps memory, waits.
void addBackground(Process& process);

} // namespace demo::story
