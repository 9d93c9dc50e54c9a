// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/order.h"

#include "core/ioc/text.h"
#include "core/submission/images.h"
#include "core/submission/input.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <set>

namespace core::submission {

namespace {

QString fromUtf8(const std::string& text)
{
    return QString::fromStdString(text);
}

// A machine that has all that is asked for.
std::vector<Machine> assumedMachines(const Parameters& parameters, const PoolConfig& config)
{
    Machine machine;
    machine.name = parameters.specificMachine.substr(parameters.specificMachine.find(':') + 1);
    machine.platform = parameters.platform;
    machine.tags = config.allowedImages;
    return {std::move(machine)};
}

bool lacksRoute(const Host& host, const std::string& route)
{
    return (route == "internet" && !host.internetConnected.value_or(true))
        || (route == "inetsim" && !host.inetsimConnected.value_or(true));
}

// Where the server chooses the machine, the planner keeps every host; one whose route leads nowhere is of no use. When
// that is all of them, they stay for the planner to say so.
void dropHostsWithoutRoute(Case& input)
{
    const std::string route = lowerCase(input.parameters.routing);
    const auto lacks = [&route](const Host& host) { return lacksRoute(host, route); };
    if (!std::ranges::all_of(input.hosts, lacks)) {
        std::erase_if(input.hosts, lacks);
    }
}

void warnOfJunk(const Plan& plan, std::vector<Problem>& problems)
{
    if (plan.tasks.empty()) {
        return;
    }
    const QString word = junkWord(fromUtf8(plan.tasks.front().fileName));
    if (!word.isEmpty()) {
        problems.push_back({"file_name",
            QCoreApplication::translate("SubmissionOrder",
                "The server's junk filter may refuse this file because of \"%1\" in its name. Rename it if it does.")
                .arg(word),
            true});
    }
}

QString listed(const std::set<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words) {
        list << fromUtf8(word);
    }
    return list.isEmpty() ? QCoreApplication::translate("SubmissionOrder", "none") : list.join(QStringLiteral(", "));
}

// What the hosts lack, and what they have instead.
Problem whatIsMissing(const Case& input)
{
    const Parameters& parameters = input.parameters;
    std::set<std::string> there;
    for (const Host& host : input.hosts) {
        for (const Machine& machine : host.machines) {
            there.insert(parameters.specificMachine.empty() ? machine.platform : machine.name);
        }
    }
    if (!parameters.specificMachine.empty()) {
        return {"specific_machine",
            QCoreApplication::translate("SubmissionOrder", "There is no machine %1 here. There are: %2.")
                .arg(fromUtf8(parameters.specificMachine), listed(there)),
            false};
    }
    if (parameters.platform != Parameters().platform) {
        return {"platform",
            QCoreApplication::translate(
                "SubmissionOrder", "No machine here is of the platform %1. The platforms here are: %2.")
                .arg(fromUtf8(parameters.platform), listed(there)),
            false};
    }
    std::set<std::string> images;
    for (const std::string& image : input.config.allowedImages) {
        if (std::ranges::any_of(input.hosts, [&](const Host& host) { return hasImage(host, image, input.config); })) {
            images.insert(image);
        }
    }
    return {"specific_image",
        QCoreApplication::translate(
            "SubmissionOrder", "No machine here has the image that is asked for (%1). The images here are: %2.")
            .arg(fromUtf8(parameters.specificImage), listed(images)),
        false};
}

void refuseWithoutTasks(const Plan& plan, const Case& input, std::vector<Problem>& problems)
{
    if (plan.refused) {
        problems.push_back({"file_type",
            QCoreApplication::translate("SubmissionOrder", "CAPE cannot run a file of this type."), false});
    } else if (plan.tasks.empty()) {
        problems.push_back(whatIsMissing(input));
    }
}

void append(Plan& plan, Plan more)
{
    std::ranges::move(more.tasks, std::back_inserter(plan.tasks));
    for (Note& note : more.notes) {
        if (!std::ranges::contains(plan.notes, note)) {
            plan.notes.push_back(std::move(note));
        }
    }
    plan.refused = plan.refused || more.refused;
}

Result<Plan> planSpread(const Case& input, Order::Spread spread)
{
    if (spread == Order::Spread::OneHost) {
        return plan(input);
    }
    Plan all;
    for (const Host& host : input.hosts) {
        Case single = input;
        single.hosts = {host};
        auto planned = plan(single);
        if (!planned) {
            return planned;
        }
        append(all, std::move(*planned));
    }
    return all;
}

std::vector<Problem> checkOrder(const Order& order)
{
    const Case& input = order.input;
    std::vector<Problem> problems = check(input.parameters, input.config);
    std::ranges::copy(checkForFile(input.parameters, input.file), std::back_inserter(problems));
    for (const auto& [name, value] : order.ownFields) {
        if (auto problem = checkField(name, value, input.config)) {
            problems.push_back(std::move(*problem));
        }
    }
    return problems;
}

} // namespace

Case completed(Case input)
{
    Parameters& parameters = input.parameters;
    PoolConfig& config = input.config;
    if (config.allowedImages.empty()) {
        if (parameters.specificImage == "auto") {
            parameters.specificImage.clear();
        } else if (parameters.specificImage != "auto_all" && parameters.specificImage != "all"
            && !parameters.specificImage.empty()) {
            config.allowedImages.push_back(parameters.specificImage);
        }
    }
    dropHostsWithoutRoute(input);
    for (Host& host : input.hosts) {
        if (!host.machinesKnown) {
            host.machines = assumedMachines(parameters, config);
        }
    }
    return input;
}

OrderPlan planOrder(const Order& order)
{
    OrderPlan result{{}, checkOrder(order)};
    if (isRefused(result.problems)) {
        return result;
    }
    const Case input = completed(order.input);
    auto planned = planSpread(input, order.spread);
    if (!planned) {
        result.problems.push_back({"", planned.error().message, false});
        return result;
    }
    result.plan = std::move(*planned);
    for (PlannedTask& task : result.plan.tasks) {
        for (const auto& [name, value] : order.ownFields) {
            task.fields.set(name, value);
        }
    }
    refuseWithoutTasks(result.plan, input, result.problems);
    warnOfJunk(result.plan, result.problems);
    return result;
}

} // namespace core::submission
