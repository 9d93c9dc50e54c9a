// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/networkrows.h"

#include "ui/text/format.h"

#include <QCoreApplication>

#include <deque>
#include <map>

namespace ui {

namespace {

HttpRow rowOf(const core::HttpRequest& request)
{
    return {request.method, request.uri, request.host, request.destination, request.port, {}, request.data, {},
        request.firstSeen};
}

HttpRow rowOf(const core::HttpExchange& exchange)
{
    HttpRow row{exchange.method, exchange.uri, exchange.host, exchange.destination, exchange.destinationPort,
        exchange.status, exchange.request, exchange.response, exchange.firstSeen};
    // An exchange names only the path; the whole address is what an analyst looks for.
    if (!row.uri.contains("://")) {
        row.uri = exchange.protocol + "://" + exchange.host + exchange.uri;
    }
    return row;
}

} // namespace

std::vector<HttpRow> httpRows(const core::Network& network)
{
    std::vector<HttpRow> rows;
    std::map<std::pair<std::string, std::string>, std::deque<std::size_t>> withoutStatus; // by method and URL
    for (const core::HttpRequest& request : network.http) {
        withoutStatus[{request.method, request.uri}].push_back(rows.size());
        rows.push_back(rowOf(request));
    }
    for (const auto* list : {&network.httpEx, &network.httpsEx}) {
        for (const core::HttpExchange& exchange : *list) {
            HttpRow row = rowOf(exchange);
            // "http" and "http_ex" tell of the same requests: the exchange adds status and response.
            const auto same = withoutStatus.find({row.method, row.uri});
            if (same == withoutStatus.end() || same->second.empty()) {
                rows.push_back(std::move(row));
                continue;
            }
            rows[same->second.front()] = std::move(row);
            same->second.pop_front();
        }
    }
    return rows;
}

std::vector<FlowRow> flowRows(const core::Network& network)
{
    std::vector<FlowRow> rows;
    rows.reserve(network.tcp.size() + network.udp.size());
    for (const core::Flow& flow : network.tcp) {
        rows.push_back({"TCP", flow});
    }
    for (const core::Flow& flow : network.udp) {
        rows.push_back({"UDP", flow});
    }
    return rows;
}

std::vector<std::vector<QString>> otherRows(const core::Network& network)
{
    std::vector<std::vector<QString>> rows;
    for (const core::IcmpPacket& packet : network.icmp) {
        rows.push_back(
            {QStringLiteral("ICMP"), fromUtf8(packet.source), fromUtf8(packet.destination), fromUtf8(packet.data)});
    }
    for (const core::SmtpMessage& message : network.smtp) {
        rows.push_back(
            {QStringLiteral("SMTP"), fromUtf8(message.source), fromUtf8(message.destination), fromUtf8(message.raw)});
    }
    for (const core::IrcMessage& message : network.irc) {
        rows.push_back(
            {QStringLiteral("IRC"), fromUtf8(message.type), {}, fromUtf8(message.command + " " + message.params)});
    }
    for (const core::DeadHost& host : network.deadHosts) {
        rows.push_back({QCoreApplication::translate("ui::NetworkPage", "no answer"), {}, fromUtf8(host.ip),
            host.port ? QString::number(*host.port) : QString()});
    }
    return rows;
}

} // namespace ui
