// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::submission {

struct Machine {
    std::string name;
    std::string platform;
    std::vector<std::string> tags = {}; // an image may be one of these; in a case they do not count, as for the service
};

// A CAPE server as the planner sees it: what it has, how busy it is, where its routes lead.
struct Host {
    std::string ip; // its name in answers and in host:machine
    std::vector<Machine> machines;
    std::optional<std::int64_t> pending = 0; // tasks that wait; nothing: not known
    std::optional<std::int64_t> available = 0; // machines that are free; nothing: not known
    std::optional<bool> internetConnected; // not known: taken as connected
    std::optional<bool> inetsimConnected;
    bool machinesKnown = true; // otherwise it is taken to have what is asked for (see completed())

    static Result<Host> fromJson(const json::Value& object);
};

// What a profile or pool of profiles says of its servers (resources/reference/service_config.json), as far as it
// decides what is submitted.
struct PoolConfig {
    std::vector<std::string> allowedImages;
    // platform ("win", "ub") -> architecture ("x64", "x86") -> images, or with multi-routing "_on"/"_off" -> images
    json::Value autoArchitecture;
    std::vector<std::string> routes{"none", "inetsim", "drop", "internet", "tor", "vpn"};
    // Routes that the servers list beside these; no part of the service's configuration.
    std::vector<std::string> serverRoutes;
    std::int64_t defaultAnalysisTimeout = 150; // seconds
    std::int64_t maxDllExports = 5;
    std::int64_t serviceTimeout = 800; // seconds that a task may take in all; "service_timeout_in_seconds" here only
    bool enforceRouting = false;
    bool limitMonitorApis = false;
    bool machinerySupportsMemoryDumps = false;
    bool multiRoutingHosts = false;
    bool retryOnNoMachine = false;
    bool useAntiVmPackages = false;
    bool preferAvailableMachines = false; // else the shortest queue

    static Result<PoolConfig> fromJson(const json::Value& object);
    json::Object toJson() const;

    friend bool operator==(const PoolConfig&, const PoolConfig&) = default;
};

} // namespace core::submission
