// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <string_view>

namespace ui {

// Numbers for people, by the locale: 26 104, 1.5 MiB, 3 m 51 s, 10:04:12.031.
QString formatCount(qint64 count);
QString formatBytes(qint64 bytes);
QString formatDuration(double seconds);
// The time of day in UTC with milliseconds; the argument is seconds since the epoch.
QString formatClock(double secondsSinceEpoch);
// The same with its day: 31/01/2026 10:04:12.031.
QString formatDayAndClock(double secondsSinceEpoch);
// A day, and a day with its time to the second, by the locale and with all digits of the year; everywhere the same.
QString formatDay(const QDate& day);
QString formatDayAndTime(const QDateTime& time);

// Text of core, which is UTF-8 and may hold anything.
inline QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace ui
