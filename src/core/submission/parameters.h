// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/value.h"

#include <cstdint>
#include <string>

namespace core::submission {

// What an analyst chooses for one submission, under the names, defaults and meaning that the Assemblyline CAPE service
// gives them (resources/reference/submission_params.json).
struct Parameters {
    std::int64_t analysisTimeout = 0; // seconds; 0: the profile's default, which is then not enforced
    std::string specificImage = "auto"; // an image tag, "auto", "auto_all" or "all"
    std::string specificMachine; // a machine's name, or host:name where there are several hosts
    std::string platform = "none"; // "none", "windows" or "linux"
    std::string dllFunction;
    std::string arguments;
    std::string customOptions;
    std::string clock; // MM-DD-YYYY HH:MM:SS
    std::string package = "None";
    std::string routing = "none";
    std::string password;
    std::string hollowsHunterArguments;
    bool dumpMemory = false;
    bool forceSleepSkip = true;
    bool noMonitor = false;
    bool monitoredAndUnmonitored = false;
    bool simulateUser = true;
    bool reboot = false;
    bool ignoreCache = false;

    // Reads the service's names; a missing one keeps its default. BadInput where a value is of another kind.
    static Result<Parameters> fromJson(const json::Value& object);
    json::Object toJson() const;

    friend bool operator==(const Parameters&, const Parameters&) = default;
};

} // namespace core::submission
