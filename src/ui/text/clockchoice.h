// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ui {

// How times are shown: as T+ from the start of the run, by the guest's clock, or by the host's.
enum class ShownClock { Run, Guest, Host };

// The user's choice of a clock, for all reports and remembered. Models and pages read it as they show a time.
class ClockChoice : public QObject {
    Q_OBJECT
public:
    static ClockChoice& instance();

    ShownClock clock() const { return m_clock; }
    void setClock(ShownClock clock);

Q_SIGNALS:
    void changed();

private:
    ClockChoice();

    ShownClock m_clock = ShownClock::Run;
};

} // namespace ui
