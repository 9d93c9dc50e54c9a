// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/sandboxevents.h"

#include "core/ioc/netvalidation.h"
#include "core/result/sandboxschema.h"

#include <array>
#include <cstdint>
#include <limits>

namespace core {

namespace {

using namespace sandboxschema;

constexpr std::int64_t DwordMax = std::numeric_limits<std::uint32_t>::max();

Regex anchored(std::string_view pattern)
{
    return Regex(std::string(pattern) + '$');
}

const Regex& addressPattern()
{
    static const Regex pattern = anchored(patterns::ipText());
    return pattern;
}

const Regex& domainPattern()
{
    static const Regex pattern = anchored(patterns::domainText());
    return pattern;
}

const Regex& reverseDomainPattern()
{
    static const Regex pattern(R"(^(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.)"
                               R"((?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.){3}in-addr\.arpa$)");
    return pattern;
}

const Regex& sha256Pattern()
{
    static const Regex pattern("^[A-Fa-f0-9]{64}$");
    return pattern;
}

constexpr std::string_view integrityLevels[] = {"low", "medium", "high", "system", "appcontainer"};
constexpr std::string_view signatureTypes[] = {"CUCKOO", "CAPE"};
constexpr std::string_view lookupTypes[] = {"A", "NS", "CNAME", "SOA", "PTR", "MX", "TEXT", "AAAA"};
constexpr std::string_view protocols[] = {"tcp", "udp"};
constexpr std::string_view directions[] = {"outbound", "inbound", "unknown"};
constexpr std::string_view connectionTypes[] = {"http", "dns"};
constexpr std::string_view routes[] = {"none", "inetsim", "drop", "internet", "tor", "vpn"};
constexpr std::string_view sandboxNames[] = {"CAPE"};

const Rules text{.type = Type::String};
const Rules nullableText{.type = Type::String, .nullable = true};
const Rules time{.type = Type::String, .isTime = true};
const Rules dword{.type = Type::Integer, .coerce = true, .min = 0, .max = DwordMax};
const Rules count{.type = Type::Integer, .coerce = true, .min = 0};
// The service's upper limit for ports never takes effect.
const Rules& port = count;
const Rules nullablePort{.type = Type::Integer, .nullable = true, .coerce = true, .mayBeEmpty = true, .min = 0};
const Rules texts{.type = Type::List, .mayBeEmpty = true, .items = &text};
const Rules nullableTexts{.type = Type::List, .nullable = true, .mayBeEmpty = true, .items = &text};
const Rules nullableList{.type = Type::List, .nullable = true, .mayBeEmpty = true};

Rules oneOf(std::span<const std::string_view> allowed, bool nullable = false)
{
    return {.type = Type::String, .nullable = nullable, .allowed = allowed};
}

Rules textUpTo(std::size_t length, bool nullable = false, bool mayBeEmpty = false)
{
    return {.type = Type::String, .nullable = nullable, .mayBeEmpty = mayBeEmpty, .maxLength = length};
}

const Schema& processSchema()
{
    static const Schema schema{
        {"image", true, text},
        {"start_time", true, time},
        {"end_time", false, time},
        {"pid", true, dword},
        {"ppid", true, dword},
        {"command_line", false, textUpTo(1024, true)},
        {"safelisted", true, {.type = Type::Boolean}},
        {"integrity_level", false, oneOf(integrityLevels, true)},
        {"image_hash", false, {.type = Type::String, .nullable = true, .patterns = {&sha256Pattern()}}},
        {"original_file_name", false, nullableText},
        {"file_count", false, count},
        {"registry_count", false, count},
        {"sources", false, nullableTexts},
    };
    return schema;
}

const Schema& signatureSchema()
{
    static const Schema attackSchema{
        {"attack_id", true, text},
        {"pattern", true, text},
        {"categories", true, nullableTexts},
    };
    static const Rules attack{.type = Type::Dict, .members = &attackSchema};
    static const Rules mark{.type = Type::Dict, .neverEmpty = true};
    static const Schema schema{
        {"name", true, textUpTo(256)},
        {"type", true, oneOf(signatureTypes)},
        {"classification", true, text},
        {"attacks", true, {.type = Type::List, .mayBeEmpty = true, .items = &attack}},
        {"actors", true, texts},
        {"malware_families", true, texts},
        {"data", true, {.type = Type::List, .mayBeEmpty = true, .items = &mark}},
        {"score", true, dword},
        {"pid", true, {.type = Type::List, .nullable = true, .mayBeEmpty = true, .items = &dword}},
        {"description", true, textUpTo(256, false, true)},
        {"sources", false, nullableTexts},
    };
    return schema;
}

const Schema& networkConnectionSchema()
{
    static const Schema dnsSchema{
        {"domain", true,
            {.type = Type::String, .patterns = {&domainPattern(), &addressPattern(), &reverseDomainPattern()}}},
        {"resolved_ips", false, nullableList},
        {"resolved_domains", false, nullableList},
        {"lookup_type", true, oneOf(lookupTypes)},
    };
    static const Rules address{.type = Type::String, .patterns = {&addressPattern()}};
    static const Schema schema{
        {"destination_ip", true, address},
        {"destination_port", true, port},
        {"transport_layer_protocol", true, oneOf(protocols)},
        {"direction", true, oneOf(directions)},
        {"process", false, {.type = Type::Integer, .nullable = true, .coerce = true, .min = 0, .max = DwordMax}},
        {"source_ip", false,
            {.type = Type::String, .nullable = true, .mayBeEmpty = true, .patterns = {&addressPattern()}}},
        {"source_port", false, nullablePort},
        // The service's own check of headers never passes, so no HTTP connection reaches the body.
        {"http_details", false, {.nullable = true, .isRefused = true}},
        {"dns_details", false, {.type = Type::Dict, .nullable = true, .mayBeEmpty = true, .members = &dnsSchema}},
        {"smtp_details", false, {.nullable = true, .isRefused = true}},
        {"connection_type", true, oneOf(connectionTypes, true)},
        {"time_observed", false, {.type = Type::String, .nullable = true, .mayBeEmpty = true, .isTime = true}},
        {"sources", false, nullableTexts},
    };
    return schema;
}

const Schema& analysisInformationSchema()
{
    static const Schema machineSchema{
        {"ip", true, {.type = Type::String, .patterns = {&addressPattern()}}},
        {"hypervisor", true, textUpTo(256, true, true)},
        {"hostname", true, {.type = Type::String, .patterns = {&domainPattern(), &addressPattern()}}},
        {"platform", true, textUpTo(256, true, true)},
        {"version", true, textUpTo(256, true, true)},
        {"architecture", true, textUpTo(256, true, true)},
    };
    static const Schema metadataSchema{
        {"start_time", true, time},
        {"task_id", true, dword},
        {"end_time", true, time},
        {"routing", true, oneOf(routes)},
        {"machine_metadata", false,
            {.type = Type::Dict, .nullable = true, .mayBeEmpty = true, .members = &machineSchema}},
        {"window_size", false, {.type = Type::String, .nullable = true, .mayBeEmpty = true}},
    };
    static const Schema schema{
        {"analysis_metadata", true, {.type = Type::Dict, .members = &metadataSchema}},
        {"sandbox_name", true, oneOf(sandboxNames)},
        {"sandbox_version", true, textUpTo(64)},
    };
    return schema;
}

const Schema& schemaOf(SandboxEventKind kind)
{
    switch (kind) {
    case SandboxEventKind::Process:
        return processSchema();
    case SandboxEventKind::NetworkConnection:
        return networkConnectionSchema();
    case SandboxEventKind::Signature:
        return signatureSchema();
    case SandboxEventKind::AnalysisInformation:
        break;
    }
    return analysisInformationSchema();
}

} // namespace

std::expected<json::Object, std::string_view> checkedSandboxEvent(const json::Object& event, SandboxEventKind kind)
{
    const Schema& schema = schemaOf(kind);
    json::Object normal = event;
    const bool isNormal = normalize(normal, schema);
    if (const auto refused = refusedField(normal, schema); refused || !isNormal) {
        return std::unexpected(refused.value_or(std::string_view()));
    }
    return normal;
}

json::Object normalizedSandboxEvent(json::Object event, SandboxEventKind kind)
{
    normalize(event, schemaOf(kind));
    return event;
}

std::expected<json::Object, std::string_view> validatedSandboxEvent(json::Object event, SandboxEventKind kind)
{
    auto normal = checkedSandboxEvent(event, kind);
    if (!normal) {
        return normal;
    }
    json::Value original(std::move(event));
    json::Value changed(std::move(*normal));
    return std::move(*(looksSame(original, changed) ? original : changed).object());
}

SandboxEvents::SandboxEvents(json::Object analysisInformation)
    : m_events{{"signatures", json::Array()}, {"network_connections", json::Array()}, {"processes", json::Array()},
          {"analysis_information", std::move(analysisInformation)}}
{
}

SandboxEvents::Added SandboxEvents::add(std::string_view list, json::Object event, SandboxEventKind kind)
{
    auto valid = validatedSandboxEvent(std::move(event), kind);
    if (!valid) {
        return std::unexpected(valid.error());
    }
    if (kind == SandboxEventKind::Signature) {
        valid->set("data", json::Array()); // checked, and not part of the body
    }
    json::Array& events = *m_events[list].array();
    if (kind == SandboxEventKind::Process) {
        m_processesByPid[(*valid)["pid"]].push_back(events.size());
    }
    events.push_back(std::move(*valid));
    return {};
}

void SandboxEvents::setEndTime(const json::Value& pid, const json::Value& endTime)
{
    const auto places = m_processesByPid.find(pid);
    if (places == m_processesByPid.end()) {
        return;
    }
    for (const std::size_t place : places->second) {
        (*m_events["processes"].array())[place].object()->set("end_time", endTime);
    }
}

std::string_view SandboxEvents::startTime() const
{
    return m_events["analysis_information"]["analysis_metadata"]["start_time"].toString();
}

} // namespace core
