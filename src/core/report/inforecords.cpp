// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/fields.h"
#include "core/report/records.h"

namespace core::records {

namespace {

// The machine is "" where the analysis had none, and its name alone in old versions.
Machine machine(const json::Value& value, ReportWarnings& warnings)
{
    Machine machine;
    if (value.isString()) {
        machine.name = value.toString();
        return machine;
    }
    if (!isObject(value, "info.machine", warnings)) {
        return machine;
    }
    const Fields fields(value, "info.machine", warnings);
    machine.id = fields.integer("id");
    machine.name = fields.text("name");
    machine.label = fields.text("label");
    machine.platform = fields.text("platform");
    machine.manager = fields.text("manager");
    machine.status = fields.text("status");
    machine.startedOn = fields.text("started_on");
    machine.shutdownOn = fields.text("shutdown_on");
    return machine;
}

// Options are an object, or "name=value,name=value" in old versions.
std::vector<std::pair<std::string, std::string>> options(const Fields& info)
{
    const json::Value& value = info.raw("options");
    if (!value.isString()) {
        return info.pairs("options");
    }
    std::vector<std::pair<std::string, std::string>> pairs;
    std::string_view rest = value.toString();
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        const std::string_view option = rest.substr(0, comma);
        const std::size_t equals = option.find('=');
        if (equals != std::string_view::npos) {
            pairs.emplace_back(option.substr(0, equals), option.substr(equals + 1));
        } else if (!option.empty()) {
            pairs.emplace_back(option, "");
        }
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return pairs;
}

// The route is false where none was asked for.
std::string route(const Fields& info)
{
    const json::Value& value = info.raw("route");
    return value.isBool() ? std::string() : info.text("route");
}

} // namespace

bool isObject(const json::Value& value, std::string_view path, ReportWarnings& warnings)
{
    if (!value.isObject() && !value.isNull()) {
        warnings.wrongType(path, {});
    }
    return value.isObject();
}

Info info(const json::Value& section, ReportWarnings& warnings)
{
    Info info;
    if (!isObject(section, "info", warnings)) {
        return info;
    }
    const Fields fields(section, "info", warnings);
    info.id = fields.integer("id");
    info.version = fields.text("version");
    info.started = fields.text("started");
    info.ended = fields.text("ended");
    info.duration = fields.integer("duration");
    info.category = fields.text("category");
    info.package = fields.text("package");
    info.route = route(fields);
    info.custom = fields.text("custom");
    info.tlp = fields.text("tlp");
    info.sourceUrl = fields.text("source_url");
    info.timedOut = fields.flag("timeout");
    info.machine = machine(fields.raw("machine"), warnings);
    info.options = options(fields);
    return info;
}

Debug debug(const json::Value& section, ReportWarnings& warnings)
{
    Debug debug;
    if (!isObject(section, "debug", warnings)) {
        return debug;
    }
    const Fields fields(section, "debug", warnings);
    debug.log = fields.text("log");
    debug.errors = fields.texts("errors");
    return debug;
}

std::vector<Detection> detections(const json::Value& section, ReportWarnings& warnings)
{
    std::vector<Detection> detections;
    if (section.isString() && !section.toString().empty()) {
        detections.push_back({std::string(section.toString()), {}});
    } else if (!section.isArray() && !section.isString() && !section.isNull()) {
        warnings.wrongType("detections", {});
    }
    for (const json::Value& item : section.toArray()) {
        if (item.isString()) {
            detections.push_back({std::string(item.toString()), {}});
        } else if (isObject(item, "detections", warnings)) {
            const json::Value& details = item["details"];
            detections.push_back({Fields(item, "detections", warnings).text("family"),
                details.isNull() ? std::string() : json::dump(details)});
        }
    }
    return detections;
}

} // namespace core::records
