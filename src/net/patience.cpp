// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/patience.h"

#include <QRandomGenerator>

#include <algorithm>

namespace net {

Remedy remedyFor(core::ErrorCode code, bool wasSent)
{
    switch (code) {
    case core::ErrorCode::Network:
    case core::ErrorCode::Timeout:
        return wasSent ? Remedy::WaitForTask : Remedy::WaitForServer;
    case core::ErrorCode::Throttled:
    case core::ErrorCode::BadAnswer:
    case core::ErrorCode::NotReady:
        return Remedy::WaitForTask;
    default:
        return Remedy::Stop;
    }
}

qint64 pauseAfter(int failures, double random)
{
    constexpr qint64 First = 2'000;
    constexpr qint64 Longest = 300'000;
    const qint64 pause = std::min(Longest, First << std::clamp(failures - 1, 0, 10));
    return pause - qint64(double(pause) * 0.25 * random);
}

qint64 pauseAfter(int failures)
{
    return pauseAfter(failures, QRandomGenerator::global()->generateDouble());
}

} // namespace net
