// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/fields.h"
#include "core/report/records.h"

namespace core::records {

namespace {

constexpr std::string_view processesPath = "behavior.processes";
constexpr std::string_view treePath = "behavior.processtree";

std::string commandLine(const json::Value& environ)
{
    return scalarText(environ["CommandLine"]).value_or(std::string());
}

Process process(const json::Value& item, IndexRange calls, ReportWarnings& warnings)
{
    const Fields fields(item, processesPath, warnings);
    Process process;
    process.pid = fields.integer("process_id");
    process.parentPid = fields.integer("parent_id");
    process.name = fields.text("process_name");
    process.modulePath = fields.text("module_path");
    process.firstSeen = fields.text("first_seen");
    process.environ = fields.pairs("environ");
    process.commandLine = commandLine(fields.raw("environ"));
    process.threads = fields.texts("threads");
    process.calls = calls;
    return process;
}

std::vector<ProcessNode> nodesOf(const json::Array& items, ReportWarnings& warnings)
{
    std::vector<ProcessNode> nodes;
    for (const json::Value& item : items) {
        if (!isObject(item, treePath, warnings)) {
            continue;
        }
        const Fields fields(item, treePath, warnings);
        ProcessNode& node = nodes.emplace_back();
        node.pid = fields.integer("pid");
        node.parentPid = fields.integer("parent_id");
        node.name = fields.text("name");
        node.modulePath = fields.text("module_path");
        node.commandLine = commandLine(fields.raw("environ"));
        node.children = nodesOf(fields.list("children"), warnings);
    }
    return nodes;
}

} // namespace

std::vector<Process> processes(
    const json::Value& behavior, const std::vector<IndexRange>& calls, ReportWarnings& warnings)
{
    if (!isObject(behavior, "behavior", warnings)) {
        return {};
    }
    const json::Array& items = Fields(behavior, "behavior", warnings).list("processes");
    std::vector<Process> processes;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (isObject(items[i], processesPath, warnings)) {
            processes.push_back(process(items[i], calls[i], warnings));
        }
    }
    return processes;
}

std::vector<ProcessNode> processTree(const json::Value& behavior, ReportWarnings& warnings)
{
    return nodesOf(Fields(behavior, "behavior", warnings).list("processtree"), warnings);
}

} // namespace core::records
