// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/submission/hostconfig.h"
#include "net/asker.h"
#include "net/capetypes.h"
#include "net/profile.h"

#include <QList>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace net {

// A server of a pool, as it was found.
struct PoolMember {
    Profile profile;
    // As the planner sees it. Its ip is the member's name in the pool, without colons and different from the others';
    // machines that the server does not list are unknown, and so are queue and free machines that it does not tell.
    core::submission::Host host;
    QList<Machine> machines;
    std::optional<ServerStatus> status;
    // Why no task can go there: it cannot be reached, or refuses the token.
    std::optional<core::Error> failure;
    // What the server does not tell, and why: a disabled call, a rate limit.
    QList<core::Error> gaps;
    // Why it takes no files or no URLs, in words, where that is switched off there; empty: it does, as far as is known.
    QString noFiles;
    QString noUrls;

    bool isUsable() const { return !failure; }
};

// The members before anything is asked: names given, nothing known.
QList<PoolMember> poolMembers(const QList<Profile>& profiles);

// The usable members' hosts, for core::submission::Order.
std::vector<core::submission::Host> hostsOf(const QList<PoolMember>& members);

// Asks the servers of a pool, all at once, for their machines and how busy they are. A server that cannot be reached is
// tried as often as its profile says before it is given up; its error is its own, and the others go on.
class PoolProbe : public QObject {
    Q_OBJECT

public:
    struct Questions {
        bool machines = true;
        bool status = true;
    };

    PoolProbe(const QList<Profile>& profiles, const ServerAccess& access, const Questions& questions,
        QObject* parent = nullptr);
    ~PoolProbe() override;

    void start();
    // Ends without a further signal.
    void abort();

    // In the order of the profiles; valid as far as it is known at any time.
    const QList<PoolMember>& members() const { return m_members; }
    bool isFinished() const { return m_open == 0; }

Q_SIGNALS:
    void memberChanged(const QString& profileId);
    void finished();

private:
    void open(qsizetype index);
    void reopen(qsizetype index);
    void askMachines(qsizetype index, int attempt);
    void askStatus(qsizetype index, int attempt);
    // Tries again, gives the member up, or goes on without an answer.
    void onError(qsizetype index, const core::Error& error, int attempt, void (PoolProbe::*again)(qsizetype, int),
        void (PoolProbe::*next)(qsizetype, int));
    void endMember(qsizetype index, int attempt = 0);

    QList<PoolMember> m_members;
    const ServerAccess m_access;
    const Questions m_questions;
    std::vector<std::unique_ptr<Asker>> m_askers; // by member, once the way is known
    qsizetype m_open; // members not done yet
};

} // namespace net
