// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>

namespace net {

// The time, and waiting for it: the queue asks no other clock, so that tests can make hours pass.
class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; // UTC
    // Calls once, that many milliseconds from now, in this thread. Destroying what is returned cancels it.
    [[nodiscard]] virtual std::unique_ptr<QObject> after(qint64 milliseconds, std::function<void()> call) = 0;
};

std::shared_ptr<Clock> systemClock();

} // namespace net
