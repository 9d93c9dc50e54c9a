// SPDX-License-Identifier: GPL-3.0-or-later
// The search of the case library, and the index that makes it quick.
#include "core/cases/caselibrary.h"
#include "core/cases/caserows.h"
#include "core/ioc/defang.h"

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype LeastIndexed = 3; // characters: what the tokenizer cuts texts into
constexpr qsizetype MostLines = 200; // of so many analyses the line is looked up that was found

// The index has the texts' trigrams and not the texts, and follows them by triggers: while these are there, it is whole.
QStringList indexStatements()
{
    return {QStringLiteral("DROP TABLE IF EXISTS search"),
        QStringLiteral("CREATE VIRTUAL TABLE search USING fts5(facts, terms, content = 'texts', "
                       "content_rowid = 'analysis', tokenize = 'trigram')"),
        QStringLiteral("INSERT INTO search (search) VALUES ('rebuild')"),
        QStringLiteral("CREATE TRIGGER search_added AFTER INSERT ON texts BEGIN "
                       "INSERT INTO search (rowid, facts, terms) VALUES (new.analysis, new.facts, new.terms); END"),
        QStringLiteral("CREATE TRIGGER search_removed AFTER DELETE ON texts BEGIN "
                       "INSERT INTO search (search, rowid, facts, terms) "
                       "VALUES ('delete', old.analysis, old.facts, old.terms); END"),
        QStringLiteral("CREATE TRIGGER search_changed AFTER UPDATE ON texts "
                       "WHEN old.facts <> new.facts OR old.terms <> new.terms BEGIN "
                       "INSERT INTO search (search, rowid, facts, terms) "
                       "VALUES ('delete', old.analysis, old.facts, old.terms); "
                       "INSERT INTO search (rowid, facts, terms) VALUES (new.analysis, new.facts, new.terms); END")};
}

QStringList withoutIndex()
{
    return {QStringLiteral("DROP TRIGGER IF EXISTS search_added"),
        QStringLiteral("DROP TRIGGER IF EXISTS search_removed"),
        QStringLiteral("DROP TRIGGER IF EXISTS search_changed")};
}

// "%a\_b%": a LIKE pattern for a text that holds the word.
QString likePattern(const QString& word)
{
    QString pattern;
    for (const QChar letter : word) {
        if (letter == QLatin1Char('%') || letter == QLatin1Char('_') || letter == QLatin1Char('\\')) {
            pattern += QLatin1Char('\\');
        }
        pattern += letter;
    }
    return QLatin1Char('%') + pattern + QLatin1Char('%');
}

QStringList wordsOf(const QString& text)
{
    QStringList words;
    const QStringList typed = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : typed) {
        words << QString::fromStdString(refang(word.toStdString()));
    }
    return words;
}

bool hasWord(const Case& one, const QString& word)
{
    return one.name.contains(word, Qt::CaseInsensitive) || one.note.contains(word, Qt::CaseInsensitive);
}

// The first line after the first one that has a word; nothing where the first one has them all.
QString lineWith(const QStringList& words, const QString& facts, const QString& terms)
{
    const qsizetype nameEnd = facts.indexOf(QLatin1Char('\n'));
    const QString name = facts.left(nameEnd);
    const QString rest = facts.mid(nameEnd + 1) + QLatin1Char('\n') + terms;
    for (const QString& word : words) {
        const qsizetype at = name.contains(word, Qt::CaseInsensitive) ? -1 : rest.indexOf(word, 0, Qt::CaseInsensitive);
        if (at >= 0) {
            const qsizetype start = at == 0 ? 0 : rest.lastIndexOf(QLatin1Char('\n'), at - 1) + 1;
            const qsizetype end = rest.indexOf(QLatin1Char('\n'), at);
            return rest.sliced(start, (end < 0 ? rest.size() : end) - start);
        }
    }
    return {};
}

} // namespace

Result<void> CaseLibrary::prepareIndex(Index index)
{
    // Only the attempt tells whether this SQLite has it.
    const bool isAvailable = index == Index::WhereAvailable
        && m_database->execute(
            QStringLiteral("CREATE VIRTUAL TABLE temp.probe USING fts5(text, tokenize = 'trigram')"))
        && m_database->execute(QStringLiteral("DROP TABLE temp.probe"));
    if (!isAvailable) {
        return executeAll(withoutIndex());
    }
    int triggers = 0;
    const auto counted = m_database->each(
        QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search%'"), {},
        [&](const QSqlQuery& row) { triggers = row.value(0).toInt(); });
    if (!counted) {
        return counted;
    }
    m_isIndexed = true;
    return triggers == 3 ? Result<void>() : executeAll(withoutIndex() + indexStatements());
}

