// SPDX-License-Identifier: GPL-3.0-or-later
// What the analyst does to tasks of a TaskQueue.
#include "net/clock.h"
#include "net/samplestore.h"
#include "net/serverlink.h"
#include "net/taskfollower.h"
#include "net/taskqueue.h"
#include "net/taskstore.h"

#include <QDir>

namespace net {

void TaskQueue::cancel(const QString& id, bool onServer)
{
    const auto record = find(id);
    if (!record || isFinal(record->phase)) {
        return;
    }
    unfollow(id);
    record->failedIn = record->phase;
    record->enter(Phase::Cancelled, m_clock->now());
    record->isPaused = false;
    record->deletePending = onServer && !record->isReused && record->serverTaskId() != 0;
    restart(id);
    replan(record->profileId);
}

void TaskQueue::retry(const QString& id)
{
    const auto record = find(id);
    if (!record || (record->phase != Phase::Failed && record->phase != Phase::Cancelled)) {
        return;
    }
    const bool isNew = record->serverTaskId() == 0 || record->failedOnServer;
    record->deletePending = false;
    if (!isNew) {
        const bool isHere = !record->reportPath.isEmpty() && record->failedIn == Phase::Parsing;
        record->enter(isHere ? Phase::Parsing : Phase::Pending, m_clock->now());
    } else {
        record->ignoreExisting = record->ignoreExisting || record->failedOnServer;
        record->serverTaskIds.clear();
        record->wasSeen = false;
        record->isReused = false;
        if (record->isUrl) {
            record->enter(Phase::Uploading, m_clock->now());
        } else {
            record->enter(record->samplePath.isEmpty() ? Phase::Hashing : Phase::Searching, m_clock->now());
        }
    }
    record->failedOnServer = false;
    restart(id);
    if (record->phase == Phase::Parsing) {
        Q_EMIT reportFetched(id);
    }
}

void TaskQueue::setPaused(const QString& id, bool paused)
{
    const auto record = find(id);
    if (!record || record->isPaused == paused) {
        return;
    }
    record->isPaused = paused;
    record->nextTry = {};
    restart(id);
}

void TaskQueue::deleteOnServer(const QString& id)
{
    const auto record = find(id);
    if (!record || record->serverTaskId() == 0) {
        return;
    }
    if (!isFinal(record->phase) && record->phase != Phase::Parsing) {
        return cancel(id, true);
    }
    record->deletePending = true;
    record->nextTry = {};
    restart(id);
}

void TaskQueue::remove(const QString& id)
{
    const auto record = find(id);
    if (!record) {
        return;
    }
    unfollow(id);
    if (const auto removed = m_store->remove(id); !removed) {
        Q_EMIT storeFailed(removed.error());
    }
    m_records.remove(id);
    m_order.removeAll(id);
    const bool isShared
        = std::ranges::any_of(m_records, [&](const auto& other) { return other->samplePath == record->samplePath; });
    if (!record->samplePath.isEmpty() && !isShared) {
        m_samples->remove(record->samplePath);
    }
    QDir(reportFolder(id)).removeRecursively();
    Q_EMIT taskRemoved(id);
    replan(record->profileId);
}

void TaskQueue::moveBefore(const QString& id, const QString& otherId)
{
    if (!m_records.contains(id) || id == otherId) {
        return;
    }
    m_order.removeAll(id);
    const qsizetype at = m_order.indexOf(otherId);
    m_order.insert(at < 0 ? m_order.size() : at, id);
    QList<TaskRecord> moved;
    for (qsizetype position = 0; position < m_order.size(); ++position) {
        const auto record = find(m_order.at(position));
        if (record->position == position) {
            continue;
        }
        record->position = position;
        moved.append(*record);
    }
    save(moved);
    Q_EMIT tasksReordered();
}

void TaskQueue::setParsed(const QString& id, std::optional<double> score)
{
    const auto record = find(id);
    if (!record || record->phase != Phase::Parsing) {
        return;
    }
    record->score = score;
    record->enter(Phase::Ready, m_clock->now());
    changed(*record);
}

void TaskQueue::setParseFailed(const QString& id, const core::Error& error)
{
    const auto record = find(id);
    if (!record || record->phase != Phase::Parsing) {
        return;
    }
    record->failedIn = Phase::Parsing;
    record->enter(Phase::Failed, m_clock->now());
    record->words = error.message;
    changed(*record);
}

void TaskQueue::refreshServer(const QString& profileId)
{
    if (ServerLink* server = m_store ? link(profileId) : nullptr) {
        server->refresh();
    }
}

void TaskQueue::tryNow(const QString& profileId)
{
    if (ServerLink* server = m_links.value(profileId)) {
        server->tryNow();
    }
    for (auto follower = m_followers.begin(); follower != m_followers.end(); ++follower) {
        const auto record = find(follower.key());
        if (record->profileId != profileId) {
            continue;
        }
        record->nextTry = {};
        follower.value()->go();
    }
}

} // namespace net
