// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/networkattribution.h"

#include "core/json/python.h"
#include "core/result/etwevents.h"
#include "core/result/httpservice.h"
#include "core/result/processmap.h"
#include "core/result/sysmonevents.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace core {

namespace {

using json::python::truthy;

constexpr std::array<std::string_view, 3> targetArguments{"HostName", "IP", "URL"};

bool namesTarget(const json::Object& arguments)
{
    return std::ranges::any_of(targetArguments, [&](std::string_view name) { return truthy(arguments[name]); });
}

json::Value flowKey(const json::Value& source, const json::Value& sourcePort, const json::Value& destination,
    const json::Value& destinationPort)
{
    return json::Array{source, sourcePort, destination, destinationPort};
}

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace

void NetworkAttribution::Claim::add(std::size_t process, bool says)
{
    if (says && first == none) {
        first = process;
    }
    last = process;
}

void NetworkAttribution::Claim::merge(const Claim& other)
{
    first = std::min(first, other.first);
    last = last == none || (other.last != none && other.last > last) ? other.last : last;
}

void NetworkAttribution::Claims::merge(const Claims& other)
{
    image.merge(other.image);
    pid.merge(other.pid);
}

// Lets the newest process have its say.
void NetworkAttribution::Source::claim(Claims& claims) const
{
    const std::size_t newest = processes.size() - 1;
    claims.image.add(newest, truthy(processes.back().image));
    claims.pid.add(newest, truthy(processes.back().pid));
}

template <typename Record>
void NetworkAttribution::Source::apply(const Claims& claims, Record& record) const
{
    if (claims.isEmpty()) {
        return;
    }
    const auto chosen = [](const Claim& claim) { return claim.first != Claim::none ? claim.first : claim.last; };
    if (!truthy(record.image) && !processes[chosen(claims.image)].image.isNull()) {
        record.image = processes[chosen(claims.image)].image;
    }
    if (!truthy(record.pid)) {
        record.pid = processes[chosen(claims.pid)].pid;
    }
    if (std::ranges::find(record.sources, name) == record.sources.end()) {
        record.sources.emplace_back(name);
    }
}

NetworkAttribution::NetworkAttribution(const ProcessMap& processes, const SysmonEvents& sysmon, const EtwEvents& etw)
{
    readCalls(processes);
    readSysmon(sysmon);
    readTraces(etw);
}

// A call with a port never fits: the service compares its number with the flow's as text. The calls that are left name
// no port, and those that leave out one of host, address and URL fit every flow.
void NetworkAttribution::readCalls(const ProcessMap& processes)
{
    for (const ProcessEntry& process : processes) {
        m_calls.processes.push_back({process.name, process.pid});
        for (const ApiEvent& call : process.networkCalls) {
            const bool isExchange = call.event == "Connect" || call.event == "Request_response";
            const json::Object& arguments = call.arguments;
            if ((!isExchange && call.event != "Proxying") || !arguments["Port"].isNull()) {
                continue;
            }
            const bool hasTarget = namesTarget(arguments);
            const bool isHttp
                = isExchange && isHttpService(arguments["Service"]) && (hasTarget || truthy(arguments["Buffer"]));
            for (const std::string_view name : targetArguments) {
                const json::Value& target = arguments[name];
                if (hasTarget) {
                    m_calls.claim(target.isNull() ? m_anyFlow : m_flowTargets[target]);
                }
                if (isHttp && !target.isNull()) {
                    m_calls.claim(m_httpTargets[target]);
                }
            }
            if (isHttp) {
                m_calls.claim(m_httpBuffers[arguments["Buffer"]]);
            }
        }
    }
}

void NetworkAttribution::readSysmon(const SysmonEvents& sysmon)
{
    for (const SysmonProcess& process : sysmon) {
        for (const SysmonEvent& event : process.events) {
            if (event.id != 3) {
                continue;
            }
            m_sysmon.processes.push_back({event.image, process.key});
            m_sysmon.claim(
                m_sysmonFlows[flowKey(event.source, event.sourcePort, event.destination, event.destinationPort)]);
            m_sysmon.claim(m_sysmonTargets[json::Array{event.destination, event.destinationPort}]);
        }
    }
}

void NetworkAttribution::readTraces(const EtwEvents& etw)
{
    for (const auto& [pid, connections] : etw.network()) {
        m_traces.processes.push_back({json::Value(), pid});
        for (const EtwConnection& connection : connections) {
            const auto sourcePort = number(connection.sourcePort);
            const auto destinationPort = number(connection.destinationPort);
            if (sourcePort && destinationPort) {
                m_traces.claim(
                    m_traceFlows[flowKey(connection.source, *sourcePort, connection.destination, *destinationPort)]);
            }
        }
    }
}

NetworkAttribution::Claims NetworkAttribution::find(const Index& index, const json::Value& key)
{
    const auto found = index.find(key);
    return found != index.end() ? found->second : Claims();
}

void NetworkAttribution::attribute(NetworkFlow& flow) const
{
    Claims calls = m_anyFlow;
    calls.merge(find(m_flowTargets, flow.destinationIp));
    m_calls.apply(calls, flow);
    const json::Value key = flowKey(flow.sourceIp, flow.sourcePort, flow.destinationIp, flow.destinationPort);
    m_sysmon.apply(find(m_sysmonFlows, key), flow);
    m_traces.apply(find(m_traceFlows, key), flow);
}

void NetworkAttribution::attribute(HttpCall& call) const
{
    Claims calls = find(m_httpTargets, call.destinationIp);
    calls.merge(find(m_httpTargets, call.host));
    calls.merge(find(m_httpBuffers, call.request));
    m_calls.apply(calls, call);
    Claims events = find(m_sysmonTargets, json::Array{call.destinationIp, call.port});
    events.merge(find(m_sysmonTargets, json::Array{call.host, call.port}));
    m_sysmon.apply(events, call);
}

} // namespace core
