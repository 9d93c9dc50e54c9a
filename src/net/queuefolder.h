// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datalock.h"
#include "net/taskstore.h"

#include <optional>

namespace net {

// The folder of a queue: the right to change it, its database, and why there is none.
class QueueFolder {
public:
    using Records = core::Result<QList<TaskRecord>>;

    // An empty path: the application's data folder. Without a lock, open() takes it.
    QueueFolder(const QString& path, std::shared_ptr<core::DataLock> lock);

    const QString& path() const { return m_path; }
    QString samples() const { return m_path + QStringLiteral("/samples"); }
    QString report(const QString& taskId) const { return QStringLiteral("%1/reports/%2").arg(m_path, taskId); }

    // Each gives what is in the database. Errors: those of core::DataLock and core::Database.
    Records open();
    // Beside another program; nothing can be written then, and store() is null.
    Records openReadOnly();
    // After open() has found the database damaged: moves it aside and begins a new one.
    Records startAnew();

    TaskStore* store() const { return m_store.get(); }
    bool isReadOnly() const { return m_access == core::Access::ReadOnly; }
    const std::optional<core::Error>& problem() const { return m_problem; }
    // The problem is one that startAnew() ends.
    bool isDamaged() const;
    // What became of records that could not be read, in words for the analyst; empty when all is well.
    QString warning() const { return m_warning; }

private:
    Records take(core::Result<std::unique_ptr<TaskStore>> store);
    QString database() const { return m_path + QStringLiteral("/tasks.sqlite"); }

    const QString m_path;
    std::shared_ptr<core::DataLock> m_lock;
    core::Access m_access = core::Access::ReadWrite;
    std::unique_ptr<TaskStore> m_store;
    std::optional<core::Error> m_problem;
    QString m_warning;
};

} // namespace net
