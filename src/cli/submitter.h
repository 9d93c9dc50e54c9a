// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/reportkeeper.h"
#include "cli/submitarguments.h"
#include "cli/submitinputs.h"
#include "cli/taskteller.h"
#include "cli/tokencheck.h"
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
// through the queue. Lives as long as the command, with a queue of its own in a temporary folder, which goes with it
// however it ends, but for kill -9.
class Submitter : public QObject {
    Q_OBJECT

public:
    explicit Submitter(const SubmitArguments& arguments);
    ~Submitter() override;

    // The exit code.
    int run();

private:
    core::Result<void> prepare();
    net::Profile profileFor(const NamedServer& server) const;
    void stop(const QString& why);
    void onTokens();
    void onPool();
    bool takeMembers(const QList<net::PoolMember>& members);
    bool planAll();
    core::submission::Order orderFor(const SubmitItem& item, const std::vector<core::submission::Host>& hosts) const;
    void printPlans() const;
    void searchHashes();
    bool takeAnswers(const QString& hash);
    void onHashesFound();
    void submitAll();
    void submitItem(const SubmitItem& item, const QList<net::Submission>& submissions);
    void onServer(const QString& profileId);
    void keepReport(const QString& id);
    void endIfDone();
    void end();
    bool isSettled(const net::TaskRecord& task) const;
    QString serverName(const QString& profileId) const;
    QStringList addresses() const;
    int printOutcome();

    const SubmitArguments m_arguments;
    const Printer m_printer{QStringLiteral("submit")};
    SubmitInputs m_inputs;
    ReportKeeper m_reports;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::ProfileStore> m_profiles;
    net::CredentialStore m_credentials;
    std::unique_ptr<net::TaskQueue> m_queue;
    std::unique_ptr<TaskTeller> m_teller;
    std::unique_ptr<TokenCheck> m_tokens;
    std::unique_ptr<net::PoolProbe> m_probe;
    std::unique_ptr<net::HashLookup> m_hashes;
    QList<net::PoolMember> m_members;
    std::vector<core::submission::OrderPlan> m_plans; // of the items that are no hashes, in their order
    QString m_failure; // why it ends before its time
    bool m_isGood = true;
};

} // namespace cli
