// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/processmap.h"

#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/report/report.h"
#include "core/result/apieventreader.h"
#include "core/result/conversioncontext.h"
#include "core/result/fieldwarning.h"
#include "core/result/isotime.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ProcessMap)
};

QString shown(const json::Value& value)
{
    return QString::fromStdString(safeStr(json::python::str(value)));
}

std::string firstSeen(const json::Value& value, Warnings& warnings)
{
    if (value.isString()) {
        std::string text(value.toString());
        std::ranges::replace(text, ',', '.');
        return text;
    }
    const std::optional<double> seconds = json::python::toNumber(value);
    const auto time = seconds.value_or(0) != 0 ? microseconds(*seconds) : std::nullopt;
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

// As it stands there: the service takes text, floats and truths for the numbers they are.
json::Value idOf(const json::Value& process, std::string_view field, Warnings& warnings)
{
    const json::Value& value = process[field];
    if (!json::python::toInt(value)) {
        warnOfField(warnings, "behavior.processes." + std::string(field));
    }
    return value;
}

// Whether Python takes the value for a key of a dict.
bool isKey(const json::Value* value)
{
    return value && !value->isArray() && !value->isObject();
}

std::optional<ProcessEntry> readProcess(const json::Value& process, std::size_t place, Warnings& warnings)
{
    if (!isKey(process.find("process_id"))) {
        warnings.add(Text::tr("Process %1 of the report's list (%2) is left out: it has no usable process_id.")
                         .arg(place + 1)
                         .arg(shown(process["process_name"])));
        return std::nullopt;
    }
    ProcessEntry entry;
    entry.pid = idOf(process, "process_id", warnings);
    entry.name = nameOf(process, warnings);
    entry.image = textOf(process, "module_path", warnings);
    entry.ppid = idOf(process, "parent_id", warnings);
    entry.startTime = firstSeen(process["first_seen"], warnings);
    const json::Value* commandLine = process["environ"].find("CommandLine");
    if (!commandLine || !(commandLine->isString() || commandLine->isNull())) {
        warnOfField(warnings, "behavior.processes.environ.CommandLine");
    }
    entry.commandLine = commandLine ? *commandLine : json::Value();
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
        auto entry = readProcess(items[i], i, context.warnings);
        if (!entry) {
            continue;
        }
        if (!context.report.processHasCalls(i)) {
            warnOfField(context.warnings, "behavior.processes.calls");
        }
        events.read(context.report.processCalls(i), *entry);
        const ProcessEntry* earlier = map.find(entry->pid);
        if (earlier) {
            context.warnings.add(
                Text::tr("Process %1 (%2) is left out: a later process of the report has the same process_id.")
                    .arg(shown(earlier->pid), shown(earlier->name)));
        }
        map.insert(std::move(*entry));
    }
    return map;
}

const ProcessEntry* ProcessMap::find(const json::Value& pid) const
{
    const auto place = m_places.find(pid);
    return place == m_places.end() ? nullptr : &m_entries[place->second];
}

void ProcessMap::insert(ProcessEntry entry)
{
    const auto [place, isNew] = m_places.try_emplace(entry.pid, m_entries.size());
    if (isNew) {
        m_entries.push_back(std::move(entry));
        return;
    }
    ProcessEntry& earlier = m_entries[place->second];
    entry.pid = std::move(earlier.pid); // a dict keeps the key that it met first
    earlier = std::move(entry);
}

void ProcessMap::setParent(const json::Value& pid, const json::Value& ppid)
{
    const auto place = m_places.find(pid);
    if (place != m_places.end()) {
        m_entries[place->second].ppid = ppid;
    }
}

} // namespace core
