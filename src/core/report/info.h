// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace core {

// The guest that ran the sample.
struct Machine {
    std::optional<std::int64_t> id;
    std::string name;
    std::string label;
    std::string platform;
    std::string manager;
    std::string status;
    std::string startedOn;
    std::string shutdownOn;
};

// The report's "info": the analysis itself; times are the sandbox's local ones, "YYYY-MM-DD HH:MM:SS".
struct Info {
    std::optional<std::int64_t> id;
    std::string version;
    std::string started;
    std::string ended;
    std::optional<std::int64_t> duration; // seconds
    std::string category; // "file", "url", ...
    std::string package;
    std::string route;
    std::string custom;
    std::string tlp;
    std::string sourceUrl;
    bool timedOut = false;
    Machine machine;
    std::vector<std::pair<std::string, std::string>> options;
};

// The report's "debug": the sandbox's own log.
struct Debug {
    std::string log;
    std::vector<std::string> errors;
};

// A family that the sandbox names for the whole analysis.
struct Detection {
    std::string family;
    std::string details; // JSON text of what the sandbox bases it on
};

} // namespace core
