// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/dnsbuilder.h"

#include "core/ioc/netvalidation.h"
#include "core/ioc/safelist.h"
#include "core/ioc/tagvalidation.h"
#include "core/json/python.h"
#include "core/result/connectionevents.h"
#include "core/result/conversioncontext.h"
#include "core/result/ipnetwork.h"
#include "core/result/section.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace core::dnsbuilder {

namespace {

using json::python::truthy;

constexpr int dnsPort = 53;

enum HeuristicId {
    DnsTraffic = 1000,
    UnknownServer = 1008,
    UnusualQuery = 1009,
};

Section describedSection(int heuristicId)
{
    Heuristic heuristic(heuristicId);
    Section section(heuristic.name());
    section.setBody(std::string(heuristic.description()));
    section.setHeuristic(std::move(heuristic));
    return section;
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void addAnswer(const ConversionContext& context, const DnsRequest& request, const DnsAttempt& attempt,
    const json::Value& answer, Section& table)
{
    addTag(table, "network.dynamic.ip", answer, context.safelist);
    if (!addTag(table, "network.dynamic.domain", std::string_view(request.domain), context.safelist)) {
        return;
    }
    json::Object row{{"domain", request.domain}};
    if (answer.isString() && !isDigits(answer.toString())) {
        row.append("answer", answer);
    }
    row.append("type", attempt.type);
    table.addRow(std::move(row));
}

bool isUsual(const json::Value& type)
{
    const std::string_view name = type.toString();
    return name.empty() || name == "PTR" || name == "A" || name == "AAAA";
}

// The details of a query: its answers are addresses, domains or, where none is either, all taken for addresses.
NetworkDnsPtr details(const DnsRequest& request, const DnsAttempt& attempt)
{
    auto dns = std::make_shared<NetworkDns>();
    dns->domain = request.domain;
    dns->lookupType = attempt.type.toString();
    json::Array addresses;
    json::Array domains;
    for (const json::Value& answer : attempt.answers) {
        const std::string_view text = answer.toString();
        if (isValidIp(text) || patterns::ip().contains(text)) {
            addresses.push_back(answer);
        } else if (isValidDomain(text)) {
            domains.push_back(answer);
        }
    }
    const bool hasDomains = !domains.empty();
    if (hasDomains) {
        dns->resolvedDomains = std::move(domains);
    }
    if (!addresses.empty()) {
        dns->resolvedIps = std::move(addresses);
    } else if (!hasDomains) {
        dns->resolvedIps = attempt.answers.empty() ? json::Array{""} : attempt.answers;
    }
    return dns;
}

NetworkConnectionPtr makeConnection(
    const ConversionContext& context, const json::Value& server, const DnsAttempt& attempt, const NetworkDnsPtr& dns)
{
    NetworkConnection connection;
    connection.destinationIp = server;
    connection.destinationPort = dnsPort;
    connection.transportLayerProtocol = "udp";
    connection.direction = "outbound";
    connection.connectionType = "dns";
    connection.dns = dns;
    const json::Object identity{
        {"destination_ip", server},
        {"destination_port", dnsPort},
        {"transport_layer_protocol", "udp"},
        {"connection_type", "dns"},
        {"dns_details", dns->toJson()},
        {"lookup_type", attempt.type},
    };
    connection.objectId = connectionevents::createObjectId(context, identity, randomGuid(), attempt.time);
    return context.ontology.createNetworkConnection(std::move(connection));
}

// The process behind the query: by its GUID, by pid and time, or by pid alone.
void linkProcess(Ontology& ontology, const DnsAttempt& attempt, NetworkConnection& connection)
{
    if (attempt.guid.isString()) {
        connection.process = ontology.processByGuid(std::string_view(attempt.guid.toString()));
    }
    if (!connection.process) {
        connection.process = ontology.processByPidAndTime(attempt.processId, connection.objectId->timeObserved);
    }
}

} // namespace

void addServers(const ConversionContext& context, const NetworkMap& network, Section& parent)
{
    Section section = describedSection(UnknownServer);
    const auto randomRange = IpNetwork::parse(context.options.randomIpRange);
    const std::vector<std::string>& inetsimServers = context.options.inetsimDnsServers;
    bool found = false;
    for (const std::string& server : network.dnsServers) {
        if (addTag(section, "network.dynamic.ip", std::string_view(server), context.safelist)
            && !(randomRange && randomRange->contains(server)) && context.options.routing == "inetsim"
            && std::ranges::find(inetsimServers, server) == inetsimServers.end()) {
            section.addLine("\t-\t" + server);
            found = true;
        }
    }
    if (found) {
        parent.addSubsection(std::move(section));
    }
}

void addTable(const ConversionContext& context, const NetworkMap& network, Section& parent)
{
    Section table("Protocol: DNS", BodyFormat::Table);
    table.setColumnOrder({"domain", "answer", "type"});
    table.setHeuristic(DnsTraffic);
    addTag(table, "network.protocol", std::string_view("dns"));
    std::set<std::string> unusualTypes;
    for (const DnsRequest& request : network.dnsRequests) {
        for (const DnsAttempt& attempt : request.attempts) {
            for (const json::Value& answer : attempt.answers) {
                addAnswer(context, request, attempt, answer, table);
            }
            if (!isUsual(attempt.type)) {
                unusualTypes.emplace(attempt.type.toString());
            }
        }
    }
    if (!table.tags().contains("network.dynamic.domain")) {
        return;
    }
    if (!unusualTypes.empty()) {
        Section unusual = describedSection(UnusualQuery);
        for (const std::string& type : unusualTypes) {
            unusual.addLine("\t-\t" + type);
        }
        table.addSubsection(std::move(unusual));
    }
    parent.addSubsection(std::move(table));
}

void addConnections(ConversionContext& context, const NetworkMap& network, SandboxEvents& events)
{
    const json::Value server = network.dnsServers.empty() ? json::Value() : json::Value(network.dnsServers.front());
    for (const DnsRequest& request : network.dnsRequests) {
        if (context.safelist.containsSafelistedValue(request.domain)) {
            continue;
        }
        for (const DnsAttempt& attempt : request.attempts) {
            const NetworkDnsPtr dns = details(request, attempt);
            const NetworkConnectionPtr connection
                = dns->lookupType.empty() ? nullptr : makeConnection(context, server, attempt, dns);
            if (!connection) {
                continue;
            }
            linkProcess(context.ontology, attempt, *connection);
            context.ontology.addNetworkConnection(connection);
            context.ontology.addNetworkDns(dns);
            connectionevents::settleProcess(context.ontology, *connection, attempt.processId, attempt.processName);
            connectionevents::add(events, *connection, attempt.sources);
        }
    }
}

} // namespace core::dnsbuilder
