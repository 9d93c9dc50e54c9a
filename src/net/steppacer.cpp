// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/steppacer.h"

#include <algorithm>

namespace net {

namespace {

constexpr int FreeRequests = 5; // as many as any phase needs when all goes well
constexpr qint64 FirstRest = 2'000; // ms
constexpr qint64 LongestRest = 300'000; // ms, where nothing is looked at regularly

} // namespace

LookPace lookPace(Phase phase)
{
    switch (phase) {
    case Phase::Running:
        return {3'000, 30'000};
    case Phase::Completed:
        return {2'000, 20'000};
    default:
        return {2'000, 60'000};
    }
}

bool StepPacer::reach(Phase phase)
{
    if (!isFinal(phase) && phase <= furthest) {
        return false;
    }
    furthest = isFinal(phase) ? furthest : phase;
    requests = 0;
    return true;
}

void StepPacer::count(const QDateTime& now)
{
    ++requests;
    lastRequest = now;
}

void StepPacer::discount()
{
    requests = std::max(0, requests - 1);
}

qint64 StepPacer::rest(Phase phase, const QDateTime& now) const
{
    constexpr int MostDoublings = 10;
    if (requests <= FreeRequests || !lastRequest.isValid()) {
        return 0;
    }
    const qint64 longest = isPolled(phase) ? lookPace(phase).longest : LongestRest;
    const qint64 pause = std::min(longest, FirstRest << std::min(requests - FreeRequests - 1, MostDoublings));
    // A clock that was set back must not make it longer.
    return std::clamp<qint64>(pause - lastRequest.msecsTo(now), 0, pause);
}

void StepPacer::restart(Phase phase)
{
    furthest = phase;
    requests = 0;
}

} // namespace net
