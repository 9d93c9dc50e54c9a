// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/signatures.h"

#include "demo/story/places.h"

namespace demo::story {

using core::json::Array;
using core::json::Object;
using core::json::Value;

namespace {

// Makes the marks of one story's signatures.
class Marks {
public:
    Marks(const std::vector<Process>& cast, const Names& names)
        : m_cast(cast)
        , m_names(names)
    {
    }

    Value call(Role role, const char* mark) const
    {
        const Process& process = find(m_cast, role);
        return Object{{"type", "call"}, {"pid", process.pid}, {"cid", process.log.idOf(mark)}};
    }
    const std::string& commandLine(Role role) const { return find(m_cast, role).commandLine; }
    Value command(Role role) const { return fact("command", commandLine(role)); }
    static Value fact(const char* key, const std::string& value)
    {
        Object mark;
        mark.append(key, value);
        return mark;
    }
    std::string label(Role role) const
    {
        const Process& process = find(m_cast, role);
        return process.name + '(' + std::to_string(process.pid) + ')';
    }
    std::string pid(Role role) const { return std::to_string(find(m_cast, role).pid); }
    const std::string& name(Role role) const { return find(m_cast, role).name; }
    const Names& names() const { return m_names; }

private:
    const std::vector<Process>& m_cast;
    const Names& m_names;
};

void addDelivery(std::vector<Signature>& list, const Marks& marks)
{
    if (marks.names().opensDocument) {
        list.push_back({"office_martian_children", "Martian Subprocess Started By Office Process", 3, 1, 100,
            {"martians", "office"}, {"T1059", "T1204"}, {},
            {Marks::fact("office_martian", marks.names().powershellCommand), marks.call(Role::Opener, mark::Spawn)}});
    } else {
        list.push_back({"script_tool_executed", "A scripting utility was executed", 2, 1, 80, {"commands"}, {"T1059"},
            {}, {marks.command(Role::PowerShell), marks.call(Role::Opener, mark::Spawn)}});
    }
    list.push_back({"powershell_command_suspicious", "Attempts to execute suspicious powershell command arguments", 2,
        1, 100, {"commands"}, {"T1059.001", "T1027", "T1564.003"}, {},
        {marks.command(Role::PowerShell), marks.call(Role::Opener, mark::Spawn)}});
    list.push_back({"powershell_scriptblock_logging",
        "Suspicious behavior was detected in a PowerShell process by script block logging", 1, 1, 40, {"generic"},
        {"T1059.001"}, {},
        {Marks::fact(marks.pid(Role::PowerShell).c_str(), "Downloader, Starts Process, Uses Stealth")}});
    list.push_back({"stealth_window", "A process created a hidden window", 2, 1, 100, {"stealth"}, {"T1564.003"}, {},
        {Marks::fact("Process", marks.name(Role::Opener) + " -> " + marks.names().powershellCommand),
            marks.call(Role::PowerShell, mark::HideWindow)}});
    list.push_back({"internet_dropper", "Behavior consistent with a dropper attempting to download the next stage.", 3,
        1, 100, {"dropper"}, {"T1105"}, {},
        {Marks::fact(
             "File", std::string(DownloadPath) + " was requested from hosts: " + std::string(DownloadHost.name)),
            marks.call(Role::PowerShell, mark::Download)}});
    list.push_back({"dropper", "Drops a binary and executes it", 2, 1, 50, {"dropper"}, {"T1105"}, {},
        {Marks::fact("binary", marks.names().loaderPath), marks.call(Role::PowerShell, mark::Drop),
            marks.call(Role::Shell, mark::StartLoader)}});
}

void addEvasion(std::vector<Signature>& list, const Marks& marks)
{
    list.push_back(
        {"antidebug_setunhandledexceptionfilter", "SetUnhandledExceptionFilter detected (possible anti-debug)", 1, 1,
            40, {"anti-debug"}, {"T1106"}, {}, {marks.call(Role::Loader, mark::Filter)}});
    list.push_back({"antisandbox_sleep", "A process attempted to delay the analysis task.", 2, 1, 100, {"anti-sandbox"},
        {"T1497.003"}, {},
        {Marks::fact("Process",
             marks.name(Role::Loader)
                 + " tried to sleep 30.0 seconds, actually delayed "
                   "analysis time by 0.0 seconds"),
            marks.call(Role::Loader, mark::Sleep)}});
    list.push_back({"dynamic_function_loading", "Dynamic (imported) function loading detected", 2, 1, 100, {"stealth"},
        {"T1106"}, {},
        {Marks::fact("DynamicLoader", marks.name(Role::Loader) + "/kernel32.dll/WriteProcessMemory"),
            Marks::fact("DynamicLoader", marks.name(Role::Loader) + "/winhttp.dll/WinHttpSendRequest"),
            marks.call(Role::Loader, mark::Resolve)}});
    list.push_back({"recon_fingerprint", "Collects information to fingerprint the system", 3, 1, 75, {"recon"},
        {"T1012", "T1082"}, {},
        {Marks::fact("regkey", "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\MachineGuid"),
            marks.call(Role::Loader, mark::Machine), marks.call(Role::Loader, mark::Product)}});
    Signature running{
        "enumerates_running_processes", "Enumerates running processes", 2, 1, 100, {"discovery"}, {"T1057"}, {}, {}};
    for (const Found& found : foundProcesses()) {
        running.marks.push_back(
            Marks::fact("process", std::string(found.name) + " with pid " + std::to_string(found.pid)));
    }
    running.marks.push_back(marks.call(Role::Loader, mark::Snapshot));
    list.push_back(std::move(running));
}

void addInjection(std::vector<Signature>& list, const Marks& marks)
{
    const std::string way = marks.label(Role::Loader) + " -> " + marks.label(Role::Explorer);
    list.push_back({"injection_rwx", "Creates RWX memory", 2, 1, 50, {"injection"}, {"T1055"}, {},
        {marks.call(Role::Loader, mark::Rwx)}});
    list.push_back({"injection_createremotethread", "Code injection with CreateRemoteThread in a remote process", 3, 1,
        100, {"injection"}, {"T1055"}, {},
        {Marks::fact("Injection", way), marks.call(Role::Loader, mark::OpenExplorer),
            marks.call(Role::Loader, mark::WriteExplorer), marks.call(Role::Loader, mark::ThreadInExplorer)}});
    list.push_back({"cape_detected_threat", "CAPE detected the " + std::string(Family) + " malware family", 3, 1, 100,
        {"malware"}, {}, {Family},
        {Marks::fact(Family, "pid " + marks.pid(Role::Loader) + " triggered the Yara rule '" + Family + "'")}});
}

void addPersistence(std::vector<Signature>& list, const Marks& marks)
{
    list.push_back({"persistence_autorun", "Installs itself for autorun at Windows startup", 3, 1, 100, {"persistence"},
        {"T1547.001", "T1112"}, {},
        {Marks::fact("key", marks.names().runKey), Marks::fact("data", marks.names().loaderPath),
            marks.call(Role::RegistryTool, mark::RunKey)}});
    list.push_back({"persistence_autorun_tasks", "Installs itself for autorun at Windows startup", 3, 1, 100,
        {"persistence"}, {"T1053.005"}, {},
        {Marks::fact("task", marks.commandLine(Role::Scheduler)), marks.call(Role::Loader, mark::MakeTask)}});
    list.push_back({"uses_windows_utilities", "Uses Windows utilities for basic functionality", 2, 1, 80,
        {"command", "lateral"}, {"T1053", "T1012"}, {},
        {marks.command(Role::Shell), marks.command(Role::RegistryTool), marks.command(Role::Scheduler),
            marks.command(Role::WhoAmI), marks.command(Role::SystemInfo)}});
}

void addNetwork(std::vector<Signature>& list, const Marks& marks)
{
    const std::string beacon = "POST " + std::string(CommandHost.name) + CommandPath;
    list.push_back({"dead_connect", "Attempts to connect to a dead IP:Port (1 unique times)", 1, 0, 100, {"network"},
        {"T1571"}, {},
        {Marks::fact("IP", std::string(DeadHost.ip) + ':' + std::to_string(DeadHost.port) + " (unknown)"),
            marks.call(Role::Explorer, mark::Dead)}});
    list.push_back({"network_cnc_https_generic", "Establishes an encrypted HTTPS connection", 2, 1, 100,
        {"network", "encryption"}, {"T1071.001", "T1573"}, {},
        {Marks::fact("http_request", beacon), marks.call(Role::Explorer, mark::Beacon)}});
    list.push_back({"injection_network_traffic",
        "A system process is generating network traffic likely as a result of process injection", 3, 1, 100,
        {"injection", "cnc"}, {"T1055", "T1071"}, {},
        {Marks::fact("http_request", "explorer.exe_WinHttpConnect_" + std::string(CommandHost.name)),
            marks.call(Role::Explorer, mark::Beacon)}});
}

Array texts(const std::vector<std::string>& list)
{
    return Array(list.begin(), list.end());
}

} // namespace

std::vector<Signature> makeSignatures(const std::vector<Process>& cast, const Names& names)
{
    const Marks marks(cast, names);
    std::vector<Signature> list;
    addDelivery(list, marks);
    addEvasion(list, marks);
    addInjection(list, marks);
    addPersistence(list, marks);
    addNetwork(list, marks);
    return list;
}

Array signaturesSection(const std::vector<Signature>& signatures)
{
    Array section;
    for (const Signature& signature : signatures) {
        section.push_back(Object{
            {"name", signature.name},
            {"description", signature.description},
            {"categories", texts(signature.categories)},
            {"severity", signature.severity},
            {"weight", signature.weight},
            {"confidence", signature.confidence},
            {"references", Array{}},
            {"data", signature.marks},
            {"new_data", Array{}},
            {"alert", signature.severity >= 3},
            {"families", texts(signature.families)},
        });
    }
    return section;
}

Array ttpsSection(const std::vector<Signature>& signatures)
{
    Array section;
    for (const Signature& signature : signatures) {
        if (!signature.techniques.empty()) {
            section.push_back(
                Object{{"signature", signature.name}, {"ttps", texts(signature.techniques)}, {"mbcs", Array{}}});
        }
    }
    return section;
}

} // namespace demo::story
