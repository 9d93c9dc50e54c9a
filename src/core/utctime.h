// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace core {

// A time that CAPE writes without a zone, such as "2024-03-31 02:30:00" (a fraction of a second may follow): it is UTC.
// The reader's own zone has no part in it, which would skip an hour each spring. Not valid where the text is no such time.
QDateTime utcTime(const QString& text, const QString& dateFormat = QStringLiteral("yyyy-MM-dd"));

} // namespace core
