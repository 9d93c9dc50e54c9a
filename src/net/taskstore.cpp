// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/taskstore.h"

#include "net/privatefolder.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace net {

namespace {

constexpr int Version = 1;

core::Error databaseError(const QSqlError& error)
{
    return {core::ErrorCode::Database,
        QCoreApplication::translate("TaskStore", "The list of tasks could not be read or written."), error.text()};
}

QString jsonText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

TaskStore::TaskStore(const QString& file)
    : m_connection(QUuid::createUuid().toString())
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
}

TaskStore::~TaskStore()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

core::Result<std::unique_ptr<TaskStore>> TaskStore::open(const QString& file)
{
    if (const auto made = makePrivateFolder(QFileInfo(file).absolutePath()); !made) {
        return std::unexpected(made.error());
    }
    std::unique_ptr<TaskStore> store(new TaskStore(file));
    if (!store->m_database.open()) {
        return std::unexpected(databaseError(store->m_database.lastError()));
    }
    if (const auto prepared = store->prepare(); !prepared) {
        return std::unexpected(prepared.error());
    }
    return store;
}

core::Result<void> TaskStore::prepare()
{
    QSqlQuery version(m_database);
    if (!version.exec(QStringLiteral("PRAGMA user_version")) || !version.next()) {
        return std::unexpected(databaseError(version.lastError()));
    }
    if (version.value(0).toInt() > Version) {
        return std::unexpected(core::Error{core::ErrorCode::Unsupported,
            QCoreApplication::translate(
                "TaskStore", "The list of tasks was written by a newer version of the workbench."),
            {}});
    }
    version.finish();
    for (const QString& sql : {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=NORMAL"),
             QStringLiteral("CREATE TABLE IF NOT EXISTS tasks (id TEXT PRIMARY KEY, position INTEGER NOT NULL, "
                            "phase TEXT NOT NULL, record TEXT NOT NULL)"),
             QStringLiteral("CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, note TEXT NOT NULL)"),
             QStringLiteral("PRAGMA user_version=%1").arg(Version)}) {
        if (const auto done = execute(sql); !done) {
            return done;
        }
    }
    return {};
}

core::Result<void> TaskStore::execute(const QString& sql, const QVariantList& values)
{
    QSqlQuery query(m_database);
    bool good = query.prepare(sql);
    for (const QVariant& value : values) {
        query.addBindValue(value);
    }
    good = good && query.exec();
    if (!good) {
        return std::unexpected(databaseError(query.lastError()));
    }
    return {};
}

core::Result<QList<TaskRecord>> TaskStore::records()
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("SELECT record FROM tasks ORDER BY position, id"))) {
        return std::unexpected(databaseError(query.lastError()));
    }
    QList<TaskRecord> records;
    while (query.next()) {
        records.append(taskFromJson(QJsonDocument::fromJson(query.value(0).toString().toUtf8()).object()));
    }
    return records;
}

core::Result<void> TaskStore::save(const QList<TaskRecord>& records)
{
    if (!m_database.transaction()) {
        return std::unexpected(databaseError(m_database.lastError()));
    }
    for (const TaskRecord& record : records) {
        const auto saved = execute(QStringLiteral("INSERT OR REPLACE INTO tasks VALUES (?, ?, ?, ?)"),
            {record.id, record.position, phaseKey(record.phase), jsonText(toJson(record))});
        if (!saved) {
            m_database.rollback();
            return saved;
        }
    }
    if (!m_database.commit()) {
        const core::Error error = databaseError(m_database.lastError());
        m_database.rollback();
        return std::unexpected(error);
    }
    return {};
}

core::Result<void> TaskStore::remove(const QString& id)
{
    return execute(QStringLiteral("DELETE FROM tasks WHERE id = ?"), {id});
}

QJsonObject TaskStore::note(const QString& key)
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT note FROM notes WHERE key = ?"));
    query.addBindValue(key);
    if (!query.exec() || !query.next()) {
        return {};
    }
    return QJsonDocument::fromJson(query.value(0).toString().toUtf8()).object();
}

core::Result<void> TaskStore::saveNote(const QString& key, const QJsonObject& note)
{
    return execute(QStringLiteral("INSERT OR REPLACE INTO notes VALUES (?, ?)"), {key, jsonText(note)});
}

} // namespace net
