// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double longestTime = 1e11; // seconds, some three thousand years: what a date can hold

} // namespace

QString formatCount(qint64 count)
{
    return QLocale().toString(count);
}

QString formatBytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 ? 0 : 1, QLocale::DataSizeIecFormat);
}

QString formatDuration(double seconds)
{
    const auto whole = qint64(std::floor(std::clamp(seconds, 0.0, longestTime)));
    if (whole < 60) {
        return QCoreApplication::translate("Format", "%1 s").arg(whole);
    }
    if (whole < 3600) {
        return QCoreApplication::translate("Format", "%1 m %2 s").arg(whole / 60).arg(whole % 60);
    }
    return QCoreApplication::translate("Format", "%1 h %2 m").arg(whole / 3600).arg(whole / 60 % 60);
}

QString formatDay(const QDate& day)
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    if (!format.contains(QLatin1String("yyyy"))) {
        format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    }
    return QLocale().toString(day, format);
}

QString formatDayAndTime(const QDateTime& time)
{
    return time.isValid() ? formatDay(time.date()) + time.toString(QStringLiteral(" HH:mm:ss")) : QString();
}

QString formatDayAndClock(double secondsSinceEpoch)
{
    const double seconds = std::clamp(secondsSinceEpoch, -longestTime, longestTime);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000), QTimeZone::utc());
    return formatDay(time.date()) + QLatin1Char(' ') + formatClock(seconds);
}

QString formatClock(double secondsSinceEpoch)
{
    const auto milliseconds = qint64(std::llround(std::clamp(secondsSinceEpoch, -longestTime, longestTime) * 1000));
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc()).toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace ui
