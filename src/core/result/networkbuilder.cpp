// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/networkbuilder.h"

#include "core/ioc/iocextractor.h"
#include "core/ioc/netvalidation.h"
#include "core/ioc/tagvalidation.h"
#include "core/result/conversioncontext.h"
#include "core/result/dnsbuilder.h"
#include "core/result/flowbuilder.h"
#include "core/result/httpbuilder.h"
#include "core/result/processmap.h"
#include "core/result/section.h"
#include "core/result/seeniocs.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

namespace core::networkbuilder {

namespace {

constexpr int unseenIocsHeuristic = 1013;
constexpr std::array<std::string_view, 4> iocArguments{"HostName", "IP", "URL", "Proxy"};

SeenIocs seenIocs(const Ontology& ontology)
{
    SeenIocs seen;
    for (const NetworkDnsPtr& dns : ontology.dns()) {
        seen.add(dns->domain);
    }
    for (const NetworkConnectionPtr& connection : ontology.connections()) {
        seen.add(connection->destinationIp.toString());
    }
    for (const NetworkHttpPtr& http : ontology.http()) {
        seen.add(http->requestUri);
    }
    return seen;
}

// IOCs of network API calls that never showed on the network.
IocTable unseenIocs(const ProcessMap& processes, const SeenIocs& seen, const Safelist& safelist)
{
    IocTable table;
    std::unordered_set<std::string> known;
    for (const ProcessEntry& process : processes) {
        for (const ApiEvent& call : process.networkCalls) {
            for (const auto& [name, value] : call.arguments) {
                const std::string_view text = value.toString();
                if (std::ranges::contains(iocArguments, name.view()) && known.emplace(text).second
                    && !seen.contains(text)) {
                    extractIocs(text, table, {.enforceCharMin = true, .networkStatic = true, .safelist = &safelist});
                }
            }
        }
    }
    return table;
}

void addUnseenIocs(const ConversionContext& context, const ProcessMap& processes, Section& parent)
{
    const SeenIocs seen = seenIocs(context.ontology);
    Heuristic heuristic(unseenIocsHeuristic);
    Section section(heuristic.name(), BodyFormat::Table);
    section.setHeuristic(std::move(heuristic));
    const IocTable unseen = unseenIocs(processes, seen, context.safelist);
    for (const Ioc& ioc : unseen.rows()) {
        if (ioc.type == "uri_path" || seen.contains(ioc.value)) {
            continue;
        }
        const std::string value = patterns::fullUri().matches(ioc.value) ? withoutDefaultPort(ioc.value) : ioc.value;
        section.addRow({{"ioc_type", ioc.type}, {"ioc", value}});
        addTag(section, "network.dynamic.uri", std::string_view(value), context.safelist);
    }
    if (section.hasBody()) {
        parent.addSubsection(std::move(section));
    }
}

} // namespace

std::optional<Section> buildNetwork(
    ConversionContext& context, const NetworkMap& network, const ProcessMap& processes, SandboxEvents& events)
{
    Section section("Network Activity");
    section.setAutoCollapse(true);
    if (network.isPresent) {
        dnsbuilder::addServers(context, network, section);
        dnsbuilder::addTable(context, network, section);
        dnsbuilder::addConnections(context, network, events);
        flowbuilder::addFlows(context, network, events, section);
        if (network.httpCalls.empty()) {
            flowbuilder::addTrafficOnHttpPorts(section);
        }
        httpbuilder::addRequests(context, network, events, section);
    }
    addUnseenIocs(context, processes, section);
    return section.subsections().empty() ? std::nullopt : std::optional(std::move(section));
}

} // namespace core::networkbuilder
