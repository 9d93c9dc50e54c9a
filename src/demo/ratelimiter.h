// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/serveroptions.h"

#include <QHash>

namespace demo {

// A sliding window of requests for each user, as the server's REST framework keeps it: a refused request does not
// count.
class RateLimiter {
public:
    // 0 when the user's request is allowed and counted; otherwise the seconds until the next one is.
    int secondsToWait(const QString& user, const RateLimit& limit, const QDateTime& now);

private:
    QHash<QString, QList<QDateTime>> m_history; // oldest first
};

} // namespace demo
