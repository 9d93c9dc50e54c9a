// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/fields.h"
#include "core/report/records.h"

#include <utility>

namespace core::records {

namespace {

// Reads each item of a list of network records; `read` takes the item's raw value and its path.
template <typename Record, typename Read>
std::vector<Record> listOf(const json::Value& network, std::string_view key, ReportWarnings& warnings, Read read)
{
    const std::string path = "network." + std::string(key);
    const Fields fields(network, "network", warnings);
    std::vector<Record> records;
    for (const json::Value& item : fields.list(key)) {
        if (std::optional<Record> record = read(item, path, warnings)) {
            records.push_back(*std::move(record));
        } else {
            warnings.wrongType(path, {});
        }
    }
    return records;
}

// Old versions list the addresses alone.
std::optional<NetworkHost> host(const json::Value& item, std::string_view path, ReportWarnings& warnings)
{
    NetworkHost host;
    if (item.isString()) {
        host.ip = item.toString();
        return host;
    }
    if (!item.isObject()) {
        return std::nullopt;
    }
    const Fields fields(item, path, warnings);
    host.ip = fields.text("ip");
    host.country = fields.text("country_name");
    host.hostname = fields.text("hostname");
    host.inverse = fields.text("inaddrarpa");
    for (const json::Value& port : fields.list("ports")) {
        if (port.isInteger()) {
            host.ports.push_back(port.toInteger());
        }
    }
    return host;
}

std::optional<NetworkDomain> domain(const json::Value& item, std::string_view path, ReportWarnings& warnings)
{
    if (item.isString()) {
        return NetworkDomain{std::string(item.toString()), {}};
    }
    if (!item.isObject()) {
        return std::nullopt;
    }
    const Fields fields(item, path, warnings);
    return NetworkDomain{fields.text("domain"), fields.text("ip")};
}

std::optional<DnsQuery> dnsQuery(const json::Value& item, std::string_view path, ReportWarnings& warnings)
{
    if (!item.isObject()) {
        return std::nullopt;
    }
    const Fields fields(item, path, warnings);
    DnsQuery query;
    query.request = fields.text("request");
    query.type = fields.text("type");
    query.firstSeen = fields.number("first_seen");
    for (const json::Value& answer : fields.list("answers")) {
        if (isObject(answer, "network.dns.answers", warnings)) {
            const Fields parts(answer, "network.dns.answers", warnings);
            query.answers.push_back({parts.text("type"), parts.text("data")});
        }
    }
    return query;
}

std::optional<Flow> flow(const json::Value& item, std::string_view path, ReportWarnings& warnings)
{
    if (!item.isObject()) {
        return std::nullopt;
    }
    const Fields fields(item, path, warnings);
    return Flow{fields.text("src"), fields.integer("sport"), fields.text("dst"), fields.integer("dport"),
        fields.number("time")};
}

std::optional<IcmpPacket> icmpPacket(const json::Value& item, std::string_view path, ReportWarnings& warnings)
{
    if (!item.isObject()) {
        return std::nullopt;
    }
    const Fields fields(item, path, warnings);
    return IcmpPacket{fields.text("src"), fields.text("dst"), fields.integer("type"), fields.text("data")};
}

std::optional<HttpRequest> httpRequest(const json::Value& item, std::string_view path, ReportWarnings& warnings)
{
    if (!item.isObject()) {
        return std::nullopt;
    }
    const Fields fields(item, path, warnings);
    HttpRequest request;
    request.method = fields.text("method");
    request.host = fields.text("host");
    request.port = fields.integer("port");
    request.uri = fields.text("uri");
    request.path = fields.text("path");
    request.userAgent = fields.text("user-agent");
    request.version = fields.text("version");
    request.body = fields.text("body");
    request.data = fields.text("data");
    request.destination = fields.text("dst");
    request.count = fields.integer("count");
    request.firstSeen = fields.number("first_seen");
    return request;
}

std::optional<HttpBody> httpBody(const json::Value& item, std::string_view path, ReportWarnings& warnings)
{
    if (!isObject(item, path, warnings)) {
        return std::nullopt;
    }
    const Fields fields(item, path, warnings);
    return HttpBody{fields.text("path"), fields.text("md5"), fields.text("sha1"), fields.text("sha256")};
}

std::optional<HttpExchange> httpExchange(const json::Value& item, std::string_view path, ReportWarnings& warnings)
{
    if (!item.isObject()) {
        return std::nullopt;
    }
    const Fields fields(item, path, warnings);
    HttpExchange exchange;
    exchange.source = fields.text("src");
    exchange.sourcePort = fields.integer("sport");
    exchange.destination = fields.text("dst");
    exchange.destinationPort = fields.integer("dport");
    exchange.protocol = fields.text("protocol");
    exchange.method = fields.text("method");
    exchange.host = fields.text("host");
    exchange.uri = fields.text("uri");
    exchange.status = fields.integer("status");
    exchange.request = fields.text("request");
    exchange.response = fields.text("response");
    exchange.firstSeen = fields.number("first_seen");
    exchange.requestBody = httpBody(fields.raw("req"), path, warnings);
    exchange.responseBody = httpBody(fields.raw("resp"), path, warnings);
    return exchange;
}

std::optional<SmtpMessage> smtpMessage(const json::Value& item, std::string_view path, ReportWarnings& warnings)
{
    if (!item.isObject()) {
        return std::nullopt;
    }
    const Fields fields(item, path, warnings);
    return SmtpMessage{fields.text("src"), fields.text("dst"), fields.text("raw")};
}

std::optional<IrcMessage> ircMessage(const json::Value& item, std::string_view path, ReportWarnings& warnings)
{
    if (!item.isObject()) {
        return std::nullopt;
    }
    const Fields fields(item, path, warnings);
    return IrcMessage{fields.text("command"), fields.text("params"), fields.text("type")};
}

// [address, port], or the address alone.
std::optional<DeadHost> deadHost(const json::Value& item, std::string_view, ReportWarnings&)
{
    if (item.isString()) {
        return DeadHost{std::string(item.toString()), {}};
    }
    if (!item.isArray() || !item[0].isString()) {
        return std::nullopt;
    }
    return DeadHost{std::string(item[0].toString()),
        item[1].isInteger() ? std::optional(item[1].toInteger()) : std::nullopt};
}

} // namespace

Network network(const json::Value& section, ReportWarnings& warnings)
{
    Network network;
    if (!isObject(section, "network", warnings)) {
        return network;
    }
    network.pcapSha256 = Fields(section, "network", warnings).text("pcap_sha256");
    network.hosts = listOf<NetworkHost>(section, "hosts", warnings, host);
    network.domains = listOf<NetworkDomain>(section, "domains", warnings, domain);
    network.dns = listOf<DnsQuery>(section, "dns", warnings, dnsQuery);
    network.tcp = listOf<Flow>(section, "tcp", warnings, flow);
    network.udp = listOf<Flow>(section, "udp", warnings, flow);
    network.icmp = listOf<IcmpPacket>(section, "icmp", warnings, icmpPacket);
    network.http = listOf<HttpRequest>(section, "http", warnings, httpRequest);
    network.httpEx = listOf<HttpExchange>(section, "http_ex", warnings, httpExchange);
    network.httpsEx = listOf<HttpExchange>(section, "https_ex", warnings, httpExchange);
    network.smtp = listOf<SmtpMessage>(section, "smtp", warnings, smtpMessage);
    network.irc = listOf<IrcMessage>(section, "irc", warnings, ircMessage);
    network.deadHosts = listOf<DeadHost>(section, "dead_hosts", warnings, deadHost);
    return network;
}

} // namespace core::records
