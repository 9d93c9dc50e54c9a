// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/networkmap.h"

#include "core/ioc/safelist.h"
#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/report/report.h"
#include "core/result/conversioncontext.h"
#include "core/result/etwevents.h"
#include "core/result/fieldwarning.h"
#include "core/result/httpmap.h"
#include "core/result/ipnetwork.h"
#include "core/result/networkattribution.h"
#include "core/result/processmap.h"
#include "core/result/sysmonevents.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace core {

namespace {

using json::python::truthy;

void warn(const ConversionContext& context, const char* text, const char* section)
{
    context.warnings.add(QCoreApplication::translate("NetworkMap", text).arg(QString::fromLatin1(section)));
}

// The first server that is asked over UDP, and those where INetSim answers.
std::vector<std::string> findDnsServers(const ConversionContext& context, const json::Value& network)
{
    const std::vector<std::string>& inetsimServers = context.options.inetsimDnsServers;
    std::vector<std::string> servers;
    const json::Array& udp = listOf(network["udp"], "network.udp", context.warnings);
    const auto query
        = std::ranges::find_if(udp, [](const json::Value& flow) { return flow["dport"] == json::Value(53); });
    if (query != udp.end() && !(*query)["dst"].toString().empty()) {
        servers.emplace_back((*query)["dst"].toString());
    }
    for (const std::string& server : inetsimServers) {
        if (std::ranges::find(servers, server) == servers.end()) {
            servers.push_back(server);
        }
    }
    return servers;
}

json::Array answersOf(const json::Value& call)
{
    json::Array answers;
    for (const json::Value& answer : call["answers"].toArray()) {
        answers.push_back(answer["data"]);
    }
    return answers;
}

// Simulated networks answer reverse look-ups at will: they say nothing.
bool isMeaningless(const json::Value& type, const std::string& routing)
{
    return type.toString() == "PTR" && (routing == "inetsim" || routing == "none");
}

std::vector<DnsRequest> mapDns(const json::Value& calls, const ConversionContext& context)
{
    std::vector<DnsRequest> requests;
    std::unordered_map<std::string, std::size_t> places;
    const std::string routing = lowerCase(context.options.routing);
    for (const json::Value& call : listOf(calls, "network.dns", context.warnings)) {
        const json::Value& domain = call["request"];
        if (!truthy(domain)) {
            continue;
        }
        if (!domain.isString() || !call["type"].isString() || !call["answers"].isArray()) {
            warn(context,
                QT_TRANSLATE_NOOP("NetworkMap",
                    "A DNS query in \"%1\" lacks its request, type or answers; it is shown as "
                    "far as the report has it."),
                "network.dns");
        }
        if (!domain.isString() || isMeaningless(call["type"], routing)) {
            continue;
        }
        const auto [place, isNew] = places.try_emplace(std::string(domain.toString()), requests.size());
        if (isNew) {
            requests.push_back({std::string(domain.toString()), {}});
        }
        requests[place->second].attempts.push_back({answersOf(call), call["type"], call["pid"], call["image"],
            httpmap::firstSeen(call), call["guid"], {"PCAP"}});
    }
    return requests;
}

// What the service leaves out of the flows: traffic with the DNS servers and safelisted addresses, and the random
// addresses that INetSim answers with.
class FlowFilter {
public:
    FlowFilter(const ConversionContext& context, const std::vector<std::string>& dnsServers)
        : m_safelist(context.safelist)
        , m_dnsServers(dnsServers)
        , m_randomRange(IpNetwork::parse(context.options.randomIpRange))
    {
    }

    bool isNoise(std::string_view address) const
    {
        return m_safelist.isTagSafelisted(address, "network.dynamic.ip")
            || std::ranges::find(m_dnsServers, address) != m_dnsServers.end()
            || (m_randomRange && m_randomRange->contains(address));
    }

private:
    const Safelist& m_safelist;
    const std::vector<std::string>& m_dnsServers;
    std::optional<IpNetwork> m_randomRange;
};

NetworkFlow readFlow(const json::Value& call, std::string_view protocol)
{
    NetworkFlow flow;
    flow.timestamp = call["time"];
    flow.protocol = protocol;
    flow.sourceIp = call["src"];
    if (truthy(flow.sourceIp)) {
        flow.sourcePort = call["sport"];
    }
    flow.destinationIp = call["dst"];
    flow.destinationPort = call["dport"];
    flow.image = call["image"];
    flow.pid = call["pid"];
    flow.guid = call["guid"];
    flow.sources = {"PCAP"};
    return flow;
}

void mapFlows(const json::Value& network, const ConversionContext& context, const NetworkAttribution& attribution,
    NetworkMap& map)
{
    const FlowFilter filter(context, map.dnsServers);
    for (const char* protocol : {"udp", "tcp"}) {
        for (const json::Value& call : listOf(network[protocol], "network." + std::string(protocol), context.warnings)) {
            if (!call["dst"].isString() || !IpNetwork::isAddress(call["dst"].toString())) {
                warn(context,
                    QT_TRANSLATE_NOOP(
                        "NetworkMap", "A flow in \"%1\" has no valid destination address; it is left out."),
                    protocol);
                continue;
            }
            if (filter.isNoise(call["dst"].toString())) {
                continue;
            }
            NetworkFlow flow = readFlow(call, protocol);
            attribution.attribute(flow);
            map.flows.push_back(std::move(flow));
        }
    }
}

} // namespace

json::Object NetworkFlow::row() const
{
    json::Array sourceNames(sources.begin(), sources.end());
    json::Object row;
    row.append("timestamp", timestamp);
    row.append("protocol", protocol);
    row.append("src_ip", sourceIp);
    row.append("src_port", sourcePort);
    row.append("domain", nullptr);
    row.append("dest_ip", destinationIp);
    row.append("dest_port", destinationPort);
    row.append("image", image);
    row.append("pid", pid);
    row.append("guid", guid);
    row.append("sources", std::move(sourceNames));
    return row;
}

NetworkMap mapNetwork(
    const ConversionContext& context, const ProcessMap& processes, const SysmonEvents& sysmon, const EtwEvents& etw)
{
    NetworkMap map;
    const json::Value& network = context.report.section("network");
    if (!truthy(network)) {
        return map;
    }
    map.isPresent = true;
    map.dnsServers = findDnsServers(context, network);
    map.dnsRequests = mapDns(network["dns"], context);
    const NetworkAttribution attribution(processes, sysmon, etw);
    mapFlows(network, context, attribution, map);
    map.httpCalls = httpmap::mapHttpCalls(network, context, map.dnsServers);
    for (HttpCall& call : map.httpCalls) {
        attribution.attribute(call);
    }
    return map;
}

} // namespace core
