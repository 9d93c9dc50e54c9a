// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"
#include "core/datalock.h"
#include "net/taskrecord.h"

namespace net {

// The queue's memory. A save is committed when the function returns, so that a killed process has lost nothing that
// was saved. One thread.
class TaskStore {
public:
    // Errors: those of core::Database.
    static core::Result<std::unique_ptr<TaskStore>> open(const QString& file);
    // The same to look at what another program has open.
    static core::Result<std::unique_ptr<TaskStore>> openReadOnly(const QString& file);
    // Moves a damaged file out of the way, as it is, and begins a new one with what can still be read of it; warning()
    // tells of both.
    static core::Result<std::unique_ptr<TaskStore>> startAnew(const QString& file);

    // In the order of their positions. A record that cannot be read is moved to a file beside this one, and told by
    // warning().
    core::Result<QList<TaskRecord>> records();
    // What became of records that could not be read, in words for the analyst; empty when all is well.
    QString warning() const { return m_warning; }
    // All of them or none.
    core::Result<void> save(const QList<TaskRecord>& records);
    core::Result<void> remove(const QString& id);

    // Small facts beside the tasks, such as what was learned about a server's limit.
    QJsonObject note(const QString& key);
    core::Result<void> saveNote(const QString& key, const QJsonObject& note);

private:
    struct Rows;

    TaskStore(const QString& file, std::unique_ptr<core::Database> database, core::Access access);
    static core::Result<void> read(core::Database& database, const QString& order, Rows& rows);
    void keepAside(const Rows& rows);

    const QString m_file;
    std::unique_ptr<core::Database> m_database;
    const core::Access m_access;
    QString m_warning;
};

} // namespace net
