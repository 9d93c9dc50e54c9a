// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/reporttime.h"

#include "ui/text/format.h"

#include <QDateTime>
#include <QTimeZone>

#include <cmath>

namespace ui {

namespace {

constexpr qsizetype dayLength = 10; // of "2026-01-31"

} // namespace

std::optional<double> parseReportTime(std::string_view text)
{
    // In parts, and never as local time: that has an hour that does not exist, once a year.
    const QString both = fromUtf8(text.substr(0, 32));
    const QDate day = QDate::fromString(both.first(std::min(both.size(), dayLength)), Qt::ISODate);
    const QTime time = QTime::fromString(both.sliced(std::min(both.size(), dayLength + 1)), Qt::ISODate);
    if (!day.isValid() || !time.isValid()) {
        return std::nullopt;
    }
    return double(QDateTime(day, time, QTimeZone::UTC).toMSecsSinceEpoch()) / 1000;
}

std::string reportTime(double secondsSinceEpoch)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(std::llround(secondsSinceEpoch * 1000), QTimeZone::UTC);
    return time.toString(u"yyyy-MM-dd HH:mm:ss,zzz").toStdString();
}

QString timeOfDay(std::string_view reportTime)
{
    return dayAndTime(reportTime.substr(reportTime.find(' ') + 1));
}

QString dayAndTime(std::string_view reportTime)
{
    return fromUtf8(reportTime).replace(QLatin1Char(','), QLatin1Char('.'));
}

} // namespace ui
