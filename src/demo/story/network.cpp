// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/traffic.h"

#include <QCryptographicHash>

#include <set>

namespace demo::story {

using core::json::Array;
using core::json::Object;
using core::json::Value;

namespace {

std::string text(std::string_view view)
{
    return std::string(view);
}

Object conversation(const Traffic& traffic, int port, std::string_view ip, int toPort, const Capture::Place& place)
{
    return {{"src", traffic.guest}, {"sport", port}, {"dst", text(ip)}, {"dport", toPort}, {"offset", place.offset},
        {"time", place.time}};
}

Array hosts(const Traffic& traffic)
{
    std::set<std::string_view> seen;
    Array list;
    const auto add = [&](const Host& host, bool isNamed) {
        if (seen.insert(host.ip).second) {
            list.push_back(Object{{"ip", text(host.ip)}, {"country_name", "unknown"},
                {"hostname", isNamed ? text(host.name) : std::string()}, {"inaddrarpa", ""},
                {"ports", Array{host.port}}});
        }
    };
    for (const Exchange& exchange : traffic.exchanges) {
        add(exchange.host, true);
    }
    for (const Attempt& attempt : traffic.attempts) {
        add(attempt.host, false);
    }
    return list;
}

Array deadHosts(const Traffic& traffic)
{
    Array list;
    for (const Attempt& attempt : traffic.attempts) {
        list.push_back(Array{text(attempt.host.ip), attempt.host.port});
    }
    return list;
}

std::string url(const Exchange& exchange)
{
    return (exchange.isTls ? "https://" : "http://") + text(exchange.host.name) + exchange.path;
}

Object plainHttp(const Exchange& exchange)
{
    return {
        {"count", 1},
        {"host", text(exchange.host.name)},
        {"port", exchange.host.port},
        {"data", (requestHead(exchange) + exchange.sent).toStdString()},
        {"uri", url(exchange)},
        {"body", exchange.sent.toStdString()},
        {"path", exchange.path},
        {"user-agent", exchange.userAgent},
        {"version", "1.1"},
        {"method", exchange.method},
    };
}

// The stored body of an answer: its hashes stand for it.
Object storedBody(const QByteArray& body)
{
    const auto hash = [&body](QCryptographicHash::Algorithm algorithm) {
        return QCryptographicHash::hash(body, algorithm).toHex().toStdString();
    };
    return {{"md5", hash(QCryptographicHash::Md5)}, {"sha1", hash(QCryptographicHash::Sha1)},
        {"sha256", hash(QCryptographicHash::Sha256)}, {"preview", Array{}}};
}

Object richHttp(const Traffic& traffic, const Exchange& exchange, const QDateTime& start)
{
    Object entry{
        {"src", traffic.guest},
        {"sport", exchange.port},
        {"dst", text(exchange.host.ip)},
        {"dport", exchange.host.port},
        {"protocol", exchange.isTls ? "https" : "http"},
        {"method", exchange.method},
        {"host", text(exchange.host.name)},
        {"uri", exchange.path},
        {"status", 200},
        {"request", requestHead(exchange).toStdString()},
        {"response", responseHead(exchange).toStdString()},
        {"first_seen", double(start.toMSecsSinceEpoch() + exchange.at) / 1000},
    };
    entry.append("resp", storedBody(exchange.received));
    if (!exchange.sent.isEmpty()) {
        entry.append("req", storedBody(exchange.sent));
    }
    return entry;
}

void addTcp(Object& section, const Traffic& traffic, const Capture& capture)
{
    Array tcp;
    for (std::size_t i = 0; i < traffic.exchanges.size(); ++i) {
        const Exchange& exchange = traffic.exchanges[i];
        tcp.push_back(conversation(traffic, exchange.port, exchange.host.ip, exchange.host.port, capture.exchanges[i]));
    }
    for (std::size_t i = 0; i < traffic.attempts.size(); ++i) {
        const Attempt& attempt = traffic.attempts[i];
        tcp.push_back(conversation(traffic, attempt.port, attempt.host.ip, attempt.host.port, capture.attempts[i]));
    }
    section.append("tcp", std::move(tcp));
}

void addUdp(Object& section, const Traffic& traffic, const Capture& capture)
{
    Array udp;
    for (std::size_t i = 0; i < traffic.lookups.size(); ++i) {
        udp.push_back(conversation(traffic, traffic.lookups[i].port, Gateway, 53, capture.lookups[i]));
    }
    for (std::size_t i = 0; i < traffic.datagrams.size(); ++i) {
        const Datagram& datagram = traffic.datagrams[i];
        udp.push_back(conversation(traffic, datagram.port, datagram.ip, datagram.toPort, capture.datagrams[i]));
    }
    section.append("udp", std::move(udp));
}

void addNames(Object& section, const Traffic& traffic, const QDateTime& start)
{
    Array domains;
    Array dns;
    for (const Lookup& lookup : traffic.lookups) {
        const std::string ip = lookup.exists ? text(lookup.host.ip) : std::string();
        domains.push_back(Object{{"domain", text(lookup.host.name)}, {"ip", ip}});
        Array answers;
        if (lookup.exists) {
            answers.push_back(Object{{"type", "A"}, {"data", ip}});
        }
        dns.push_back(Object{{"request", text(lookup.host.name)}, {"type", "A"}, {"answers", std::move(answers)},
            {"first_seen", double(start.toMSecsSinceEpoch() + lookup.at) / 1000}});
    }
    section.append("domains", std::move(domains));
    section.append("dns", std::move(dns));
}

} // namespace

Object networkSection(const Traffic& traffic, const Capture& capture, const QDateTime& start)
{
    Object section;
    const QByteArray sha256 = QCryptographicHash::hash(capture.bytes, QCryptographicHash::Sha256).toHex();
    section.append("pcap_sha256", sha256.toStdString());
    section.append("hosts", hosts(traffic));
    addNames(section, traffic, start);
    addTcp(section, traffic, capture);
    addUdp(section, traffic, capture);
    Array http;
    Array httpEx;
    Array httpsEx;
    for (const Exchange& exchange : traffic.exchanges) {
        if (exchange.isTls) {
            httpsEx.push_back(richHttp(traffic, exchange, start));
        } else {
            http.push_back(plainHttp(exchange));
            httpEx.push_back(richHttp(traffic, exchange, start));
        }
    }
    section.append("icmp", Array{});
    section.append("http", std::move(http));
    section.append("smtp", Array{});
    section.append("irc", Array{});
    section.append("dead_hosts", deadHosts(traffic));
    section.append("http_ex", std::move(httpEx));
    section.append("https_ex", std::move(httpsEx));
    section.append("smtp_ex", Array{});
    return section;
}

Object suricataSection(const Traffic& traffic, const QDateTime& start)
{
    Array tls;
    Array alerts;
    for (const Exchange& exchange : traffic.exchanges) {
        const std::string time = logTime(start, exchange.at);
        if (exchange.isTls) {
            tls.push_back(Object{{"srcport", exchange.port}, {"srcip", traffic.guest}, {"dstport", exchange.host.port},
                {"dstip", text(exchange.host.ip)}, {"timestamp", time}, {"version", "TLS 1.2"},
                {"sni", text(exchange.host.name)}, {"subject", "CN=gate.example.org"},
                {"issuer", "CN=gate.example.org"}});
        } else if (exchange.client == Role::PowerShell) {
            alerts.push_back(Object{{"severity", 1}, {"sid", 9000001}, {"srcport", exchange.port},
                {"srcip", traffic.guest}, {"dstport", exchange.host.port}, {"dstip", text(exchange.host.ip)},
                {"protocol", "TCP"}, {"timestamp", time}, {"category", "A Network Trojan was detected"},
                {"signature", "DEMO Executable fetched by PowerShell user agent"}});
        }
    }
    return {{"alerts", std::move(alerts)}, {"tls", std::move(tls)}, {"perf", Array{}}, {"files", Array{}},
        {"http", Array{}}, {"dns", Array{}}, {"ssh", Array{}}, {"fileinfo", Array{}}};
}

} // namespace demo::story
