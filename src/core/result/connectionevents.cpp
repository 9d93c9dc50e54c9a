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
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

} // namespace

ObjectIdPtr createObjectId(const ConversionContext& context, const json::Object& identity,
                           std::optional<std::string> guid, const json::Value& timeObserved)
{
    const SandboxPtr sandbox = context.ontology.sandbox();
    std::string tag = json::python::str(identity["destination_ip"]) + ':'
        + json::python::str(identity["destination_port"]);
    return context.ontology.createObjectId(std::move(tag), networkOid(identity),
                                           sandbox ? sandbox->objectId->session : std::nullopt, std::move(guid),
                                           text(timeObserved));
}

void settleProcess(Ontology& ontology, NetworkConnection& connection, const json::Value& pid, const json::Value& image)
{
    if (!truthy(pid)) {
        return;
    }
    if (!connection.process) {
        connection.process = pid.isInteger() ? ontology.processByPid(pid.toInteger()) : nullptr;
    } else if (truthy(image)) {
        ProcessFields fields;
        fields.image = text(image);
        fields.pid = pid.isInteger() ? std::optional(pid.toInteger()) : std::nullopt;
        ontology.updateConnectionProcess(connection, nullptr, fields);
    }
}

json::Object eventOf(const NetworkConnection& connection, const std::vector<std::string>& sources)
{
    json::Object event = connection.toJson();
    const json::Value time = event["objectid"]["time_observed"];
    event.erase("objectid");
    event.set("time_observed", time);
    event.set("sources", json::Array(sources.begin(), sources.end()));
    return event;
}

void add(SandboxEvents& events, const NetworkConnection& connection, const std::vector<std::string>& sources)
{
    events.addNetworkConnection(eventOf(connection, sources));
}

} // namespace core::connectionevents
