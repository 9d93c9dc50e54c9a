// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/database/database.h"

namespace core {

// The analyst's memory: cases and every analysis that was ready or opened once, with what it talked to. It only names
// report files; no function here writes or deletes one. A core::Database, and so for one thread.
class CaseLibrary {
public:
    enum class Index {
        WhereAvailable, // FTS5 with its trigram tokenizer
        Never, // as with an SQLite that was built without it
    };

    // Errors: those of Database.
    static Result<std::unique_ptr<CaseLibrary>> open(const QString& file, Index index = Index::WhereAvailable);
    // To look at only; every change is an error. Errors: those of Database.
    static Result<std::unique_ptr<CaseLibrary>> openReadOnly(const QString& file);

    // In the order in which they came.
    Result<CaseContents> contents();

    Result<Case> addCase(const QString& name);
    // Name and note.
    Result<void> updateCase(const Case& changed);

    // Takes an analysis in, or brings up to date the one that it is: of the same sample in the same task of a server, or
    // in the same report file. Case and note stay as the analyst left them, and so does what is not known this time.
    // `terms` is what a search finds it by beside its own fields (searchTerms()). Gives it as it is kept.
    Result<Analysis> remember(const Analysis& analysis, const QStringList& terms);
    // Note and path.
    Result<void> updateAnalysis(const Analysis& changed);
    // Into a case; 0: into none.
    Result<void> move(const QList<qint64>& analyses, qint64 caseId);

    // Takes cases and analyses out, or back in for as long as the library stays open. A removed case takes none with it.
    Result<void> setRemoved(const QList<qint64>& cases, const QList<qint64>& analyses, bool removed);

    // What has every word in its name, hash, families, server, note or terms, or in the name or note of its case,
    // whatever the letters' case. A word may be defanged; one of one or two characters is not looked for in the terms.
    Result<CaseMatches> search(const QString& text);

private:
    explicit CaseLibrary(std::unique_ptr<Database> database);
    Result<QList<Case>> cases();
    // Everything or nothing of it.
    Result<void> executeAll(const QStringList& statements);

    Result<std::optional<Analysis>> known(const Analysis& analysis);
    Result<void> store(Analysis& analysis, bool isNew);
    Result<void> storeFacts(const Analysis& analysis);

    Result<void> prepareIndex(Index index);
    Result<QSet<qint64>> having(const QString& word, const QList<Case>& cases);
    Result<void> eachWith(const QString& word, const std::function<void(const QSqlQuery& row)>& take);
    Result<QHash<qint64, QString>> withLines(const QSet<qint64>& found, const QStringList& words);

    std::unique_ptr<Database> m_database;
    bool m_isIndexed = false;
};

} // namespace core
