// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/capetypes.h"
#include "net/poolprobe.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace net {
class CapeClient;
class CredentialStore;
} // namespace net

namespace cli {

// Asks every server whether it knows these samples.
class HashSearch : public QObject {
    Q_OBJECT

public:
    // A task that may give a report.
    struct Hit {
        QString hash;
        QString profileId;
        net::TaskView task;
    };
    // A server that could not be asked.
    struct Failure {
        QString profileId;
        core::Error error;
    };

    HashSearch(const QStringList& hashes, const QList<net::PoolMember>& members, net::CredentialStore* credentials);
    ~HashSearch() override;

    void start();
    // For each hash and server the best task: a finished one before one under way, the newest first.
    const QList<Hit>& hits() const { return m_hits; }
    const QList<Failure>& failures() const { return m_failures; }

Q_SIGNALS:
    void finished();

private:
    void ask(const QString& hash, const QString& profileId, net::CapeClient& client);

    const QStringList m_hashes;
    const QList<net::PoolMember> m_members;
    net::CredentialStore* m_credentials;
    std::vector<std::unique_ptr<net::CapeClient>> m_clients;
    QList<Hit> m_hits;
    QList<Failure> m_failures;
    qsizetype m_open;
};

} // namespace cli
