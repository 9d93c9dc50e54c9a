// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/clock.h"

#include <QTimeZone>
#include <QTimer>

#include <algorithm>
#include <list>

namespace test {

// Time that passes only when a test says so.
class FakeClock : public net::Clock {
public:
    QDateTime now() const override { return m_now; }

    std::unique_ptr<QObject> after(qint64 milliseconds, std::function<void()> call) override
    {
        auto handle = std::make_unique<QObject>();
        const auto alarm
            = m_alarms.insert(m_alarms.end(), {m_now.addMSecs(std::max<qint64>(0, milliseconds)), std::move(call)});
        QObject::connect(handle.get(), &QObject::destroyed, handle.get(), [this, alarm] { m_alarms.erase(alarm); });
        return handle;
    }

    bool isWaiting() const
    {
        return std::ranges::any_of(m_alarms, [](const Alarm& alarm) { return bool(alarm.call); });
    }
    // Lets the time pass up to the next alarm, and rings it.
    void advanceToNext()
    {
        const auto next = std::ranges::min_element(
            m_alarms, {}, [](const Alarm& alarm) { return std::pair(!alarm.call, alarm.due); });
        if (next != m_alarms.end() && next->call) {
            ring(next);
        }
    }
    void advance(qint64 milliseconds)
    {
        const QDateTime end = m_now.addMSecs(milliseconds);
        while (true) {
            const auto next
                = std::ranges::find_if(m_alarms, [&](const Alarm& alarm) { return alarm.call && alarm.due <= end; });
            if (next == m_alarms.end()) {
                break;
            }
            ring(next);
        }
        m_now = end;
    }

private:
    struct Alarm {
        QDateTime due;
        std::function<void()> call; // empty once it rang
    };

    void ring(std::list<Alarm>::iterator alarm)
    {
        m_now = std::max(m_now, alarm->due);
        std::exchange(alarm->call, {})();
    }

    QDateTime m_now{QDate(2026, 1, 5), QTime(9, 0), QTimeZone::UTC};
    std::list<Alarm> m_alarms;
};

} // namespace test
