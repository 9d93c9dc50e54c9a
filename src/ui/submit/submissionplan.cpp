// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/submissionplan.h"

#include "core/submission/order.h"
#include "core/submission/poolchoice.h"
#include "net/poolorder.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace ui {

namespace {

namespace sub = core::submission;

// Servers among which there is a choice; with one of them there is none.
struct Group {
    QList<net::PoolMember> members;
    std::vector<sub::Host> hosts;
    sub::PoolChoice choice;

    bool isPool() const { return members.size() > 1; }
    // Those that take such a sample.
    std::vector<sub::Host> hostsFor(const Sample& sample) const;
};

const QString& refusalOf(const net::PoolMember& member, const Sample& sample)
{
    return sample.isUrl ? member.noUrls : member.noFiles;
}

std::vector<sub::Host> Group::hostsFor(const Sample& sample) const
{
    std::vector<sub::Host> taking;
    for (const net::PoolMember& member : members) {
        const auto host = std::ranges::find(hosts, member.host.ip, &sub::Host::ip);
        if (host != hosts.end() && refusalOf(member, sample).isEmpty()) {
            taking.push_back(*host);
        }
    }
    return taking;
}

Group groupOf(const QList<net::PoolMember>& members, const sub::PoolConfig& config, std::size_t chance)
{
    std::vector<sub::Host> hosts = net::hostsOf(members);
    if (hosts.empty()) { // none answers: the queue waits until one does
        for (const net::PoolMember& member : members) {
            hosts.push_back(member.host);
        }
    }
    return {members, hosts,
        sub::PoolChoice(hosts, config.preferAvailableMachines, [chance](std::size_t count) { return chance % count; })};
}

class Planning {
public:
    Planning(const QList<net::PoolMember>& servers, const sub::Parameters& parameters, const sub::PoolConfig& config,
        Spread spread, std::size_t chance)
        : m_parameters(parameters)
    {
        m_plan.pool = config;
        m_plan.checks = sub::check(parameters, m_plan.pool);
        if (spread == Spread::BestServer && !servers.isEmpty()) {
            m_groups.push_back(groupOf(servers, m_plan.pool, chance));
            return;
        }
        for (const net::PoolMember& server : servers) {
            m_groups.push_back(groupOf({server}, m_plan.pool, chance));
        }
    }

    SubmissionPlan run(const QList<Sample>& samples)
    {
        for (const Sample& sample : samples) {
            if (!sample.isReady()) {
                continue;
            }
            for (Group& group : m_groups) {
                planFor(sample, group);
            }
        }
        m_plan.problems.removeDuplicates();
        warnOfFiles(samples);
        return std::move(m_plan);
    }

private:
    // Choices that none of the files takes.
    void warnOfFiles(const QList<Sample>& samples)
    {
        std::optional<std::vector<sub::Problem>> common;
        for (const Sample& sample : samples) {
            if (!sample.isReady()) {
                continue;
            }
            const auto found = sub::checkForFile(m_parameters, sample.facts);
            if (!common) {
                common = found;
            }
            std::erase_if(*common, [&found](const sub::Problem& p) { return !std::ranges::contains(found, p); });
        }
        if (common) {
            m_plan.checks.insert(m_plan.checks.end(), common->begin(), common->end());
        }
    }

    void planFor(const Sample& sample, Group& group)
    {
        const std::vector<sub::Host> hosts = group.hostsFor(sample);
        if (hosts.empty()) {
            const auto refusing = std::ranges::find_if(group.members,
                [&sample](const net::PoolMember& member) { return !refusalOf(member, sample).isEmpty(); });
            m_plan.problems << QCoreApplication::translate("SubmissionPlan", "%1: %2")
                                   .arg(nameOf(group), refusalOf(*refusing, sample));
            return;
        }
        sub::Order order{{sample.facts, m_parameters, m_plan.pool, hosts}, sub::Order::Spread::OneHost, {}};
        if (sample.chosenExports && !sample.chosenExports->isEmpty() && m_parameters.dllFunction.empty()) {
            order.input.parameters.dllFunction = sample.chosenExports->join(QLatin1Char(':')).toStdString();
        }
        const sub::OrderPlan planned = sub::planOrder(order);
        takeProblems(sample, group, planned.problems);
        const net::OrderSource source{sample.isUrl ? QString() : sample.path, sample.isUrl ? sample.path : QString(),
            m_parameters.ignoreCache, m_parameters.reboot};
        for (const sub::PlannedTask& task : planned.plan.tasks) {
            const sub::Plan single{{task}, {}, false};
            for (const net::Submission& submission : net::submissionsOf(single, source, group.members, group.choice)) {
                take(submission, group, task.eligibleHosts.size());
            }
        }
    }

    static QString nameOf(const Group& group)
    {
        return group.isPool() ? QCoreApplication::translate("SubmissionPlan", "The pool")
                              : group.members.first().profile.name;
    }

    void takeProblems(const Sample& sample, const Group& group, const std::vector<sub::Problem>& problems)
    {
        const QString where = nameOf(group);
        for (const sub::Problem& problem : problems) {
            if (problem.field.empty()) {
                m_plan.problems << QCoreApplication::translate("SubmissionPlan", "%1: %2").arg(where, problem.reason);
            } else if (!isOfFile(problem, sample) && !std::ranges::contains(m_plan.checks, problem)) {
                m_plan.checks.push_back(problem);
            }
        }
    }

    // Said beside the sample, or by warnOfFiles().
    bool isOfFile(const sub::Problem& problem, const Sample& sample) const
    {
        return problem.field.starts_with("file_")
            || std::ranges::contains(sub::checkForFile(m_parameters, sample.facts), problem);
    }

    void take(const net::Submission& submission, const Group& group, std::size_t equals)
    {
        const auto server = std::ranges::find(
            group.members, submission.profileId, [](const net::PoolMember& member) { return member.profile.id; });
        m_plan.submissions.append(
            {submission, fromUtf8(server->host.ip), group.isPool() ? reasonFor(*server, equals) : QString()});
    }

    QString reasonFor(const net::PoolMember& server, std::size_t equals) const
    {
        if (!server.status) {
            return QCoreApplication::translate("SubmissionPlan", "its queue is not known; no other is better");
        }
        const QString queue
            = QCoreApplication::translate("SubmissionPlan", "%n task(s) waiting", nullptr, server.status->tasksPending);
        return equals > 1
            ? QCoreApplication::translate("SubmissionPlan", "%1, as few as others; by chance among equals").arg(queue)
            : QCoreApplication::translate("SubmissionPlan", "%1, the fewest of those that can run it").arg(queue);
    }

    const sub::Parameters& m_parameters;
    std::vector<Group> m_groups; // each is served once
    SubmissionPlan m_plan;
};

} // namespace

SubmissionPlan planSubmissions(const QList<Sample>& samples, const QList<net::PoolMember>& servers,
    const sub::Parameters& parameters, const sub::PoolConfig& config, Spread spread, std::size_t chance)
{
    return Planning(servers, parameters, config, spread, chance).run(samples);
}

} // namespace ui
