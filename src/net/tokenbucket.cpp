// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tokenbucket.h"

#include "net/patience.h"

#include <QJsonArray>

#include <algorithm>

namespace net {

namespace {

constexpr qint64 Margin = 250; // ms; the server's clock and ours do not tick together
constexpr int DefaultRetry = 60; // s; a 429 that does not say
constexpr int LongestRetry = 24 * 3600; // s
constexpr qint64 LowerLimitLasts = 10 * 60 * 1000; // ms
constexpr qint64 LimitLasts = 24 * 3600 * 1000LL; // ms
constexpr qsizetype MostKept = 10'000; // of an unlimited server

} // namespace

int TokenBucket::used(const QDateTime& now) const
{
    const qint64 start = now.toMSecsSinceEpoch() - m_windowSeconds * 1000LL - Margin;
    const auto first = std::ranges::upper_bound(m_counted, start);
    return int(m_counted.end() - first) + m_underWay;
}

qint64 TokenBucket::wait(const QDateTime& now) const
{
    const qint64 ms = now.toMSecsSinceEpoch();
    qint64 wait = std::max<qint64>(0, m_blockedUntil - ms);
    if (m_limit && used(now) >= *m_limit) {
        const qint64 window = m_windowSeconds * 1000LL + Margin;
        // The request that must leave the window first; those under way have not even entered it.
        const qsizetype mustLeave = m_counted.size() + m_underWay - *m_limit;
        const bool known = mustLeave < m_counted.size();
        const qint64 leaves = known ? m_counted.at(mustLeave) + window : ms + 1000;
        wait = std::max(wait, leaves - ms + 1);
    }
    return wait;
}

void TokenBucket::take(const QDateTime&)
{
    ++m_underWay;
}

void TokenBucket::answered(const QDateTime& now)
{
    m_underWay = std::max(0, m_underWay - 1);
    m_refusals = 0;
    const qint64 ms = now.toMSecsSinceEpoch();
    m_counted.append(ms);
    // A clock that was set back must not disorder the window.
    std::ranges::sort(m_counted);
    const qint64 start = ms - m_windowSeconds * 1000LL - Margin;
    m_counted.erase(m_counted.begin(), std::ranges::upper_bound(m_counted, start));
    if (m_counted.size() > MostKept) {
        m_counted.removeFirst();
    }
    doubt(ms);
}

void TokenBucket::doubt(qint64 ms)
{
    const qint64 age = ms - m_learnedOn;
    if (m_limit && age > LimitLasts) {
        m_limit.reset();
        m_most = 0;
        m_windowSeconds = 60;
    } else if (m_limit && *m_limit < m_most && age > LowerLimitLasts) {
        m_limit = m_most;
    }
}

void TokenBucket::throttled(const QDateTime& now, std::optional<int> retryAfterSeconds)
{
    m_underWay = std::max(0, m_underWay - 1);
    const int retry = std::clamp(retryAfterSeconds.value_or(DefaultRetry), 0, LongestRetry);
    // A wait of more than a minute belongs to a limit by the hour.
    if (retry > 60) {
        m_windowSeconds = 3600;
    }
    // Requests of another program with the same token count as well: then less is left for us than the limit.
    const int counted = used(now) - m_underWay;
    if (counted > 0) {
        m_limit = m_limit ? std::min(*m_limit, counted) : counted;
        m_most = std::max(m_most, *m_limit);
    }
    m_learnedOn = now.toMSecsSinceEpoch();
    // Several on their way at once are refused for the same reason.
    m_refusals += m_blockedUntil <= now.toMSecsSinceEpoch() ? 1 : 0;
    const qint64 pause = std::max(retry * 1000LL + Margin, pauseAfter(std::max(1, m_refusals), 0));
    m_blockedUntil = std::max(m_blockedUntil, now.toMSecsSinceEpoch() + pause);
}

std::optional<int> TokenBucket::left(const QDateTime& now) const
{
    if (!m_limit) {
        return std::nullopt;
    }
    if (m_blockedUntil > now.toMSecsSinceEpoch()) {
        return 0;
    }
    return std::max(0, *m_limit - used(now));
}

QJsonObject TokenBucket::toJson() const
{
    QJsonArray counted;
    for (const qint64 time : m_counted) {
        counted.append(time);
    }
    QJsonObject json{{QStringLiteral("window_s"), m_windowSeconds}, {QStringLiteral("counted"), counted},
        {QStringLiteral("blocked_until"), m_blockedUntil}, {QStringLiteral("learned_on"), m_learnedOn},
        {QStringLiteral("most"), m_most}};
    if (m_limit) {
        json.insert(QStringLiteral("limit"), *m_limit);
    }
    return json;
}

TokenBucket TokenBucket::fromJson(const QJsonObject& json)
{
    TokenBucket bucket;
    bucket.m_windowSeconds = json.value(QLatin1StringView("window_s")).toInt() == 3600 ? 3600 : 60;
    const QJsonArray counted = json.value(QLatin1StringView("counted")).toArray();
    for (const QJsonValue& time : counted) {
        bucket.m_counted.append(time.toInteger());
    }
    std::ranges::sort(bucket.m_counted);
    bucket.m_blockedUntil = json.value(QLatin1StringView("blocked_until")).toInteger();
    if (const int limit = json.value(QLatin1StringView("limit")).toInt(); limit > 0) {
        bucket.m_limit = limit;
        bucket.m_most = std::max(limit, json.value(QLatin1StringView("most")).toInt());
        bucket.m_learnedOn = json.value(QLatin1StringView("learned_on")).toInteger();
    }
    return bucket;
}

} // namespace net
