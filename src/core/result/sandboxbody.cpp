// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/sandboxevents.h"

#include "core/json/python.h"
#include "core/result/sandboxschema.h"

#include <utility>

// The body of a SANDBOX section, member by member as Assemblyline's service library writes it.
namespace core {

namespace {

json::Value listOrEmpty(const json::Value& value)
{
    return json::python::truthy(value) ? value : json::Array();
}

json::Object analysisItem(const json::Value& information)
{
    const json::Value& metadata = information["analysis_metadata"];
    return {
        {"sandbox_name", information["sandbox_name"]},
        {"sandbox_version", information["sandbox_version"]},
        {"analysis_metadata",
            json::Object{
                {"task_id", metadata["task_id"]},
                {"start_time", metadata["start_time"]},
                {"end_time", metadata["end_time"]},
                {"routing", metadata["routing"]},
                {"window_size", nullptr},
                {"machine_metadata", nullptr},
            }},
    };
}

// The service counts file and registry events, and then leaves the counts out.
json::Object processItem(const json::Value& process)
{
    const json::Value& image = process["image"];
    return {
        {"image", json::python::truthy(image) ? image : json::Value("<unknown_image>")},
        {"start_time", process["start_time"]},
        {"sources", listOrEmpty(process["sources"])},
        {"ppid", process["ppid"]},
        {"pid", process["pid"]},
        {"command_line", process["command_line"]},
        {"end_time", process["end_time"]},
        {"integrity_level", process["integrity_level"]},
        {"image_hash", process["image_hash"]},
        {"original_file_name", process["original_file_name"]},
        {"safelisted", process["safelisted"]},
        {"file_count", 0},
        {"registry_count", 0},
    };
}

json::Object connectionItem(const json::Value& connection)
{
    const bool isDns = connection["connection_type"] == json::Value("dns");
    json::Object item{
        {"destination_ip", connection["destination_ip"]},
        {"destination_port", connection["destination_port"]},
        {"transport_layer_protocol", isDns ? json::Value() : connection["transport_layer_protocol"]},
        {"direction", connection["direction"]},
        {"process", connection["process"]},
        {"sources", listOrEmpty(connection["sources"])},
        {"source_ip", connection["source_ip"]},
        {"source_port", connection["source_port"]},
        {"time_observed", connection["time_observed"]},
        {"connection_type", connection["connection_type"]},
    };
    if (isDns) {
        const json::Value& dns = connection["dns_details"];
        item.append("dns_details",
            json::Object{
                {"domain", dns["domain"]},
                {"lookup_type", dns["lookup_type"]},
                {"resolved_ips", listOrEmpty(dns["resolved_ips"])},
                {"resolved_domains", listOrEmpty(dns["resolved_domains"])},
            });
    }
    return item;
}

json::Object signatureItem(const json::Value& signature)
{
    json::Array attacks;
    for (const json::Value& attack : signature["attacks"].toArray()) {
        attacks.push_back(json::Object{
            {"attack_id", attack["attack_id"]},
            {"pattern", attack["pattern"]},
            {"categories", listOrEmpty(attack["categories"])},
        });
    }
    return {
        {"name", signature["name"]},
        {"type", signature["type"]},
        {"sources", listOrEmpty(signature["sources"])},
        {"classification", signature["classification"]},
        {"attacks", std::move(attacks)},
        {"actors", listOrEmpty(signature["actors"])},
        {"malware_families", listOrEmpty(signature["malware_families"])},
        {"description", signature["description"]},
        {"pid", listOrEmpty(signature["pid"])},
        {"score", signature["score"]},
    };
}

struct EventList {
    std::string_view name;
    SandboxEventKind kind;
    json::Object (*item)(const json::Value&);
};

constexpr EventList eventLists[] = {
    {"processes", SandboxEventKind::Process, processItem},
    {"network_connections", SandboxEventKind::NetworkConnection, connectionItem},
    {"signatures", SandboxEventKind::Signature, signatureItem},
};

// Makes the items of a list, and gives back the memory of each event as it goes.
json::Array taken(json::Array& events, const EventList& list, bool normalized)
{
    json::Array items;
    items.reserve(events.size());
    for (json::Value& value : events) {
        json::Value event = std::move(value);
        if (normalized) {
            event = normalizedSandboxEvent(std::move(*event.object()), list.kind);
        }
        items.push_back(list.item(event));
    }
    events.clear();
    return items;
}

} // namespace

// The service checks the whole once more, and takes its normal form unless that looks the same; of a list it looks at
// the first event alone. One event at a time, since two more copies of all of them would not fit.
bool SandboxEvents::isToBeNormalized() const
{
    bool isSame = true;
    for (const EventList& list : eventLists) {
        const json::Array& events = m_events[list.name].toArray();
        bool hasFirst = events.empty();
        for (const json::Value& event : events) {
            const auto normal = checkedSandboxEvent(event.toObject(), list.kind);
            if (!normal) {
                return false;
            }
            hasFirst = hasFirst || sandboxschema::looksSame(events.front(), json::Value(*normal));
        }
        isSame = isSame && hasFirst;
    }
    const json::Object& information = analysisInformation();
    const auto normal = checkedSandboxEvent(information, SandboxEventKind::AnalysisInformation);
    return normal && !(isSame && sandboxschema::looksSame(json::Value(information), json::Value(*normal)));
}

json::Object SandboxEvents::body()
{
    const bool normalized = isToBeNormalized();
    json::Object information = analysisInformation();
    if (normalized) {
        information = normalizedSandboxEvent(std::move(information), SandboxEventKind::AnalysisInformation);
    }
    json::Object body{{"analysis_information", analysisItem(json::Value(std::move(information)))}};
    for (const EventList& list : eventLists) {
        body.append(std::string(list.name), taken(*m_events[list.name].array(), list, normalized));
    }
    return body;
}

} // namespace core
