// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core {

enum class SandboxEventKind { Process, NetworkConnection, Signature, AnalysisInformation };

// Checks an event of the SANDBOX body as the service does: numbers given as text become numbers, unknown members go,
// and where a member is missing or not allowed, its name is the error. An event that needed no change is returned as it
// was.
std::expected<json::Object, std::string_view> validatedSandboxEvent(json::Object event, SandboxEventKind kind);
// The same in its normal form, whether it needed a change or not.
std::expected<json::Object, std::string_view> checkedSandboxEvent(const json::Object& event, SandboxEventKind kind);
// The normal form of an event that is known to have one.
json::Object normalizedSandboxEvent(json::Object event, SandboxEventKind kind);

// What the body of the section "Processes" is made of. Each event is validated as it comes; those that do not pass
// are left out, as the service does.
class SandboxEvents {
public:
    // `analysisInformation`: sandbox_name, sandbox_version and analysis_metadata.
    explicit SandboxEvents(json::Object analysisInformation = {});

    // Each gives the name of the member that the event is refused for.
    using Added = std::expected<void, std::string_view>;
    Added addProcess(json::Object process) { return add("processes", std::move(process), SandboxEventKind::Process); }
    Added addNetworkConnection(json::Object connection)
    {
        return add("network_connections", std::move(connection), SandboxEventKind::NetworkConnection);
    }
    Added addSignature(json::Object signature)
    {
        return add("signatures", std::move(signature), SandboxEventKind::Signature);
    }
    // Sets end_time of every process with the pid.
    void setEndTime(const json::Value& pid, const json::Value& endTime);

    const json::Array& processes() const { return m_events["processes"].toArray(); }
    const json::Array& networkConnections() const { return m_events["network_connections"].toArray(); }
    const json::Array& signatures() const { return m_events["signatures"].toArray(); }
    const json::Object& analysisInformation() const { return m_events["analysis_information"].toObject(); }
    // When the analysis started; empty where that is not known.
    std::string_view startTime() const;

    // Normalises the whole and gives the body of the SANDBOX section. The events are gone then: there may be many.
    json::Object body();

private:
    bool isToBeNormalized() const;
    Added add(std::string_view list, json::Object event, SandboxEventKind kind);

    json::Object m_events;
    std::unordered_map<json::Value, std::vector<std::size_t>, json::ValueHash> m_processesByPid;
};

} // namespace core