Result<CaseMatches> CaseLibrary::search(const QString& text)
{
    const QStringList words = wordsOf(text);
    const auto all = cases();
    if (!all) {
        return std::unexpected(all.error());
    }
    CaseMatches matches;
    QSet<qint64> found;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto having = this->having(words[i], *all);
        if (!having) {
            return std::unexpected(having.error());
        }
        found = i == 0 ? *having : found.intersect(*having);
    }
    for (const Case& one : *all) {
        if (!words.isEmpty() && std::ranges::all_of(words, [&](const QString& word) { return hasWord(one, word); })) {
            matches.cases.insert(one.id);
        }
    }
    auto analyses = withLines(found, words);
    if (!analyses) {
        return std::unexpected(analyses.error());
    }
    matches.analyses = std::move(*analyses);
    return matches;
}

// The analyses that have a word themselves or by their case.
Result<QSet<qint64>> CaseLibrary::having(const QString& word, const QList<Case>& cases)
{
    QSet<qint64> found;
    const auto add = [&found](const QSqlQuery& row) { found.insert(row.value(0).toLongLong()); };
    if (const auto read = eachWith(word, add); !read) {
        return std::unexpected(read.error());
    }
    QList<qint64> named;
    for (const Case& one : cases) {
        if (hasWord(one, word)) {
            named << one.id;
        }
    }
    auto read
        = m_database->each(QStringLiteral("SELECT id FROM analyses WHERE case_id IN (%1)").arg(idList(named)), {}, add);
    if (read) {
        read = m_database->each(QStringLiteral("SELECT id FROM analyses WHERE removed = 1"), {},
            [&found](const QSqlQuery& row) { found.remove(row.value(0).toLongLong()); });
    }
    return read ? Result<QSet<qint64>>(std::move(found)) : std::unexpected(read.error());
}

// The ids of the analyses that have a word themselves, removed ones too.
Result<void> CaseLibrary::eachWith(const QString& word, const std::function<void(const QSqlQuery& row)>& take)
{
    const QString like = likePattern(word);
    if (word.size() < LeastIndexed) {
        return m_database->each(
            QStringLiteral("SELECT id FROM analyses WHERE name LIKE ? ESCAPE '\\' OR sha256 LIKE ? ESCAPE '\\' OR "
                           "families LIKE ? ESCAPE '\\' OR server LIKE ? ESCAPE '\\' OR note LIKE ? ESCAPE '\\'"),
            QVariantList(5, like), take);
    }
    if (m_isIndexed) {
        QString phrase = word;
        phrase.replace(QLatin1Char('"'), QLatin1StringView("\"\""));
        return m_database->each(QStringLiteral("SELECT rowid FROM search WHERE search MATCH ?"),
            {QString(QLatin1Char('"') + phrase + QLatin1Char('"'))}, take);
    }
    return m_database->each(
        QStringLiteral("SELECT analysis FROM texts WHERE facts LIKE ? ESCAPE '\\' OR terms LIKE ? ESCAPE '\\'"),
        {like, like}, take);
}

Result<QHash<qint64, QString>> CaseLibrary::withLines(const QSet<qint64>& found, const QStringList& words)
{
    QHash<qint64, QString> lines;
    QList<qint64> newest(found.cbegin(), found.cend());
    for (const qint64 id : newest) {
        lines.insert(id, {});
    }
    std::ranges::sort(newest, std::greater());
    const auto read = m_database->each(QStringLiteral("SELECT analysis, facts, terms FROM texts WHERE analysis IN (%1)")
                                           .arg(idList(newest.first(std::min(newest.size(), MostLines)))),
        {}, [&](const QSqlQuery& row) {
            lines.insert(
                row.value(0).toLongLong(), lineWith(words, row.value(1).toString(), row.value(2).toString()));
        });
    return read ? Result<QHash<qint64, QString>>(std::move(lines)) : std::unexpected(read.error());
}

} // namespace core
