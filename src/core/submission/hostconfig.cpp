// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/hostconfig.h"

#include "core/submission/fieldreader.h"

namespace core::submission {

namespace {

constexpr const char* availableMachines = "available_machines";

// The one list of names: `visit` sees each with its member.
template <typename Config, typename Visitor>
void visitMembers(Config&& config, Visitor visit)
{
    visit("allowed_images", config.allowedImages);
    visit("routing_list", config.routes);
    visit("default_analysis_timeout_in_seconds", config.defaultAnalysisTimeout);
    visit("max_dll_exports_exec", config.maxDllExports);
    visit("service_timeout_in_seconds", config.serviceTimeout);
    visit("enforce_routing", config.enforceRouting);
    visit("limit_monitor_apis", config.limitMonitorApis);
    visit("machinery_supports_memory_dumps", config.machinerySupportsMemoryDumps);
    visit("multi_routing_hosts", config.multiRoutingHosts);
    visit("retry_on_no_machine", config.retryOnNoMachine);
    visit("use_antivm_packages", config.useAntiVmPackages);
}

json::Value valueOf(const std::vector<std::string>& texts)
{
    return json::Array(texts.begin(), texts.end());
}

template <typename T>
json::Value valueOf(T value)
{
    return value;
}

} // namespace

Result<Host> Host::fromJson(const json::Value& object)
{
    Host host;
    FieldReader reader(object);
    reader.read("ip", host.ip);
    reader.read("pending", host.pending);
    reader.read("available", host.available);
    reader.read("internet_connected", host.internetConnected);
    reader.read("inetsim_connected", host.inetsimConnected);
    if (auto error = reader.error()) {
        return std::unexpected(*error);
    }
    for (const json::Value& machine : object["machines"].toArray()) {
        host.machines.push_back({std::string(machine["name"].toString()), std::string(machine["platform"].toString())});
    }
    return host;
}

Result<PoolConfig> PoolConfig::fromJson(const json::Value& object)
{
    PoolConfig config;
    FieldReader reader(object);
    visitMembers(config, [&reader](const char* name, auto& member) { reader.read(name, member); });
    if (auto error = reader.error()) {
        return std::unexpected(*error);
    }
    config.autoArchitecture = object["auto_architecture"];
    config.preferAvailableMachines = object["round_robin_type"].toString() == availableMachines;
    return config;
}

json::Object PoolConfig::toJson() const
{
    json::Object object;
    visitMembers(*this, [&object](const char* name, const auto& member) { object.append(name, valueOf(member)); });
    object.append("auto_architecture", autoArchitecture);
    object.append("round_robin_type", preferAvailableMachines ? availableMachines : "default");
    return object;
}

} // namespace core::submission
