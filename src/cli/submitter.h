// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/submitarguments.h"
#include "core/submission/input.h"
#include "net/credentialstore.h"
#include "net/hashlookup.h"
#include "net/poolorder.h"
#include "net/poolprobe.h"
#include "net/profilestore.h"
#include "net/taskqueue.h"

#include <QHash>
#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace cli {

// `capewb submit`: looks at what is to be submitted, asks the servers what they have, plans, and takes the tasks
// through the queue. Lives as long as the command, with a queue of its own in a temporary folder.
class Submitter : public QObject {
    Q_OBJECT

public:
    explicit Submitter(const SubmitArguments& arguments);
    ~Submitter() override;

    // The exit code.
    int run();

private:
    // One input: a file or URL with its facts, or a hash.
    struct Item {
        core::submission::Input input;
        core::submission::FileFacts facts;
    };

    core::Result<void> prepare();
    net::Profile profileFor(const SubmitServer& server) const;
    bool readInputs();
    void onPool();
    bool takeMembers(const QList<net::PoolMember>& members);
    bool planAll();
    core::submission::Order orderFor(const Item& item, const std::vector<core::submission::Host>& hosts) const;
    void printPlans() const;
    void searchHashes();
    bool takeAnswers(const QString& hash);
    void onHashesFound();
    void submitAll();
    void onChanged(const QString& id);
    void onServer(const QString& profileId);
    void keepReport(const QString& id);
    void endIfDone();
    void end();
    void showProgress(const net::TaskRecord& task);
    bool isSettled(const net::TaskRecord& task) const;
    QString serverName(const QString& profileId) const;
    int printOutcome();

    const SubmitArguments m_arguments;
    QTemporaryDir m_folder;
    net::ProfileStore m_profiles;
    net::CredentialStore m_credentials;
    net::TaskQueue m_queue;
    std::unique_ptr<net::PoolProbe> m_probe;
    std::unique_ptr<net::HashLookup> m_hashes;
    QList<net::PoolMember> m_members;
    std::vector<Item> m_items;
    std::vector<core::submission::OrderPlan> m_plans; // of the items that are no hashes, in their order
    QHash<QString, QString> m_reports; // by task
    QHash<QString, QString> m_shown; // the last line printed for a task
    QString m_failure;
    bool m_isGood = true;
    const bool m_isTerminal;
};

} // namespace cli
