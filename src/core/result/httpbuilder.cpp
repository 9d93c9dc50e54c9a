// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/httpbuilder.h"

#include "core/ioc/iocextractor.h"
#include "core/ioc/tagvalidation.h"
#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/result/connectionevents.h"
#include "core/result/conversioncontext.h"
#include "core/result/section.h"

#include <format>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_set>

namespace core::httpbuilder {

namespace {

using json::python::truthy;

constexpr int suspiciousLanguageScore = 750;

enum HeuristicId {
    Requests = 1002,
    RemoteFile = 1003,
    UserAgent = 1007,
    Header = 1012,
};

// The country of a language ("ru-RU"), or the language itself, in lower case.
std::string languageSignature(const std::string& language)
{
    const std::size_t hyphen = language.find('-');
    std::string_view part = language;
    if (hyphen != std::string::npos) {
        part.remove_prefix(hyphen + 1);
        part = part.substr(0, part.find('-'));
    }
    return "suspicious_language_accepted_" + lowerCase(part);
}

// The sections under "Protocol: HTTP/HTTPS", filled request by request.
class RemarkableRequests {
public:
    explicit RemarkableRequests(const ConversionContext& context)
        : m_context(context)
    {
        m_files.addLine("The sample attempted to download the following files:");
        m_agents.addLine("The sample made HTTP calls via the following user agents:");
        m_headers.setHeuristic(Header);
    }

    void add(const HttpCall& call)
    {
        for (const auto& [name, value] : call.requestHeaders) {
            if (m_knownHeaderValues.emplace(value.toString()).second) {
                extractIocs(value.toString(), m_headerIocs, {.networkStatic = true});
            }
        }
        if (call.isDownload) {
            addFile(call);
        }
        if (call.hasSuspiciousAgent) {
            addAgent(call);
        }
    }

    void moveTo(Section& parent)
    {
        if (m_files.heuristic()) {
            parent.addSubsection(std::move(m_files));
        }
        if (!m_headerIocs.empty()) {
            Section section("IOCs found in HTTP/HTTPS Headers", BodyFormat::Table);
            addIocTags(section, m_headerIocs);
            for (const Ioc& ioc : m_headerIocs.rows()) {
                section.addRow({{"ioc_type", ioc.type}, {"ioc", ioc.value}});
            }
            parent.addSubsection(std::move(section));
        }
        if (m_agents.heuristic()) {
            m_agents.addLine(m_agentNames);
            parent.addSubsection(std::move(m_agents));
        }
        if (m_headers.hasBody() || !m_headers.heuristic()->signatures().empty()) {
            parent.addSubsection(std::move(m_headers));
        }
    }

private:
    // A URI that begins a listed one is not listed again: the service looks for its text among the lines.
    void addFile(const HttpCall& call)
    {
        const auto next = m_fileUris.lower_bound(call.uri);
        if (next == m_fileUris.end() || !next->starts_with(call.uri)) {
            m_files.addLine('\t' + call.uri);
            m_fileUris.insert(next, call.uri);
        }
        if (!m_files.heuristic()) {
            m_files.setHeuristic(RemoteFile);
            addTag(m_files, "network.dynamic.uri", std::string_view(call.uri), m_context.safelist);
        }
    }

    void addAgent(const HttpCall& call)
    {
        if (!m_agents.heuristic()) {
            m_agents.setHeuristic(UserAgent);
        }
        const std::string_view agent = call.userAgent.toString();
        if (m_knownAgents.emplace(agent).second) {
            addTag(m_agents, "network.user_agent", agent, m_context.safelist);
            m_agents.addLine(std::format("\t{}", agent));
            m_agentNames += std::format("{}{}", m_agentNames.empty() ? "" : " | ", agent);
        }
        for (const std::string& language : call.flaggedLanguages) {
            m_headers.heuristic()->addSignature(languageSignature(language), suspiciousLanguageScore);
        }
        for (const auto& [name, value] : call.nonStandardHeaders) {
            m_headers.addRow({{"header", name}, {"header_value", value}});
        }
    }

