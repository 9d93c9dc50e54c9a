// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/processnames.h"

#include "ui/text/format.h"

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

std::string destination(const std::string& ip, std::int64_t port)
{
    return ip + ":" + std::to_string(port);
}

} // namespace

ProcessNames::ProcessNames(const core::Report& report)
{
    for (const core::Process& process : report.processes()) {
        if (process.pid) {
            m_names.try_emplace(*process.pid, process.name);
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
        const auto remember = [&](const std::string& key) {
            if (!key.empty()) {
                m_pids.try_emplace(key, pid.toInteger());
            }
        };
        remember(connection["dns_details"]["domain"].toString());
        remember(connection["http_details"]["request_uri"].toString());
        remember(destination(connection["destination_ip"].toString(), connection["destination_port"].toInteger()));
    }
}

std::optional<qint64> ProcessNames::find(const std::string& key) const
{
    const auto found = m_pids.find(key);
    return found == m_pids.end() ? std::nullopt : std::optional(found->second);
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
