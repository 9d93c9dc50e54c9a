// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariantList>

#include <functional>
#include <memory>

namespace core {

// What a database holds, and the words for what may be wrong with it.
struct DatabaseKind {
    QString failed; // "The list of tasks could not be read or written."
    QString newer; // "The list of tasks was written by a newer version of the workbench."
    QList<QStringList> steps; // steps[n]: the SQL that takes it from version n to version n + 1
};

// An SQLite file of the workbench, in WAL mode: what was written is there when the function returns, whatever happens
// to the process then. For this user alone: the file is 0600, in a folder of 0700. Used by one thread, the one that
// opened it.
class Database {
public:
    // Makes the file, or brings it up to this version, in one transaction. Errors: CannotWrite, Unsupported (written by
    // a newer version), BadInput (no database, or damaged), Database.
    static Result<std::unique_ptr<Database>> open(const QString& file, const DatabaseKind& kind);
    // To look at what is there, beside a program that has it open. Errors: NotFound (no such file), Unsupported (of
    // another version), and those above.
    static Result<std::unique_ptr<Database>> openReadOnly(const QString& file, const DatabaseKind& kind);
    // Moves a damaged file out of the way, whole, so that a new one can be made; gives its new name. Nobody may have it
    // open. Error: CannotWrite.
    static Result<QString> setAside(const QString& file);
    ~Database();

    Result<void> execute(const QString& sql, const QVariantList& values = {});
    // The same for an INSERT; gives the new row's id.
    Result<qint64> insert(const QString& sql, const QVariantList& values = {});
    // Hands over each row of a SELECT.
    Result<void> each(
        const QString& sql, const QVariantList& values, const std::function<void(const QSqlQuery& row)>& take);
    // All that `work` writes, or nothing of it where it gives an error.
    Result<void> transaction(const std::function<Result<void>()>& work);

private:
    Database(const QString& file, DatabaseKind kind);
    Result<void> prepare();
    Result<int> version();
    Result<QSqlQuery> executed(const QString& sql, const QVariantList& values);
    Error errorOf(const QSqlError& error) const;

    QString m_connection;
    QSqlDatabase m_database;
    DatabaseKind m_kind;
};

} // namespace core
