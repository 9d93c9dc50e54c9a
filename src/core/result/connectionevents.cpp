// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/connectionevents.h"

#include "core/json/python.h"
#include "core/result/conversioncontext.h"
#include "core/result/sandboxevents.h"

namespace core::connectionevents {

using json::python::truthy;

namespace {

std::optional<std::string> text(const json::Value& value)
{
    return value.isString() ? std::optional<std::string>(value.toString()) : std::nullopt;
}

// What a check refuses whatever is in it: an event has many, and a process may have much to say.
template <typename Object>
json::Value refusedOrNull(const std::shared_ptr<Object>& object)
{
    return object ? json::Value(json::Object()) : json::Value();
}

json::Value orNull(const std::optional<std::string>& text)
{
    return text ? json::Value(*text) : json::Value();
}

} // namespace

ObjectIdPtr createObjectId(const ConversionContext& context, const json::Object& identity,
    std::optional<std::string> guid, const json::Value& timeObserved)
{
    const SandboxPtr sandbox = context.ontology.sandbox();
    std::string tag
        = json::python::str(identity["destination_ip"]) + ':' + json::python::str(identity["destination_port"]);
    return context.ontology.createObjectId(std::move(tag), networkOid(identity),
        sandbox ? sandbox->objectId->session : std::nullopt, std::move(guid), text(timeObserved));
}

void settleProcess(Ontology& ontology, NetworkConnection& connection, const json::Value& pid, const json::Value& image)
{
    if (!truthy(pid)) {
        return;
    }
    if (!connection.process) {
        connection.process = ontology.processByPid(pid);
    } else if (truthy(image)) {
        ProcessFields fields;
        fields.image = text(image);
        fields.pid = pid;
        ontology.updateConnectionProcess(connection, nullptr, fields);
    }
}

json::Object eventOf(const NetworkConnection& connection, const std::vector<std::string>& sources)
{
    json::Object event;
    event.append("destination_ip", connection.destinationIp);
    event.append("destination_port", connection.destinationPort);
    event.append("transport_layer_protocol", connection.transportLayerProtocol);
    event.append("direction", connection.direction);
    event.append("process", refusedOrNull(connection.process));
    event.append("source_ip", connection.sourceIp);
    event.append("source_port", connection.sourcePort);
    event.append("http_details", refusedOrNull(connection.http));
    event.append("dns_details", connection.dns ? json::Value(connection.dns->toJson()) : json::Value());
    event.append("connection_type", orNull(connection.connectionType));
    event.append("time_observed", orNull(connection.objectId->timeObserved));
    event.append("sources", json::Array(sources.begin(), sources.end()));
    return event;
}

void add(SandboxEvents& events, const NetworkConnection& connection, const std::vector<std::string>& sources)
{
    events.addNetworkConnection(eventOf(connection, sources));
}

} // namespace core::connectionevents
