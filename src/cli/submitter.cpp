// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/submitter.h"

#include "cli/commands.h"
#include "cli/stopsignals.h"
#include "cli/submissionvariant.h"

#include <QCoreApplication>
#include <QDir>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

namespace cli {

namespace sub = core::submission;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SubmitCommand)
};

// How a server is called where several are asked; its port tells it from others on the same host.
QString nameOf(const QUrl& url, const QList<NamedServer>& servers)
{
    const auto sameHost
        = std::ranges::count(servers, url.host(), [](const NamedServer& s) { return s.profile.url.host(); });
    return sameHost > 1 && url.port() > 0 ? QStringLiteral("%1-%2").arg(url.host()).arg(url.port()) : url.host();
}

// Otherwise the server decides for itself.
bool choosesMachine(const sub::Parameters& parameters, const sub::PoolConfig& config)
{
    const sub::Parameters defaults;
    return !parameters.specificMachine.empty() || parameters.platform != defaults.platform
        || parameters.specificImage != defaults.specificImage || !config.allowedImages.empty();
}

// The newest finished task, or else the newest that is under way.
const net::TaskView* bestTask(const QList<net::TaskView>& tasks)
{
    const auto isReported = [](const net::TaskView& task) { return task.status == QLatin1StringView("reported"); };
    auto best = std::ranges::find_if(tasks, isReported);
    if (best == tasks.end()) {
        best = std::ranges::find_if(
            tasks, [](const net::TaskView& task) { return net::phaseOfStatus(task.status).has_value(); });
    }
    return best == tasks.end() ? nullptr : &*best;
}

// Nobody is there to give another token.
net::TaskQueue::Options unattended(const QString& folder)
{
    net::TaskQueue::Options options;
    options.folder = folder;
    options.waitsForTokens = false;
    return options;
}

} // namespace

Submitter::Submitter(const SubmitArguments& arguments)
    : m_arguments(arguments)
    , m_inputs(arguments.largestUpload(), m_printer)
    , m_reports(arguments.out)
{
}

Submitter::~Submitter() = default;

int Submitter::run()
{
    onStopSignal([this] { stop(Words::tr("Interrupted.")); });
    if (!m_inputs.read(m_arguments.inputs)) {
        return NotDone;
    }
    if (const auto prepared = prepare(); !prepared) {
        return m_printer.fail(prepared.error());
    }
    connect(m_queue.get(), &net::TaskQueue::taskChanged, this, &Submitter::endIfDone);
    connect(m_queue.get(), &net::TaskQueue::serverChanged, this, &Submitter::onServer);
    connect(m_queue.get(), &net::TaskQueue::reportFetched, this, &Submitter::keepReport);
    if (m_arguments.timeout) {
        QTimer::singleShot(*m_arguments.timeout, this, [this] {
            stop(Words::tr("The time limit of %n second(s) is over.", nullptr, int(m_arguments.timeout->count())));
        });
    }
    m_tokens = std::make_unique<TokenCheck>(m_profiles->profiles(), &m_credentials,
        m_arguments.allowClearToken ? TokenCheck::ClearToken::Allowed : TokenCheck::ClearToken::Refused);
    connect(m_tokens.get(), &TokenCheck::finished, this, &Submitter::onTokens, Qt::QueuedConnection);
    m_tokens->start();
    QCoreApplication::exec();
    const int code = printOutcome();
    // What still hashes a sample must not make a file in a folder that is being removed.
    m_teller.reset();
    m_queue.reset();
    QThreadPool::globalInstance()->waitForDone();
    return code;
}

core::Result<void> Submitter::prepare()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/capewb-submit-XXXXXX"));
    if (!m_folder->isValid()) {
        return std::unexpected(core::Error{
            core::ErrorCode::CannotWrite, Words::tr("No temporary folder could be made."), m_folder->errorString()});
    }
    if (const auto made = m_arguments.wait ? m_reports.makeFolder() : core::Result<void>(); !made) {
        return made;
    }
    m_profiles = std::make_unique<net::ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")));
    m_queue = std::make_unique<net::TaskQueue>(
        m_profiles.get(), &m_credentials, unattended(m_folder->filePath(QStringLiteral("queue"))));
    m_teller = std::make_unique<TaskTeller>(m_queue.get(), m_profiles.get(), m_printer);
    for (const NamedServer& server : m_arguments.servers) {
        const auto added = m_profiles->add(profileFor(server));
        if (!added) {
            return std::unexpected(added.error());
        }
        if (server.token) {
            m_credentials.setSessionToken(*added, *server.token);
        }
    }
    return m_arguments.dryRun ? core::Result<void>() : m_queue->open();
}

