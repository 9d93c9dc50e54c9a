// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of TaskFollower: from the server's queue to the report on disk.
#include "core/privatefile.h"
#include "net/followrules.h"
#include "net/grouplook.h"
#include "net/patience.h"
#include "net/profilestore.h"
#include "net/taskfollower.h"

#include <QDir>

#include <utility>

namespace net {

using core::Error;
using core::ErrorCode;

namespace {

constexpr int MostBadDownloads = 5; // answers in a row that are no report
constexpr int MostNotFound = 8; // looks at a task that was recovered and has no successor yet
constexpr int FrontTasks = 4; // the oldest of ours in the server's queue are looked at most often

} // namespace

void TaskFollower::poll()
{
    m_task->nextTry = {};
    GroupLook* look = m_queue->groupLook(*m_task);
    if (look && !std::exchange(m_looksAlone, false)) {
        m_busy = true;
        m_isJoined = true;
        m_task->pacer.count(now());
        m_tokenSerial = tokenSerial();
        return look->join();
    }
    ask<TaskView>(
        ServerLink::Priority::Poll,
        [id = m_task->serverTaskId()](CapeClient& client) -> CapeReply<TaskView>& { return client.view(id); },
        [this](CapeReply<TaskView>& reply) { onViewed(reply); });
}

bool TaskFollower::isLookedAt() const
{
    return isPolled(m_task->phase) && !m_task->isPaused && (m_isJoined || !m_busy);
}

void TaskFollower::onState(const std::optional<QString>& status)
{
    const bool wasDue = std::exchange(m_isJoined, false);
    const auto phase = status ? phaseOfStatus(*status) : std::nullopt;
    // Whatever is not on the straight way shows only when it is looked at alone; on which machine a task runs as well,
    // which is worth a request where requests are free.
    const bool isWorthARequest = !link()->bucket().limit() && m_task->machine.isEmpty() && phase != Phase::Pending;
    if (!phase || (*phase != m_task->phase && isWorthARequest)) {
        return lookAlone();
    }
    m_busy = false;
    m_lastLook = now();
    m_task->wasSeen = true;
    const bool hadTrouble = m_task->attempts > 0 || !m_task->words.isEmpty();
    m_task->attempts = 0;
    m_task->words.clear();
    onPhase(*phase, hadTrouble, wasDue);
}

void TaskFollower::onLookFailed(const CapeCall& call)
{
    m_isJoined = false;
    handle(call);
}

void TaskFollower::lookAlone()
{
    m_isJoined = false;
    m_busy = false;
    m_looksAlone = true;
    m_timer.reset();
    m_task->nextTry = {};
    go();
}

void TaskFollower::onViewed(CapeReply<TaskView>& reply)
{
    m_lastLook = now();
    if (!reply.result() && reply.result().error().code == ErrorCode::NotFound) {
        return onNotFound(reply.httpStatus() != 404);
    }
    if (!reply.result()) {
        return handle(reply);
    }
    const TaskView& view = *reply.result();
    if (isSuccessor(view)) {
        return followSuccessor(view.id, phaseOfStatus(view.status).value_or(Phase::Pending));
    }
    const bool hadTrouble = m_task->attempts > 0 || !m_task->words.isEmpty();
    m_task->wasSeen = true;
    if (view.status == QLatin1StringView("recovered")) {
        return onRecovered(view);
    }
    m_task->attempts = 0;
    m_task->words.clear();
    if (!view.machine.isEmpty()) {
        m_task->machine = view.machine;
    }
    if (view.status.startsWith(QLatin1StringView("failed")) || view.status == QLatin1StringView("banned")) {
        return onFailedOnServer(view);
    }
    onPhase(phaseOfStatus(view.status).value_or(m_task->phase), hadTrouble, true);
}

// It is there, in this phase. `wasDue`: it was its turn, and not only seen with others.
void TaskFollower::onPhase(Phase phase, bool hadTrouble, bool wasDue)
{
    if (const QDateTime end = deadline(phase); end.isValid() && end <= now()) {
        return onLate();
    }
    if (phase != m_task->phase) {
        enter(phase);
        m_queue->replan(m_task->profileId);
        return;
    }
    m_busy = false;
    if (hadTrouble) {
        m_queue->changed(*m_task);
    }
    pollLater(wasDue);
}

void TaskFollower::onNotFound(bool saysSo)
{
    if (isGone(saysSo, m_task->wasSeen, m_task->attempts + 1)) {
        const QString words = tr("The server no longer has this task: it was deleted there.");
        return takeAnotherTask(words) ? void() : fail({ErrorCode::NotFound, words, {}}, true);
    }
    tryLater({ErrorCode::NotReady, tr("The server does not show this task yet."), {}}, true);
}

void TaskFollower::onFailedOnServer(const TaskView& view)
{
    const bool mayAgain = !m_task->resubmitted && !m_task->isReused && m_task->rebootOf.isEmpty();
    if (guestWasUnreachable(view) && mayAgain) {
        m_task->resubmitted = true;
        return submitAgain(tr("The analysis machine could not be reached, so the sample was submitted once more."));
    }
    const QString reason = view.errors.join(QStringLiteral("; "));
    QString message = tr("The analysis failed on the server.");
    if (view.status == QLatin1StringView("failed_processing")) {
        message = tr("The server could not process the analysis.");
    } else if (view.status == QLatin1StringView("failed_reporting")) {
        message = tr("The server could not write the report.");
    } else if (view.status == QLatin1StringView("banned")) {
        message = tr("The server refuses tasks of this account.");
    }
    fail({ErrorCode::Refused, message, reason}, true);
}

void TaskFollower::submitAgain(const QString& why)
{
    m_task->submitAgain(why, now());
    enter(m_task->phase);
}

// Of an analysis that runs; neither its waiting in the server's queue nor the server's work on its report is a fault of
// the task.
QDateTime TaskFollower::deadline(Phase phase) const
{
    const auto profile = m_queue->m_profiles->profile(m_task->profileId);
    const QDateTime began = m_task->entered.value(Phase::Running);
    const bool isLimited = profile && profile->timeLimitSeconds > 0 && phase == Phase::Running && began.isValid();
    return isLimited ? began.addSecs(profile->timeLimitSeconds) : QDateTime();
}

// Where the profile says so, the sample is submitted anew, as the service does; otherwise the analyst decides.
void TaskFollower::onLate()
{
    const auto profile = m_queue->m_profiles->profile(m_task->profileId);
    const int tries = ++m_task->lateTries;
    const bool hasSample = m_task->isUrl || !m_task->samplePath.isEmpty();
    if (tries <= profile->moreTries && hasSample && m_task->rebootOf.isEmpty()) {
        return submitAgain(tr("The server did not finish the task within %1 s. The sample was submitted again: try %2 "
                              "of %3.")
                .arg(profile->timeLimitSeconds)
                .arg(tries + 1)
                .arg(profile->moreTries + 1));
    }
    m_task->deletePending = profile->moreTries > 0 && m_task->deleteAfterFetch && !m_task->isReused;
    fail({ErrorCode::Timeout,
             tr("The analysis did not end within %1 s. Retry to submit the sample once more, or allow more time in the "
                "profile.")
                 .arg(profile->timeLimitSeconds),
             {}},
        true);
    QMetaObject::invokeMethod(this, &TaskFollower::go, Qt::QueuedConnection); // to the deletion
}

// The server was restarted and gave the work to a new task: it shows that one when it is asked for the old.
bool TaskFollower::isSuccessor(const TaskView& view) const
{
    return !m_task->serverTaskIds.contains(view.id) && !m_queue->claimer(m_task->profileId, view.id);
}

void TaskFollower::followSuccessor(qint64 taskId, Phase phase)
{
    if (m_task->serverTaskIds.size() > MostSuccessors) {
        const QString words = tr("The server passed this task on %1 times, last to task %2. It is followed no further.")
                                  .arg(m_task->serverTaskIds.size() - 1)
                                  .arg(m_task->serverTaskId());
        return takeAnotherTask(words) ? void() : fail({ErrorCode::BadAnswer, words, {}}, true);
    }
    m_task->followSuccessor(taskId);
    enter(phase);
}

// A recovered task that is shown itself: its `custom` names the new one, unless there is none.
void TaskFollower::onRecovered(const TaskView& view)
{
    static const QLatin1StringView prefix("Recovery_");
    const qint64 next = view.custom.startsWith(prefix) ? view.custom.sliced(prefix.size()).toLongLong() : 0;
    if (next > 0 && !m_task->serverTaskIds.contains(next)) {
        return followSuccessor(next, Phase::Pending);
    }
    if (m_task->attempts >= MostNotFound) {
        return fail({ErrorCode::NotFound, tr("The server was restarted and gave this task up without a new one."), {}},
            true);
    }
    tryLater(
        {ErrorCode::NotReady, tr("The server was restarted; its new task for this sample is not there yet."), {}}, true);
}

qint64 TaskFollower::pollInterval() const
{
    const ServerLink* server = m_queue->m_links.value(m_task->profileId);
    if (!server) {
        return m_pollPause;
    }
    if (m_queue->groupLook(*m_task)) {
        return server->pollInterval(m_pollPause, 1); // one request shows them all
    }
    const auto [rank, count] = m_queue->rank(*m_task);
    const qint64 fair = server->pollInterval(m_pollPause, std::min(count, FrontTasks));
    return fair > m_pollPause ? std::max(m_pollPause, fair * (1 + rank)) : m_pollPause;
}

void TaskFollower::pollLater(bool slower)
{
    const LookPace pace = lookPace(m_task->phase);
    if (m_pollPause == 0) {
        m_pollPause = pace.first;
    } else if (slower) {
        m_pollPause = std::min(pace.longest, m_pollPause * 3 / 2);
    }
    m_pollPause = std::min(pace.longest, m_pollPause);
    m_task->nextTry = now().addMSecs(pollInterval());
    if (const QDateTime end = deadline(m_task->phase); end > now()) {
        m_task->nextTry = std::min(m_task->nextTry, end);
    }
    Q_EMIT m_queue->taskChanged(m_task->id);
    waitUntil(m_task->nextTry);
}

void TaskFollower::replan()
{
    if (m_busy || m_task->isPaused || !isPolled(m_task->phase) || m_task->attempts > 0 || !m_lastLook.isValid()) {
        return;
    }
    const QDateTime due = m_lastLook.addMSecs(pollInterval());
    if (!m_task->nextTry.isValid() || due >= m_task->nextTry) {
        return;
    }
    m_task->nextTry = due;
    waitUntil(due);
}

void TaskFollower::download()
{
    const QString folder = m_queue->reportFolder(m_task->id);
    QDir(folder).removeRecursively(); // what a broken-off download left
    if (const auto made = core::makePrivateFolder(folder); !made) {
        return fail(made.error());
    }
    auto* fetch = new ReportFetch(
        m_task->serverTaskId(), folder,
        [this](ReportFetch::Start start, ReportFetch::Done done) {
            ask<FetchedReport>(ServerLink::Priority::Download, std::move(start), std::move(done));
        },
        this);
    m_fetch = fetch;
    connect(fetch, &ReportFetch::progress, this, &TaskFollower::showProgress);
    connect(fetch, &ReportFetch::fetched, this, &TaskFollower::onFetched);
    connect(fetch, &ReportFetch::failed, this, &TaskFollower::onReportFailed);
    connect(fetch, &ReportFetch::damaged, this, &TaskFollower::onReportDamaged);
    connect(fetch, &ReportFetch::missing, this, &TaskFollower::onReportMissing);
    fetch->start();
}

void TaskFollower::onReportFailed(CapeCall* call)
{
    m_fetch->deleteLater();
    const Error error = *call->error();
    const bool isHopeless
        = error.code == ErrorCode::BadAnswer && call->httpStatus() == 200 && m_task->attempts + 1 >= MostBadDownloads;
    if (error.code == ErrorCode::NotReady) {
        enter(Phase::Completed);
        m_task->words = tr("The server says that the task is reported, and does not give its report yet.");
        return m_queue->changed(*m_task);
    }
    const bool isRefused = error.code == ErrorCode::Refused || error.code == ErrorCode::NotFound;
    if (isRefused && takeAnotherTask(error.message)) {
        return;
    }
    isHopeless ? fail(error) : handle(*call);
}

void TaskFollower::onReportDamaged(const Error& error)
{
    m_fetch->deleteLater();
    if (error.code != ErrorCode::BadArchive || m_task->attempts + 1 >= MostBadDownloads) {
        return fail(error);
    }
    tryLater(error, true);
}

void TaskFollower::onReportMissing(const QString& words)
{
    m_fetch->deleteLater();
    m_task->reportPath = m_fetch->files().zip;
    fail({ErrorCode::NoLiteReport,
        tr("The server wrote neither a lite nor a full report for this task, so there is nothing to show. Its "
           "administrator can switch them on in reporting.conf: [litereport] or [jsondump] enabled = yes. The archive "
           "that it sent was kept: %1")
            .arg(QDir::toNativeSeparators(m_task->reportPath)),
        words});
}

void TaskFollower::onFetched()
{
    m_fetch->deleteLater();
    m_task->reportPath = m_fetch->files().zip;
    m_task->litePath = m_fetch->files().bare;
    if (m_fetch->files().isFull) {
        m_task->addRemark(tr("The server writes no lite reports ([litereport] in reporting.conf), so the full report was "
                             "fetched and put into the archive: %1")
                .arg(QDir::toNativeSeparators(m_task->reportPath)));
    }
    m_task->deletePending = m_task->deleteAfterFetch && !m_task->isReused;
    enter(Phase::Parsing);
    m_queue->replan(m_task->profileId);
}

} // namespace net
