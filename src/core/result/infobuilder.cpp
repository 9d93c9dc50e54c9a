// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/infobuilder.h"

#include "core/ioc/regex.h"
#include "core/ioc/tagvalidation.h"
#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/report/report.h"
#include "core/result/fieldwarning.h"
#include "core/result/isotime.h"

#include <algorithm>
#include <format>

namespace core::infobuilder {

namespace {

constexpr std::string_view informationTitle = "Analysis Information";
constexpr std::string_view machineTitle = "Machine Information";
constexpr std::string_view didNotExecuteTitle = "Sample Did Not Execute";
constexpr std::string_view errorsTitle = "Analysis Errors";
constexpr std::string_view routes[] = {"none", "inetsim", "drop", "internet", "tor", "vpn"};
constexpr std::string_view processors[] = {"x86", "x64"}; // the first that a machine's name holds is taken

std::string_view processorOf(std::string_view machineName)
{
    const auto isIn = [&](std::string_view processor) { return machineName.contains(processor); };
    const auto processor = std::ranges::find_if(processors, isIn);
    return processor == std::end(processors) ? std::string_view() : *processor;
}

// Machines are named by platform, version and processor, such as "win10x64".
std::string versionOf(std::string_view machineName)
{
    static const Regex pattern("(?:ub|win)(.*)(?:x64|x86)");
    const auto match = pattern.search(machineName);
    return match ? std::string(match->group(1)) : std::string();
}

const json::Value& field(const ConversionContext& context, std::string_view name)
{
    const json::Value* value = context.report.section("info").find(name);
    if (!value) {
        warnOfField(context.warnings, "info." + std::string(name));
    }
    return value ? *value : json::nullValue();
}

std::optional<std::string> timeField(const ConversionContext& context, std::string_view name)
{
    const json::Value& value = field(context, name);
    const auto time = value.isString() ? withMilliseconds(value.toString()) : std::nullopt;
    if (!time) {
        warnOfField(context.warnings, "info." + std::string(name));
    }
    return time;
}

// "00h 03m 51s\t(2024-01-31 10:00:00.000 to 2024-01-31 10:03:51.000)", hours within the day; -1 where it is not known.
json::Value durationText(const json::Value& duration, const std::string& start, const std::string& end)
{
    constexpr std::int64_t day = 24 * 60 * 60;
    const auto seconds = json::python::toInt(duration);
    if (!seconds || !seconds->isInteger() || !microseconds(double(seconds->toInteger()))) {
        return -1;
    }
    const std::int64_t ofDay = (seconds->toInteger() % day + day) % day;
    return std::format("{:02}h {:02}m {:02}s\t({} to {})", ofDay / 3600, ofDay / 60 % 60, ofDay % 60, start, end);
}

bool isRansomware(const ConversionContext& context)
{
    return std::ranges::any_of(context.report.section("signatures").toArray(),
        [](const json::Value& signature) { return signature["name"].toString().contains("ransomware"); });
}

// The errors in the analyzer's log, each once, without those that the monitor makes all the time.
std::vector<std::string> loggedErrors(std::string_view log)
{
    static constexpr std::string_view ignored[]
        = {"failed to open terminate event for pid", "could not open file", "not enough memory"};
    constexpr std::string_view marker = "error:";
    constexpr std::size_t shortest = 15; // characters
    std::vector<std::string> errors;
    std::unordered_set<std::string> known;
    for (std::size_t start = 0; start < log.size();) {
        const std::size_t end = std::min(log.find('\n', start), log.size());
        const std::string line = lowerCase(log.substr(start, end - start));
        start = end + 1;
        const std::size_t at = line.find(marker);
        if (at == std::string::npos) {
            continue;
        }
        const std::string error(stripped(std::string_view(line).substr(at + marker.size())));
        const auto isIn = [&](std::string_view noise) { return error.contains(noise); };
        if (std::ranges::any_of(ignored, isIn) || lengthOf(error) < shortest) {
            continue;
        }
        if (known.insert(error).second) {
            errors.push_back(capitalized(error));
        }
    }
    return errors;
}

// The text so far with one more line: as the service, a line that is no text stays what it is while it is the only one.
void addErrorLine(json::Value& body, const json::Value& error)
{
    json::Value line = error.isString() ? json::Value(safeStr(error.toString())) : error;
    if (!json::python::truthy(body)) {
        body = std::move(line);
        return;
    }
    if (!body.isString()) {
        body = json::python::str(body);
    }
    body.string()->append('\n' + json::python::str(line));
}

// The texts of a list are one line; null and any other list are none.
std::optional<json::Value> errorLine(const json::Value& error)
{
    if (!error.isArray()) {
        return error.isNull() ? std::nullopt : std::optional(error);
    }
    std::string line;
    for (const json::Value& part : error.toArray()) {
        if (!part.isString()) {
            return std::nullopt;
        }
        line += part.toString();
    }
    return line;
}

// What CAPE itself lists as errors.
json::Value listedErrors(ConversionContext& context, const json::Value& errors)
{
    bool isOdd = !errors.isArray();
    json::Value body;
    for (const json::Value& error : errors.toArray()) {
        const auto line = errorLine(error);
        isOdd |= !error.isString();
        if (line && error != json::Value("")) {
            addErrorLine(body, *line);
        }
    }
    if (isOdd) {
        warnOfField(context.warnings, "debug.errors");
    }
    return body;
}

bool isMonitored(const ConversionContext& context)
{
    return !(context.report.section("info")["options"]["free"] == json::Value("yes"));
}

} // namespace

std::optional<MachineInfo> findMachine(const Report& report, const ConversionOptions& options)
{
    if (options.machine || !options.machines) {
        return options.machine;
    }
    const json::Value& used = report.section("info")["machine"];
    const json::Value& name = used["name"];
    const auto machine = std::ranges::find_if(
        *options.machines, [&](const json::Value& known) { return name.isString() && known["name"] == name; });
    if (machine == options.machines->end()) {
        return std::nullopt;
    }
    MachineInfo info{.name = std::string(name.toString()),
        .manager = std::string(used["manager"].toString()),
        .platform = std::string((*machine)["platform"].toString()),
        .ip = std::string((*machine)["ip"].toString()),
        .tags = {}};
    for (const json::Value& tag : (*machine)["tags"].toArray()) {
        std::string shown = safeStr(json::python::str(tag));
        std::ranges::replace(shown, '_', ' ');
        info.tags.emplace_back(std::move(shown));
    }
    return info;
}

Section machineSection(const MachineInfo& machine)
{
    Section section(machineTitle, BodyFormat::KeyValue);
    section.setItem("Name", machine.name);
    section.setItem("Manager", machine.manager);
    section.setItem("Platform", machine.platform);
    section.setItem("IP", machine.ip);
    section.setItem("Tags", machine.tags);
    if (!machine.platform.empty()) {
        addTag(section, "dynamic.operating_system.platform", std::string_view(capitalized(machine.platform)));
    }
    if (const std::string_view processor = processorOf(machine.name); !processor.empty()) {
        addTag(section, "dynamic.operating_system.processor", processor);
    }
    if (const std::string version = versionOf(machine.name); !version.empty()) {
        addTag(section, "dynamic.operating_system.version", std::string_view(version));
    }
    return section;
}

void addInformation(ConversionContext& context, Section& parent)
{
    if (!json::python::truthy(context.report.section("info"))) {
        return;
    }
    const auto start = timeField(context, "started");
    const auto end = timeField(context, "ended");
    const json::Value& taskId = field(context, "id");
    const json::Value& version = field(context, "version");
    const json::Value& route = field(context, "route");
    if (!route.isString() || !std::ranges::contains(routes, std::string_view(route.toString()))) {
        warnOfField(context.warnings, "info.route");
    }

    const auto sandbox = std::make_shared<Sandbox>();
    sandbox->startTime = start.value_or(sandbox->startTime);
    sandbox->endTime = end.value_or(sandbox->endTime);
    sandbox->name = context.ontology.serviceName();
    if (version != json::Value("")) {
        sandbox->version = version;
    }
    sandbox->taskId = json::python::truthy(taskId) ? taskId : json::Value();
    sandbox->routing = json::python::truthy(route) ? route : json::Value();
    sandbox->objectId = context.ontology.createObjectId(sandbox->name,
        sandboxOid(sandbox->name, version, sandbox->startTime, sandbox->endTime, taskId), randomSession());

    Section section(informationTitle, BodyFormat::KeyValue);
    section.setItem("CAPE Task ID", taskId);
    section.setItem("Duration", durationText(field(context, "duration"), sandbox->startTime, sandbox->endTime));
    section.setItem("Routing", route);
    section.setItem("CAPE Version", version);
    parent.addSubsection(std::move(section));
    context.ontology.addSandbox(sandbox);
}

void addErrors(ConversionContext& context, Section& parent)
{
    const json::Value& debug = context.report.section("debug");
    if (!json::python::truthy(debug) || isRansomware(context)) {
        return;
    }
    Section section(errorsTitle);
    json::Value body = listedErrors(context, debug["errors"]);
    if (!debug["log"].isString()) {
        warnOfField(context.warnings, "debug.log");
    }
    for (const std::string& error : loggedErrors(debug["log"].toString())) {
        addErrorLine(body, error);
    }
    section.setBody(std::move(body));
    if (section.hasBody()) {
        parent.addSubsection(std::move(section));
    }
}

void addDidNotExecute(ConversionContext& context, Section& parent)
{
    const json::Value& behavior = context.report.section("behavior");
    if (!json::python::truthy(behavior) || behavior["processtree"].size() > 0 || behavior["processes"].size() > 0) {
        return;
    }
    // CAPE does not watch behaviour on Linux, and was asked not to watch when the option "free" is set.
    if (!context.machine || context.machine->platform == "linux" || !isMonitored(context)) {
        return;
    }
    Section section(didNotExecuteTitle);
    section.addLine(std::format("Either no program is available to execute a file with the extension: {} OR see the "
                                "'{}' section for details.",
        safeStr(context.options.fileExtension), errorsTitle));
    parent.addSubsection(std::move(section));
}

void setMachine(ConversionContext& context)
{
    const SandboxPtr sandbox = context.ontology.sandbox();
    if (!sandbox || !context.machine) {
        return;
    }
    const auto textOrNull
        = [](std::string text) { return text.empty() ? json::Value() : json::Value(std::move(text)); };
    const MachineInfo& machine = *context.machine;
    sandbox->machine = MachineMetadata{
        .ip = textOrNull(machine.ip),
        .hypervisor = textOrNull(machine.manager),
        .hostname = textOrNull(machine.name),
        .platform = textOrNull(capitalized(machine.platform)),
        .version = textOrNull(versionOf(machine.name)),
        .architecture = textOrNull(std::string(processorOf(machine.name))),
    };
}

std::vector<std::pair<json::Value, json::Value>> mainProcesses(ConversionContext& context)
{
    const json::Value& behavior = context.report.section("behavior");
    const json::Array& processes = behavior["processes"].toArray();
    std::vector<std::pair<json::Value, json::Value>> found;
    if (processes.empty()) {
        return found;
    }
    const json::Value& first = processes.front();
    // Internet Explorer runs its pages in children of its own.
    const bool withChildren = first["process_name"] == json::Value("iexplore.exe");
    for (const json::Value& process : processes) {
        const bool isSibling = process["parent_id"] == first["parent_id"];
        const bool isChild = withChildren && process["process_name"] == first["process_name"]
            && process["parent_id"] == first["process_id"];
        if (isSibling || isChild) {
            found.emplace_back(process["process_id"], process["process_name"]);
        }
    }
    return found;
}

} // namespace core::infobuilder
