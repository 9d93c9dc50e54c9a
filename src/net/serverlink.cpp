// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/serverlink.h"

#include "net/credentialstore.h"
#include "net/patience.h"

namespace net {

namespace {

constexpr std::size_t MostAtOnce = 4; // requests under way to one server
// As long as no limit is known, the first requests go one by one, so that the first refusal tells it exactly.
constexpr int Careful = 10;
constexpr qint64 RefreshPause = 5'000; // ms between two looks at the server's queue

} // namespace

ServerLink::ServerLink(const Profile& profile, CredentialStore* credentials, std::shared_ptr<Clock> clock,
    const TokenBucket& bucket, QObject* parent)
    : QObject(parent)
    , m_profile(profile)
    , m_credentials(credentials)
    , m_clock(std::move(clock))
    , m_bucket(bucket)
{
    const auto ask = [this] {
        m_credentials->credentials(m_profile, this, [this](const Credentials& secrets) { makeClient(secrets); });
    };
    connect(m_credentials, &CredentialStore::secretChanged, this, [this, ask](const QString& profileId) {
        if (profileId == m_profile.id) {
            ask();
        }
    });
    ask();
}

ServerLink::~ServerLink()
{
    for (const Request& request : m_running) {
        if (request.call) {
            request.call->disconnect(this);
        }
    }
}

void ServerLink::retire()
{
    for (const Request& request : std::exchange(m_running, {})) {
        m_bucket.answered(m_clock->now());
        if (request.call) {
            request.call->disconnect(this);
        }
    }
    m_waiting.clear();
    m_refreshTimer.reset();
    Q_EMIT bucketChanged();
    Q_EMIT retired();
}

void ServerLink::makeClient(const Credentials& credentials)
{
    m_hasToken = !credentials.token.isEmpty();
    if (m_client) {
        m_client->setCredentials(credentials);
    } else {
        m_client = std::make_unique<CapeClient>(m_profile, credentials);
    }
    askWhetherInClear();
    Q_EMIT credentialsTaken();
    pumpSoon();
}

void ServerLink::askWhetherInClear()
{
    m_isHeld = m_hasToken && !isClearTextAllowed(m_profile);
    if (m_isHeld) {
        Q_EMIT tokenInClear();
    }
}

void ServerLink::setProfile(const Profile& profile)
{
    m_profile = profile;
    if (m_client) {
        m_client->setProfile(profile);
    }
    askWhetherInClear();
    pumpSoon();
}

bool ServerLink::goesBefore(const Request& a, const Request& b)
{
    return std::tuple(a.priority, a.order, a.serial) < std::tuple(b.priority, b.order, b.serial);
}

void ServerLink::enqueue(Request request)
{
    const auto before = [&](const Request& other) { return goesBefore(request, other); };
    m_waiting.insert(std::ranges::find_if(m_waiting, before), std::move(request));
    pumpSoon();
}

void ServerLink::reorder(QObject* context, qint64 order)
{
    for (Request& request : m_waiting) {
        if (request.context == context && request.priority == Priority::Submit) {
            request.order = order;
        }
    }
    m_waiting.sort(goesBefore);
}

bool ServerLink::isGivenUp() const
{
    return m_failures >= m_profile.connectionAttempts && m_pausedUntil > m_clock->now();
}

void ServerLink::withdraw(QObject* context)
{
    m_waiting.remove_if([&](const Request& request) { return request.context == context; });
    for (Request& request : m_running) {
        if (request.context != context) {
            continue;
        }
        request.context = nullptr;
        if (request.call) {
            QMetaObject::invokeMethod(request.call, &CapeCall::abort, Qt::QueuedConnection);
        }
    }
}

void ServerLink::tryNow()
{
    m_pausedUntil = {};
    pumpSoon();
}

void ServerLink::pumpSoon()
{
    if (m_pumping) {
        return;
    }
    m_pumping = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_pumping = false;
            pump();
        },
        Qt::QueuedConnection);
}

qint64 ServerLink::pause() const
{
    return m_pausedUntil.isValid() ? std::max<qint64>(0, m_clock->now().msecsTo(m_pausedUntil)) : 0;
}

qint64 ServerLink::waitingTime() const
{
    return std::max(pause(), m_bucket.wait(m_clock->now()));
}

bool ServerLink::mayStart(const Request& request) const
{
    if (!request.isApart) {
        // After failures one request looks whether the server is back; the others wait for what it finds.
        const bool isTaken = m_failures > 0 && std::ranges::contains(m_running, false, &Request::isApart);
        if (isTaken || pause() > 0) {
            return false;
        }
    }
    if (request.priority != Priority::Submit) {
        return true;
    }
    const auto submits = std::ranges::count(m_running, Priority::Submit, &Request::priority);
    return submits < m_profile.maxUploads;
}

