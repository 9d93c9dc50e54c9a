// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/reporttime.h"

#include "ui/text/format.h"

#include <QDateTime>
#include <QTimeZone>

#include <cmath>

namespace ui {

std::optional<double> parseReportTime(std::string_view text)
{
    QString time = fromUtf8(text.substr(0, 32));
    time.replace(QLatin1Char(','), QLatin1Char('.'));
    const bool hasFraction = time.contains(QLatin1Char('.'));
    QDateTime parsed = QDateTime::fromString(
        hasFraction ? time.first(std::min<qsizetype>(time.size(), 23)) : time, hasFraction ? u"yyyy-MM-dd HH:mm:ss.zzz" : u"yyyy-MM-dd HH:mm:ss");
    if (!parsed.isValid())
        return std::nullopt;
    parsed.setTimeZone(QTimeZone::UTC);
    return double(parsed.toMSecsSinceEpoch()) / 1000;
}

std::string reportTime(double secondsSinceEpoch)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(std::llround(secondsSinceEpoch * 1000), QTimeZone::UTC);
    return time.toString(u"yyyy-MM-dd HH:mm:ss,zzz").toStdString();
}

QString timeOfDay(std::string_view reportTime)
{
    return fromUtf8(reportTime.substr(reportTime.find(' ') + 1)).replace(QLatin1Char(','), QLatin1Char('.'));
}

} // namespace ui
