// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/ratelimiter.h"

namespace demo {

int RateLimiter::secondsToWait(const QString& user, const RateLimit& limit, const QDateTime& now)
{
    QList<QDateTime>& history = m_history[user];
    const auto isOver = [&](const QDateTime& time) { return time.addDuration(limit.window) <= now; };
    history.removeIf(isOver);
    if (history.size() < limit.requests) {
        history.append(now);
        return 0;
    }
    const qint64 wait = now.msecsTo(history.first().addDuration(limit.window));
    return int((wait + 999) / 1000);
}

} // namespace demo
