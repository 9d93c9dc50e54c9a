// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"
#include "net/taskrecord.h"

namespace net {

// The queue's memory. A save is committed when the function returns, so that a killed process has lost nothing that
// was saved. One thread.
class TaskStore {
public:
    // Errors: those of core::Database.
    static core::Result<std::unique_ptr<TaskStore>> open(const QString& file);

    // In the order of their positions.
    core::Result<QList<TaskRecord>> records();
    // All of them or none.
    core::Result<void> save(const QList<TaskRecord>& records);
    core::Result<void> remove(const QString& id);

    // Small facts beside the tasks, such as what was learned about a server's limit.
    QJsonObject note(const QString& key);
    core::Result<void> saveNote(const QString& key, const QJsonObject& note);

private:
    explicit TaskStore(std::unique_ptr<core::Database> database);

    std::unique_ptr<core::Database> m_database;
};

} // namespace net
