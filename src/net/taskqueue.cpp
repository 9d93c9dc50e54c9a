// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/taskqueue.h"

#include "net/clock.h"
#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/samplestore.h"
#include "net/serverlink.h"
#include "net/taskfollower.h"

#include <QDir>
#include <QFileInfo>

namespace net {

using core::Error;
using core::ErrorCode;

namespace {

QString bucketKey(const QString& profileId)
{
    return QStringLiteral("bucket/") + profileId;
}

} // namespace

TaskQueue::TaskQueue(ProfileStore* profiles, CredentialStore* credentials, const Options& options, QObject* parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_credentials(credentials)
    , m_folder(options.folder, options.lock)
    , m_clock(options.clock ? options.clock : systemClock())
    , m_waitsForTokens(options.waitsForTokens)
{
    connect(m_profiles, &ProfileStore::changed, this, &TaskQueue::onProfilesChanged);
}

TaskQueue::~TaskQueue()
{
    // Those that wait for deleteLater as well: as children they would go after the members that they use.
    qDeleteAll(findChildren<TaskFollower*>(Qt::FindDirectChildrenOnly));
    m_followers.clear();
    qDeleteAll(m_links);
    m_links.clear();
}

core::Result<void> TaskQueue::load(const core::Result<QList<TaskRecord>>& records)
{
    if (!records) {
        Q_EMIT opened();
        return std::unexpected(records.error());
    }
    m_samples = cartSampleStore(m_folder.samples());
    for (const TaskRecord& record : *records) {
        insert(record);
    }
    for (const TaskRecord& record : *records) {
        Q_EMIT taskAdded(record.id);
        if (m_folder.isReadOnly()) {
            continue;
        }
        if (record.phase == Phase::Parsing) {
            Q_EMIT reportFetched(record.id);
        }
        follow(record.id);
    }
    if (!m_folder.warning().isEmpty()) {
        Q_EMIT warned(m_folder.warning());
    }
    Q_EMIT opened();
    return {};
}

Error TaskQueue::notOpen(const QString& profileId) const
{
    if (m_folder.isReadOnly()) {
        return core::readOnlyError();
    }
    return m_folder.problem().value_or(Error{ErrorCode::NotFound, tr("Choose a server to submit to."), profileId});
}

std::shared_ptr<TaskRecord> TaskQueue::editable(const QString& id)
{
    if (m_folder.isReadOnly()) {
        Q_EMIT storeFailed(core::readOnlyError());
        return nullptr;
    }
    return find(id);
}

void TaskQueue::insert(const TaskRecord& record)
{
    m_records.insert(record.id, std::make_shared<TaskRecord>(record));
    m_order.append(record.id);
}

QList<TaskRecord> TaskQueue::tasks() const
{
    QList<TaskRecord> tasks;
    for (const QString& id : m_order) {
        tasks.append(*m_records.value(id));
    }
    return tasks;
}

std::optional<TaskRecord> TaskQueue::task(const QString& id) const
{
    const auto record = find(id);
    return record ? std::optional(*record) : std::nullopt;
}

ServerState TaskQueue::serverState(const QString& profileId) const
{
    const ServerLink* server = m_links.value(profileId);
    ServerState state = server ? server->state() : ServerState();
    if (m_tokens.isNeeded(profileId)) {
        state.needsToken = true;
        state.words = tr("Token needed");
    }
    for (const auto& record : m_records) {
        if (record->profileId != profileId || isFinal(record->phase)) {
            continue;
        }
        ++state.activeTasks;
        const bool isSooner = !state.nextTry.isValid() || record->nextTry < state.nextTry;
        if (record->nextTry.isValid() && isSooner && state.isReachable) {
            state.nextTry = record->nextTry;
        }
    }
    return state;
}

core::Result<QString> TaskQueue::submit(const Submission& submission)
{
    const auto profile = m_profiles->profile(submission.profileId);
    if (!profile || !m_folder.store()) {
        return std::unexpected(notOpen(submission.profileId));
    }
    TaskRecord record;
    record.id = newTaskId();
    record.profileId = profile->id;
    record.otherProfiles = submission.otherProfiles;
    record.otherProfiles.removeAll(profile->id);
    record.rebootAsked = submission.reboot;
    record.isUrl = submission.path.isEmpty();
    record.sourcePath = submission.path;
    record.fileName = record.isUrl ? submission.url : submission.fileName;
    if (record.fileName.isEmpty()) {
        record.fileName = QFileInfo(submission.path).fileName();
    }
    record.fields = submission.fields;
    record.ignoreExisting = submission.ignoreExisting;
    record.deleteAfterFetch = submission.deleteAfterFetch.value_or(profile->deleteAfterFetch);
    record.enter(record.isUrl ? Phase::Uploading : Phase::Hashing, m_clock->now());
    return begin(std::move(record));
}

core::Result<QString> TaskQueue::adopt(const QString& profileId, const TaskView& task, const QString& sha256)
{
    if (!m_profiles->profile(profileId) || !m_folder.store()) {
        return std::unexpected(notOpen(profileId));
    }
    TaskRecord record;
    record.id = newTaskId();
    record.profileId = profileId;
    record.isUrl = task.category == QLatin1StringView("url");
    record.fileName = record.isUrl ? task.target : QFileInfo(task.target).fileName();
    record.sha256 = sha256;
    if (record.fileName.isEmpty()) {
        record.fileName = sha256.isEmpty() ? QString::number(task.id) : sha256;
    }
    record.serverTaskIds = {task.id};
    record.isReused = true;
    record.enter(Phase::Pending, m_clock->now());
    return begin(std::move(record));
}

core::Result<QString> TaskQueue::begin(TaskRecord record)
{
    record.createdOn = m_clock->now();
    record.position = m_order.isEmpty() ? 0 : find(m_order.last())->position + 1;
    if (const auto saved = m_folder.store()->save({record}); !saved) {
        return std::unexpected(saved.error());
    }
    insert(record);
    Q_EMIT taskAdded(record.id);
    follow(record.id);
    return record.id;
}

void TaskQueue::follow(const QString& id)
{
    const auto record = find(id);
    if (!record || m_followers.contains(id) || (isFinal(record->phase) && !record->deletePending)) {
        return;
    }
    auto* follower = new TaskFollower(this, record);
    m_followers.insert(id, follower);
    QMetaObject::invokeMethod(follower, &TaskFollower::go, Qt::QueuedConnection);
}

void TaskQueue::unfollow(const QString& id)
{
    if (TaskFollower* follower = m_followers.take(id)) {
        follower->halt();
        follower->deleteLater();
    }
}

void TaskQueue::restart(const QString& id)
{
    unfollow(id);
    changed(*find(id));
    follow(id);
}

void TaskQueue::save(const QList<TaskRecord>& records)
{
    if (const auto saved = m_folder.store()->save(records); !saved) {
        Q_EMIT storeFailed(saved.error());
    }
}

void TaskQueue::changed(const TaskRecord& record)
{
    save({record});
    const TaskFollower* follower = m_followers.value(record.id);
    if (follower && follower->isDone()) {
        unfollow(record.id);
    }
    if (isFinal(record.phase)) {
        wake(record.rebootOf); // what had to stay on the server for it may go now
    }
    Q_EMIT taskChanged(record.id);
}

ServerLink* TaskQueue::link(const QString& profileId)
{
    if (ServerLink* server = m_links.value(profileId)) {
        return server;
    }
    const auto profile = m_profiles->profile(profileId);
    if (!profile || !m_folder.store()) {
        return nullptr;
    }
    const TokenBucket bucket = TokenBucket::fromJson(m_folder.store()->note(bucketKey(profileId)));
    auto* server = new ServerLink(*profile, m_credentials, m_clock, bucket, this);
    m_links.insert(profileId, server);
    connect(server, &ServerLink::stateChanged, this, [this, profileId] { Q_EMIT serverChanged(profileId); });
    connect(server, &ServerLink::credentialsTaken, this, [this, profileId] { takeToken(profileId); });
    connect(server, &ServerLink::gaveUp, this, [this, profileId] { leaveServer(profileId); }, Qt::QueuedConnection);
    connect(server, &ServerLink::tokenInClear, this, [this, profileId] { Q_EMIT tokenInClear(profileId); });
    connect(server, &ServerLink::bucketChanged, this,
        [store = m_folder.store(), key = bucketKey(profileId), server] {
            (void)store->saveNote(key, server->bucket().toJson());
        });
    return server;
}

void TaskQueue::leaveServer(const QString& profileId)
{
    const auto followers = m_followers.values();
    for (TaskFollower* follower : followers) {
        if (follower->profileId() == profileId) {
            follower->takeNextServer();
        }
    }
}

void TaskQueue::wake(const QString& id)
{
    if (TaskFollower* follower = m_followers.value(id)) {
        QMetaObject::invokeMethod(follower, &TaskFollower::go, Qt::QueuedConnection);
    }
}

void TaskQueue::onProfilesChanged()
{
    const QStringList ids = m_links.keys();
    for (const QString& profileId : ids) {
        ServerLink* server = m_links.value(profileId);
        const auto profile = m_profiles->profile(profileId);
        if (profile == server->profile()) {
            continue;
        }
        if (profile && hasSameTransport(*profile, server->profile())) {
            server->setProfile(*profile); // another name or route takes nothing off the wire
            Q_EMIT serverChanged(profileId);
            continue;
        }
        QStringList affected;
        for (auto follower = m_followers.begin(); follower != m_followers.end(); ++follower) {
            if (find(follower.key())->profileId == profileId) {
                affected.append(follower.key());
            }
        }
        for (const QString& id : std::as_const(affected)) {
            unfollow(id);
        }
        server->retire();
        m_links.remove(profileId);
        m_probes.remove(profileId);
        server->deleteLater();
        for (const QString& id : std::as_const(affected)) {
            follow(id);
        }
        Q_EMIT serverChanged(profileId);
    }
}

std::optional<TaskRecord> TaskQueue::followerOf(const QString& profileId, qint64 serverTaskId) const
{
    for (const auto& record : m_records) {
        if (record->profileId == profileId && record->serverTaskId() == serverTaskId) {
            return *record;
        }
    }
    return {};
}

const TaskRecord* TaskQueue::claimer(const QString& profileId, qint64 serverTaskId) const
{
    for (const auto& record : m_records) {
        const bool isOurs = record->serverTaskIds.contains(serverTaskId) || record->replacedIds.contains(serverTaskId);
        if (record->profileId == profileId && isOurs) {
            return record.get();
        }
    }
    return nullptr;
}

void TaskQueue::addSiblings(const TaskRecord& record, const QList<qint64>& taskIds)
{
    QList<TaskRecord> all{record};
    for (const qint64 taskId : taskIds) {
        TaskRecord sibling = record;
        sibling.id = newTaskId();
        sibling.serverTaskIds = {taskId};
        sibling.position = find(m_order.last())->position + all.size();
        all.append(sibling);
    }
    save(all);
    for (const TaskRecord& sibling : std::as_const(all).mid(1)) {
        insert(sibling);
        Q_EMIT taskAdded(sibling.id);
        follow(sibling.id);
    }
}

QString TaskQueue::reportFolder(const QString& id) const
{
    return m_folder.report(id);
}

std::pair<int, int> TaskQueue::rank(const TaskRecord& record) const
{
    int older = 0;
    int count = 0;
    for (const auto& other : m_records) {
        if (other->profileId != record.profileId || !isPolled(other->phase)) {
            continue;
        }
        ++count;
        // What runs is nearer to its end than what waits, whatever its number.
        const auto place
            = [](const TaskRecord& task) { return std::pair(task.phase == Phase::Pending, task.serverTaskId()); };
        if (place(*other) < place(record)) {
            ++older;
        }
    }
    return {older, count};
}

void TaskQueue::replan(const QString& profileId)
{
    for (auto follower = m_followers.begin(); follower != m_followers.end(); ++follower) {
        if (find(follower.key())->profileId == profileId) {
            follower.value()->replan();
        }
    }
}

std::function<core::Result<std::unique_ptr<QIODevice>>()> TaskQueue::sampleCopy(const QString& sha256) const
{
    const auto isCopy = [&](const auto& record) { return record->sha256 == sha256 && !record->samplePath.isEmpty(); };
    const auto found = sha256.isEmpty() ? m_records.end() : std::find_if(m_records.begin(), m_records.end(), isCopy);
    if (found == m_records.end() || !m_samples) {
        return nullptr;
    }
    return [samples = m_samples, path = (*found)->samplePath] { return samples->open(path); };
}

bool TaskQueue::isIdle() const
{
    const bool working
        = std::ranges::any_of(m_followers, [](const TaskFollower* follower) { return follower->isWorking(); });
    const bool asking = std::ranges::any_of(m_links, [](const ServerLink* server) { return !server->isIdle(); });
    return !working && !asking;
}

} // namespace net
