// SPDX-License-Identifier: GPL-3.0-or-later
// What the analyst does to tasks of a TaskQueue.
#include "net/clock.h"
#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/samplestore.h"
#include "net/serverlink.h"
#include "net/serverprobe.h"
#include "net/taskfollower.h"
#include "net/taskqueue.h"

#include <QDir>

namespace net {

void TaskQueue::endHere(TaskRecord& record)
{
    unfollow(record.id);
    record.failedIn = record.phase;
    record.enter(Phase::Cancelled, m_clock->now());
    record.isPaused = false;
}

void TaskQueue::cancel(const QString& id, bool onServer)
{
    const auto record = editable(id);
    if (!record || isFinal(record->phase)) {
        return;
    }
    const bool mayWait = record->phase == Phase::Pending && !record->isReused;
    endHere(*record);
    record->deletesOnlyWaiting = true;
    record->deletePending = onServer && mayWait;
    restart(id);
    replan(record->profileId);
}

bool TaskQueue::canStop(const TaskRecord& record) const
{
    return record.phase == Phase::Running && !record.isReused && record.serverTaskId() != 0;
}

void TaskQueue::stopAndReport(const QString& id)
{
    const auto record = find(id);
    TaskFollower* follower = m_followers.value(id);
    ServerLink* server = record && canStop(*record) ? link(record->profileId) : nullptr;
    if (!server || !follower) {
        return;
    }
    const auto tell = [this, record](const QString& words) {
        record->addRemark(words);
        changed(*record);
    };
    server->request<QString>(
        ServerLink::Priority::Action, follower,
        [taskId = record->serverTaskId()](
            CapeClient& client) -> CapeReply<QString>& { return client.finishTask(taskId); },
        [tell](CapeReply<QString>& reply) {
            tell(reply.result() ? tr("Stopped early: the report covers what happened until then.")
                                : tr("Not stopped: %1").arg(reply.result().error().message));
        });
}

void TaskQueue::retry(const QString& id)
{
    const auto record = editable(id);
    if (!record || (record->phase != Phase::Failed && record->phase != Phase::Cancelled)) {
        return;
    }
    const bool isNew = record->serverTaskId() == 0 || record->failedOnServer;
    record->deletePending = false;
    record->deletesOnlyWaiting = false;
    record->lateTries = 0;
    record->uploads = 0;
    record->uselessIds.clear();
    record->remark.clear();
    record->forgetServerPhases();
    record->pacer.restart(Phase::Hashing);
    if (!isNew) {
        const bool isHere = !record->reportPath.isEmpty() && record->failedIn == Phase::Parsing;
        record->enter(isHere ? Phase::Parsing : Phase::Pending, m_clock->now());
    } else {
        record->ignoreExisting = record->ignoreExisting || record->failedOnServer;
        record->serverTaskIds.clear();
        record->wasSeen = false;
        record->isReused = false;
        if (record->isUrl || !record->rebootOf.isEmpty()) {
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

core::Result<QString> TaskQueue::analyseAgain(const QString& id)
{
    const auto record = editable(id);
    if (!record || (!record->isUrl && record->samplePath.isEmpty())) {
        return std::unexpected(
            core::Error{core::ErrorCode::BadInput, tr("No copy of this task's sample is kept here."), id});
    }
    TaskRecord again;
    again.id = newTaskId();
    again.profileId = record->profileId;
    again.fileName = record->fileName;
    again.isUrl = record->isUrl;
    again.sourcePath = record->sourcePath;
    again.samplePath = record->samplePath;
    again.sha256 = record->sha256;
    again.size = record->size;
    again.fields = record->fields;
    again.ignoreExisting = true;
    again.deleteAfterFetch = record->deleteAfterFetch;
    again.enter(again.isUrl ? Phase::Uploading : Phase::Searching, m_clock->now());
    return begin(std::move(again));
}

void TaskQueue::setPaused(const QString& id, bool paused)
{
    const auto record = editable(id);
    if (!record || record->isPaused == paused) {
        return;
    }
    record->isPaused = paused;
    record->nextTry = {};
    restart(id);
}

void TaskQueue::deleteOnServer(const QString& id)
{
    const auto record = editable(id);
    if (!record || record->serverTaskId() == 0) {
        return;
    }
    if (!isFinal(record->phase) && record->phase != Phase::Parsing) {
        endHere(*record);
    }
    record->deletesOnlyWaiting = false;
    record->deletePending = true;
    record->nextTry = {};
    restart(id);
    replan(record->profileId);
}

void TaskQueue::remove(const QString& id)
{
    const auto record = editable(id);
    if (!record) {
        return;
    }
    unfollow(id);
    if (const auto removed = m_folder.store()->remove(id); !removed) {
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
    wake(record->rebootOf);
    Q_EMIT taskRemoved(id);
    replan(record->profileId);
}

void TaskQueue::moveBefore(const QString& id, const QString& otherId)
{
    if (id == otherId || !editable(id)) {
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
        ServerLink* server = m_links.value(record->profileId);
        TaskFollower* follower = m_followers.value(record->id);
        if (server && follower) {
            server->reorder(follower, position);
        }
    }
    save(moved);
    Q_EMIT tasksReordered();
}

void TaskQueue::setParsed(const QString& id, const ParsedReport& report)
{
    const auto record = find(id);
    if (!record || record->phase != Phase::Parsing || m_folder.isReadOnly()) {
        return;
    }
    if (report.guestUnreachable && !record->resubmitted && !record->isReused && record->rebootOf.isEmpty()) {
        record->resubmitted = true;
        record->submitAgain(
            tr("The analysis machine could not be reached, so the sample was submitted once more."), m_clock->now());
        return restart(id);
    }
    const bool again = (record->rebootAsked || report.asksForReboot) && offersReboot(*record);
    if (record->rebootAsked && !again) {
        record->addRemark(tr("Not analysed again after a reboot: this server does not offer it."));
    }
    record->score = report.score;
    record->awaitsLibrary = true;
    record->enter(Phase::Ready, m_clock->now());
    if (again) {
        addReboot(*record);
    }
    changed(*record);
    wake(id);
}

bool TaskQueue::offersReboot(const TaskRecord& record) const
{
    const auto profile = m_profiles->profile(record.profileId);
    const ProbeReport* probed = probeReport(record.profileId);
    const bool isThere = !probed || !probed->switchedOff(u"reboot");
    return profile && profile->rebootSupported && isThere && record.rebootOf.isEmpty() && record.serverTaskId() != 0;
}

bool TaskQueue::awaitsReboot(const TaskRecord& record) const
{
    if (record.phase == Phase::Parsing && offersReboot(record)) {
        return true;
    }
    return std::ranges::any_of(
        m_records, [&](const auto& other) { return other->rebootOf == record.id && !isFinal(other->phase); });
}

void TaskQueue::addReboot(const TaskRecord& record)
{
    TaskRecord reboot = record;
    reboot.id = newTaskId();
    reboot.rebootOf = record.id;
    reboot.rebootAsked = false;
    reboot.pacer = {};
    reboot.uselessIds.clear();
    reboot.serverTaskIds.clear();
    reboot.replacedIds.clear();
    reboot.otherProfiles.clear();
    reboot.isReused = false;
    reboot.wasSeen = false;
    reboot.deletePending = false;
    reboot.reportPath.clear();
    reboot.litePath.clear();
    reboot.score.reset();
    reboot.awaitsLibrary = false;
    reboot.entered.clear();
    reboot.createdOn = m_clock->now();
    reboot.position = find(m_order.last())->position + 1;
    reboot.enter(Phase::Uploading, reboot.createdOn);
    reboot.remark = tr("The same analysis after a reboot.");
    save({record, reboot});
    insert(reboot);
    Q_EMIT taskAdded(reboot.id);
    follow(reboot.id);
}

void TaskQueue::setParseFailed(const QString& id, const core::Error& error)
{
    const auto record = find(id);
    if (!record || record->phase != Phase::Parsing || m_folder.isReadOnly()) {
        return;
    }
    record->failedIn = Phase::Parsing;
    record->enter(Phase::Failed, m_clock->now());
    record->words = error.message;
    changed(*record);
    wake(id);
}

void TaskQueue::setInLibrary(const QString& id)
{
    const auto record = find(id);
    if (record && record->awaitsLibrary && !m_folder.isReadOnly()) {
        record->awaitsLibrary = false;
        save({*record});
    }
}

void TaskQueue::refreshServer(const QString& profileId)
{
    if (ServerLink* server = link(profileId)) {
        server->refresh();
    }
}

void TaskQueue::probeServer(const QString& profileId, bool again)
{
    ServerLink* server = link(profileId);
    const auto isEnough = [this, profileId, again] {
        const ServerProbe* probe = m_probes.value(profileId);
        return probe && (!probe->isFinished() || (probe->report().isReachable && !again));
    };
    if (!server || isEnough()) {
        return;
    }
    m_credentials->token(profileId, server, [this, profileId, server, isEnough](const QString& token) {
        if (isEnough()) {
            return;
        }
        delete m_probes.value(profileId);
        auto* probe = new ServerProbe(server, token, server);
        m_probes.insert(profileId, probe);
        const auto tell = [this, profileId] { Q_EMIT serverChanged(profileId); };
        connect(probe, &ServerProbe::progressed, this, tell);
        connect(probe, &ServerProbe::finished, this, tell);
        probe->start();
    });
}

const ProbeReport* TaskQueue::probeReport(const QString& profileId) const
{
    const ServerProbe* probe = m_probes.value(profileId);
    return probe ? &probe->report() : nullptr;
}

void TaskQueue::tryNow(const QString& profileId)
{
    if (ServerLink* server = m_links.value(profileId)) {
        server->tryNow();
    }
    takeToken(profileId);
    for (auto follower = m_followers.begin(); follower != m_followers.end(); ++follower) {
        const auto record = find(follower.key());
        if (record->profileId != profileId) {
            continue;
        }
        record->nextTry = {};
        record->pacer.requests = 0; // the analyst has waited enough
        follower.value()->go();
    }
}

} // namespace net
