// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/taskfields.h"

#include "core/ioc/text.h"
#include "core/submission/dllexports.h"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>
#include <set>

namespace core::submission {

namespace {

// CAPE would unpack these and submit each file in them; "file=" keeps the archive whole.
constexpr std::array wholeArchives{
    "archive/iso", "archive/rar", "archive/vhd", "archive/udf", "archive/zip", "archive/7-zip"};

std::string join(const auto& parts, std::string_view separator)
{
    std::string text;
    std::string_view before; // the first part has nothing before it, even where it is empty
    for (const std::string& part : parts) {
        text.append(before).append(part);
        before = separator;
    }
    return text;
}

Note exportsNote(const std::vector<std::string>& run, const std::vector<std::string>& available)
{
    std::string body = "The following exports were executed: " + join(run, ", ");
    std::set<std::string> others(available.begin(), available.end());
    for (const std::string& name : run) {
        others.erase(name);
    }
    if (!others.empty()) {
        body += std::format("\nThere were {} other exports: {}", others.size(), join(others, ", "));
    }
    return {"Executed Multiple DLL Exports", std::move(body)};
}

void addDllOptions(std::vector<std::string>& options, const Parameters& parameters, const PoolConfig& config,
    const FileFacts& file, std::vector<Note>& notes)
{
    if (!parameters.dllFunction.empty()) {
        options.push_back("function=" + parameters.dllFunction);
        if (parameters.dllFunction.contains(':')) {
            options.emplace_back("enable_multi=true");
        }
        return;
    }
    const auto available = offeredDllExports(file.dllExports);
    const auto run = chooseDllExports(available, config.maxDllExports);
    options.push_back("function=" + join(run, ":"));
    options.emplace_back("enable_multi=true");
    notes.push_back(exportsNote(run, available));
}

void addPasswordOptions(std::vector<std::string>& options, const Parameters& parameters, const FileFacts& file)
{
    if (!file.type.starts_with("archive/")) {
        return;
    }
    if (!parameters.password.empty()) {
        options.push_back("password=" + parameters.password);
        if (parameters.password.contains(':')) {
            options.emplace_back("enable_multi_password=true");
        }
    } else if (!file.knownPasswords.empty()) {
        options.push_back("password=" + join(file.knownPasswords, ":"));
        options.emplace_back("enable_multi_password=true");
    }
}

std::string packageOf(const Parameters& parameters, const PoolConfig& config, const std::string& fileType)
{
    if (!parameters.package.empty() && parameters.package != "None") {
        return parameters.package;
    }
    if (config.useAntiVmPackages) {
        if (fileType == "document/office/word") {
            return "doc_antivm";
        }
        if (fileType == "code/javascript" || fileType == "code/jscript") {
            return "js_antivm";
        }
    }
    // CAPE's "archive" package can do more than its "rar".
    return fileType == "archive/rar" ? "archive" : "";
}

// What the service never sends, and so only where the analyst chose it.
void addOwnFields(json::Object& fields, const Parameters& parameters)
{
    if (parameters.priority != Parameters().priority) {
        fields.set("priority", parameters.priority);
    }
    for (const auto& [name, value] : {std::pair("tlp", &parameters.tlp), std::pair("tags_tasks", &parameters.taskTags),
             std::pair("custom", &parameters.custom)}) {
        if (!value->empty()) {
            fields.set(name, *value);
        }
    }
}

} // namespace

json::Object taskFields(json::Object fields, const Parameters& parameters, const PoolConfig& config,
    const FileFacts& file, bool withoutMonitor, std::vector<Note>& notes)
{
    fields.set("enforce_timeout", parameters.analysisTimeout != 0);
    fields.set("timeout", parameters.analysisTimeout != 0 ? parameters.analysisTimeout : config.defaultAnalysisTimeout);
    fields.set("clock", parameters.clock);

    std::vector<std::string> options;
    if (file.type.contains("dll")) {
        addDllOptions(options, parameters, config, file, notes);
    } else if (std::ranges::contains(wholeArchives, file.type)) {
        options.emplace_back("file=");
    }
    if (const std::string package = packageOf(parameters, config, file.type); !package.empty()) {
        fields.set("package", package);
    }
    if (!parameters.arguments.empty()) {
        options.push_back("arguments=" + parameters.arguments);
    }
    if (parameters.dumpMemory && config.machinerySupportsMemoryDumps) {
        fields.set("memory", true);
    } else if (parameters.dumpMemory) {
        notes.push_back({"CAPE Machinery Cannot Generate Memory Dumps.", {}});
    }
    if (withoutMonitor) {
        options.emplace_back("free=yes");
    }
    if (parameters.forceSleepSkip) {
        options.emplace_back("force-sleepskip=1");
    }
    if (!parameters.simulateUser) {
        options.emplace_back("nohuman=true");
    }
    if (parameters.deepScan) {
        options.emplace_back("hollowshunter=all");
    }
    if (!parameters.hollowsHunterArguments.empty()) {
        options.push_back("hh_args=" + parameters.hollowsHunterArguments);
    }
    if (!parameters.routing.empty()) {
        fields.set("route", lowerCase(parameters.routing));
    }
    if (config.limitMonitorApis) {
        options.emplace_back("api-cap=1000");
    }
    addPasswordOptions(options, parameters, file);
    // The service appends the custom options even when there are none: its comma is part of what CAPE stores.
    fields.set("options", join(options, ",") + "," + parameters.customOptions);
    addOwnFields(fields, parameters);
    return fields;
}

std::string sentOptions(std::string_view planned)
{
    static constexpr std::string_view exports = "function=";
    const auto parts = [](std::string_view text, char separator) {
        std::vector<std::string> found;
        for (const auto part : std::views::split(text, separator)) {
            if (!part.empty()) {
                found.emplace_back(part.begin(), part.end());
            }
        }
        return found;
    };
    std::vector<std::string> options = parts(planned, ',');
    for (std::string& option : options) {
        if (!option.starts_with(exports)) {
            continue;
        }
        std::vector<std::string> once;
        for (std::string& name : parts(std::string_view(option).substr(exports.size()), ':')) {
            if (!std::ranges::contains(once, name)) {
                once.push_back(std::move(name));
            }
        }
        option = std::string(exports) + join(once, ":");
    }
    return join(options, ",");
}

} // namespace core::submission
