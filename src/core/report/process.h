// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/apicallstore.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace core {

// An item of behavior.processes; `calls` is its range in the report's ApiCallStore.
struct Process {
    std::optional<std::int64_t> pid;
    std::optional<std::int64_t> parentPid;
    std::string name;
    std::string modulePath;
    std::string firstSeen;
    std::string commandLine;
    std::vector<std::pair<std::string, std::string>> environ;
    std::vector<std::string> threads;
    IndexRange calls;
};

// A node of behavior.processtree.
struct ProcessNode {
    std::optional<std::int64_t> pid;
    std::optional<std::int64_t> parentPid;
    std::string name;
    std::string modulePath;
    std::string commandLine;
    std::vector<ProcessNode> children;
};

} // namespace core
