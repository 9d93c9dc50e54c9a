// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits for a token, and goes on with it.
#include "net/tokengate.h"

#include "net/taskfollower.h"
#include "net/taskqueue.h"

namespace net {

QList<TaskFollower*> TaskQueue::followersOf(const QString& profileId) const
{
    QList<TaskFollower*> followers;
    for (TaskFollower* follower : m_followers) {
        if (follower->profileId() == profileId) {
            followers.append(follower);
        }
    }
    return followers;
}

// What the others have asked or were about to ask would be refused as well.
void TaskQueue::refuseToken(const QString& profileId, int serial)
{
    if (!m_tokens.refuse(profileId, serial)) {
        return;
    }
    const auto followers = followersOf(profileId);
    for (TaskFollower* follower : followers) {
        if (!follower->isWorking()) {
            follower->halt();
            follower->go();
        }
    }
    Q_EMIT serverChanged(profileId);
}

void TaskQueue::takeToken(const QString& profileId)
{
    const bool wasNeeded = m_tokens.isNeeded(profileId);
    m_tokens.give(profileId);
    if (!wasNeeded) {
        return;
    }
    const auto followers = followersOf(profileId);
    for (TaskFollower* follower : followers) {
        follower->forgetWait();
    }
    Q_EMIT serverChanged(profileId);
}

} // namespace net
