// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/followrules.h"

#include <algorithm>

namespace net {

bool isGone(bool saysSo, bool wasSeen, int looks)
{
    constexpr int Usual = 2;
    constexpr int BeforeItShows = 9; // a bare 404 for a task that never showed: the database may lag by minutes
    if (saysSo && wasSeen) {
        return true;
    }
    return looks >= (saysSo || wasSeen ? Usual : BeforeItShows);
}

bool guestWasUnreachable(const TaskView& task)
{
    return std::ranges::any_of(task.errors,
        [](const QString& error) { return error.contains(QLatin1StringView("wasn't able to connect to the Guest")); });
}

} // namespace net
