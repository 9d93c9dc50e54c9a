// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/taskstore.h"

#include "core/privatefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace net {

namespace {

core::DatabaseKind taskDatabase()
{
    return {.failed = QCoreApplication::translate("TaskStore", "The list of tasks could not be read or written."),
        .newer = QCoreApplication::translate(
            "TaskStore", "The list of tasks was written by a newer version of the workbench."),
        .steps = {{QStringLiteral("CREATE TABLE tasks (id TEXT PRIMARY KEY, position INTEGER NOT NULL, "
                                  "phase TEXT NOT NULL, record TEXT NOT NULL)"),
            QStringLiteral("CREATE TABLE notes (key TEXT PRIMARY KEY, note TEXT NOT NULL)")}}};
}

QString jsonText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TaskStore)
};

// Nothing where it is no record: one without a name or a phase could be neither shown nor followed.
std::optional<TaskRecord> recordAt(const QString& id, const QString& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const TaskRecord record = taskFromJson(json);
    const bool isNamed = !record.fileName.isEmpty() || !record.sourcePath.isEmpty();
    const bool isWhole = !id.isEmpty() && record.id == id && isNamed && !record.profileId.isEmpty()
        && phaseFromKey(json.value(QLatin1StringView("phase")).toString());
    return isWhole ? std::optional(record) : std::nullopt;
}

} // namespace

struct TaskStore::Rows {
    QList<TaskRecord> records;
    QList<std::pair<QString, QString>> unreadable; // id and what stands there
};

TaskStore::TaskStore(const QString& file, std::unique_ptr<core::Database> database, core::Access access)
    : m_file(file)
    , m_database(std::move(database))
    , m_access(access)
{
}

core::Result<std::unique_ptr<TaskStore>> TaskStore::open(const QString& file)
{
    auto database = core::Database::open(file, taskDatabase());
    if (!database) {
        return std::unexpected(database.error());
    }
    return std::unique_ptr<TaskStore>(new TaskStore(file, std::move(*database), core::Access::ReadWrite));
}

core::Result<std::unique_ptr<TaskStore>> TaskStore::openReadOnly(const QString& file)
{
    auto database = core::Database::openReadOnly(file, taskDatabase());
    if (!database) {
        return std::unexpected(database.error());
    }
    return std::unique_ptr<TaskStore>(new TaskStore(file, std::move(*database), core::Access::ReadOnly));
}

core::Result<std::unique_ptr<TaskStore>> TaskStore::startAnew(const QString& file)
{
    Rows rows;
    if (const auto damaged = core::Database::openReadOnly(file, taskDatabase())) {
        // From both ends up to what is damaged; each reading ends there with an error.
        (void)read(**damaged, QStringLiteral("rowid"), rows);
        (void)read(**damaged, QStringLiteral("rowid DESC"), rows);
    }
    const auto aside = core::Database::setAside(file);
    if (!aside) {
        return std::unexpected(aside.error());
    }
    auto store = open(file);
    if (!store) {
        return store;
    }
    QHash<QString, TaskRecord> records; // those that were read from both ends, once
    for (const TaskRecord& record : std::as_const(rows.records)) {
        records.insert(record.id, record);
    }
    if (const auto saved = (*store)->save(records.values()); !saved) {
        return std::unexpected(saved.error());
    }
    (*store)->m_warning = Words::tr("The damaged list of tasks was kept as %1.").arg(*aside) + u' '
        + Words::tr("%n task(s) of it could be read and go on.", nullptr, int(records.size()));
    return store;
}

core::Result<void> TaskStore::read(core::Database& database, const QString& order, Rows& rows)
{
    return database.each(
        QStringLiteral("SELECT id, record FROM tasks ORDER BY ") + order, {}, [&](const QSqlQuery& row) {
            const QString id = row.value(0).toString();
            const QString text = row.value(1).toString();
            if (const auto record = recordAt(id, text)) {
                rows.records.append(*record);
            } else {
                rows.unreadable.append({id, text});
            }
        });
}

core::Result<QList<TaskRecord>> TaskStore::records()
{
    Rows rows;
    if (const auto done = read(*m_database, QStringLiteral("position, id"), rows); !done) {
        return std::unexpected(done.error());
    }
    if (!rows.unreadable.isEmpty()) {
        keepAside(rows);
    }
    return rows.records;
}

void TaskStore::keepAside(const Rows& rows)
{
    const int count = int(rows.unreadable.size());
    const QString told = Words::tr("%n task(s) in the list could not be read.", nullptr, count);
    m_warning = told;
    if (m_access == core::Access::ReadOnly) {
        return;
    }
    QJsonArray kept;
    for (const auto& [id, text] : rows.unreadable) {
        kept.append(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("record"), text}});
    }
    const QString aside = m_file + QStringLiteral(".unreadable-")
        + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz") + QStringLiteral(".json");
    if (!core::savePrivateFile(aside, QJsonDocument(kept).toJson())) {
        return; // they stay where they are, and are told of again
    }
    const auto removed = m_database->transaction([&]() -> core::Result<void> {
        for (const auto& [id, text] : rows.unreadable) {
            if (const auto done = m_database->execute(
                    QStringLiteral("DELETE FROM tasks WHERE coalesce(id, '') = ?"),
                    {id.isNull() ? QStringLiteral("") : id});
                !done) {
                return done;
            }
        }
        return {};
    });
    m_warning = removed ? told + u' ' + Words::tr("What stood there was kept in %1.").arg(aside) : told;
}

core::Result<void> TaskStore::save(const QList<TaskRecord>& records)
{
    return m_database->transaction([&]() -> core::Result<void> {
        for (const TaskRecord& record : records) {
            const auto saved = m_database->execute(QStringLiteral("INSERT OR REPLACE INTO tasks VALUES (?, ?, ?, ?)"),
                {record.id, record.position, phaseKey(record.phase), jsonText(toJson(record))});
            if (!saved) {
                return saved;
            }
        }
        return {};
    });
}

core::Result<void> TaskStore::remove(const QString& id)
{
    return m_database->execute(QStringLiteral("DELETE FROM tasks WHERE id = ?"), {id});
}

QJsonObject TaskStore::note(const QString& key)
{
    QJsonObject note; // one that cannot be read is one that was never made
    (void)m_database->each(QStringLiteral("SELECT note FROM notes WHERE key = ?"), {key},
        [&](const QSqlQuery& row) { note = QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object(); });
    return note;
}

core::Result<void> TaskStore::saveNote(const QString& key, const QJsonObject& note)
{
    return m_database->execute(QStringLiteral("INSERT OR REPLACE INTO notes VALUES (?, ?)"), {key, jsonText(note)});
}

} // namespace net
