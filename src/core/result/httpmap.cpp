// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/httpmap.h"

#include "core/ioc/netvalidation.h"
#include "core/ioc/regex.h"
#include "core/ioc/safelist.h"
#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/reference/httpheaders.h"
#include "core/result/conversioncontext.h"
#include "core/result/fieldwarning.h"
#include "core/result/httpheaders.h"
#include "core/result/isotime.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace core::httpmap {

namespace {

using json::python::truthy;

// Agents that Office and BITS downloads show.
constexpr std::array<std::string_view, 2> suspiciousAgents{"Microsoft BITS", "Excel Service"};
constexpr std::string_view bodyFolder = "network/";

// Whether the last part of the path names a file.
bool endsInFileName(const std::string& uri)
{
    static const Regex fileName(R"([^\\]*\.(\w+)$)");
    const std::size_t slash = uri.rfind('/');
    return slash != std::string::npos && fileName.contains(std::string_view(uri).substr(slash + 1));
}

class HttpCallReader {
public:
    HttpCallReader(const ConversionContext& context, const std::vector<std::string>& dnsServers)
        : m_context(context)
        , m_dnsServers(dnsServers)
    {
    }

    std::optional<HttpCall> read(const json::Value& record, const char* section);

private:
    void warn(const char* text) const
    {
        m_context.warnings.add(QCoreApplication::translate("NetworkMap", text).arg(QString::fromLatin1(m_section)));
    }

    bool readTarget(const json::Value& record, HttpCall& call);
    bool isSafelisted(const HttpCall& call) const;
    void readHeaders(const json::Value& record, HttpCall& call);
    void flagLanguages(std::string_view accepted, HttpCall& call) const;
    json::Value bodyPath(const json::Value& body) const;

