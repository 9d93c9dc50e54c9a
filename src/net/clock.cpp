// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clock.h"

#include <QTimer>

#include <algorithm>
#include <limits>

namespace net {

namespace {

class SystemClock : public Clock {
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }

    std::unique_ptr<QObject> after(qint64 milliseconds, std::function<void()> call) override
    {
        auto timer = std::make_unique<QTimer>();
        timer->setSingleShot(true);
        QObject::connect(timer.get(), &QTimer::timeout, timer.get(), std::move(call));
        timer->start(int(std::clamp<qint64>(milliseconds, 0, std::numeric_limits<int>::max())));
        return timer;
    }
};

} // namespace

std::shared_ptr<Clock> systemClock()
{
    return std::make_shared<SystemClock>();
}

} // namespace net
