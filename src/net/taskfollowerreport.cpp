// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of TaskFollower: from the server's queue to the report on disk.
#include "core/archive/reportarchive.h"
#include "core/privatefile.h"
#include "net/grouplook.h"
#include "net/patience.h"
#include "net/profilestore.h"
#include "net/taskfollower.h"

#include <QDir>
#include <QFile>
#include <QtConcurrentRun>

#include <utility>

namespace net {

using core::Error;
using core::ErrorCode;

namespace {

constexpr int MostBadDownloads = 5; // answers in a row that are no report
constexpr int MostNotFound = 8; // looks at a task that the server's database does not show yet
constexpr int FrontTasks = 4; // the oldest of ours in the server's queue are looked at most often

struct Pace {
    qint64 first; // ms
    qint64 longest;
};

Pace paceOf(Phase phase)
{
    switch (phase) {
    case Phase::Running:
        return {3'000, 30'000};
    case Phase::Completed:
        return {2'000, 20'000};
    default:
        return {2'000, 60'000};
    }
}

bool guestWasUnreachable(const TaskView& view)
{
    return std::ranges::any_of(view.errors,
        [](const QString& error) { return error.contains(QLatin1StringView("wasn't able to connect to the Guest")); });
}

} // namespace

void TaskFollower::poll()
{
    m_busy = true;
    m_task->nextTry = {};
    GroupLook* look = m_queue->groupLook(*m_task);
    if (look && !std::exchange(m_looksAlone, false)) {
        m_isJoined = true;
        return look->join();
    }
    link()->request<TaskView>(
        ServerLink::Priority::Poll, this,
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

void TaskFollower::onLookFailed(const Error& error, bool wasSent)
{
    m_isJoined = false;
    handle(error, wasSent);
}

void TaskFollower::lookAlone()
{
    m_isJoined = false;
    m_busy = false;
    m_looksAlone = true;
    m_timer.reset();
    poll();
}

void TaskFollower::onViewed(CapeReply<TaskView>& reply)
{
    m_lastLook = now();
    if (!reply.result() && reply.result().error().code == ErrorCode::NotFound) {
        return onNotFound(reply.httpStatus() != 404);
    }
    if (!reply.result()) {
        return handle(reply.result().error(), reply.wasSent());
    }
    const TaskView& view = *reply.result();
    if (isSuccessor(view)) {
        m_task->serverTaskIds.prepend(view.id);
        return enter(phaseOfStatus(view.status).value_or(Phase::Pending));
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
    if (phase != m_task->phase) {
        enter(phase);
        m_queue->replan(m_task->profileId);
        return;
    }
    if (const QDateTime end = deadline(); end.isValid() && end <= now()) {
        return onLate();
    }
    m_busy = false;
    if (hadTrouble) {
        m_queue->changed(*m_task);
    }
    pollLater(wasDue);
}

// Certain when the server itself says so; a bare 404 comes before its database has caught up.
void TaskFollower::onNotFound(bool isCertain)
{
    if ((isCertain && m_task->wasSeen) || m_task->attempts >= MostNotFound) {
        return fail({ErrorCode::NotFound, tr("The server no longer has this task: it was deleted there."), {}}, true);
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

// When the server began to work on it; its waiting in the server's queue is no fault of the task.
QDateTime TaskFollower::deadline() const
{
    const auto profile = m_queue->m_profiles->profile(m_task->profileId);
    const QDateTime running = m_task->entered.value(Phase::Running);
    const QDateTime began = running.isValid() ? running : m_task->entered.value(Phase::Completed);
    const bool isLimited = profile && profile->timeLimitSeconds > 0 && began.isValid();
    return isLimited ? began.addSecs(profile->timeLimitSeconds) : QDateTime();
}

// As the service does when the analysis and its report do not come in time: the task is given up and the sample
// submitted anew, so often as the profile says.
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
    m_task->deletePending = m_task->deleteAfterFetch && !m_task->isReused;
    fail({ErrorCode::Timeout,
             tr("The server did not finish the task within %1 s, in %n tries. Look at its machines, or allow more time "
                "in the profile.",
                 nullptr, tries)
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

// A recovered task that is shown itself: its `custom` names the new one, unless there is none.
void TaskFollower::onRecovered(const TaskView& view)
{
    static const QLatin1StringView prefix("Recovery_");
    const qint64 next = view.custom.startsWith(prefix) ? view.custom.sliced(prefix.size()).toLongLong() : 0;
    if (next > 0 && !m_task->serverTaskIds.contains(next)) {
        m_task->serverTaskIds.prepend(next);
        return enter(Phase::Pending);
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
    const Pace pace = paceOf(m_task->phase);
    if (m_pollPause == 0) {
        m_pollPause = pace.first;
    } else if (slower) {
        m_pollPause = std::min(pace.longest, m_pollPause * 3 / 2);
    }
    m_task->nextTry = now().addMSecs(pollInterval());
    if (const QDateTime end = deadline(); end > now()) {
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
    m_busy = true;
    link()->request<FetchedReport>(
        ServerLink::Priority::Download, this,
        [this, folder](CapeClient& client) -> CapeReply<FetchedReport>& {
            auto& reply = client.fetchReport(m_task->serverTaskId(), folder + QStringLiteral("/lite.zip"));
            connect(&reply, &CapeCall::progress, this, &TaskFollower::showProgress);
            return reply;
        },
        [this](CapeReply<FetchedReport>& reply) {
            if (reply.result()) {
                m_task->reportPath = reply.result()->path;
                return checkReport();
            }
            const Error& error = reply.result().error();
            const bool isHopeless = error.code == ErrorCode::BadAnswer && reply.httpStatus() == 200
                && m_task->attempts + 1 >= MostBadDownloads;
            if (error.code == ErrorCode::NotReady) {
                return enter(Phase::Completed);
            }
            isHopeless ? fail(error) : handle(error, reply.wasSent());
        });
}

void TaskFollower::checkReport()
{
    m_working = true;
    QtConcurrent::run([path = m_task->reportPath] {
        return core::ReportArchive::open(path).transform(
            [](const core::ReportArchive& archive) { return archive.contains(QStringLiteral("reports/lite.json")); });
    }).then(this, [this](const core::Result<bool>& hasReport) {
        if (!m_busy || m_task->phase != Phase::Downloading) {
            return; // halted meanwhile
        }
        m_working = false;
        if (hasReport && *hasReport) {
            return onFetched();
        }
        if (hasReport) {
            return downloadLite();
        }
        QFile::remove(m_task->reportPath);
        m_task->reportPath.clear();
        if (hasReport.error().code != ErrorCode::BadArchive || m_task->attempts + 1 >= MostBadDownloads) {
            return fail(hasReport.error());
        }
        tryLater(hasReport.error(), true);
    });
}

void TaskFollower::downloadLite()
{
    const QString path = m_queue->reportFolder(m_task->id) + QStringLiteral("/lite.json");
    link()->request<FetchedReport>(
        ServerLink::Priority::Download, this,
        [id = m_task->serverTaskId(), path](
            CapeClient& client) -> CapeReply<FetchedReport>& { return client.fetchLiteReport(id, path); },
        [this](CapeReply<FetchedReport>& reply) {
            if (reply.result()) {
                m_task->litePath = reply.result()->path;
                return onFetched();
            }
            const Error& error = reply.result().error();
            if (remedyFor(error.code, reply.wasSent()) != Remedy::Stop) {
                return tryLater(error, reply.wasSent());
            }
            fail({ErrorCode::NoLiteReport,
                tr("The server wrote no lite report for this task, so there is nothing to show. Its administrator can "
                   "switch it on: "
                   "[litereport] enabled = yes in reporting.conf. The archive that it sent was kept."),
                error.detail});
        });
}

void TaskFollower::onFetched()
{
    m_task->deletePending = m_task->deleteAfterFetch && !m_task->isReused;
    enter(Phase::Parsing);
    m_queue->replan(m_task->profileId);
}

} // namespace net
