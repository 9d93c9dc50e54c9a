// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/planner.h"

#include "core/ioc/text.h"
#include "core/submission/filename.h"
#include "core/submission/images.h"
#include "core/submission/poolchoice.h"

#include <QCoreApplication>

#include <algorithm>
#include <format>
#include <iterator>
#include <set>

namespace core::submission {

namespace {

// What is submitted once, or once with and once without the monitor: a target and the hosts that have it.
struct Destination {
    std::string title;
    std::vector<const Host*> hosts;
    json::Object fields; // machine, platform or tags
};

std::unexpected<Error> refuse(ErrorCode code, const char* message)
{
    return std::unexpected(Error{code, QCoreApplication::translate("Submission", message), {}});
}

// The list as Python prints it, for the notes of the exported result.
std::string pythonList(const auto& names)
{
    std::string text = "[";
    for (const std::string& name : names) {
        text += (text.size() > 1 ? ", '" : "'") + name + "'";
    }
    return text + "]";
}

class Planner {
public:
    explicit Planner(const Case& input)
        : m_parameters(input.parameters)
        , m_config(input.config)
        , m_file(input.file)
        , m_hosts(input.hosts)
    {
    }

    Result<Plan> run()
    {
        if (m_config.enforceRouting && !std::ranges::contains(m_config.routes, routing())) {
            m_parameters.routing = "inetsim";
        }
        const bool isUrl = m_file.type.starts_with("uri/");
        if (!isUrl) {
            const auto named = assignExtension(cleanFileName(m_file.name), m_file.type);
            if (!named) {
                m_plan.refused = true;
                return m_plan;
            }
            m_file.name = named->name;
        }
        if (auto done = dropHostsWithoutRoute(); !done) {
            return std::unexpected(done.error());
        }
        const auto destinations = findDestinations();
        if (!destinations) {
            return std::unexpected(destinations.error());
        }
        return submitTo(*destinations);
    }

private:
    std::string routing() const { return lowerCase(m_parameters.routing); }

    // A host whose route is known not to lead there keeps its place, but offers no machines. With enforced routing the
    // service looks only where the list of routes has its own names, and INetSim's is not the one that users choose by.
    Result<void> dropHostsWithoutRoute()
    {
        const auto asked = [this](const char* route, const char* listed) {
            return routing() == route && (!m_config.enforceRouting || std::ranges::contains(m_config.routes, listed));
        };
        std::size_t without = 0;
        for (Host& host : m_hosts) {
            if ((asked("internet", "internet") && !host.internetConnected.value_or(true))
                || (asked("inetsim", "INetSim") && !host.inetsimConnected.value_or(true))) {
                host.machines.clear();
                ++without;
            }
        }
        if (m_hosts.empty() || without < m_hosts.size()) {
            return {};
        }
        return refuse(ErrorCode::Refused,
            QT_TRANSLATE_NOOP(
                "Submission", "No server is connected to the chosen route. Choose another route, or another server."));
    }

    Result<std::vector<Destination>> findDestinations()
    {
        if (!m_parameters.specificMachine.empty()) {
            return machineDestination();
        }
        if (m_parameters.platform != "none") {
            return platformDestination();
        }
        if (!m_parameters.specificImage.empty()) {
            return imageDestinations();
        }
        return std::vector{Destination{"First Machine Available", hostsWith([](const Host&) { return true; }), {}}};
    }

    Result<std::vector<Destination>> machineDestination()
    {
        const std::string& wanted = m_parameters.specificMachine;
        const std::size_t colon = wanted.find(':');
        const bool one = colon != std::string::npos && wanted.find(':', colon + 1) == std::string::npos;
        if ((m_hosts.size() > 1 || colon != std::string::npos) && !one) {
            return refuse(ErrorCode::BadInput,
                QT_TRANSLATE_NOOP("Submission", "With several servers a machine is given as server:machine."));
        }
        const std::string host = one ? wanted.substr(0, colon) : std::string();
        const std::string machine = one ? wanted.substr(colon + 1) : wanted;

        std::vector<std::string> names;
        for (const Host& candidate : m_hosts) {
            if (m_hosts.size() > 1 && candidate.ip != host) {
                continue;
            }
            std::ranges::transform(candidate.machines, std::back_inserter(names), &Machine::name);
            break;
        }
        if (!std::ranges::contains(names, machine)) {
            return nothingThere("Machine", "machine", machine, pythonList(names));
        }
        Destination destination{machine, {}, {}};
        destination.fields.set("machine", machine);
        for (const Host& candidate : m_hosts) {
            if (!one || candidate.ip == host) {
                destination.hosts.push_back(&candidate);
            }
        }
        return std::vector{std::move(destination)};
    }

