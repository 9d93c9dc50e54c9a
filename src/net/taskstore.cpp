// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/taskstore.h"

#include <QCoreApplication>
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

} // namespace

TaskStore::TaskStore(std::unique_ptr<core::Database> database)
    : m_database(std::move(database))
{
}

core::Result<std::unique_ptr<TaskStore>> TaskStore::open(const QString& file)
{
    auto database = core::Database::open(file, taskDatabase());
    if (!database) {
        return std::unexpected(database.error());
    }
    return std::unique_ptr<TaskStore>(new TaskStore(std::move(*database)));
}

core::Result<QList<TaskRecord>> TaskStore::records()
{
    QList<TaskRecord> records;
    const auto read = m_database->each(
        QStringLiteral("SELECT record FROM tasks ORDER BY position, id"), {}, [&](const QSqlQuery& row) {
            records.append(taskFromJson(QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object()));
        });
    return read ? core::Result<QList<TaskRecord>>(std::move(records)) : std::unexpected(read.error());
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
