// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/serverlink.h"

#include <functional>
#include <memory>

namespace net {

// The way of questions to one server that are not the queue's own: by the queue's link, which keeps the server's limit
// for everything that is asked of it here, or by a client of their own.
class Asker : public QObject {
    Q_OBJECT

public:
    // By the link's client, in turn with what the queue asks.
    Asker(ServerLink* link, ServerLink::Priority priority, QObject* parent = nullptr);
    // By a client of its own, for a profile as it is being entered. With a link to the same server, that one's limit is
    // kept all the same.
    Asker(const Profile& profile, const Credentials& credentials, ServerLink* limit, QObject* parent = nullptr);
    ~Asker() override;

    // Calls back with the ended call, unless this asker is gone by then.
    void ask(std::function<CapeCall*(CapeClient&)> start, std::function<void(CapeCall&)> done);
    template <typename T>
    void request(std::function<CapeReply<T>&(CapeClient&)> start, std::function<void(const core::Result<T>&)> done)
    {
        ask([start = std::move(start)](CapeClient& client) -> CapeCall* { return &start(client); },
            [done = std::move(done)](CapeCall& call) { done(static_cast<CapeReply<T>&>(call).result()); });
    }

Q_SIGNALS:
    // The link's profile was changed or removed: what was asked stays without an answer.
    void lost();

private:
    Asker(ServerLink* link, ServerLink::Priority priority, std::unique_ptr<CapeClient> client, QObject* parent);

    const ServerLink::Priority m_priority;
    const QPointer<ServerLink> m_link;
    const std::unique_ptr<CapeClient> m_client;
};

// Where askers come from: a queue's links, for profiles that it knows; or, without a queue, clients of their own.
class ServerAccess {
public:
    ServerAccess(TaskQueue* queue); // NOLINT(google-explicit-constructor)
    ServerAccess(CredentialStore* credentials); // NOLINT(google-explicit-constructor)

    // Gives, later, the way to this profile's server; null where the queue knows no such profile. Not called back once
    // the context is gone.
    void open(
        const Profile& profile, QObject* context, std::function<void(std::unique_ptr<Asker>)> done) const;

private:
    TaskQueue* m_queue = nullptr;
    CredentialStore* m_credentials = nullptr;
};

} // namespace net
