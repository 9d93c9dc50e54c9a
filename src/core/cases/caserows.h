// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"

#include <QSqlQuery>
#include <QTimeZone>
#include <QVariant>

// How the case library's values stand in its tables.
namespace core {

// In the order that analysisAt() reads.
inline constexpr char AnalysisColumns[] = "id, case_id, name, sha256, score, families, profile, server, task, "
                                          "analysed, remembered, path, note";
Analysis analysisAt(const QSqlQuery& row);

// Times are milliseconds since 1970.
inline QDateTime storedTime(const QVariant& value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::UTC);
}
inline QDateTime storableNow()
{
    return storedTime(QDateTime::currentMSecsSinceEpoch());
}

// A null string would become NULL.
inline QString storedText(const QString& text)
{
    return text.isNull() ? QLatin1StringView("") : text;
}

// "1, 2, 3"
inline QString idList(const auto& ids)
{
    QStringList texts;
    for (const qint64 id : ids) {
        texts << QString::number(id);
    }
    return texts.join(QLatin1StringView(", "));
}

} // namespace core
