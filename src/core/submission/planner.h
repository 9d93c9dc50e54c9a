// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/value.h"
#include "core/submission/hostconfig.h"
#include "core/submission/parameters.h"
#include "core/submission/taskfields.h"

#include <string>
#include <vector>

namespace core::submission {

// Everything that decides what is submitted where.
struct Case {
    FileFacts file;
    Parameters parameters;
    PoolConfig config;
    std::vector<Host> hosts;

    // The shape of `capewb plan CASE.json`: file_name, file_type, deep_scan, params, config, hosts, dll_exports,
    // passwords.
    static Result<Case> fromJson(const json::Value& object);
};

// One task to create: the hosts among which the choice is free, the name under which the file is sent, and the
// multipart fields beside it.
struct PlannedTask {
    std::string target; // the title of its section in the result
    std::vector<std::string> eligibleHosts; // the least busy ones
    std::vector<std::string> possibleHosts; // all that have what it needs, should none of those answer
    std::string fileName;
    json::Object fields;
};

struct Plan {
    std::vector<PlannedTask> tasks;
    std::vector<Note> notes;
    bool refused = false; // CAPE cannot run a file of this type

    json::Value toJson() const;
};

// What the Assemblyline CAPE service would submit: dialog, command line and `capewb plan` all use this. Errors where
// the service raises one: a machine without its host, no host that serves the route, nothing to choose from.
Result<Plan> plan(const Case& input);

} // namespace core::submission
