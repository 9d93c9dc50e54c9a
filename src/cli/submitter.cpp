// SPDX-License-Identifier: GPL-3.0-or-later
// The first half of Submitter: what is submitted where.
#include "cli/submitter.h"

#include "cli/commands.h"
#include "cli/submitcommand.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace cli {

namespace sub = core::submission;

namespace {

// How a server is called where several are asked; its port tells it from others on the same host.
QString nameOf(const QUrl& url, const QList<SubmitServer>& servers)
{
    const auto sameHost = std::ranges::count(servers, url.host(), [](const SubmitServer& s) { return s.url.host(); });
    return sameHost > 1 && url.port() > 0 ? QStringLiteral("%1-%2").arg(url.host()).arg(url.port()) : url.host();
}

// The server decides for itself unless the analyst, or the pool's images, want something of it.
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
        best = std::ranges::find_if(tasks, [](const net::TaskView& task) { return net::phaseOfStatus(task.status).has_value(); });
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
    , m_profiles(m_folder.filePath(QStringLiteral("profiles.json")))
    , m_queue(&m_profiles, &m_credentials, unattended(m_folder.filePath(QStringLiteral("queue"))))
    , m_isTerminal(isatty(STDERR_FILENO) == 1)
{
}

Submitter::~Submitter() = default;

int Submitter::run()
{
    if (!readInputs()) {
        return NotDone;
    }
    if (const auto prepared = prepare(); !prepared) {
        complain(prepared.error().message);
        return NotDone;
    }
    connect(&m_queue, &net::TaskQueue::taskChanged, this, &Submitter::onChanged);
    connect(&m_queue, &net::TaskQueue::serverChanged, this, &Submitter::onServer);
    connect(&m_queue, &net::TaskQueue::reportFetched, this, &Submitter::keepReport);
    const sub::PoolConfig& config = m_arguments.config;
    const net::PoolProbe::Questions questions{.machines
        = m_arguments.dryRun || m_arguments.servers.size() > 1 || choosesMachine(m_arguments.parameters, config),
        .status = m_arguments.servers.size() > 1 && m_arguments.spread == sub::Order::Spread::OneHost};
    m_probe = std::make_unique<net::PoolProbe>(m_profiles.profiles(), &m_credentials, questions);
    connect(m_probe.get(), &net::PoolProbe::finished, this, &Submitter::onPool, Qt::QueuedConnection);
    m_probe->start();
    QCoreApplication::exec();
    return printOutcome();
}

// All inputs are looked at before anything is sent, so that one that cannot be submitted stops the command in time.
bool Submitter::readInputs()
{
    bool isGood = true;
    for (const QString& text : m_arguments.inputs) {
        const auto input = sub::readInput(text);
        if (!input) {
            complain(input.error().message);
            isGood = false;
            continue;
        }
        Item item{*input, {}};
        if (input->kind == sub::Input::Kind::Url) {
            item.facts = sub::urlFacts(input->text);
        } else if (input->kind == sub::Input::Kind::File) {
            auto sample = sub::readSample(input->text, m_arguments.uploadLimit);
            if (!sample) {
                complain(sample.error().message);
                isGood = false;
                continue;
            }
            item.facts = std::move(sample->facts);
        }
        m_items.push_back(std::move(item));
    }
    return isGood;
}

core::Result<void> Submitter::prepare()
{
    if (!m_folder.isValid()) {
        return std::unexpected(core::Error{core::ErrorCode::CannotWrite,
            QCoreApplication::translate("SubmitCommand", "No temporary folder could be made."),
            m_folder.errorString()});
    }
    if (m_arguments.wait && !QDir().mkpath(m_arguments.out)) {
        return std::unexpected(core::Error{core::ErrorCode::CannotWrite,
            QCoreApplication::translate("SubmitCommand", "The folder %1 could not be made.").arg(m_arguments.out), {}});
    }
    for (const SubmitServer& server : m_arguments.servers) {
        const auto added = m_profiles.add(profileFor(server));
        if (!added) {
            return std::unexpected(added.error());
        }
        m_credentials.setSessionToken(*added, server.token);
    }
    return m_arguments.dryRun ? core::Result<void>() : m_queue.open();
}

net::Profile Submitter::profileFor(const SubmitServer& server) const
{
    net::Profile profile = net::newProfile(nameOf(server.url, m_arguments.servers), server.url);
    const core::json::Value& service = m_arguments.serviceConfig;
    profile.uploadLimit = m_arguments.uploadLimit;
    profile.timeLimitSeconds = int(m_arguments.config.serviceTimeout);
    profile.connectionAttempts = int(service["connection_attempts"].toInteger(profile.connectionAttempts));
    profile.deleteAfterFetch = service["delete_cape_runs"].toBool(profile.deleteAfterFetch);
    // Who asks for a reboot by name means it; a server that has none says so.
    profile.rebootSupported = m_arguments.parameters.reboot || service["reboot_supported"].toBool();
    if (const std::string_view key = service["token_key"].toString(); !key.empty()) {
        profile.tokenKey = QString::fromUtf8(key);
    }
    return profile;
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
            complain(QStringLiteral("%1: %2").arg(member.profile.name, member.failure->message));
        }
        for (const core::Error& gap : member.gaps) {
            complain(QStringLiteral("%1: %2").arg(member.profile.name, gap.message));
        }
    }
    std::ranges::copy_if(members, std::back_inserter(m_members), &net::PoolMember::isUsable);
    if (m_members.isEmpty() && m_arguments.dryRun) {
        m_members = net::poolMembers(m_profiles.profiles());
    }
    return !m_members.isEmpty();
}

