// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/taskfollower.h"

#include "net/clock.h"
#include "net/patience.h"
#include "net/profilestore.h"

#include <utility>

namespace net {

using core::Error;
using core::ErrorCode;

TaskFollower::TaskFollower(TaskQueue* queue, std::shared_ptr<TaskRecord> task)
    : QObject(queue)
    , m_queue(queue)
    , m_task(std::move(task))
{
}

TaskFollower::~TaskFollower()
{
    halt();
}

ServerLink* TaskFollower::link() const
{
    return m_queue->link(m_task->profileId);
}

QDateTime TaskFollower::now() const
{
    return m_queue->m_clock->now();
}

bool TaskFollower::isDone() const
{
    return isFinal(m_task->phase) && !m_task->deletePending;
}

void TaskFollower::halt()
{
    m_stop.request_stop();
    m_stop = {};
    m_timer.reset();
    if (ServerLink* server = m_queue->m_links.value(m_task->profileId)) {
        server->withdraw(this);
    }
    if (m_fetch) {
        m_fetch->disconnect(this);
        m_fetch->deleteLater(); // which may be what calls this
        m_fetch.clear();
    }
    m_busy = false;
    m_working = false;
    m_isJoined = false;
}

int TaskFollower::tokenSerial() const
{
    return m_queue->m_tokens.serial(m_task->profileId);
}

// The queue wakes it when there is another token.
bool TaskFollower::awaitsToken()
{
    if (!m_queue->m_tokens.isNeeded(m_task->profileId)) {
        return false;
    }
    const QString words = tr("Token needed: the server does not accept the one that it was given.");
    m_task->nextTry = {};
    if (!isFinal(m_task->phase) && std::exchange(m_task->words, words) != words) {
        m_queue->changed(*m_task);
    }
    return true;
}

void TaskFollower::forgetWait()
{
    if (!isFinal(m_task->phase)) {
        m_task->words.clear();
        m_task->nextTry = {};
        m_queue->changed(*m_task);
    }
    QMetaObject::invokeMethod(this, &TaskFollower::go, Qt::QueuedConnection);
}

bool TaskFollower::isTokenRefused(const CapeCall& call)
{
    constexpr int BadToken = 401; // a 403 is about what this account may do
    if (call.httpStatus() != BadToken || !m_queue->m_waitsForTokens) {
        return false;
    }
    m_busy = false;
    m_isJoined = false;
    m_queue->refuseToken(m_task->profileId, m_tokenSerial);
    QMetaObject::invokeMethod(this, &TaskFollower::go, Qt::QueuedConnection);
    return true;
}

void TaskFollower::go()
{
    if (m_busy || m_task->isPaused) {
        return;
    }
    if (m_task->nextTry.isValid() && m_task->nextTry > now()) {
        waitUntil(m_task->nextTry);
        return;
    }
    const bool isHere = m_task->phase == Phase::Parsing || isFinal(m_task->phase);
    if (isHere && !link()) {
        return forgetServer();
    }
    if (m_task->phase != Phase::Hashing && !link()) {
        fail({ErrorCode::NotFound, tr("The profile of this task's server was removed."), {}});
        return;
    }
    const bool needsServer = m_task->phase != Phase::Hashing && m_task->phase != Phase::Parsing && !isDone();
    if (needsServer && awaitsToken()) {
        return;
    }
    if (const qint64 rest = m_task->pacer.rest(m_task->phase, now()); needsServer && rest > 0) {
        m_task->nextTry = now().addMSecs(rest);
        m_queue->changed(*m_task);
        return waitUntil(m_task->nextTry);
    }
    const bool isUnsent = m_task->phase == Phase::Searching || m_task->phase == Phase::Uploading;
    if (isUnsent && link()->isGivenUp() && takeNextServer(false)) {
        return;
    }
    switch (m_task->phase) {
    case Phase::Hashing:
        return hash();
    case Phase::Searching:
        return search();
    case Phase::Uploading:
        return upload();
    case Phase::Pending:
    case Phase::Running:
    case Phase::Completed:
        return poll();
    case Phase::Reported:
        return enter(Phase::Downloading);
    case Phase::Downloading:
        return download();
    case Phase::Parsing:
    case Phase::Ready:
    case Phase::Failed:
    case Phase::Cancelled:
        if (m_task->deletePending) {
            deleteTask();
        }
    }
}

// What has been fetched needs no server any more, and stays; only what was to be deleted there cannot be.
void TaskFollower::forgetServer()
{
    if (!m_task->deletePending) {
        return;
    }
    m_task->deletePending = false;
    m_task->remark = tr("Not deleted on the server: its profile was removed.");
    m_queue->changed(*m_task);
}

void TaskFollower::enter(Phase phase)
{
    m_busy = false;
    if (m_task->enter(phase, now())) {
        m_pollPause = 0;
    }
    m_queue->changed(*m_task);
    if (phase == Phase::Parsing) {
        Q_EMIT m_queue->reportFetched(m_task->id);
    }
    // The listener may have ended this follower.
    QMetaObject::invokeMethod(this, &TaskFollower::go, Qt::QueuedConnection);
}

void TaskFollower::fail(const Error& error, bool onServer)
{
    m_busy = false;
    if (!isFinal(m_task->phase)) {
        m_task->failedIn = m_task->phase;
    }
    m_task->failedOnServer = onServer;
    m_task->enter(Phase::Failed, now());
    const bool told = error.detail.isEmpty() || error.message.contains(error.detail);
    m_task->words = told ? error.message : tr("%1 (%2)").arg(error.message, error.detail);
    m_queue->changed(*m_task);
}

void TaskFollower::handle(const CapeCall& call)
{
    if (!isTokenRefused(call)) {
        handle(*call.error(), call.wasSent());
    }
}

void TaskFollower::handle(const Error& error, bool wasSent)
{
    if (error.code == ErrorCode::Cancelled) {
        return;
    }
    if (remedyFor(error.code, wasSent) == Remedy::Stop) {
        fail(error);
    } else {
        tryLater(error, wasSent);
    }
}

void TaskFollower::tryLater(const Error& error, bool wasSent)
{
    m_busy = false;
    m_task->words = error.message;
    if (remedyFor(error.code, wasSent) == Remedy::WaitForServer) {
        m_task->pacer.discount();
        const ServerLink* server = link();
        m_task->nextTry = now().addMSecs(server ? server->waitingTime() : pauseAfter(1));
    } else {
        m_task->nextTry = now().addMSecs(pauseAfter(++m_task->attempts));
        const auto profile = m_queue->m_profiles->profile(m_task->profileId);
        if (profile && m_task->attempts >= profile->connectionAttempts && takeNextServer()) {
            return;
        }
    }
    m_queue->changed(*m_task);
    waitUntil(m_task->nextTry);
}

void TaskFollower::waitUntil(const QDateTime& time)
{
    m_timer = m_queue->m_clock->after(std::max<qint64>(0, now().msecsTo(time)),
        [this] { QMetaObject::invokeMethod(this, &TaskFollower::go, Qt::QueuedConnection); });
}

void TaskFollower::showProgress(qint64 done, qint64 total)
{
    const int percent = total > 0 ? int(std::clamp<qint64>(done * 100 / total, 0, 100)) : -1;
    if (percent == m_task->progress) {
        return;
    }
    m_task->progress = percent;
    Q_EMIT m_queue->taskChanged(m_task->id);
}

} // namespace net
