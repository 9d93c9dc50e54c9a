// SPDX-License-Identifier: GPL-3.0-or-later
// The library itself and its cases; caseanalyses.cpp has the analyses, casesearch.cpp the search.
#include "core/cases/caselibrary.h"

#include "core/cases/caserows.h"

#include <QCoreApplication>

namespace core {

namespace {

// A removed row waits for an undo; the next opening deletes it. What an analysis is found by is in a table of its own,
// for it is far longer than the row.
QStringList firstVersion()
{
    return {QStringLiteral("CREATE TABLE cases (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, "
                           "note TEXT NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, "
                           "removed INTEGER NOT NULL DEFAULT 0)"),
        QStringLiteral("CREATE TABLE analyses (id INTEGER PRIMARY KEY AUTOINCREMENT, origin TEXT NOT NULL UNIQUE, "
                       "case_id INTEGER REFERENCES cases(id) ON DELETE SET NULL, name TEXT NOT NULL, "
                       "sha256 TEXT NOT NULL, score INTEGER, families TEXT NOT NULL, profile TEXT NOT NULL, "
                       "server TEXT NOT NULL, task INTEGER NOT NULL, analysed INTEGER NOT NULL, "
                       "remembered INTEGER NOT NULL, path TEXT NOT NULL, note TEXT NOT NULL, "
                       "removed INTEGER NOT NULL DEFAULT 0)"),
        QStringLiteral("CREATE INDEX analyses_path ON analyses(path)"),
        QStringLiteral("CREATE INDEX analyses_case ON analyses(case_id)"),
        QStringLiteral("CREATE TABLE texts (analysis INTEGER PRIMARY KEY REFERENCES analyses(id) ON DELETE CASCADE, "
                       "facts TEXT NOT NULL, terms TEXT NOT NULL)")};
}

DatabaseKind caseDatabase()
{
    return {.failed = QCoreApplication::translate("CaseLibrary", "The library of cases could not be read or written."),
        .newer = QCoreApplication::translate(
            "CaseLibrary", "The library of cases was written by a newer version of the workbench."),
        .steps = {firstVersion()}};
}

} // namespace

CaseLibrary::CaseLibrary(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

Result<std::unique_ptr<CaseLibrary>> CaseLibrary::open(const QString& file, Index index)
{
    auto database = Database::open(file, caseDatabase());
    if (!database) {
        return std::unexpected(database.error());
    }
    std::unique_ptr<CaseLibrary> library(new CaseLibrary(std::move(*database)));
    if (const auto prepared = library->prepareIndex(index); !prepared) {
        return std::unexpected(prepared.error());
    }
    const auto purged = library->executeAll({QStringLiteral("DELETE FROM analyses WHERE removed = 1"),
        QStringLiteral("DELETE FROM cases WHERE removed = 1")});
    if (!purged) {
        return std::unexpected(purged.error());
    }
    return library;
}

Result<std::unique_ptr<CaseLibrary>> CaseLibrary::openReadOnly(const QString& file)
{
    auto database = Database::openReadOnly(file, caseDatabase());
    if (!database) {
        return std::unexpected(database.error());
    }
    return std::unique_ptr<CaseLibrary>(new CaseLibrary(std::move(*database))); // searched without the index
}

Result<void> CaseLibrary::executeAll(const QStringList& statements)
{
    return m_database->transaction([&]() -> Result<void> {
        for (const QString& sql : statements) {
            if (const auto done = m_database->execute(sql); !done) {
                return done;
            }
        }
        return {};
    });
}

Result<CaseContents> CaseLibrary::contents()
{
    auto foundCases = cases();
    if (!foundCases) {
        return std::unexpected(foundCases.error());
    }
    QSet<qint64> known;
    for (const Case& one : *foundCases) {
        known.insert(one.id);
    }
    QList<Analysis> analyses;
    const auto read = m_database->each(QStringLiteral("SELECT %1 FROM analyses WHERE removed = 0 ORDER BY id")
                                           .arg(QLatin1StringView(AnalysisColumns)),
        {}, [&](const QSqlQuery& row) {
            analyses.append(analysisAt(row));
            if (!known.contains(analyses.last().caseId)) { // its case is removed, until that is undone
                analyses.last().caseId = 0;
            }
        });
    if (!read) {
        return std::unexpected(read.error());
    }
    return CaseContents{std::move(*foundCases), std::move(analyses)};
}

Result<QList<Case>> CaseLibrary::cases()
{
    QList<Case> cases;
    const auto read = m_database->each(
        QStringLiteral("SELECT id, name, note, created, changed FROM cases WHERE removed = 0 ORDER BY id"), {},
        [&](const QSqlQuery& row) {
            cases.append({.id = row.value(0).toLongLong(),
                .name = row.value(1).toString(),
                .note = row.value(2).toString(),
                .created = storedTime(row.value(3)),
                .changed = storedTime(row.value(4))});
        });
    return read ? Result<QList<Case>>(std::move(cases)) : std::unexpected(read.error());
}

Result<Case> CaseLibrary::addCase(const QString& name)
{
    Case made{.id = 0, .name = name, .note = {}, .created = storableNow(), .changed = {}};
    made.changed = made.created;
    const auto id = m_database->insert(
        QStringLiteral("INSERT INTO cases (name, note, created, changed) VALUES (?, '', ?, ?)"),
        {storedText(name), made.created.toMSecsSinceEpoch(), made.changed.toMSecsSinceEpoch()});
    if (!id) {
        return std::unexpected(id.error());
    }
    made.id = *id;
    return made;
}

Result<void> CaseLibrary::updateCase(const Case& changed)
{
    return m_database->execute(QStringLiteral("UPDATE cases SET name = ?, note = ?, changed = ? WHERE id = ?"),
        {storedText(changed.name), storedText(changed.note), storableNow().toMSecsSinceEpoch(), changed.id});
}

Result<void> CaseLibrary::setRemoved(const QList<qint64>& cases, const QList<qint64>& analyses, bool removed)
{
    const auto where = [removed](const char* table, const QList<qint64>& ids) {
        return QStringLiteral("UPDATE %1 SET removed = %2 WHERE id IN (%3)")
            .arg(QLatin1StringView(table), QString::number(int(removed)), idList(ids));
    };
    return executeAll({where("cases", cases), where("analyses", analyses)});
}

} // namespace core
