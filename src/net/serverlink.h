// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/capeclient.h"
#include "net/clock.h"
#include "net/taskqueue.h"
#include "net/tokenbucket.h"

#include <QPointer>

#include <list>

namespace net {

class CredentialStore;

// The one way to a server for everything that the queue asks of it: requests wait here for the server's rate limit and
// for its return when it cannot be reached, the more urgent first.
class ServerLink : public QObject {
    Q_OBJECT

public:
    enum class Priority { Action, Download, Poll, Submit, Idle };

    ServerLink(const Profile& profile, CredentialStore* credentials, std::shared_ptr<Clock> clock,
        const TokenBucket& bucket, QObject* parent);
    ~ServerLink() override;

    const Profile& profile() const { return m_profile; }
    // The same server by the same way (hasSameTransport()), perhaps with another name or other limits: what is under
    // way goes on.
    void setProfile(const Profile& profile);
    const TokenBucket& bucket() const { return m_bucket; }

    // Calls `start` when the server may be asked, and `done` with the ended call, unless the context is gone by then. A
    // request that the rate limit refused is sent again by itself and not told. Of equal priority, the one with the
    // lower `order` goes first, then the one that was asked for first.
    template <typename T>
    void request(Priority priority, QObject* context, std::function<CapeReply<T>&(CapeClient&)> start,
        std::function<void(CapeReply<T>&)> done, qint64 order = 0)
    {
        enqueue({priority, order, ++m_serial, context,
            [start = std::move(start)](CapeClient& client) -> CapeCall* { return &start(client); },
            [done = std::move(done)](CapeCall& call) { done(static_cast<CapeReply<T>&>(call)); }});
    }
    // The same for any kind of call.
    void ask(Priority priority, QObject* context, std::function<CapeCall*(CapeClient&)> start,
        std::function<void(CapeCall&)> done)
    {
        enqueue({priority, 0, ++m_serial, context, std::move(start), std::move(done)});
    }
    // The same for a call that finds its own way to this server (a profile as it is being edited): the server counts it
    // with ours, so it waits for the limit as they do, but says nothing of whether this link gets through.
    void admit(Priority priority, QObject* context, std::function<CapeCall*()> start,
        std::function<void(CapeCall&)> done)
    {
        enqueue({priority, 0, ++m_serial, context, [start = std::move(start)](CapeClient&) { return start(); },
            std::move(done), true});
    }
    // Forgets the context's waiting requests and breaks off the ones under way, without telling it.
    void withdraw(QObject* context);
    // Gives the context's waiting submission another place.
    void reorder(QObject* context, qint64 order);
    // Ends a pause after errors.
    void tryNow();
    // Asks for the server's queue and machines, at most once in a few seconds: what is asked for sooner is asked then.
    void refresh();
    // Another link takes this one's place: nothing more is asked or told here, and what is on its way is counted, as
    // the server counts it.
    void retire();

    // Milliseconds between two looks at one task, when `polled` tasks of ours share this server's limit.
    qint64 pollInterval(qint64 wanted, int polled) const;
    ServerState state() const;
    // Nothing is on the wire or about to be; requests may be waiting for their time.
    bool isIdle() const { return m_running.empty() && !m_pumping && m_client; }
    // The server has not answered as often as the profile allows, and is left alone for a while.
    bool isGivenUp() const;
    // Milliseconds until the server may be asked again; 0: now.
    qint64 waitingTime() const;

Q_SIGNALS:
    void stateChanged();
    void bucketChanged();
    // A token is there, and would travel unencrypted to another machine: nothing is sent until the profile allows it.
    void tokenInClear();
    // Another connection has not come about, as many in a row as the profile allows or more.
    void gaveUp();
    void retired();
    // From now on requests go with the token that is kept now.
    void credentialsTaken();

private:
    struct Request {
        Priority priority;
        qint64 order;
        qint64 serial; // the order of asking
        QPointer<QObject> context;
        std::function<CapeCall*(CapeClient&)> start;
        std::function<void(CapeCall&)> done;
        bool isApart = false; // it does not go by this link's client
        QPointer<CapeCall> call = {};
    };

    static bool goesBefore(const Request& a, const Request& b);
    void enqueue(Request request);
    void pumpSoon();
    void pump();
    bool mayStart(const Request& request) const;
    qint64 pause() const;
    void launch(std::list<Request>::iterator request);
    void onFinished(std::list<Request>::iterator request, CapeCall* call);
    void onVanished(std::list<Request>::iterator request);
    void count(const CapeCall& call);
    void learn(const CapeCall& call);
    void makeClient(const Credentials& credentials);
    void askWhetherInClear();
    void askForStatus();

    Profile m_profile;
    CredentialStore* m_credentials;
    std::shared_ptr<Clock> m_clock;
    TokenBucket m_bucket;
    std::unique_ptr<CapeClient> m_client; // once the secrets are known
    std::list<Request> m_waiting; // sorted: urgent first, then in the order of asking
    std::list<Request> m_running;
    std::unique_ptr<QObject> m_timer;
    qint64 m_serial = 0;
    std::unique_ptr<QObject> m_refreshTimer;
    QDateTime m_refreshedOn; // when the status was last asked for
    bool m_isRefreshing = false;
    bool m_hasToken = false;
    bool m_isHeld = false; // until the token may travel unencrypted
    int m_failures = 0; // connections in a row that did not come about
    QDateTime m_pausedUntil;
    QString m_words;
    bool m_pumping = false;
    bool m_wasReached = false;
    std::optional<ServerStatus> m_status;
};

} // namespace net
