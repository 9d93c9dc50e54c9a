// SPDX-License-Identifier: GPL-3.0-or-later
// The first half of TaskFollower: until the server has the sample and has named a task.
#include "net/followrules.h"
#include "net/patience.h"
#include "net/profilestore.h"
#include "net/taskfollower.h"
#include "net/storedname.h"
#include "net/taskmatch.h"

#include <QBuffer>
#include <QtConcurrentRun>

#include <utility>

namespace net {

using core::Error;
using core::ErrorCode;

namespace {

constexpr qint64 TwinPause = 1'000; // ms between looks at an equal sample that is being uploaded

} // namespace

void TaskFollower::hash()
{
    const auto profile = m_queue->m_profiles->profile(m_task->profileId);
    if (!profile) {
        return fail({ErrorCode::NotFound, tr("The profile of this task's server was removed."), {}});
    }
    m_busy = true;
    m_working = true;
    const auto samples = m_queue->m_samples;
    QtConcurrent::run([samples, source = m_task->sourcePath, limit = profile->uploadLimit, stop = m_stop.get_token()] {
        return samples->add(source, limit, stop);
    }).then(this, [this](const core::Result<SampleStore::Stored>& stored) { onHashed(stored); });
}

void TaskFollower::onHashed(const core::Result<SampleStore::Stored>& stored)
{
    if (!m_busy || m_task->phase != Phase::Hashing) {
        return; // halted meanwhile
    }
    m_working = false;
    if (!stored) {
        return fail(stored.error());
    }
    m_task->samplePath = stored->path;
    m_task->sha256 = stored->sha256;
    m_task->size = stored->size;
    enter(Phase::Searching);
}

// Equal samples go to a server one after the other: only so can a task that it has be told from one that it gets.
bool TaskFollower::isTwinUploading() const
{
    return std::ranges::any_of(m_queue->m_records, [this](const std::shared_ptr<TaskRecord>& other) {
        const bool underWay
            = other->phase == Phase::Uploading || (other->phase == Phase::Searching && other->uploadStarted);
        return other != m_task && underWay && !other->isPaused && other->profileId == m_task->profileId
            && other->sha256 == m_task->sha256;
    });
}

void TaskFollower::search()
{
    if (!m_task->uploadStarted && isTwinUploading()) {
        return waitUntil(now().addMSecs(TwinPause));
    }
    ask<QList<TaskView>>(
        ServerLink::Priority::Submit,
        [sha256 = m_task->sha256](
            CapeClient& client) -> CapeReply<QList<TaskView>>& { return client.searchSha256(sha256); },
        [this](CapeReply<QList<TaskView>>& reply) {
            if (reply.result()) {
                return onFound(*reply.result());
            }
            const Error& error = reply.result().error();
            if (error.code != ErrorCode::Disabled) {
                return handle(reply);
            }
            if (std::exchange(m_task->uploadStarted, false)) { // from here on the analyst decides
                return fail({ErrorCode::Disabled,
                    tr("The connection broke before the server answered the upload, and its search is switched off: "
                       "look on the server whether it has the sample, and retry if it has not."),
                    error.detail});
            }
            enter(Phase::Uploading); // it cannot be asked, so it is not asked
        },
        m_task->position);
}

std::optional<Profile> TaskFollower::nextServer(bool evenUnreachable) const
{
    std::optional<Profile> unreachable;
    for (const QString& id : std::as_const(m_task->otherProfiles)) {
        const auto profile = m_queue->m_profiles->profile(id);
        if (!profile || m_task->size > profile->uploadLimit) {
            continue;
        }
        const ServerLink* server = m_queue->m_links.value(id);
        if (!server || !server->isGivenUp()) {
            return profile;
        }
        if (!unreachable) {
            unreachable = profile;
        }
    }
    return evenUnreachable ? unreachable : std::nullopt;
}

// Only while it is certain that the server has nothing of this submission.
bool TaskFollower::takeNextServer(bool evenUnreachable)
{
    const bool isUnsent = (m_task->phase == Phase::Searching || m_task->phase == Phase::Uploading)
        && !m_task->uploadStarted && m_task->serverTaskIds.isEmpty() && m_task->replacedIds.isEmpty();
    if (!isUnsent || m_task->isPaused || !m_task->rebootOf.isEmpty()) {
        return false;
    }
    const auto next = nextServer(evenUnreachable);
    if (!next) {
        return false;
    }
    halt();
    const auto present = m_queue->m_profiles->profile(m_task->profileId);
    m_task->otherProfiles.removeAll(next->id);
    m_task->otherProfiles.append(m_task->profileId);
    m_task->profileId = next->id;
    m_task->knownTaskIds.clear();
    m_task->uselessIds.clear();
    m_task->attempts = 0; // of this server
    m_task->remark = tr("%1 did not answer, so %2 was taken.").arg(present ? present->name : QString(), next->name);
    enter(m_task->isUrl ? Phase::Uploading : Phase::Searching);
    return true;
}

void TaskFollower::onFound(const QList<TaskView>& found)
{
    if (m_task->uploadStarted) {
        if (settleLostUpload(found)) {
            return;
        }
        m_task->uploadStarted = false; // it never arrived
        if (m_task->uploads >= MostUploads) {
            return fail({ErrorCode::BadAnswer,
                tr("The sample was sent %1 times, and the server never named a task for it. Look at the server, then "
                   "retry.")
                    .arg(m_task->uploads),
                m_task->words});
        }
    }
    m_busy = false;
    if (isTwinUploading()) {
        return waitUntil(now().addMSecs(TwinPause));
    }
    m_task->knownTaskIds.clear();
    for (const TaskView& task : found) {
        m_task->knownTaskIds.append(task.id);
    }
    if (!m_task->ignoreExisting && reuseExisting(found)) {
        return;
    }
    enter(Phase::Uploading);
}

// A task that was not there before the upload, that asks for the same and that no other of our submissions claims.
bool TaskFollower::settleLostUpload(const QList<TaskView>& found)
{
    QList<qint64> ours;
    for (const TaskView& task : found) {
        if (!m_task->knownTaskIds.contains(task.id) && !m_queue->claimer(m_task->profileId, task.id)
            && hasSameOptions(*m_task, task)) {
            ours.prepend(task.id); // the answer is newest first
        }
    }
    if (ours.isEmpty()) {
        return false;
    }
    m_task->uploadStarted = false;
    m_task->uploads = 0;
    m_task->serverTaskIds = {ours.first()};
    enter(Phase::Pending);
    return true;
}

bool TaskFollower::reuseExisting(const QList<TaskView>& found)
{
    for (const TaskView& task : found) {
        const TaskRecord* claimer = m_queue->claimer(m_task->profileId, task.id);
        const bool willGo = claimer && (claimer->deleteAfterFetch || claimer->deletePending);
        if (willGo || !isWorthReusing(*m_task, task)) {
            continue;
        }
        m_task->isReused = true;
        m_task->serverTaskIds = {task.id};
        enter(phaseOfStatus(task.status).value_or(Phase::Pending));
        return true;
    }
    return false;
}

// The server's task is of no use after all: another one like it is taken, or the sample is sent.
bool TaskFollower::takeAnotherTask(const QString& why)
{
    if (!m_task->isReused || m_task->samplePath.isEmpty()) {
        return false; // ours, or adopted as it is
    }
    m_task->uselessIds += m_task->serverTaskIds;
    m_task->serverTaskIds.clear();
    m_task->isReused = false;
    m_task->wasSeen = false;
    m_task->ignoreExisting = m_task->uselessIds.size() >= MostReuses;
    m_task->forgetServerPhases();
    m_task->addRemark(tr("A task like this one on the server was of no use: %1").arg(why));
    enter(Phase::Searching);
    return true;
}

// The server runs its task again in the machine as it was left.
void TaskFollower::reboot()
{
    const auto parent = m_queue->task(m_task->rebootOf);
    const qint64 id = parent ? parent->serverTaskId() : 0;
    const auto task = m_task;
    ask<qint64>(
        ServerLink::Priority::Action,
        [this, task, id](CapeClient& client) -> CapeReply<qint64>& {
            task->uploadStarted = true;
            m_queue->save({*task});
            return client.rebootTask(id);
        },
        [this](CapeReply<qint64>& reply) {
            m_task->uploadStarted = false;
            if (reply.result()) {
                m_task->serverTaskIds = {*reply.result()};
                return enter(Phase::Pending);
            }
            const Error& error = reply.result().error();
            if (isTokenRefused(reply)) {
                return;
            }
            if (remedyFor(error.code, reply.wasSent()) == Remedy::WaitForServer) {
                return handle(reply);
            }
            fail({error.code,
                tr("The server did not reboot the machine for another analysis. The report of the first one stands."),
                error.message});
        });
}

void TaskFollower::upload()
{
    if (!m_task->rebootOf.isEmpty() && !m_task->uploadStarted) {
        return reboot();
    }
    // Begun in an earlier life of this program, and the answer never seen.
    const bool isSearchable = !m_task->isUrl && m_task->rebootOf.isEmpty();
    if (m_task->uploadStarted && isSearchable) {
        return enter(Phase::Searching);
    }
    if (m_task->uploadStarted) {
        return onUploadFailed({ErrorCode::Network, {}, {}}, nullptr);
    }
    const auto task = m_task;
    ask<Submitted>(
        ServerLink::Priority::Submit,
        [this, task](CapeClient& client) -> CapeReply<Submitted>& {
            task->uploadStarted = true;
            m_queue->save({*task}); // before the first byte leaves
            if (task->isUrl) {
                return client.createUrl(task->fileName, task->fields);
            }
            auto sample = m_queue->m_samples->open(task->samplePath);
            std::unique_ptr<QIODevice> file
                = sample ? std::move(*sample) : std::unique_ptr<QIODevice>(std::make_unique<QBuffer>());
            auto& reply = client.createFile(std::move(file), task->fileName, task->fields);
            connect(&reply, &CapeCall::progress, this, &TaskFollower::showProgress);
            return reply;
        },
        [this](CapeReply<Submitted>& reply) { onUploaded(reply); }, m_task->position);
}

void TaskFollower::onUploaded(CapeReply<Submitted>& reply)
{
    if (!reply.result()) {
        return onUploadFailed(reply.result().error(), &reply);
    }
    const QList<qint64> ids = reply.result()->taskIds;
    m_task->uploadStarted = false;
    m_task->uploads = 0;
    m_task->serverTaskIds = {ids.first()};
    m_task->enter(Phase::Pending, now());
    const QString stored = storedFileName(m_task->fileName);
    if (!m_task->isUrl && stored != m_task->fileName) {
        m_task->addRemark(tr("The server runs the sample as %1.").arg(stored));
    }
    for (const QString& remark : std::as_const(reply.result()->remarks)) {
        m_task->addRemark(tr("The server says: %1").arg(remark));
    }
    if (ids.size() > MostSiblings) {
        m_task->addRemark(
            tr("The server made more tasks of it than are followed here: only the first %1 are.").arg(MostSiblings));
    }
    m_queue->addSiblings(*m_task, ids.mid(1, MostSiblings - 1));
    enter(Phase::Pending);
    m_lastLook = now(); // where it stands is known
    pollLater(false);
}

// `call`: null where the upload was begun in an earlier life of this program.
void TaskFollower::onUploadFailed(const Error& error, const CapeCall* call)
{
    if (error.code == ErrorCode::Cancelled) {
        return;
    }
    const bool wasSent = !call || call->wasSent();
    const bool isUnknown = wasSent
        && (error.code == ErrorCode::Network || error.code == ErrorCode::Timeout || error.code == ErrorCode::BadAnswer
            || error.code == ErrorCode::TooLarge);
    if (!isUnknown) {
        m_task->uploadStarted = false;
        return call ? handle(*call) : handle(error, wasSent);
    }
    if (!m_task->rebootOf.isEmpty()) {
        m_task->uploadStarted = false;
        return fail({ErrorCode::Network,
            tr("The connection broke before the server answered: look on the server whether it reboots the machine, "
               "and retry if it does not."),
            error.message});
    }
    if (m_task->isUrl) {
        m_task->uploadStarted = false; // from here on the analyst decides
        return fail({ErrorCode::Network,
            tr("The connection broke before the server answered: look on the server whether it has this URL, and retry "
               "if it has not."),
            error.message});
    }
    // Whether it arrived is asked for before it is sent again.
    ++m_task->uploads;
    m_task->enter(Phase::Searching, now());
    tryLater(error, wasSent);
}

} // namespace net
