// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/processmap.h"

#include "core/report/report.h"
#include "core/result/apieventreader.h"
#include "core/result/conversioncontext.h"
#include "core/result/fieldwarning.h"
#include "core/result/isotime.h"

#include <algorithm>

namespace core {

namespace {

std::string firstSeen(const json::Value& value, Warnings& warnings)
{
    if (value.isString()) {
        std::string text(value.toString());
        std::ranges::replace(text, ',', '.');
        return text;
    }
    const bool isNumber = value.isInteger() || value.type() == json::Value::Type::Double;
    const double seconds = value.isInteger() ? double(value.toInteger()) : value.toDouble();
    const auto time = isNumber && seconds != 0 ? microseconds(seconds) : std::nullopt;
    if (time) {
        return formatMilliseconds(*time);
    }
    warnOfField(warnings, "behavior.processes.first_seen");
    return {};
}

std::optional<std::string> textOf(const json::Value& process, std::string_view field, Warnings& warnings)
{
    const json::Value& value = process[field];
    if (value.isString()) {
        return std::string(value.toString());
    }
    warnOfField(warnings, "behavior.processes." + std::string(field));
    return std::nullopt;
}

// The service shows a name that is no text as Python prints it.
json::Value nameOf(const json::Value& process, Warnings& warnings)
{
    const json::Value* name = process.find("process_name");
    if (!name || !name->isString()) {
        warnOfField(warnings, "behavior.processes.process_name");
    }
    return name ? *name : json::Value("");
}

std::optional<std::int64_t> numberOf(const json::Value& process, std::string_view field, Warnings& warnings)
{
    const json::Value& value = process[field];
    if (value.isInteger()) {
        return value.toInteger();
    }
    warnOfField(warnings, "behavior.processes." + std::string(field));
    return std::nullopt;
}

std::optional<ProcessEntry> readProcess(const json::Value& process, Warnings& warnings)
{
    const auto pid = numberOf(process, "process_id", warnings);
    if (!pid) {
        return std::nullopt;
    }
    ProcessEntry entry;
    entry.pid = *pid;
    entry.name = nameOf(process, warnings);
    entry.image = textOf(process, "module_path", warnings);
    entry.ppid = numberOf(process, "parent_id", warnings);
    entry.startTime = firstSeen(process["first_seen"], warnings);
    const json::Value* commandLine = process["environ"].find("CommandLine");
    if (commandLine && commandLine->isString()) {
        entry.commandLine = commandLine->toString();
    } else if (!commandLine || !commandLine->isNull()) {
        warnOfField(warnings, "behavior.processes.environ.CommandLine");
    }
    return entry;
}

} // namespace

ProcessMap ProcessMap::read(const ConversionContext& context)
{
    ProcessMap map;
    const json::Value* processes = context.report.section("behavior").find("processes");
    if (!processes) {
        return map;
    }
    if (!processes->isArray() && !(processes->isObject() && processes->size() == 0)) {
        warnOfField(context.warnings, "behavior.processes");
    }
    ApiEventReader events(context.report.calls(), context.safelist);
    const json::Array& items = processes->toArray();
    for (std::size_t i = 0; i < items.size() && !context.stop.stop_requested(); ++i) {
        auto entry = readProcess(items[i], context.warnings);
        if (!entry) {
            continue;
        }
        if (!context.report.processHasCalls(i)) {
            warnOfField(context.warnings, "behavior.processes.calls");
        }
        events.read(context.report.processCalls(i), *entry);
        map.insert(std::move(*entry));
    }
    return map;
}

const ProcessEntry* ProcessMap::find(std::int64_t pid) const
{
    const auto place = m_places.find(pid);
    return place == m_places.end() ? nullptr : &m_entries[place->second];
}

void ProcessMap::insert(ProcessEntry entry)
{
    const auto [place, isNew] = m_places.try_emplace(entry.pid, m_entries.size());
    if (isNew) {
        m_entries.push_back(std::move(entry));
    } else {
        m_entries[place->second] = std::move(entry);
    }
}

void ProcessMap::setParent(std::int64_t pid, std::optional<std::int64_t> ppid)
{
    const auto place = m_places.find(pid);
    if (place != m_places.end()) {
        m_entries[place->second].ppid = ppid;
    }
}

} // namespace core
