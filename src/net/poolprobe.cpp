// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/poolprobe.h"

#include "net/profiledocument.h"

#include <algorithm>

namespace net {

using core::Error;
using core::ErrorCode;

namespace {

bool isUnreachable(ErrorCode code)
{
    return code == ErrorCode::Network || code == ErrorCode::Timeout;
}

// With these no task can go there; with any other error the server only does not tell.
bool isHopeless(ErrorCode code)
{
    return isUnreachable(code) || code == ErrorCode::Tls || code == ErrorCode::Unauthorized;
}

// In a pool a machine is given as server:machine.
QString memberName(const Profile& profile, const QStringList& taken)
{
    const QString wanted = QString(profile.name).replace(u':', u'-').simplified();
    QString name = wanted;
    for (int number = 2; taken.contains(name); ++number) {
        name = QStringLiteral("%1-%2").arg(wanted).arg(number);
    }
    return name;
}

core::submission::Machine machineOf(const Machine& machine)
{
    core::submission::Machine known{machine.name.toStdString(), machine.platform.toStdString(), {}};
    for (const QString& tag : machine.tags) {
        known.tags.push_back(tag.toStdString());
    }
    return known;
}

} // namespace

QList<PoolMember> poolMembers(const QList<Profile>& profiles)
{
    QList<PoolMember> members;
    QStringList names;
    for (const Profile& profile : profiles) {
        PoolMember member;
        member.profile = profile;
        names << memberName(profile, names);
        member.host.ip = names.constLast().toStdString();
        member.host.machinesKnown = false;
        member.host.pending.reset();
        member.host.available.reset();
        member.host.internetConnected = profile.internetConnected;
        member.host.inetsimConnected = profile.inetsimConnected;
        members << member;
    }
    return members;
}

std::vector<core::submission::Host> hostsOf(const QList<PoolMember>& members)
{
    std::vector<core::submission::Host> hosts;
    for (const PoolMember& member : members) {
        if (member.isUsable()) {
            hosts.push_back(member.host);
        }
    }
    return hosts;
}

PoolProbe::PoolProbe(
    const QList<Profile>& profiles, const ServerAccess& access, const Questions& questions, QObject* parent)
    : QObject(parent)
    , m_members(poolMembers(profiles))
    , m_access(access)
    , m_questions(questions)
    , m_askers(std::size_t(profiles.size()))
    , m_open(profiles.size())
{
}

PoolProbe::~PoolProbe() = default;

void PoolProbe::start()
{
    if (m_open == 0) {
        QMetaObject::invokeMethod(this, &PoolProbe::finished, Qt::QueuedConnection);
    }
    for (qsizetype index = 0; index < m_members.size(); ++index) {
        open(index);
    }
}

void PoolProbe::open(qsizetype index)
{
    m_access.open(m_members[index].profile, this, [this, index](std::unique_ptr<Asker> asker) {
        if (!asker) {
            m_members[index].failure = unknownProfile(m_members[index].profile.id);
            return endMember(index);
        }
        connect(asker.get(), &Asker::lost, this, [this, index] { reopen(index); });
        m_askers[std::size_t(index)] = std::move(asker);
        askMachines(index, 1);
    });
}

// The member's profile has changed: what is known of it by now may be of another server.
void PoolProbe::reopen(qsizetype index)
{
    m_askers[std::size_t(index)].release()->deleteLater();
    PoolMember& member = m_members[index];
    member.machines.clear();
    member.host.machines.clear();
    member.host.machinesKnown = false;
    member.gaps.clear();
    open(index);
}

void PoolProbe::abort()
{
    disconnect();
    for (auto& asker : m_askers) {
        asker.reset();
    }
    m_open = 0;
}

void PoolProbe::askMachines(qsizetype index, int attempt)
{
    if (!m_questions.machines) {
        return askStatus(index, 1);
    }
    const auto ask = [](CapeClient& client) -> CapeReply<QList<Machine>>& { return client.machines(); };
    m_askers[std::size_t(index)]->request<QList<Machine>>(ask, [this, index, attempt](const auto& found) {
        if (!found) {
            return onError(index, found.error(), attempt, &PoolProbe::askMachines, &PoolProbe::askStatus);
        }
        PoolMember& member = m_members[index];
        member.machines = *found;
        std::ranges::transform(*found, std::back_inserter(member.host.machines), machineOf);
        member.host.machinesKnown = true;
        askStatus(index, 1);
    });
}

void PoolProbe::askStatus(qsizetype index, int attempt)
{
    if (!m_questions.status) {
        return endMember(index);
    }
    const auto ask = [](CapeClient& client) -> CapeReply<ServerStatus>& { return client.status(); };
    m_askers[std::size_t(index)]->request<ServerStatus>(ask, [this, index, attempt](const auto& status) {
        if (!status) {
            return onError(index, status.error(), attempt, &PoolProbe::askStatus, &PoolProbe::endMember);
        }
        PoolMember& member = m_members[index];
        member.status = *status;
        member.host.pending = status->tasksPending;
        member.host.available = status->machinesAvailable;
        endMember(index);
    });
}

void PoolProbe::onError(qsizetype index, const Error& error, int attempt, void (PoolProbe::*again)(qsizetype, int),
    void (PoolProbe::*next)(qsizetype, int))
{
    if (error.code == ErrorCode::Cancelled) {
        return;
    }
    if (isUnreachable(error.code) && attempt < m_members[index].profile.connectionAttempts) {
        return (this->*again)(index, attempt + 1);
    }
    if (isHopeless(error.code)) {
        m_members[index].failure = error;
        return endMember(index);
    }
    m_members[index].gaps << error;
    (this->*next)(index, 1);
}

void PoolProbe::endMember(qsizetype index, int)
{
    --m_open;
    if (const auto& asker = m_askers[std::size_t(index)]) {
        asker->disconnect(this); // whether its profile changes no longer matters
    }
    Q_EMIT memberChanged(m_members[index].profile.id);
    if (m_open == 0) {
        Q_EMIT finished();
    }
}

} // namespace net
