// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/value.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

    // What the service has from Assemblyline's submission, or leaves to CAPE.
    bool deepScan = false; // HollowsHunter takes everything
    std::int64_t priority = 1; // 1 to 3, as CAPE counts: 1 is the normal one and is not sent
    std::string tlp; // "clear", "green", ...; empty: none
    std::string taskTags; // separated by commas
    std::string custom; // free text that CAPE keeps with the task

    // Reads the service's names; a missing one keeps its default. BadInput where a value is of another kind.
    static Result<Parameters> fromJson(const json::Value& object);
    json::Object toJson() const;
    // The names, in the order of toJson().
    static std::vector<std::string_view> names();
    // Sets one from text, as on a command line: a whole number, "true" or "false" (also yes, no, 1, 0, on, off), or the
    // text itself. NotFound for a name that there is not, BadInput for a text that is no such value.
    Result<void> set(std::string_view name, std::string_view text);

    friend bool operator==(const Parameters&, const Parameters&) = default;
};

} // namespace core::submission