    const ConversionContext& m_context;
    Section m_files{"Access Remote File"};
    Section m_agents{"Suspicious User Agent(s)"};
    Section m_headers{"Non-Standard HTTP Headers", BodyFormat::Table};
    IocTable m_headerIocs;
    std::unordered_set<std::string> m_knownHeaderValues;
    std::set<std::string> m_fileUris;
    std::unordered_set<std::string> m_knownAgents;
    std::string m_agentNames;
};

NetworkHttpPtr makeDetails(const HttpCall& call)
{
    auto http = std::make_shared<NetworkHttp>();
    http->requestUri = call.uri;
    http->requestMethod = call.method.toString();
    http->requestHeaders = call.requestHeaders;
    http->responseHeaders = call.responseHeaders;
    http->requestBodyPath = call.requestBodyPath.toString();
    http->responseBodyPath = call.responseBodyPath.toString();
    return http;
}

NetworkConnectionPtr makeConnection(const ConversionContext& context, const HttpCall& call, const NetworkHttpPtr& http)
{
    NetworkConnection connection;
    connection.destinationIp = call.destinationIp;
    connection.destinationPort = call.port;
    connection.transportLayerProtocol = "tcp";
    connection.direction = "outbound";
    connection.connectionType = "http";
    connection.http = http;
    // The service leaves the request itself out of the identity.
    const json::Object identity{
        {"source_ip", nullptr},
        {"source_port", nullptr},
        {"destination_ip", call.destinationIp},
        {"destination_port", call.port},
        {"transport_layer_protocol", "tcp"},
        {"connection_type", "http"},
    };
    connection.objectId = connectionevents::createObjectId(context, identity, std::nullopt);
    return context.ontology.createNetworkConnection(std::move(connection));
}

// The connection of a request: the one of an equal request, or the first to its server, or a new one. A connection
// keeps the details of its first request; another request to it then has no connection of its own.
NetworkConnectionPtr connectionOf(ConversionContext& context, const HttpCall& call)
{
    Ontology& ontology = context.ontology;
    const std::string_view method = call.method.toString();
    if (call.uri.empty() || method.empty()) {
        return nullptr;
    }
    if (const NetworkHttpPtr known = ontology.httpByDetails(call.uri, method, call.requestHeaders)) {
        return ontology.connectionByHttp(known);
    }
    const NetworkHttpPtr http = makeDetails(call);
    NetworkConnectionPtr connection = ontology.connectionByDetails(call.destinationIp, call.port, "outbound", "tcp");
    if (connection) {
        ontology.setHttpDetails(connection, http);
    } else if ((connection = makeConnection(context, call, http))) {
        ontology.addNetworkConnection(connection);
    }
    if (connection) {
        ontology.addNetworkHttp(http);
    }
    return connection;
}

json::Object rowOf(const HttpCall& call)
{
    const bool isKnown = truthy(call.pid) || truthy(call.image);
    return {
        {"process_name",
            isKnown ? json::python::str(call.image) + " (" + json::python::str(call.pid) + ')' : "None (None)"},
        {"method", call.method},
        {"request", call.requestHeaders},
        {"uri", call.uri},
    };
}

} // namespace

void addRequests(ConversionContext& context, const NetworkMap& network, SandboxEvents& events, Section& parent)
{
    if (network.httpCalls.empty()) {
        return;
    }
    Section table("Protocol: HTTP/HTTPS", BodyFormat::Table);
    table.setHeuristic(Requests);
    addTag(table, "network.protocol", std::string_view("http"));
    RemarkableRequests remarkable(context);
    for (const HttpCall& call : network.httpCalls) {
        addTag(table, "network.dynamic.uri", std::string_view(call.uri), context.safelist);
        remarkable.add(call);
        const NetworkConnectionPtr connection = connectionOf(context, call);
        if (!connection) {
            continue;
        }
        connectionevents::settleProcess(context.ontology, *connection, call.pid, call.image);
        connectionevents::add(events, *connection, call.sources);
        table.addRow(rowOf(call));
    }
    remarkable.moveTo(table);
    if (table.hasBody() || !table.subsections().empty()) {
        parent.addSubsection(std::move(table));
    }
}

} // namespace core::httpbuilder
