// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/clockchoice.h"

#include "ui/settings.h"

#include <QStringList>

namespace ui {

namespace {

// By the number of the clock.
const QStringList& names()
{
    static const QStringList names{QStringLiteral("run"), QStringLiteral("guest"), QStringLiteral("host")};
    return names;
}

} // namespace

ClockChoice::ClockChoice()
    : m_clock(ShownClock(std::max<qsizetype>(names().indexOf(Settings::text(Setting::ShownClock)), 0)))
{
}

ClockChoice& ClockChoice::instance()
{
    static ClockChoice choice;
    return choice;
}

void ClockChoice::setClock(ShownClock clock)
{
    if (clock == m_clock) {
        return;
    }
    m_clock = clock;
    Settings::set(Setting::ShownClock, names()[qsizetype(clock)]);
    Q_EMIT changed();
}

} // namespace ui
