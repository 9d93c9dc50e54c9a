// SPDX-License-Identifier: GPL-3.0-or-later
// The last part of TaskFollower: its tasks are deleted on the server, each in a state in which the server lets it go.
#include "net/followrules.h"
#include "net/patience.h"
#include "net/taskfollower.h"

namespace net {

using core::Error;
using core::ErrorCode;

namespace {

constexpr qint64 DeletePause = 60'000; // ms, while the server does not let a task go
constexpr int MostDeletes = 10;

// States in which the server lets a task be deleted when it is told the state.
bool isDeletable(const QString& status)
{
    return status.startsWith(QLatin1StringView("failed")) || status == QLatin1StringView("pending")
        || status == QLatin1StringView("recovered") || status == QLatin1StringView("banned");
}

} // namespace

// The oldest first: the server judges a recovered task by the one that took its place, and cannot once that is gone.
QList<qint64> TaskFollower::toDelete() const
{
    const QList<qint64> chain = m_task->serverTaskIds.mid(m_isMainDeleted ? 1 : 0);
    return QList<qint64>(chain.rbegin(), chain.rend()) + m_task->replacedIds;
}

void TaskFollower::deleteTask()
{
    if (m_queue->awaitsReboot(*m_task)) {
        return; // the queue says when
    }
    const QList<qint64> ids = toDelete();
    if (ids.isEmpty()) {
        m_task->deletePending = false;
        m_queue->changed(*m_task);
        return;
    }
    const qint64 id = ids.at(m_deleteTurn % ids.size());
    // What has been fetched is reported; for the rest the state must be known.
    const bool isFetched = id == m_task->serverTaskId() && !m_task->reportPath.isEmpty();
    if (isFetched && m_deleteFailures == 0 && !m_task->deletesOnlyWaiting) {
        return deleteInState(id, QString());
    }
    ask<TaskView>(
        ServerLink::Priority::Action,
        [id](CapeClient& client) -> CapeReply<TaskView>& { return client.view(id); },
        [this, id](CapeReply<TaskView>& reply) {
            if (isTokenRefused(reply)) {
                return;
            }
            m_busy = false;
            if (!reply.result()) {
                return onDeleteAnswer(id, &reply.result().error());
            }
            deleteByState(id, reply.result()->status);
        });
}

void TaskFollower::deleteByState(qint64 id, const QString& status)
{
    if (m_task->deletesOnlyWaiting && status != QLatin1StringView("pending")) {
        const bool mayBeGone = m_task->failedOnServer;
        m_task->addRemark(tr("It had begun to run on the server, and stays there."));
        forgetDeleted(id);
        m_task->failedOnServer = mayBeGone;
        m_queue->changed(*m_task);
        return m_task->deletePending ? go() : void();
    }
    if (status == QLatin1StringView("reported")) {
        return deleteInState(id, QString());
    }
    if (isDeletable(status)) {
        return deleteInState(id, status);
    }
    const Error waits{
        ErrorCode::NotReady, tr("The server deletes this task only when it is no longer %1.").arg(status), {}};
    onDeleteAnswer(id, &waits);
}

void TaskFollower::deleteInState(qint64 id, const QString& state)
{
    ask<QString>(
        ServerLink::Priority::Action,
        [id, state](CapeClient& client) -> CapeReply<QString>& { return client.deleteTask(id, state); },
        [this, id](CapeReply<QString>& reply) {
            if (!isTokenRefused(reply)) {
                onDeleteAnswer(id, reply.error());
            }
        });
}

void TaskFollower::forgetDeleted(qint64 id)
{
    if (id == m_task->serverTaskId()) {
        m_isMainDeleted = true;
        m_task->failedOnServer = m_task->phase == Phase::Cancelled || m_task->failedOnServer; // a retry submits it anew
    } else {
        m_task->serverTaskIds.removeAll(id);
        m_task->replacedIds.removeAll(id);
    }
    m_deleteFailures = 0;
    m_task->pacer.requests = 0;
    m_task->deletePending = !toDelete().isEmpty();
}

void TaskFollower::onDeleteAnswer(qint64 id, const Error* error)
{
    m_busy = false;
    if (error && error->code == ErrorCode::Cancelled) {
        return;
    }
    const bool isGone = !error || error->code == ErrorCode::NotFound;
    const bool isHopeless = error && (error->code == ErrorCode::Disabled || error->code == ErrorCode::Unauthorized);
    if (!isGone) {
        ++(error->code == ErrorCode::NotReady ? m_deleteWaits : m_deleteFailures);
    }
    m_task->nextTry = {};
    QString& told = m_task->phase == Phase::Failed ? m_task->remark : m_task->words; // why it failed says more
    if (isGone) {
        forgetDeleted(id);
    }
    if (isHopeless || m_deleteFailures >= MostDeletes || m_deleteWaits >= MostDeleteWaits) {
        m_task->deletePending = false;
        told = tr("It could not be deleted on the server: %1").arg(error->message);
    }
    if (isGone || !m_task->deletePending) {
        m_queue->changed(*m_task);
        return m_task->deletePending ? go() : void();
    }
    // One that is stuck on the server does not keep the others there.
    ++m_deleteTurn;
    told = tr("It is still to be deleted on the server: %1").arg(error->message);
    const bool isLast = m_deleteTurn % toDelete().size() == 0;
    const qint64 pause = error->code == ErrorCode::NotReady ? (isLast ? DeletePause : 0) : pauseAfter(m_deleteFailures);
    m_task->nextTry = now().addMSecs(pause);
    m_queue->changed(*m_task);
    waitUntil(m_task->nextTry);
}

} // namespace net
