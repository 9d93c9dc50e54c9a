// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/behaviour.h"

#include <algorithm>
#include <set>

namespace demo::story {

using core::json::Array;
using core::json::Object;

namespace {

Object environment(const Process& process, const Names& names)
{
    return {
        {"UserName", names.user},
        {"ComputerName", names.computer},
        {"WindowsPath", "C:\\Windows"},
        {"TempPath", "C:\\Users\\" + names.user + "\\AppData\\Local\\Temp\\"},
        {"CommandLine", process.commandLine},
        {"RegisteredOwner", ""},
        {"RegisteredOrganization", ""},
        {"ProductName", "Windows 10 Pro"},
        {"SystemVolumeSerialNumber", "d3m0-0001"},
        {"SystemVolumeGUID", "00000000-0000-0000-0000-100000000000"},
        {"MachineGUID", "00000000-1111-2222-3333-444444444444"},
        {"MainExeBase", "0x00400000"},
        {"MainExeSize", "0x00012000"},
        {"Bitness", "64-bit"},
    };
}

Array threads(const Process& process)
{
    Array list;
    for (const int offset : {4, 16, 28}) {
        list.push_back(std::to_string(process.pid + offset));
    }
    return list;
}

Object node(const std::vector<Process>& cast, const Process& process, const Names& names)
{
    Array children;
    for (const Process& other : cast) {
        if (other.parentPid == process.pid) {
            children.push_back(node(cast, other, names));
        }
    }
    return {
        {"name", process.name},
        {"pid", process.pid},
        {"parent_id", process.parentPid},
        {"module_path", process.path},
        {"children", std::move(children)},
        {"threads", threads(process)},
        {"environ", environment(process, names)},
    };
}

Object record(const Process& process, const Names& names, const QDateTime& start)
{
    return {
        {"process_id", process.pid},
        {"process_name", process.name},
        {"parent_id", process.parentPid},
        {"module_path", process.path},
        {"first_seen", logTime(start, process.firstSeen)},
        {"calls", process.log.toJson(start)},
        {"threads", threads(process)},
        {"environ", environment(process, names)},
        {"file_activities", Object{{"read_files", Array{}}, {"write_files", Array{}}, {"delete_files", Array{}}}},
    };
}

// Collects what calls touched: each thing once, in order.
class Summary {
public:
    void add(const std::string& api, const std::vector<Argument>& arguments)
    {
        const std::string file = value(arguments, "FileName");
        const std::string key = value(arguments, "FullName");
        if (api == "NtCreateFile" || api == "NtOpenFile") {
            put("files", file);
            put(value(arguments, "CreateDisposition") == "5" ? "write_files" : "read_files", file);
        }
        if (api == "RegSetValueExW") {
            put("write_keys", key);
        }
        if (api == "RegSetValueExW" || api == "RegOpenKeyExW" || api == "NtQueryValueKey") {
            put("keys", key);
        }
        if (api == "RegQueryValueExW" || api == "NtQueryValueKey") {
            put("read_keys", key);
        }
        if (api == "NtCreateMutant") {
            put("mutexes", value(arguments, "MutexName"));
        }
        if (api == "CreateProcessInternalW") {
            put("executed_commands", value(arguments, "CommandLine"));
        }
        if (api == "LdrGetProcedureAddressForCaller") {
            put("resolved_apis", value(arguments, "ModuleName") + '.' + value(arguments, "FunctionName"));
        }
    }

    Object toJson() const
    {
        Object section;
        for (const char* name :
            {"files", "read_files", "write_files", "delete_files", "keys", "read_keys", "write_keys", "delete_keys",
                "executed_commands", "resolved_apis", "mutexes", "created_services", "started_services"}) {
            const auto found = m_lists.find(name);
            section.append(name, found == m_lists.end() ? Array{} : found->second);
        }
        return section;
    }

private:
    static std::string value(const std::vector<Argument>& arguments, const char* name)
    {
        const auto found = std::ranges::find(arguments, name, &Argument::name);
        return found == arguments.end() ? std::string() : found->value;
    }
    void put(const std::string& list, const std::string& text)
    {
        if (!text.empty() && m_seen.emplace(list, text).second) {
            m_lists[list].push_back(text);
        }
    }

    std::map<std::string, Array> m_lists;
    std::set<std::pair<std::string, std::string>> m_seen;
};

} // namespace

Object behaviourSection(const std::vector<Process>& cast, const Names& names, const QDateTime& start)
{
    Array processes;
    Array tree;
    Summary summary;
    for (const Process& process : cast) {
        processes.push_back(record(process, names, start));
        process.log.visit([&](const auto& api, const auto& arguments) { summary.add(api, arguments); });
        const bool isRoot = !std::ranges::contains(cast, process.parentPid, &Process::pid);
        if (isRoot) {
            tree.push_back(node(cast, process, names));
        }
    }
    return {
        {"processes", std::move(processes)},
        {"anomaly", Array{}},
        {"processtree", std::move(tree)},
        {"summary", summary.toJson()},
        {"enhanced", Array{}},
        {"encryptedbuffers", Array{}},
    };
}

Object curtainSection(const std::vector<Process>& cast, const Names& names)
{
    const std::string pid = std::to_string(find(cast, Role::PowerShell).pid);
    Object script{{"original", names.script}, {"altered", "No alteration of event."}};
    Object event;
    event.append("00", std::move(script));
    Array events;
    events.push_back(std::move(event));
    Object record{
        {"pid", pid},
        {"events", std::move(events)},
        {"filter", Array{}},
        {"behaviors", Array{"Downloader", "Starts Process", "Uses Stealth"}},
    };
    Object section;
    section.append(pid, std::move(record));
    return section;
}

} // namespace demo::story
