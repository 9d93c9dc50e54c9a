// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/ontology/objects.h"

#include "core/reference/attack.h"

#include <algorithm>

namespace core {

namespace {

template <typename T>
json::Value orNull(const std::optional<T>& value)
{
    return value ? json::Value(*value) : json::Value();
}

template <typename T>
json::Value orNull(const std::shared_ptr<T>& object)
{
    return object ? json::Value(object->toJson()) : json::Value();
}

template <typename Items>
json::Array listOf(const Items& items)
{
    json::Array list;
    list.reserve(items.size());
    for (const auto& item : items) {
        list.emplace_back(item.toJson());
    }
    return list;
}

} // namespace

json::Object OntologyProcess::toJson() const
{
    return json::Object{
        {"objectid", orNull(objectId)},
        {"image", orNull(fields.image)},
        {"start_time", orNull(fields.startTime)},
        {"pobjectid", orNull(parentObjectId)},
        {"pimage", orNull(fields.parentImage)},
        {"pcommand_line", fields.parentCommandLine},
        {"ppid", fields.ppid},
        {"pid", fields.pid},
        {"command_line", fields.commandLine},
        {"end_time", orNull(fields.endTime)},
        {"integrity_level", orNull(fields.integrityLevel)},
        {"image_hash", orNull(fields.imageHash)},
        {"original_file_name", orNull(fields.originalFileName)},
        {"loaded_modules", orNull(fields.loadedModules)},
        {"services_involved", orNull(fields.servicesInvolved)},
    };
}

json::Object NetworkDns::toJson() const
{
    return json::Object{
        {"domain", domain},
        {"resolved_ips", resolvedIps},
        {"resolved_domains", resolvedDomains},
        {"lookup_type", lookupType},
    };
}

json::Object NetworkHttp::toJson() const
{
    return json::Object{
        {"request_uri", requestUri},
        {"request_method", requestMethod},
        {"request_headers", requestHeaders},
        {"response_headers", responseHeaders},
        {"request_body", requestBody},
        {"response_status_code", responseStatusCode},
        {"response_body", responseBody},
    };
}

json::Object NetworkConnection::toJson() const
{
    return json::Object{
        {"objectid", orNull(objectId)},
        {"destination_ip", destinationIp},
        {"destination_port", destinationPort},
        {"transport_layer_protocol", transportLayerProtocol},
        {"direction", direction},
        {"process", orNull(process)},
        {"source_ip", sourceIp},
        {"source_port", sourcePort},
        {"http_details", orNull(http)},
        {"dns_details", orNull(dns)},
        {"connection_type", orNull(connectionType)},
    };
}

json::Object SignatureAttribute::toJson() const
{
    return json::Object{
        {"source", orNull(source)},
        {"target", orNull(target)},
        {"action", orNull(action)},
        {"meta", orNull(meta)},
        {"event_record_id", orNull(eventRecordId)},
        {"domain", orNull(domain)},
        {"uri", orNull(uri)},
        {"file_hash", orNull(fileHash)},
    };
}

json::Object AttackItem::toJson() const
{
    return json::Object{{"attack_id", attackId}, {"pattern", pattern}, {"categories", categories}};
}

std::optional<AttackItem> attackItem(std::string_view attackId)
{
    const std::string id(reference::replacementOfRevoked(attackId).value_or(attackId));
    if (const auto technique = reference::attackTechnique(id)) {
        json::Array categories;
        for (const std::string_view category : technique->categories) {
            categories.emplace_back(category);
        }
        return AttackItem{id, std::string(technique->name), std::move(categories)};
    }
    if (const auto software = reference::attackSoftware(id)) {
        return AttackItem{id, std::string(software->name), json::Array{"software"}};
    }
    if (const auto group = reference::attackGroup(id)) {
        return AttackItem{id, std::string(group->name), json::Array{"group"}};
    }
    return std::nullopt;
}

void OntologySignature::addAttackId(std::string_view attackId)
{
    std::optional<AttackItem> item = attackItem(attackId);
    if (item && !std::ranges::contains(attacks, item->attackId, &AttackItem::attackId)) {
        attacks.push_back(std::move(*item));
    }
}

void OntologySignature::addAttribute(const SignatureAttribute& attribute)
{
    if (knownAttributes.insert(json::dump(attribute.toJson())).second) {
        attributes.push_back(attribute);
    }
}

json::Object OntologySignature::toJson() const
{
    return json::Object{
        {"objectid", orNull(objectId)},
        {"name", name},
        {"type", type},
        {"classification", classification},
        {"attributes", listOf(attributes)},
        {"attacks", listOf(attacks)},
        {"actors", actors},
        {"malware_families", malwareFamilies},
    };
}

json::Object MachineMetadata::toJson() const
{
    return json::Object{
        {"ip", ip},
        {"hypervisor", hypervisor},
        {"hostname", hostname},
        {"platform", platform},
        {"version", version},
        {"architecture", architecture},
    };
}

json::Object Sandbox::analysisMetadata() const
{
    return json::Object{
        {"start_time", startTime},
        {"task_id", taskId},
        {"end_time", endTime},
        {"routing", routing},
        {"machine_metadata", machine ? json::Value(machine->toJson()) : json::Value()},
    };
}

json::Object Sandbox::toJson() const
{
    return json::Object{
        {"objectid", orNull(objectId)},
        {"analysis_metadata", analysisMetadata()},
        {"sandbox_name", name},
        {"sandbox_version", version},
    };
}

} // namespace core
