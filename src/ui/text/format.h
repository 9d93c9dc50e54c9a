// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace ui {

// Numbers for people, by the locale: 26 104, 1.5 MiB, 3 m 51 s, 10:04:12.031.
QString formatCount(qint64 count);
QString formatBytes(qint64 bytes);
QString formatDuration(double seconds);
// The time of day in UTC with milliseconds; the argument is seconds since the epoch.
QString formatClock(double secondsSinceEpoch);

// Text of core, which is UTF-8 and may hold anything.
inline QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace ui