void ServerLink::pump()
{
    m_waiting.remove_if([](const Request& request) { return !request.context; });
    m_timer.reset();
    while (m_client && !m_isHeld && !m_waiting.empty()) {
        const QDateTime now = m_clock->now();
        const bool careful = !m_bucket.limit() && m_bucket.recent(now) < Careful;
        if (m_running.size() >= (careful ? 1 : MostAtOnce)) {
            return;
        }
        const auto next = std::ranges::find_if(m_waiting, [this](const Request& request) { return mayStart(request); });
        const qint64 limitWait = m_bucket.wait(now);
        const qint64 wait = limitWait > 0 ? limitWait : next == m_waiting.end() ? pause() : 0;
        if (wait > 0) {
            m_timer = m_clock->after(wait, [this] { pumpSoon(); });
            break;
        }
        if (next == m_waiting.end()) {
            return;
        }
        launch(next);
    }
    Q_EMIT stateChanged();
}

void ServerLink::launch(std::list<Request>::iterator request)
{
    m_running.splice(m_running.end(), m_waiting, request);
    m_bucket.take(m_clock->now());
    CapeCall* call = request->start(*m_client);
    request->call = call;
    connect(call, &CapeCall::finished, this, [this, request, call] { onFinished(request, call); });
    connect(call, &QObject::destroyed, this, [this, request] { onVanished(request); });
}

void ServerLink::onFinished(std::list<Request>::iterator request, CapeCall* call)
{
    call->disconnect(this);
    Request ended = std::move(*request);
    m_running.erase(request);
    if (ended.isApart) {
        count(*call);
        Q_EMIT stateChanged();
    } else {
        learn(*call);
    }
    pumpSoon();
    if (!ended.context) {
        return;
    }
    if (call->httpStatus() == 429) {
        enqueue(std::move(ended));
    } else {
        ended.done(*call);
    }
}

// Whoever asked by a way of their own has gone, and the call with them; the server may have counted it.
void ServerLink::onVanished(std::list<Request>::iterator request)
{
    m_running.erase(request);
    m_bucket.answered(m_clock->now());
    Q_EMIT bucketChanged();
    pumpSoon();
}

void ServerLink::count(const CapeCall& call)
{
    const QDateTime now = m_clock->now();
    if (call.httpStatus() == 429) {
        m_bucket.throttled(now, call.retryAfter());
    } else if (call.httpStatus() == 401) {
        m_bucket.refused();
    } else {
        m_bucket.answered(now);
    }
    Q_EMIT bucketChanged();
}

void ServerLink::learn(const CapeCall& call)
{
    const QDateTime now = m_clock->now();
    count(call);
    m_wasReached = m_wasReached || call.httpStatus() > 0;
    const core::Error* error = call.error();
    if (error && error->code == core::ErrorCode::Cancelled) {
        return;
    }
    if (error && remedyFor(error->code, call.wasSent()) == Remedy::WaitForServer) {
        m_pausedUntil = now.addMSecs(pauseAfter(++m_failures));
        m_words = error->message;
    } else if (error && error->code == core::ErrorCode::Throttled) {
        m_words = error->message;
    } else {
        m_failures = 0;
        m_pausedUntil = {};
        m_words = call.remark();
    }
    Q_EMIT stateChanged();
    if (isGivenUp()) {
        Q_EMIT gaveUp();
    }
}

void ServerLink::refresh()
{
    if (m_isRefreshing || m_refreshTimer) {
        return;
    }
    const qint64 passed = m_refreshedOn.isValid() ? m_refreshedOn.msecsTo(m_clock->now()) : RefreshPause;
    if (passed >= 0 && passed < RefreshPause) {
        m_refreshTimer = m_clock->after(RefreshPause - passed, [this] {
            m_refreshTimer.release()->deleteLater(); // it is what calls this
            askForStatus();
        });
        return;
    }
    askForStatus();
}

void ServerLink::askForStatus()
{
    m_isRefreshing = true;
    m_refreshedOn = m_clock->now();
    request<ServerStatus>(
        Priority::Action, this, [](CapeClient& client) -> CapeReply<ServerStatus>& { return client.status(); },
        [this](CapeReply<ServerStatus>& reply) {
            m_isRefreshing = false;
            m_status = reply.result() ? std::optional(*reply.result()) : std::nullopt;
            Q_EMIT stateChanged();
        });
}

qint64 ServerLink::pollInterval(qint64 wanted, int polled) const
{
    if (!m_bucket.limit()) {
        return wanted;
    }
    // Half of what the server allows is for looking, the other half for uploads and downloads.
    const qint64 share = 2LL * polled * m_bucket.windowSeconds() * 1000 / std::max(1, *m_bucket.limit());
    return std::max(wanted, share);
}

ServerState ServerLink::state() const
{
    const QDateTime now = m_clock->now();
    ServerState state;
    state.isReachable = m_failures == 0;
    state.isHeld = m_isHeld;
    state.wasReached = m_wasReached;
    state.words = m_isHeld ? tr("The token would travel unencrypted: nothing is sent until you allow it.") : m_words;
    if (!m_waiting.empty() && waitingTime() > 0) {
        state.nextTry = now.addMSecs(waitingTime());
    }
    state.requestsLeft = m_bucket.left(now);
    state.requestsPerMinute = m_bucket.limit();
    state.status = m_status;
    return state;
}

} // namespace net
