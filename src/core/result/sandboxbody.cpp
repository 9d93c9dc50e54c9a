// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/sandboxevents.h"

#include "core/json/python.h"

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

json::Array items(const json::Value& events, json::Object (*item)(const json::Value&))
{
    json::Array list;
    list.reserve(events.size());
    for (const json::Value& event : events.toArray()) {
        list.push_back(item(event));
    }
    return list;
}

} // namespace

json::Object SandboxEvents::body() const
{
    const auto complete = validatedSandboxEvent(m_events, SandboxEventKind::Complete);
    const json::Object& events = complete ? *complete : m_events;
    return {
        {"analysis_information", analysisItem(events["analysis_information"])},
        {"processes", items(events["processes"], processItem)},
        {"network_connections", items(events["network_connections"], connectionItem)},
        {"signatures", items(events["signatures"], signatureItem)},
    };
}

} // namespace core
