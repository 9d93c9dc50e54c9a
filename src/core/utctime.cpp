// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utctime.h"

#include <QTimeZone>

namespace core {

QDateTime utcTime(const QString& text, const QString& dateFormat)
{
    const qsizetype space = text.indexOf(u' ');
    if (space < 0) {
        return {};
    }
    QString clock = text.sliced(space + 1);
    clock.replace(u',', u'.'); // as Python's logging writes fractions
    const QDate day = QDate::fromString(text.first(space), dateFormat);
    const QTime time = QTime::fromString(clock, Qt::ISODateWithMs);
    return day.isValid() && time.isValid() ? QDateTime(day, time, QTimeZone::UTC) : QDateTime();
}

} // namespace core
