// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <algorithm>
#include <optional>

namespace net {

// How many requests a server takes from us, learned from its refusals and shared by everything that asks this server.
// CAPE counts the requests of the last minute (a sliding window), refused ones not; so a window is kept here too, and a
// 429 tells that what it holds is the limit. A request counts from its answer on, the latest moment at which the
// server can have counted it, so that ours are never too early. Requests of other programs with the same token make a
// limit seem lower than it is, and a server's limit can change: so a lower one than was known is believed for ten
// minutes, and any for a day. Refusals in a row make it wait longer each time, whatever the server says of it.
class TokenBucket {
public:
    // Milliseconds until the next request may start; 0: now.
    qint64 wait(const QDateTime& now) const;
    // A request starts.
    void take(const QDateTime& now);
    // It has been answered, or has failed.
    void answered(const QDateTime& now);
    // It has been refused for want of a token, before the server counted it.
    void refused() { m_underWay = std::max(0, m_underWay - 1); }
    // It has been answered with 429.
    void throttled(const QDateTime& now, std::optional<int> retryAfterSeconds);

    // Nothing while no limit is known.
    std::optional<int> limit() const { return m_limit; }
    // Of the limit, for the present window.
    std::optional<int> left(const QDateTime& now) const;
    // Requests that count at this moment, with those under way.
    int recent(const QDateTime& now) const { return used(now); }
    // The length of the window.
    int windowSeconds() const { return m_windowSeconds; }

    QJsonObject toJson() const;
    static TokenBucket fromJson(const QJsonObject& json);

private:
    int used(const QDateTime& now) const;
    void doubt(qint64 ms);

    std::optional<int> m_limit;
    int m_most = 0; // the highest limit that was learned
    qint64 m_learnedOn = 0; // ms since the epoch, of the latest refusal
    int m_windowSeconds = 60;
    QList<qint64> m_counted; // ms since the epoch, ascending, of the last window
    int m_underWay = 0;
    qint64 m_blockedUntil = 0;
    int m_refusals = 0; // in a row
};

} // namespace net
