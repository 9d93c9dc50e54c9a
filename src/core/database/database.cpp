// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"

#include "core/privatefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace core {

namespace {

// SQLite's own numbers (sqlite3.h).
constexpr int SqliteCorrupt = 11;
constexpr int SqliteNotADatabase = 26;
constexpr int SqlitePrimary = 0xff; // the part of an extended number that says what kind it is

// SQLite gives its file the permissions that the umask leaves, and the WAL beside it those of the file. An existing
// file is never opened here: closing it again would take away the locks that SQLite holds on it.
Result<void> makePrivateFile(const QString& path)
{
    constexpr auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QFile file(path);
    const bool good = file.exists() ? file.setPermissions(owner) : file.open(QIODevice::NewOnly, owner);
    if (good) {
        return {};
    }
    return std::unexpected(Error{ErrorCode::CannotWrite,
        QCoreApplication::translate("Database", "The file %1 could not be made for the workbench alone.").arg(path),
        file.errorString()});
}

} // namespace

Database::Database(const QString& file, DatabaseKind kind)
    : m_connection(QUuid::createUuid().toString())
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
    , m_kind(std::move(kind))
{
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
}

Database::~Database()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString& file, const DatabaseKind& kind)
{
    if (const auto made = makePrivateFolder(QFileInfo(file).absolutePath()); !made) {
        return std::unexpected(made.error());
    }
    if (const auto made = makePrivateFile(file); !made) {
        return std::unexpected(made.error());
    }
    std::unique_ptr<Database> database(new Database(file, kind));
    if (!database->m_database.open()) {
        return std::unexpected(database->errorOf(database->m_database.lastError()));
    }
    if (const auto prepared = database->prepare(); !prepared) {
        return std::unexpected(prepared.error());
    }
    return database;
}

Result<std::unique_ptr<Database>> Database::openReadOnly(const QString& file, const DatabaseKind& kind)
{
    if (!QFile::exists(file)) {
        return std::unexpected(Error{ErrorCode::NotFound, kind.failed, file});
    }
    std::unique_ptr<Database> database(new Database(file, kind));
    database->m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
    if (!database->m_database.open()) {
        return std::unexpected(database->errorOf(database->m_database.lastError()));
    }
    const Result<int> version = database->version();
    if (!version) {
        return std::unexpected(version.error());
    }
    if (*version != kind.steps.size()) {
        return std::unexpected(Error{ErrorCode::Unsupported,
            *version > kind.steps.size() ? kind.newer : kind.failed,
            QCoreApplication::translate("Database", "version %1").arg(*version)});
    }
    return database;
}

Result<QString> Database::setAside(const QString& file)
{
    const QString aside
        = file + QStringLiteral(".damaged-") + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz");
    for (const char* part : {"-wal", "-shm", ""}) {
        QFile moved(file + QString::fromLatin1(part));
        if (moved.exists() && !moved.rename(aside + QString::fromLatin1(part))) {
            return std::unexpected(Error{ErrorCode::CannotWrite,
                QCoreApplication::translate("Database", "The damaged file %1 could not be moved out of the way.")
                    .arg(file),
                moved.errorString()});
        }
    }
    return aside;
}

Error Database::errorOf(const QSqlError& error) const
{
    const int number = error.nativeErrorCode().toInt() & SqlitePrimary;
    const bool isDamaged = number == SqliteCorrupt || number == SqliteNotADatabase;
    return {isDamaged ? ErrorCode::BadInput : ErrorCode::Database, m_kind.failed, error.text()};
}

Result<int> Database::version()
{
    int version = 0;
    const auto read = each(
        QStringLiteral("PRAGMA user_version"), {}, [&](const QSqlQuery& row) { version = row.value(0).toInt(); });
    return read ? Result<int>(version) : std::unexpected(read.error());
}

Result<void> Database::prepare()
{
    const Result<int> first = version();
    if (!first) {
        return std::unexpected(first.error());
    }
    if (*first > m_kind.steps.size()) {
        return std::unexpected(Error{ErrorCode::Unsupported, m_kind.newer, {}});
    }
    for (const QString& sql : {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=NORMAL"),
             QStringLiteral("PRAGMA foreign_keys=ON")}) {
        if (const auto done = execute(sql); !done) {
            return done;
        }
    }
    if (*first == m_kind.steps.size()) {
        return {};
    }
    return transaction([this]() -> Result<void> {
        const Result<int> now = version(); // another process may have been quicker
        if (!now) {
            return std::unexpected(now.error());
        }
        for (int step = *now; step < m_kind.steps.size(); ++step) {
            for (const QString& sql : m_kind.steps[step]) {
                if (const auto done = execute(sql); !done) {
                    return done;
                }
            }
        }
        return execute(QStringLiteral("PRAGMA user_version=%1").arg(m_kind.steps.size()));
    });
}

Result<QSqlQuery> Database::executed(const QString& sql, const QVariantList& values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool good = query.prepare(sql);
    for (const QVariant& value : values) {
        query.addBindValue(value);
    }
    good = good && query.exec();
    if (!good) {
        return std::unexpected(errorOf(query.lastError()));
    }
    return query;
}

Result<void> Database::execute(const QString& sql, const QVariantList& values)
{
    const auto done = executed(sql, values);
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<qint64> Database::insert(const QString& sql, const QVariantList& values)
{
    const auto done = executed(sql, values);
    return done ? Result<qint64>(done->lastInsertId().toLongLong()) : std::unexpected(done.error());
}

Result<void> Database::each(
    const QString& sql, const QVariantList& values, const std::function<void(const QSqlQuery& row)>& take)
{
    auto rows = executed(sql, values);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    while (rows->next()) {
        take(*rows);
    }
    // The rows end at a damaged page as they do at the last one.
    return rows->lastError().isValid() ? Result<void>(std::unexpected(errorOf(rows->lastError()))) : Result<void>();
}

Result<void> Database::transaction(const std::function<Result<void>()>& work)
{
    // At once for writing: one that becomes a writer later may find that it cannot.
    if (const auto begun = execute(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        return begun;
    }
    Result<void> done = work();
    if (done) {
        done = execute(QStringLiteral("COMMIT"));
    }
    if (!done) {
        (void)execute(QStringLiteral("ROLLBACK"));
    }
    return done;
}

} // namespace core
