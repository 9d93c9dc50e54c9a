// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/asker.h"

#include "net/credentialstore.h"
#include "net/taskqueue.h"

namespace net {

Asker::Asker(ServerLink* link, ServerLink::Priority priority, std::unique_ptr<CapeClient> client, QObject* parent)
    : QObject(parent)
    , m_priority(priority)
    , m_link(link)
    , m_client(std::move(client))
{
    if (link) {
        connect(link, &ServerLink::retired, this, &Asker::lost, Qt::QueuedConnection);
    }
}

Asker::Asker(ServerLink* link, ServerLink::Priority priority, QObject* parent)
    : Asker(link, priority, nullptr, parent)
{
}

Asker::Asker(const Profile& profile, const Credentials& credentials, ServerLink* limit, QObject* parent)
    : Asker(limit, ServerLink::Priority::Action, std::make_unique<CapeClient>(profile, credentials), parent)
{
}

Asker::~Asker()
{
    if (m_link) {
        m_link->withdraw(this);
    }
}

void Asker::ask(std::function<CapeCall*(CapeClient&)> start, std::function<void(CapeCall&)> done)
{
    if (m_link && m_client) {
        m_link->admit(m_priority, this, [this, start = std::move(start)] { return start(*m_client); }, std::move(done));
    } else if (m_link) {
        m_link->ask(m_priority, this, std::move(start), std::move(done));
    } else if (m_client) {
        CapeCall* call = start(*m_client);
        connect(call, &CapeCall::finished, this, [call, done = std::move(done)] { done(*call); });
    }
}

ServerAccess::ServerAccess(TaskQueue* queue)
    : m_queue(queue)
{
}

ServerAccess::ServerAccess(CredentialStore* credentials)
    : m_credentials(credentials)
{
}

void ServerAccess::open(
    const Profile& profile, QObject* context, std::function<void(std::unique_ptr<Asker>)> done) const
{
    if (m_credentials) {
        return m_credentials->credentials(
            profile, context, [profile, done = std::move(done)](const Credentials& secrets) {
                done(std::make_unique<Asker>(profile, secrets, nullptr));
            });
    }
    QMetaObject::invokeMethod(
        context,
        [queue = m_queue, id = profile.id, done = std::move(done)] {
            ServerLink* link = queue->link(id);
            done(link ? std::make_unique<Asker>(link, ServerLink::Priority::Action) : nullptr);
        },
        Qt::QueuedConnection);
}

} // namespace net