// What the service's configuration says counts before what is saved.
net::Profile Submitter::profileFor(const NamedServer& server) const
{
    net::Profile profile = server.profile;
    const core::json::Value& service = m_arguments.serviceConfig;
    if (!server.isSaved) {
        profile.name = nameOf(profile.url, m_arguments.servers);
    }
    if (!server.isSaved || service["service_timeout_in_seconds"].isNumber()) {
        profile.timeLimitSeconds = int(m_arguments.config.serviceTimeout);
    }
    profile.uploadLimit = m_arguments.uploadLimit.value_or(profile.uploadLimit);
    profile.connectionAttempts = int(service["connection_attempts"].toInteger(profile.connectionAttempts));
    profile.deleteAfterFetch = service["delete_cape_runs"].toBool(profile.deleteAfterFetch);
    // Who asks for a reboot by name means it; a server that has none says so.
    profile.rebootSupported
        = m_arguments.parameters.reboot || service["reboot_supported"].toBool(profile.rebootSupported);
    if (const std::string_view key = service["token_key"].toString(); !key.empty()) {
        profile.tokenKey = QString::fromUtf8(key);
    }
    return profile;
}

void Submitter::stop(const QString& why)
{
    if (m_failure.isEmpty()) {
        m_failure = why;
    }
    end();
}

void Submitter::onTokens()
{
    for (const QString& warning : m_tokens->warnings()) {
        m_printer.say(warning);
    }
    for (const QString& refusal : m_tokens->refusals()) {
        m_printer.complain(refusal);
    }
    if (!m_tokens->refusals().isEmpty()) {
        m_isGood = false;
        return end();
    }
    m_teller->setWaitingFor(Words::tr("Asking %1…").arg(addresses().join(QStringLiteral(", "))));
    const bool isPool = m_arguments.servers.size() > 1;
    const net::PoolProbe::Questions questions{
        .machines = m_arguments.dryRun || isPool || choosesMachine(m_arguments.parameters, m_arguments.config),
        .status = isPool && m_arguments.spread == sub::Order::Spread::OneHost};
    m_probe = std::make_unique<net::PoolProbe>(m_profiles->profiles(), &m_credentials, questions);
    connect(m_probe.get(), &net::PoolProbe::finished, this, &Submitter::onPool, Qt::QueuedConnection);
    m_probe->start();
}

void Submitter::onPool()
{
    if (!takeMembers(m_probe->members()) || !planAll()) {
        m_isGood = false;
        return end();
    }
    if (m_arguments.dryRun) {
        printPlans();
        return end();
    }
    searchHashes();
}

// Servers that cannot be reached are left out; where none can, there is nothing to do but a dry run.
bool Submitter::takeMembers(const QList<net::PoolMember>& members)
{
    for (const net::PoolMember& member : members) {
        if (member.failure) {
            m_printer.complain(QStringLiteral("%1: %2").arg(member.profile.name, member.failure->message));
        }
        for (const core::Error& gap : member.gaps) {
            m_printer.complain(QStringLiteral("%1: %2").arg(member.profile.name, gap.message));
        }
    }
    std::ranges::copy_if(members, std::back_inserter(m_members), &net::PoolMember::isUsable);
    if (m_members.isEmpty() && m_arguments.dryRun) {
        m_members = net::poolMembers(m_profiles->profiles());
    }
    return !m_members.isEmpty();
}

sub::Order Submitter::orderFor(const SubmitItem& item, const std::vector<sub::Host>& hosts) const
{
    sub::Order order;
    order.input = {item.facts, m_arguments.parameters, m_arguments.config, hosts};
    order.spread = m_arguments.spread;
    order.ownFields = m_arguments.ownFields;
    return order;
}

bool Submitter::planAll()
{
    bool isGood = true;
    const auto hosts = net::hostsOf(m_members);
    for (const SubmitItem& item : m_inputs.items()) {
        if (item.isHash()) {
            continue;
        }
        m_plans.push_back(sub::planOrder(orderFor(item, hosts)));
        for (const sub::Problem& problem : m_plans.back().problems) {
            m_printer.complain(QStringLiteral("%1: %2").arg(item.input.text, problem.reason));
        }
        isGood = isGood && m_plans.back().canBeSent();
    }
    return isGood;
}

// One plan as `capewb plan` prints it; several as a list of such.
void Submitter::printPlans() const
{
    core::json::Array plans;
    for (const sub::OrderPlan& planned : m_plans) {
        plans.push_back(planned.plan.toJson());
    }
    if (!plans.empty()) {
        m_printer.json(plans.size() == 1 ? plans.front() : core::json::Value(std::move(plans)), 1);
    }
}

void Submitter::searchHashes()
{
    QStringList hashes;
    for (const SubmitItem& item : m_inputs.items()) {
        if (item.isHash()) {
            hashes << item.input.text;
        }
    }
    QList<net::Profile> profiles;
    for (const net::PoolMember& member : m_members) {
        profiles << member.profile;
    }
    if (!hashes.isEmpty()) {
        m_teller->setWaitingFor(Words::tr("Asking the servers for %n hash(es)…", nullptr, int(hashes.size())));
    }
    m_hashes = std::make_unique<net::HashLookup>(&m_credentials);
    connect(m_hashes.get(), &net::HashLookup::finished, this, &Submitter::onHashesFound);
    m_hashes->ask(hashes, profiles);
}

