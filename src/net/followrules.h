// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/capetypes.h"

namespace net {

// Limits on what a server may make of one submission; beyond them it fails with words that say so.
inline constexpr int MostUploads = 10; // without a task that is named
inline constexpr int MostSuccessors = 10; // tasks that take one another's place
inline constexpr int MostSiblings = 100; // tasks of one submission
inline constexpr int MostReuses = 3; // tasks on the server that turn out to be of no use
inline constexpr int MostDeleteWaits = 300; // looks at a task that the server does not let go yet

// Whether a task that was not found is gone. `saysSo`: the server itself says that it has none, not only with a 404,
// which also comes before its database has caught up. `looks`: how many found nothing, with this one.
bool isGone(bool saysSo, bool wasSeen, int looks);

// The analysis failed because the server could not reach its machine, which another try may mend.
bool guestWasUnreachable(const TaskView& task);

} // namespace net
