// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/grouplook.h"

#include "net/serverlink.h"
#include "net/taskfollower.h"
#include "net/taskqueue.h"

#include <QSet>

#include <algorithm>

namespace net {

using core::ErrorCode;

namespace {

constexpr qsizetype MostAtOnce = 500; // tasks in one request
constexpr int MostBadAnswers = 3; // then the server is taken to answer something else there

} // namespace

GroupLook::GroupLook(TaskQueue* queue, ServerLink* server)
    : QObject(server)
    , m_queue(queue)
    , m_server(server)
{
}

// Those to be told, the one that was not seen for the longest time first.
QList<TaskFollower*> GroupLook::followers() const
{
    QList<TaskFollower*> ours;
    for (TaskFollower* follower : std::as_const(m_queue->m_followers)) {
        if (follower->profileId() == m_server->profile().id && follower->isLookedAt()) {
            ours.append(follower);
        }
    }
    std::ranges::stable_sort(ours, {}, &TaskFollower::lastLook);
    return ours;
}

void GroupLook::join()
{
    if (m_isWaiting) {
        return;
    }
    m_isWaiting = true;
    m_server->request<TaskStates>(
        ServerLink::Priority::Poll, this,
        [this](CapeClient& client) -> CapeReply<TaskStates>& { return ask(client); },
        [this](CapeReply<TaskStates>& reply) { onAnswer(reply); });
}

CapeReply<TaskStates>& GroupLook::ask(CapeClient& client)
{
    m_asked.clear();
    const auto ours = followers();
    for (const TaskFollower* follower : ours.first(std::min(ours.size(), MostAtOnce))) {
        m_asked.append(follower->serverTaskId());
    }
    return client.taskStates(m_asked);
}

void GroupLook::onAnswer(CapeReply<TaskStates>& reply)
{
    m_isWaiting = false;
    const core::Error* error = reply.error();
    if (!error) {
        return tell(*reply.result());
    }
    if (m_asked.isEmpty()) {
        return tell({}); // whoever it was for was gone when its turn came, and it asked for nothing
    }
    if (error->code == ErrorCode::NotFound && reply.httpStatus() != 404) {
        return tell({}); // none of them is on the way any more
    }
    onError(reply);
}

void GroupLook::tell(const TaskStates& states)
{
    m_badAnswers = 0;
    const QSet<qint64> asked(m_asked.begin(), m_asked.end());
    const auto ours = followers();
    for (TaskFollower* follower : ours) {
        const qint64 id = follower->serverTaskId();
        if (asked.contains(id)) {
            follower->onState(states.contains(id) ? std::optional(states.value(id)) : std::nullopt);
        } else if (follower->isJoined()) {
            join(); // it came after the request had left
        }
    }
}

void GroupLook::onError(const CapeCall& call)
{
    constexpr int BadToken = 401;
    const core::Error& error = *call.error();
    const bool isBad = error.code == ErrorCode::BadAnswer || error.code == ErrorCode::TooLarge;
    const bool isPassing = error.code == ErrorCode::Network || error.code == ErrorCode::Timeout
        || error.code == ErrorCode::Cancelled || (isBad && ++m_badAnswers < MostBadAnswers);
    m_isOffered = isPassing || error.code == ErrorCode::Unauthorized; // which is another thing than not to be there
    const auto ours = followers();
    for (TaskFollower* follower : ours) {
        if (!follower->isJoined()) {
            continue;
        }
        if (isPassing || call.httpStatus() == BadToken) {
            follower->onLookFailed(call);
        } else {
            follower->lookAlone();
        }
    }
}

GroupLook* TaskQueue::groupLook(const TaskRecord& record)
{
    ServerLink* server = link(record.profileId);
    const auto isOfThisServer = [&](const std::shared_ptr<TaskRecord>& other) {
        return other->profileId == record.profileId && isPolled(other->phase) && !other->isPaused;
    };
    const auto first = std::ranges::find_if(m_records, isOfThisServer);
    const bool isOnlyOne = first == m_records.end() || std::none_of(std::next(first), m_records.end(), isOfThisServer);
    if (!server || isOnlyOne) {
        return nullptr;
    }
    QPointer<GroupLook>& look = m_looks[record.profileId];
    if (!look || look->parent() != server) {
        look = new GroupLook(this, server);
    }
    return look->isOffered() ? look.data() : nullptr;
}

} // namespace net
