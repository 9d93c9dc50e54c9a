// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/processnames.h"

#include "ui/text/format.h"

#include <format>

namespace ui {

namespace {

const core::Section* sandboxSection(const std::vector<core::Section>& sections)
{
    for (const core::Section& section : sections) {
        if (section.format() == core::BodyFormat::Sandbox) {
            return &section;
        }
        if (const core::Section* found = sandboxSection(section.subsections())) {
            return found;
        }
    }
    return nullptr;
}

std::string destination(std::string_view ip, std::int64_t port)
{
    return std::format("{}:{}", ip, port);
}

std::vector<core::StringId> knownNames(const core::ApiCallStore& calls, std::initializer_list<const char*> names)
{
    std::vector<core::StringId> known;
    for (const char* name : names) {
        if (const auto id = calls.find(name)) {
            known.push_back(*id);
        }
    }
    return known;
}

// The first of the arguments that the call has and that is not empty.
std::string argumentOf(const core::ApiCallStore& calls, core::CallIndex call, const std::vector<core::StringId>& names)
{
    for (const core::StringId name : names) {
        const auto argument = calls.findArgument(call, name);
        if (argument && !calls.argumentText(*argument).empty()) {
            return std::string(calls.argumentText(*argument));
        }
    }
    return {};
}

} // namespace

ProcessNames::ProcessNames(const core::Report& report)
{
    for (const core::Process& process : report.processes()) {
        if (process.pid) {
            m_names.try_emplace(*process.pid, process.name);
        }
    }
    learnFromCalls(report);
}

void ProcessNames::learnFromCalls(const core::Report& report)
{
    const core::ApiCallStore& calls = report.calls();
    const auto network = calls.find("network");
    const auto hostNames = knownNames(calls, {"NodeName", "ServerName", "HostName", "Name"});
    const auto addressNames = knownNames(calls, {"ip", "Ip", "IP"});
    const auto portNames = knownNames(calls, {"port", "Port", "ServerPort"});
    std::unordered_map<std::string, std::vector<std::pair<std::string, qint64>>> connectedHosts; // port and pid
    for (const core::Process& process : report.processes()) {
        for (core::CallIndex call = process.calls.first; process.pid && call < process.calls.end(); ++call) {
            if (calls.categoryId(call) != network) {
                continue;
            }
            const std::string host = argumentOf(calls, call, hostNames);
            const std::string port = argumentOf(calls, call, portNames);
            if (!host.empty()) {
                m_fromCalls.try_emplace(host, *process.pid);
            }
            if (port.empty()) {
                continue;
            }
            if (const std::string ip = argumentOf(calls, call, addressNames); !ip.empty()) {
                m_fromCalls.try_emplace(ip + ":" + port, *process.pid);
            } else if (!host.empty()) {
                connectedHosts[host].emplace_back(port, *process.pid);
            }
        }
    }
    for (const core::DnsQuery& query : report.network().dns) {
        const auto connected = connectedHosts.find(query.request);
        for (const core::DnsAnswer& answer :
            connected == connectedHosts.end() ? std::vector<core::DnsAnswer>() : query.answers) {
            for (const auto& [port, pid] : connected->second) {
                m_fromCalls.try_emplace(answer.data + ":" + port, pid);
            }
        }
    }
}

void ProcessNames::take(const core::AnalysisResult& result)
{
    const core::Section* section = sandboxSection(result.sections);
    if (!section) {
        return;
    }
    for (const core::json::Value& connection : section->body()["network_connections"].toArray()) {
        const core::json::Value& pid = connection["process"];
        if (!pid.isInteger()) {
            continue;
        }
        const auto remember = [&](std::string_view key) {
            if (!key.empty()) {
                m_pids.try_emplace(std::string(key), pid.toInteger());
            }
        };
        remember(connection["dns_details"]["domain"].toString());
        remember(connection["http_details"]["request_uri"].toString());
        remember(destination(connection["destination_ip"].toString(), connection["destination_port"].toInteger()));
    }
}

std::optional<qint64> ProcessNames::find(const std::string& key) const
{
    if (const auto found = m_pids.find(key); found != m_pids.end()) {
        return found->second;
    }
    const auto found = m_fromCalls.find(key);
    return found == m_fromCalls.end() ? std::nullopt : std::optional(found->second);
}

std::optional<qint64> ProcessNames::ofDomain(const std::string& domain) const
{
    return find(domain);
}

std::optional<qint64> ProcessNames::ofUri(const std::string& uri) const
{
    return find(uri);
}

std::optional<qint64> ProcessNames::ofDestination(const std::string& ip, std::optional<std::int64_t> port) const
{
    return find(destination(ip, port.value_or(0)));
}

QString ProcessNames::text(std::optional<qint64> pid) const
{
    if (!pid) {
        return {};
    }
    const auto name = m_names.find(*pid);
    return name == m_names.end() ? QString::number(*pid)
                                 : QStringLiteral("%1 (%2)").arg(fromUtf8(name->second)).arg(*pid);
}

} // namespace ui
