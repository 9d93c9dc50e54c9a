// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queuefolder.h"

#include <QStandardPaths>

#include <utility>

namespace net {

QueueFolder::QueueFolder(const QString& path, std::shared_ptr<core::DataLock> lock)
    : m_path(path.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : path)
    , m_lock(std::move(lock))
{
}

QueueFolder::Records QueueFolder::open()
{
    if (!m_lock) {
        auto lock = core::DataLock::take(m_path);
        if (!lock) {
            return take(std::unexpected(lock.error()));
        }
        m_lock = *lock;
    }
    return take(TaskStore::open(database()));
}

QueueFolder::Records QueueFolder::openReadOnly()
{
    m_access = core::Access::ReadOnly;
    return take(TaskStore::openReadOnly(database()));
}

QueueFolder::Records QueueFolder::startAnew()
{
    return take(TaskStore::startAnew(database()));
}

QueueFolder::Records QueueFolder::take(core::Result<std::unique_ptr<TaskStore>> store)
{
    const auto records = store.and_then([](const std::unique_ptr<TaskStore>& opened) { return opened->records(); });
    m_problem = records ? std::nullopt : std::optional(records.error());
    m_warning = store ? (*store)->warning() : QString();
    m_store = records && !isReadOnly() ? std::move(*store) : nullptr;
    return records;
}

bool QueueFolder::isDamaged() const
{
    return m_problem && m_problem->code == core::ErrorCode::BadInput && !isReadOnly();
}

} // namespace net