    Result<std::vector<Destination>> platformDestination()
    {
        const auto has = [this](const Host& host) {
            return std::ranges::contains(host.machines, m_parameters.platform, &Machine::platform);
        };
        Destination destination{m_parameters.platform, hostsWith(has), {}};
        destination.fields.set("platform", m_parameters.platform);
        if (destination.hosts.empty()) {
            std::set<std::string> platforms;
            for (const Host& host : m_hosts) {
                std::ranges::transform(
                    host.machines, std::inserter(platforms, platforms.end()), &Machine::platform);
            }
            return nothingThere("Platform", "platform", m_parameters.platform, pythonList(platforms));
        }
        return std::vector{std::move(destination)};
    }

    Result<std::vector<Destination>> imageDestinations()
    {
        const std::string& wanted = m_parameters.specificImage;
        std::vector<std::string> images{wanted};
        std::string shown = wanted;
        if (wanted == "auto" || wanted == "auto_all") {
            auto relevant = relevantImages(m_file.type, m_config, wanted == "auto_all", routing());
            if (!relevant) {
                return std::unexpected(relevant.error());
            }
            images = std::move(*relevant);
            shown += " (" + pythonList(images) + ")";
        } else if (wanted == "all") {
            images = m_config.allowedImages;
        }
        std::vector<Destination> destinations;
        for (const std::string& image : images) {
            Destination destination{
                image, hostsWith([&](const Host& host) { return hasImage(host, image, m_config); }), {}};
            destination.fields.set("tags", image);
            // An image that is configured twice is one destination, as the service keeps them by name.
            if (!destination.hosts.empty() && !std::ranges::contains(destinations, image, &Destination::title)) {
                destinations.push_back(std::move(destination));
            }
        }
        if (destinations.empty()) {
            return nothingThere("Image", "image", shown, pythonList(availableImages()));
        }
        return destinations;
    }

    std::vector<std::string> availableImages() const
    {
        std::vector<std::string> images;
        for (const std::string& image : m_config.allowedImages) {
            if (std::ranges::any_of(m_hosts, [&](const Host& host) { return hasImage(host, image, m_config); })) {
                images.push_back(image);
            }
        }
        return images;
    }

    Result<std::vector<Destination>> nothingThere(
        std::string_view word, std::string_view kind, const std::string& wanted, const std::string& options)
    {
        if (m_config.retryOnNoMachine) {
            return refuse(ErrorCode::NotFound,
                QT_TRANSLATE_NOOP(
                    "Submission", "The requested machine, platform or image is not there now. Try again later."));
        }
        m_plan.notes.push_back({std::format("Requested {} Does Not Exist", word),
            std::format("The requested {0} '{1}' is currently unavailable.\nGeneral Information:\nAt the moment, the "
                        "current {0} options "
                        "for this CAPE deployment include {2}.",
                kind, wanted, options)});
        return std::vector<Destination>();
    }

    // The service keeps servers by their address: where one has it, another at the same address is as good to it.
    template <typename Has>
    std::vector<const Host*> hostsWith(Has has) const
    {
        std::vector<const Host*> hosts;
        for (const Host& host : m_hosts) {
            if (std::ranges::any_of(
                    m_hosts, [&](const Host& other) { return other.ip == host.ip && has(other); })) {
                hosts.push_back(&host);
            }
        }
        return hosts;
    }

    Result<Plan> submitTo(const std::vector<Destination>& destinations)
    {
        // No monitor at all outweighs once with and once without.
        const bool twice = m_parameters.monitoredAndUnmonitored && !m_parameters.noMonitor;
        const std::vector<bool> withoutMonitor = twice ? std::vector{false, true} : std::vector{m_parameters.noMonitor};
        for (const bool without : withoutMonitor) {
            for (const Destination& destination : destinations) {
                if (auto done = addTask(destination, without); !done) {
                    return std::unexpected(done.error());
                }
            }
        }
        return std::move(m_plan);
    }

