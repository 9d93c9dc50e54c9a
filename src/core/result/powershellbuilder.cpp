// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/powershellbuilder.h"

#include "core/ioc/pythonint.h"
#include "core/ioc/tagvalidation.h"
#include "core/report/report.h"
#include "core/result/fieldwarning.h"

namespace core::powershellbuilder {

namespace {

constexpr std::string_view activityTitle = "PowerShell Activity";
constexpr std::string_view unknownProcess = "powershell.exe";
constexpr std::string_view notAltered = "No alteration of event.";

json::Value processName(const ProcessMap& processes, std::string_view pidText)
{
    const auto pid = pythonInt(pidText);
    const ProcessEntry* process = pid ? processes.find(*pid) : nullptr;
    return process ? process->name : json::Value(unknownProcess);
}

void addEvent(ConversionContext& context, Section& section, const json::Value& process, const json::Value& event)
{
    for (const auto& [name, command] : event.toObject()) {
        const json::Value* original = command.find("original");
        const json::Value* altered = command.find("altered");
        if (!original || !altered) {
            warnOfField(context.warnings, "curtain.events");
            continue;
        }
        json::Object row; // filled member by member: a list of them would copy these long texts once more
        row.append("process_name", process);
        row.append("original", *original);
        row.append("reformatted", altered->toString() == notAltered ? json::Value() : *altered);
        section.addRow(std::move(row));
    }
}

} // namespace

void addActivity(ConversionContext& context, const ProcessMap& processes, Section& parent)
{
    Section section(activityTitle, BodyFormat::Table);
    for (const auto& [pid, details] : context.report.section("curtain").toObject()) {
        const json::Value process = processName(processes, pid);
        for (const json::Value& event : listOf(details["events"], "curtain.events", context.warnings)) {
            addEvent(context, section, process, event);
        }
        for (const json::Value& behavior : listOf(details["behaviors"], "curtain.behaviors", context.warnings)) {
            addTag(section, "file.behavior", behavior);
        }
    }
    if (section.hasBody()) {
        parent.addSubsection(std::move(section));
    }
}

} // namespace core::powershellbuilder
