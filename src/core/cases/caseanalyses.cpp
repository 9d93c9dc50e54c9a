// SPDX-License-Identifier: GPL-3.0-or-later
// The analyses of the case library.
#include "core/cases/caselibrary.h"
#include "core/cases/caserows.h"
#include "core/report/capefamily.h"

namespace core {

namespace {

QString lines(const QStringList& texts)
{
    return storedText(texts.join(QLatin1Char('\n')));
}

// What makes an analysis the same one again.
QString originOf(const Analysis& analysis)
{
    const bool hasTask = !analysis.profileId.isEmpty() && analysis.taskId > 0;
    return hasTask ? QStringLiteral("task %1 %2 %3")
                         .arg(analysis.profileId, QString::number(analysis.taskId), analysis.sha256)
                   : QStringLiteral("file %1 %2").arg(analysis.sha256, analysis.path);
}

QVariant scoreOf(const Analysis& analysis)
{
    return analysis.score ? QVariant(*analysis.score) : QVariant(QMetaType::fromType<qint64>());
}

QVariant caseOf(qint64 caseId)
{
    return caseId > 0 ? QVariant(caseId) : QVariant(QMetaType::fromType<qint64>());
}

// What the analyst has set stays, and what this report or this reading of it does not say.
void keepWhatIsKnown(Analysis& analysis, const Analysis& before)
{
    analysis.id = before.id;
    analysis.caseId = before.caseId;
    analysis.note = before.note;
    analysis.remembered = before.remembered;
    if (analysis.name.isEmpty()) {
        analysis.name = before.name;
    }
    if (!analysis.score) {
        analysis.score = before.score;
    }
    if (analysis.families.isEmpty()) {
        analysis.families = before.families;
    }
    if (analysis.profileId.isEmpty() && !before.profileId.isEmpty()) {
        analysis.profileId = before.profileId;
        analysis.server = before.server;
        analysis.taskId = before.taskId;
    }
    if (!analysis.analysed.isValid()) {
        analysis.analysed = before.analysed;
    }
}

} // namespace

Analysis analysisAt(const QSqlQuery& row)
{
    Analysis analysis;
    analysis.id = row.value(0).toLongLong();
    analysis.caseId = row.value(1).toLongLong();
    analysis.name = row.value(2).toString();
    analysis.sha256 = row.value(3).toString();
    if (!row.isNull(4)) {
        analysis.score = row.value(4).toLongLong();
    }
    analysis.families = row.value(5).toString().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    analysis.families.removeIf([](const QString& name) { return isConfigBookkeeping(name.toStdString()); });
    analysis.profileId = row.value(6).toString();
    analysis.server = row.value(7).toString();
    analysis.taskId = row.value(8).toLongLong();
    analysis.analysed = storedTime(row.value(9));
    analysis.remembered = storedTime(row.value(10));
    analysis.path = row.value(11).toString();
    analysis.note = row.value(12).toString();
    return analysis;
}

Result<Analysis> CaseLibrary::remember(const Analysis& analysis, const QStringList& terms)
{
    Analysis kept = analysis;
    const auto done = m_database->transaction([&]() -> Result<void> {
        const auto before = known(analysis);
        if (!before) {
            return std::unexpected(before.error());
        }
        if (*before) {
            keepWhatIsKnown(kept, **before);
        } else {
            kept.remembered = storableNow();
            kept.analysed = kept.analysed.isValid() ? kept.analysed : kept.remembered;
        }
        if (const auto stored = store(kept, !before->has_value()); !stored) {
            return stored;
        }
        if (const auto stored = storeFacts(kept); !stored || terms.isEmpty()) {
            return stored;
        }
        return m_database->execute(
            QStringLiteral("UPDATE texts SET terms = ? WHERE analysis = ?"), {lines(terms), kept.id});
    });
    return done ? Result<Analysis>(std::move(kept)) : std::unexpected(done.error());
}

Result<std::optional<Analysis>> CaseLibrary::known(const Analysis& analysis)
{
    const QString origin = originOf(analysis);
    std::optional<Analysis> found;
    const auto read = m_database->each(
        QStringLiteral("SELECT %1 FROM analyses WHERE removed = 0 AND (origin = ? OR "
                       "(sha256 = ? AND (path = ? OR id = ?))) ORDER BY origin = ? DESC, id = ? DESC LIMIT 1")
            .arg(QLatin1StringView(AnalysisColumns)),
        {origin, storedText(analysis.sha256), storedText(analysis.path), analysis.id, origin, analysis.id},
        [&](const QSqlQuery& row) { found = analysisAt(row); });
    return read ? Result<std::optional<Analysis>>(std::move(found)) : std::unexpected(read.error());
}

Result<void> CaseLibrary::store(Analysis& analysis, bool isNew)
{
    // What was taken out a moment ago makes room; remembered again, it can no longer be brought back.
    const QString origin = originOf(analysis);
    if (const auto gone = m_database->execute(
            QStringLiteral("DELETE FROM analyses WHERE origin = ? AND removed = 1"), {origin});
        !gone) {
        return gone;
    }
    QVariantList values{origin, storedText(analysis.name), storedText(analysis.sha256), scoreOf(analysis),
        lines(analysis.families), storedText(analysis.profileId), storedText(analysis.server), analysis.taskId,
        analysis.analysed.toMSecsSinceEpoch(), storedText(analysis.path)};
    if (!isNew) {
        return m_database->execute(
            QStringLiteral("UPDATE analyses SET origin = ?, name = ?, sha256 = ?, score = ?, families = ?, "
                           "profile = ?, server = ?, task = ?, analysed = ?, path = ? WHERE id = ?"),
            values << analysis.id);
    }
    const auto id = m_database->insert(
        QStringLiteral("INSERT INTO analyses (origin, name, sha256, score, families, profile, server, task, analysed, "
                       "path, case_id, remembered, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        values << caseOf(analysis.caseId) << analysis.remembered.toMSecsSinceEpoch() << storedText(analysis.note));
    if (!id) {
        return std::unexpected(id.error());
    }
    analysis.id = *id;
    return {};
}

// The name comes first: withLines() relies on it.
Result<void> CaseLibrary::storeFacts(const Analysis& analysis)
{
    const QString facts
        = lines({analysis.name, analysis.sha256, lines(analysis.families), analysis.server, analysis.note});
    return m_database->execute(QStringLiteral("INSERT INTO texts (analysis, facts, terms) VALUES (?, ?, '') "
                                              "ON CONFLICT (analysis) DO UPDATE SET facts = excluded.facts"),
        {analysis.id, facts});
}

Result<void> CaseLibrary::updateAnalysis(const Analysis& changed)
{
    return m_database->transaction([&]() -> Result<void> {
        const auto updated
            = m_database->execute(QStringLiteral("UPDATE analyses SET path = ?, note = ? WHERE id = ?"),
                {storedText(changed.path), storedText(changed.note), changed.id});
        return updated ? storeFacts(changed) : updated;
    });
}

Result<void> CaseLibrary::move(const QList<qint64>& analyses, qint64 caseId)
{
    return m_database->execute(
        QStringLiteral("UPDATE analyses SET case_id = ? WHERE id IN (%1)").arg(idList(analyses)), {caseOf(caseId)});
}

} // namespace core
