// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/phase.h"

#include <QDateTime>

namespace net {

// The pauses between two looks at a task that does not move: from the first on they grow up to the longest.
struct LookPace {
    qint64 first; // ms
    qint64 longest;
};

LookPace lookPace(Phase phase);

// Keeps a submission from asking its server in circles, whatever the server answers. A submission has got further only
// when it enters a phase that it had never reached; the requests since then are counted, and after a handful of them
// each has to wait, longer every time. Part of the record, so that a restart begins nothing anew.
struct StepPacer {
    Phase furthest = Phase::Hashing;
    int requests = 0; // since it got further
    QDateTime lastRequest; // UTC

    // Notes that this phase is entered; true when the submission got further. Ending it counts as that.
    bool reach(Phase phase);
    // A request for it leaves.
    void count(const QDateTime& now);
    // That one did not arrive: the server was out of reach, which is waited for elsewhere.
    void discount();
    // Milliseconds until the next request may leave; 0: now.
    qint64 rest(Phase phase, const QDateTime& now) const;
    // A new submission begins in this phase, because the analyst or the profile says so.
    void restart(Phase phase);

    friend bool operator==(const StepPacer&, const StepPacer&) = default;
};

} // namespace net
