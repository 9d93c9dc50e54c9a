// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/hollowshunterbuilder.h"

#include "core/ioc/pythonint.h"
#include "core/json/python.h"
#include "core/report/report.h"
#include "core/result/fieldwarning.h"

#include <format>

namespace core::hollowshunterbuilder {

namespace {

constexpr std::string_view analysisTitle = "HollowsHunter Analysis";

// The modules in which a scan of the working set found an executable.
json::Array implantedModules(ConversionContext& context, const json::Value& scans)
{
    json::Array modules;
    for (const json::Value& scan : listOf(scans, "hollowshunter.scans", context.warnings)) {
        const json::Value* details = scan.find("workingset_scan");
        if (!details) {
            continue;
        }
        const json::Value* hasExecutable = details->find("has_pe");
        if (!hasExecutable) {
            warnOfField(context.warnings, "hollowshunter.scans.workingset_scan.has_pe");
        } else if (json::python::truthy(*hasExecutable)) {
            modules.push_back((*details)["module"]);
        }
    }
    return modules;
}

std::string processName(const ProcessMap& processes, std::string_view pidText)
{
    const auto pid = pythonInt(pidText);
    const ProcessEntry* process = pid ? processes.find(*pid) : nullptr;
    return json::python::str(process ? process->name : json::Value());
}

} // namespace

void addAnalysis(ConversionContext& context, const ProcessMap& processes, Section& parent)
{
    Section section(analysisTitle, BodyFormat::Table);
    for (const auto& [pid, details] : context.report.section("hollowshunter").toObject()) {
        const json::Value& implanted = details["scanned"]["modified"]["implanted_pe"];
        if (json::python::toNumber(implanted).value_or(0) <= 0) {
            continue;
        }
        const json::Array modules = implantedModules(context, details["scans"]);
        if (implanted == json::Value(modules.size())) {
            section.addRow({{"Process", std::format("{} ({})", processName(processes, pid), pid.view())},
                {"Indicator", "Implanted PE"}, {"Description", "Modules found: " + json::python::str(modules)}});
        }
    }
    if (section.hasBody()) {
        parent.addSubsection(std::move(section));
    }
}

} // namespace core::hollowshunterbuilder
