// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/submithashes.h"

#include "net/capeclient.h"
#include "net/credentialstore.h"

#include <algorithm>

namespace cli {

namespace {

// The newest finished task, or else the newest that is under way.
const net::TaskView* bestTask(const QList<net::TaskView>& tasks)
{
    const auto isReported = [](const net::TaskView& task) { return task.status == QLatin1StringView("reported"); };
    static const QStringList underWay{QStringLiteral("pending"), QStringLiteral("running"),
        QStringLiteral("distributed"), QStringLiteral("completed")};
    auto best = std::ranges::find_if(tasks, isReported);
    if (best == tasks.end()) {
        best = std::ranges::find_if(tasks, [](const net::TaskView& task) { return underWay.contains(task.status); });
    }
    return best == tasks.end() ? nullptr : &*best;
}

} // namespace

HashSearch::HashSearch(
    const QStringList& hashes, const QList<net::PoolMember>& members, net::CredentialStore* credentials)
    : m_hashes(hashes)
    , m_members(members)
    , m_credentials(credentials)
    , m_open(hashes.size() * members.size())
{
}

HashSearch::~HashSearch() = default;

void HashSearch::start()
{
    if (m_open == 0) {
        QMetaObject::invokeMethod(this, &HashSearch::finished, Qt::QueuedConnection);
    }
    for (const net::PoolMember& member : m_members) {
        m_credentials->token(member.profile.id, this, [this, profile = member.profile](const QString& token) {
            m_clients.push_back(std::make_unique<net::CapeClient>(profile, token));
            for (const QString& hash : m_hashes) {
                ask(hash, profile.id, *m_clients.back());
            }
        });
    }
}

void HashSearch::ask(const QString& hash, const QString& profileId, net::CapeClient& client)
{
    client.searchHash(hash).then(this, [this, hash, profileId](const core::Result<QList<net::TaskView>>& found) {
        if (!found) {
            m_failures.append({profileId, found.error()});
        } else if (const net::TaskView* task = bestTask(*found)) {
            m_hits.append({hash, profileId, *task});
        }
        if (--m_open == 0) {
            Q_EMIT finished();
        }
    });
}

} // namespace cli