sub::Order Submitter::orderFor(const Item& item, const std::vector<sub::Host>& hosts) const
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
    for (const Item& item : m_items) {
        if (item.input.kind == sub::Input::Kind::Hash) {
            continue;
        }
        m_plans.push_back(sub::planOrder(orderFor(item, hosts)));
        for (const sub::Problem& problem : m_plans.back().problems) {
            complain(QStringLiteral("%1: %2").arg(item.input.text, problem.reason));
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
    if (plans.empty()) {
        return;
    }
    std::puts(core::json::dump(plans.size() == 1 ? plans.front() : core::json::Value(std::move(plans)), 1).c_str());
}

void Submitter::searchHashes()
{
    QStringList hashes;
    for (const Item& item : m_items) {
        if (item.input.kind == sub::Input::Kind::Hash) {
            hashes << item.input.text;
        }
    }
    QList<net::Profile> profiles;
    for (const net::PoolMember& member : m_members) {
        profiles << member.profile;
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
            complain(QStringLiteral("%1: %2").arg(serverName(answer.profileId), answer.error->message));
        }
        const net::TaskView* task = bestTask(answer.tasks);
        if (!task) {
            continue;
        }
        if (!m_arguments.wait) {
            std::printf("%s\t%lld\t%s\t\t%s\n", qUtf8Printable(hash), static_cast<long long>(task->id),
                qUtf8Printable(task->status), qUtf8Printable(serverName(answer.profileId)));
        } else if (!isKnown) {
            (void)m_queue.adopt(answer.profileId, *task, task->sampleSha256);
        }
        isKnown = true;
    }
    return isKnown;
}

void Submitter::onHashesFound()
{
    for (const Item& item : m_items) {
        if (item.input.kind == sub::Input::Kind::Hash && !takeAnswers(item.input.text)) {
            m_isGood = false;
            complain(QCoreApplication::translate("SubmitCommand", "No server knows %1.").arg(item.input.text));
        }
    }
    submitAll();
}

void Submitter::submitAll()
{
    sub::PoolChoice choice(net::hostsOf(m_members), m_arguments.config.preferAvailableMachines, sub::systemRandom());
    auto plan = m_plans.cbegin();
    for (const Item& item : m_items) {
        if (item.input.kind == sub::Input::Kind::Hash) {
            continue;
        }
        net::OrderSource source{.path = {},
            .url = {},
            .ignoreExisting = m_arguments.parameters.ignoreCache,
            .reboot = m_arguments.parameters.reboot};
        (item.input.kind == sub::Input::Kind::Url ? source.url : source.path) = item.input.text;
        const auto submissions = net::submissionsOf((plan++)->plan, source, m_members, choice);
        for (const net::Submission& submission : submissions) {
            if (const auto id = m_queue.submit(submission); !id) {
                complain(id.error().message);
                m_isGood = false;
            }
        }
    }
    endIfDone();
}

} // namespace cli
