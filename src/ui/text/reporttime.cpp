// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/reporttime.h"

#include "ui/text/clockchoice.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double longestPlace = 1e9; // seconds, some thirty years
constexpr double agreement = 2; // seconds between clocks that are told as none

// Translated sentences.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportTime)
};

// "186 d", "2 h 15 m", "3 m 33 s"
QString distanceText(double seconds)
{
    constexpr double day = 24 * 60 * 60;
    return seconds >= 2 * day ? Words::tr("%1 d", "days").arg(formatCount(qint64(seconds / day)))
                              : formatDuration(std::round(seconds));
}

std::optional<double> chosenTime(const core::RunClock& clock, double place)
{
    switch (ClockChoice::instance().clock()) {
    case ShownClock::Guest:
        return clock.guestTime(place);
    case ShownClock::Host:
        return clock.hostTime(place);
    case ShownClock::Run:
        break;
    }
    return std::nullopt;
}

} // namespace

QString runTimeText(double place)
{
    const auto all = qint64(std::llround(std::clamp(std::abs(place), 0.0, longestPlace) * 1000)); // ms
    const qint64 hours = all / 3'600'000;
    const QString rest = QStringLiteral("%1:%2.%3")
                             .arg(all / 60'000 % 60, 2, 10, QLatin1Char('0'))
                             .arg(all / 1000 % 60, 2, 10, QLatin1Char('0'))
                             .arg(all % 1000, 3, 10, QLatin1Char('0'));
    const QString sign = place < 0 && all > 0 ? QStringLiteral("T\u2212") : QStringLiteral("T+");
    return hours > 0 ? sign + QString::number(hours) + QLatin1Char(':') + rest : sign + rest;
}

QString timeText(const core::RunClock& clock, double place)
{
    const auto time = chosenTime(clock, place);
    return time ? formatClock(*time) : runTimeText(place);
}

QString guestTimeText(const core::RunClock& clock, std::string_view written)
{
    const auto place = clock.ofGuest(written);
    return place ? timeText(clock, *place) : fromUtf8(written);
}

QString wholeTimeText(const core::RunClock& clock, double place)
{
    QStringList parts{runTimeText(place)};
    if (const auto guest = clock.guestTime(place); guest && clock.basis() != core::RunClock::Basis::Unknown) {
        parts += Words::tr("guest %1", "clock").arg(formatDayAndClock(*guest));
    }
    if (const auto host = clock.hostTime(place)) {
        parts += Words::tr("host %1", "clock").arg(formatDayAndClock(*host));
    }
    return parts.join(QStringLiteral(" · "));
}

QString wholeGuestTimeText(const core::RunClock& clock, std::string_view written)
{
    const auto place = clock.ofGuest(written);
    return place ? wholeTimeText(clock, *place) : fromUtf8(written);
}

QString clockWords(const core::RunClock& clock)
{
    const auto offset = clock.guestOffset();
    if (!offset) {
        return {};
    }
    const QString distance = distanceText(std::abs(*offset));
    if (std::abs(*offset) < agreement) {
        return Words::tr("guest and host clocks agree");
    }
    const QString words = *offset < 0 ? Words::tr("guest clock %1 behind").arg(distance)
                                      : Words::tr("guest clock %1 ahead").arg(distance);
    switch (clock.basis()) {
    case core::RunClock::Basis::HostClock:
        return Words::tr("%1 (time zone)").arg(words);
    case core::RunClock::Basis::Log:
        return Words::tr("%1, from the log").arg(words);
    case core::RunClock::Basis::FirstEvents:
        return Words::tr("%1, from the first events").arg(words);
    case core::RunClock::Basis::Unknown:
        break;
    }
    return words;
}

} // namespace ui