    const ConversionContext& m_context;
    const std::vector<std::string>& m_dnsServers;
    const char* m_section = "";
    // The service reports a response header beside the value of the request header it saw last, maybe an earlier
    // request's.
    std::optional<std::string> m_lastHeaderValue;
    std::string m_rawUri;
};

// The host, address, port and URI, which the sections give in two ways.
bool HttpCallReader::readTarget(const json::Value& record, HttpCall& call)
{
    const std::string_view host = record["host"].toString();
    call.host = host.substr(0, host.find(':'));
    if (call.host.empty()) {
        return false;
    }
    const bool isExchange = call.protocol.ends_with("_ex");
    const bool hasAddress = record.find("dst") != nullptr;
    call.destinationIp = !hasAddress && isValidIp(call.host) ? json::Value(call.host) : record["dst"];
    call.port = record[isExchange ? "dport" : "port"];
    call.request = record[isExchange ? "request" : "data"];
    call.method = record["method"];
    call.userAgent = record["user-agent"];
    if (!record["uri"].isString() || !call.method.isString() || !call.port.isInteger()) {
        warn(QT_TRANSLATE_NOOP("NetworkMap",
            "A request in \"%1\" lacks its URI, method or port; it is shown as far as "
            "the report has it."));
    }
    m_rawUri = record["uri"].toString();
    if (m_context.options.httpsProxyInSandbox) {
        m_rawUri = convertUrlToHttps(call.method.toString(), m_rawUri);
    }
    call.uri = m_rawUri;
    if (isExchange) {
        std::string_view path = m_rawUri;
        if (const std::size_t at = path.find(call.host); at != std::string_view::npos) {
            path.remove_prefix(at + call.host.size());
            path = path.substr(0, path.find(call.host));
        }
        call.uri = json::python::str(record["protocol"]) + "://" + call.host + std::string(path);
    }
    return true;
}

bool HttpCallReader::isSafelisted(const HttpCall& call) const
{
    return m_context.safelist.isTagSafelisted(call.host, {"network.dynamic.ip", "network.dynamic.domain"})
        || m_context.safelist.isTagSafelisted(call.uri, "network.dynamic.uri")
        || call.uri.find("/wpad.dat") != std::string::npos || !patterns::fullUri().matches(call.uri);
}

void HttpCallReader::flagLanguages(std::string_view accepted, HttpCall& call) const
{
    const std::string languages = lowerCase(accepted);
    for (const std::string& language : m_context.options.suspiciousLanguages) {
        if (languages.find(lowerCase(language)) != std::string::npos) {
            call.flaggedLanguages.push_back(language);
        }
    }
}

// Of the headers that are not standard, the last one stays.
void HttpCallReader::readHeaders(const json::Value& record, HttpCall& call)
{
    call.requestHeaders = parseHttpHeaders(call.request);
    call.responseHeaders = parseHttpHeaders(record["response"]);
    call.nonStandardHeaders = record["Non_standard_request_headers"].toObject();
    for (auto& [name, value] : call.requestHeaders) {
        m_lastHeaderValue = value.toString();
        if (reference::isStandardHttpHeader(name)) {
            value = name;
        } else if (name == "AcceptLanguage") {
            flagLanguages(value.toString(), call);
        } else {
            call.nonStandardHeaders = {{name, value}};
        }
    }
    for (auto& [name, value] : call.responseHeaders) {
        if (reference::isStandardHttpHeader(name)) {
            value = name;
        } else {
            call.nonStandardHeaders = {{name, m_lastHeaderValue ? json::Value(*m_lastHeaderValue) : value}};
        }
    }
}

// Where the report ZIP has a body, from the path on the sandbox's disk.
json::Value HttpCallReader::bodyPath(const json::Value& body) const
{
    const std::string_view path = body["path"].toString();
    if (path.empty()) {
        return body["path"];
    }
    const std::size_t folder = path.find(bodyFolder);
    if (folder == std::string::npos) {
        warn(QT_TRANSLATE_NOOP("NetworkMap",
            "A request in \"%1\" has a body outside the folder \"network\"; the body is "
            "not linked."));
        return {};
    }
    return path.substr(folder);
}

std::optional<HttpCall> HttpCallReader::read(const json::Value& record, const char* section)
{
    m_section = section;
    HttpCall call;
    call.protocol = section;
    if (!readTarget(record, call) || isSafelisted(call)) {
        return std::nullopt;
    }
    call.requestBodyPath = bodyPath(record["req"]);
    call.responseBodyPath = bodyPath(record["resp"]);
    readHeaders(record, call);
    const json::Value& address = call.destinationIp;
    if (!truthy(address) || std::ranges::find(m_dnsServers, address.toString()) != m_dnsServers.end()) {
        return std::nullopt;
    }
    call.isDownload = call.method.toString() == "GET" && endsInFileName(m_rawUri);
    call.hasSuspiciousAgent = call.userAgent.isString()
        && std::ranges::find(suspiciousAgents, call.userAgent.toString()) != suspiciousAgents.end();
    call.sources = {"PCAP"};
    return call;
}

} // namespace

json::Value firstSeen(const json::Value& record)
{
    const json::Value& seen = record["first_seen"];
    if (!truthy(seen) || !(seen.isNumber() || seen.isBool())) {
        return seen;
    }
    const auto time = microseconds(seen.isBool() ? 1 : seen.toDouble());
    return time ? json::Value(formatMilliseconds(*time)) : json::Value();
}

std::vector<HttpCall> mapHttpCalls(
    const json::Value& network, const ConversionContext& context, const std::vector<std::string>& dnsServers)
{
    std::vector<HttpCall> calls;
    HttpCallReader reader(context, dnsServers);
    for (const char* section : {"http", "https", "http_ex", "https_ex"}) {
        for (const json::Value& record : listOf(network[section], "network." + std::string(section), context.warnings)) {
            if (std::optional<HttpCall> call = reader.read(record, section)) {
                calls.push_back(std::move(*call));
            }
        }
    }
    return calls;
}

} // namespace core::httpmap
