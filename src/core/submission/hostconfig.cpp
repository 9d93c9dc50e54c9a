// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/hostconfig.h"

#include "core/submission/fieldreader.h"

namespace core::submission {

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
        host.machines.push_back({machine["name"].toString(), machine["platform"].toString()});
    }
    return host;
}

Result<PoolConfig> PoolConfig::fromJson(const json::Value& object)
{
    PoolConfig config;
    FieldReader reader(object);
    reader.read("allowed_images", config.allowedImages);
    reader.read("routing_list", config.routes);
    reader.read("default_analysis_timeout_in_seconds", config.defaultAnalysisTimeout);
    reader.read("max_dll_exports_exec", config.maxDllExports);
    reader.read("enforce_routing", config.enforceRouting);
    reader.read("limit_monitor_apis", config.limitMonitorApis);
    reader.read("machinery_supports_memory_dumps", config.machinerySupportsMemoryDumps);
    reader.read("multi_routing_hosts", config.multiRoutingHosts);
    reader.read("retry_on_no_machine", config.retryOnNoMachine);
    reader.read("use_antivm_packages", config.useAntiVmPackages);
    if (auto error = reader.error()) {
        return std::unexpected(*error);
    }
    config.autoArchitecture = object["auto_architecture"];
    config.preferAvailableMachines = object["round_robin_type"].toString() == "available_machines";
    return config;
}

} // namespace core::submission
