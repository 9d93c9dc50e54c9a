// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/capeclient.h"

#include <QList>
#include <QObject>

namespace net {

class ServerLink;
class TaskFollower;
class TaskQueue;

// Looks at all tasks that one server works on in one request, the search for task ids. A server need not offer it: then
// isOffered() ends, and each task is looked at alone.
class GroupLook : public QObject {
    Q_OBJECT

public:
    GroupLook(TaskQueue* queue, ServerLink* server);

    bool isOffered() const { return m_isOffered; }
    // A look is due; what it finds is told to the follower of every task (TaskFollower::onState).
    void join();

private:
    QList<TaskFollower*> followers() const;
    CapeReply<TaskStates>& ask(CapeClient& client);
    void onAnswer(CapeReply<TaskStates>& reply);
    void tell(const TaskStates& states);
    void onError(const CapeCall& call);

    TaskQueue* m_queue;
    ServerLink* m_server;
    QList<qint64> m_asked; // the tasks of the request under way
    bool m_isOffered = true;
    bool m_isWaiting = false; // for its turn or for its answer
    int m_badAnswers = 0; // in a row
};

} // namespace net