    Result<void> addTask(const Destination& destination, bool withoutMonitor)
    {
        // Beyond the time that a task may take in all, no analysis can end in time.
        static constexpr std::int64_t grace = 60; // seconds
        if (m_parameters.analysisTimeout > m_config.serviceTimeout + grace) {
            m_plan.notes.push_back(timeoutNote());
            return {};
        }
        PlannedTask task{"Analysis Environment Target: " + destination.title, {}, {}, m_file.name, {}};
        task.fields = taskFields(destination.fields, m_parameters, m_config, m_file, withoutMonitor, m_plan.notes);
        for (const Host* host : leastBusy(destination.hosts, m_config.preferAvailableMachines)) {
            task.eligibleHosts.push_back(host->ip);
        }
        std::ranges::transform(destination.hosts, std::back_inserter(task.possibleHosts), &Host::ip);
        if (task.eligibleHosts.empty()) {
            return refuse(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Submission", "There is no such server."));
        }
        const std::string_view options = task.fields["options"].toString();
        if (options.contains("free=yes")) {
            task.target += " (with monitor disabled)";
        }
        if (options.contains("prescript_detection=yes")) {
            task.target += " (with prescript detection)";
            m_plan.notes.push_back(
                {"Prescript Detection", "There are no rules here to choose actions by: CAPE runs as it always does."});
        }
        m_plan.tasks.push_back(std::move(task));
        return {};
    }

    Note timeoutNote() const
    {
        return {"Invalid Analysis Timeout Requested",
            std::format("An analysis of {0} s was requested, which is longer than the {1} s that the whole task may "
                        "take, processing "
                        "included. Choose less than {1} s and submit the file again.",
                m_parameters.analysisTimeout, m_config.serviceTimeout)};
    }

    Parameters m_parameters;
    const PoolConfig& m_config;
    FileFacts m_file;
    std::vector<Host> m_hosts;
    Plan m_plan;
};

} // namespace

Result<Plan> plan(const Case& input)
{
    return Planner(input).run();
}

Result<Case> Case::fromJson(const json::Value& object)
{
    if (!object.isObject() || !object["file_name"].isString() || !object["file_type"].isString()) {
        return refuse(
            ErrorCode::BadInput, QT_TRANSLATE_NOOP("Submission", "A case needs \"file_name\" and \"file_type\"."));
    }
    Case input;
    input.file.name = object["file_name"].toString();
    input.file.type = object["file_type"].toString();
    std::size_t ordinal = 0;
    for (const json::Value& name : object["dll_exports"].toArray()) {
        ++ordinal;
        input.file.dllExports.push_back(name.isString() ? std::string(name.toString()) : std::format("#{}", ordinal));
    }
    for (const json::Value& password : object["passwords"].toArray()) {
        input.file.knownPasswords.emplace_back(password.toString());
    }

    auto parameters = Parameters::fromJson(object["params"]);
    if (!parameters) {
        return std::unexpected(parameters.error());
    }
    input.parameters = std::move(*parameters);
    input.parameters.deepScan = object["deep_scan"].toBool(input.parameters.deepScan);
    auto config = PoolConfig::fromJson(object["config"]);
    if (!config) {
        return std::unexpected(config.error());
    }
    input.config = std::move(*config);
    for (const json::Value& item : object["hosts"].toArray()) {
        auto host = Host::fromJson(item);
        if (!host) {
            return std::unexpected(host.error());
        }
        input.hosts.push_back(std::move(*host));
    }
    return input;
}

json::Value Plan::toJson() const
{
    json::Array submissions;
    for (const PlannedTask& task : tasks) {
        json::Array hosts(task.eligibleHosts.begin(), task.eligibleHosts.end());
        submissions.push_back(json::Object{{"target", task.target}, {"eligible_hosts", std::move(hosts)},
            {"file_name", task.fileName}, {"fields", task.fields}});
    }
    json::Array noteList;
    for (const Note& note : notes) {
        noteList.push_back(
            json::Object{{"title", note.title}, {"body", note.body.empty() ? json::Value() : json::Value(note.body)}});
    }
    return json::Object{{"submissions", std::move(submissions)}, {"notes", std::move(noteList)}, {"refused", refused}};
}

} // namespace core::submission