// Whether a server knows the sample. One report is enough; without --wait it is of interest who else knows it.
bool Submitter::takeAnswers(const QString& hash)
{
    bool isKnown = false;
    for (const net::HashLookup::Answer& answer : m_hashes->answers()) {
        if (answer.hash != hash) {
            continue;
        }
        if (answer.error) {
            m_printer.complain(QStringLiteral("%1: %2").arg(serverName(answer.profileId), answer.error->message));
        }
        const net::TaskView* task = bestTask(answer.tasks);
        if (!task) {
            continue;
        }
        if (!m_arguments.wait) {
            m_printer.row({hash, QString::number(task->id), task->status, QString(), serverName(answer.profileId)});
        } else if (!isKnown) {
            (void)m_queue->adopt(answer.profileId, *task, task->sampleSha256);
        }
        isKnown = true;
    }
    return isKnown;
}

void Submitter::onHashesFound()
{
    for (const SubmitItem& item : m_inputs.items()) {
        if (item.isHash() && !takeAnswers(item.input.text)) {
            m_isGood = false;
            m_printer.complain(Words::tr("No server knows %1.").arg(item.input.text));
        }
    }
    submitAll();
}

void Submitter::submitAll()
{
    sub::PoolChoice choice(net::hostsOf(m_members), m_arguments.config.preferAvailableMachines, sub::systemRandom());
    auto plan = m_plans.cbegin();
    for (const SubmitItem& item : m_inputs.items()) {
        if (item.isHash()) {
            continue;
        }
        net::OrderSource source{.path = {},
            .url = {},
            .ignoreExisting = m_arguments.parameters.ignoreCache,
            .reboot = m_arguments.parameters.reboot};
        (item.input.kind == sub::Input::Kind::Url ? source.url : source.path) = item.input.text;
        submitItem(item, net::submissionsOf((plan++)->plan, source, m_members, choice));
    }
    endIfDone();
}

void Submitter::submitItem(const SubmitItem& item, const QList<net::Submission>& submissions)
{
    for (const net::Submission& submission : submissions) {
        const auto id = m_queue->submit(submission);
        if (!id) {
            m_printer.fail(id.error());
            m_isGood = false;
            continue;
        }
        const QString name = m_inputs.nameOf(item);
        const QString variant = submissions.size() > 1 ? variantOf(submission) : QString();
        m_teller->setName(*id, variant.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, variant));
    }
}

// Without --wait a task is settled once the server has named it; with it, once nothing is left to do for it.
bool Submitter::isSettled(const net::TaskRecord& task) const
{
    return (net::isFinal(task.phase) && !task.deletePending) || (!m_arguments.wait && task.serverTaskId() != 0);
}

void Submitter::endIfDone()
{
    const auto tasks = m_queue->tasks();
    if (std::ranges::all_of(tasks, [this](const net::TaskRecord& task) { return isSettled(task); })) {
        end();
    }
}

void Submitter::end()
{
    QMetaObject::invokeMethod(qApp, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
}

// A server that has never answered is more likely a wrong address than one that will come back.
void Submitter::onServer(const QString& profileId)
{
    const net::ServerState state = m_queue->serverState(profileId);
    if (!state.isReachable && !state.wasReached) {
        stop(QStringLiteral("%1: %2").arg(serverName(profileId), state.words));
    }
}

void Submitter::keepReport(const QString& id)
{
    const auto task = m_queue->task(id);
    if (!task || !m_arguments.wait) {
        return;
    }
    const QString server = m_members.size() > 1 ? serverName(task->profileId) : QString();
    if (const auto kept = m_reports.keep(*task, server); !kept) {
        return m_queue->setParseFailed(id, {kept.error().code, wordsOf(kept.error()), {}});
    }
    m_queue->setParsed(id, {});
}

QString Submitter::serverName(const QString& profileId) const
{
    const auto profile = m_profiles->profile(profileId);
    return profile ? profile->name : QString();
}

QStringList Submitter::addresses() const
{
    QStringList all;
    for (const net::Profile& profile : m_profiles->profiles()) {
        all << profile.url.toDisplayString();
    }
    return all;
}

int Submitter::printOutcome()
{
    if (!m_failure.isEmpty()) {
        m_printer.complain(m_failure);
        m_isGood = false;
    }
    const auto tasks = m_queue->tasks();
    for (const net::TaskRecord& task : tasks) {
        const QString number = QString::number(task.serverTaskId());
        m_printer.row({m_teller->nameOf(task), number, net::phaseKey(task.phase), m_reports.pathOf(task.id),
            m_teller->serverOf(task)});
        if (task.phase == net::Phase::Failed) {
            m_isGood = false;
            m_printer.complain(QStringLiteral("%1: %2").arg(m_teller->nameOf(task), task.words));
        } else if (!isSettled(task)) {
            m_printer.complain(m_teller->fateOf(task));
        }
    }
    return m_isGood ? Done : NotDone;
}

} // namespace cli
