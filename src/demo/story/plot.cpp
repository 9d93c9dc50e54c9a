// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/plot.h"

#include <algorithm>

namespace demo::story {

namespace {

const Outcome Yes{true, "0x00000001"};

std::string registryKey(const std::string& fullName)
{
    return fullName.substr(0, fullName.rfind('\\'));
}

std::string registryValue(const std::string& fullName)
{
    return fullName.substr(fullName.rfind('\\') + 1);
}

void createProcess(CallLog& log, qint64 at, const Process& child, const std::string& mark = {})
{
    log.add(at, "process", "CreateProcessInternalW",
        {{"ApplicationName", child.path}, {"CommandLine", child.commandLine},
            {"CreationFlags", "0x08000404", "CREATE_NO_WINDOW|CREATE_UNICODE_ENVIRONMENT|CREATE_SUSPENDED"},
            {"ProcessId", std::to_string(child.pid)}, {"ThreadId", std::to_string(child.pid + 4)},
            {"ParentHandle", "0x00000000"}, {"ProcessHandle", "0x000003a4"}, {"ThreadHandle", "0x000003a8"},
            {"StackPivoted", "no"}},
        Yes, mark);
    log.add(at + 2, "process", "NtCreateUserProcess",
        {{"ProcessHandle", "0x000003a4"}, {"ThreadHandle", "0x000003a8"}, {"ProcessDesiredAccess", "0x02000000"},
            {"ThreadDesiredAccess", "0x02000000"}, {"ProcessFileName", ""}, {"ThreadName", ""},
            {"ImagePathName", child.path}, {"CommandLine", child.commandLine},
            {"ProcessId", std::to_string(child.pid)}});
    log.add(at + 40, "threading", "NtResumeThread",
        {{"ThreadHandle", "0x000003a8"}, {"SuspendCount", "1"}, {"ProcessId", std::to_string(child.pid)}});
}

void createFile(
    CallLog& log, qint64 at, const std::string& path, const std::string& disposition, const std::string& word)
{
    log.add(at, "filesystem", "NtCreateFile",
        {{"FileHandle", "0x00000410"},
            {"DesiredAccess", disposition == "1" ? "0x80100080" : "0x40100080",
                disposition == "1" ? "GENERIC_READ|FILE_READ_ATTRIBUTES|SYNCHRONIZE"
                                   : "GENERIC_WRITE|FILE_READ_ATTRIBUTES|SYNCHRONIZE"},
            {"FileName", path}, {"CreateDisposition", disposition, word}, {"ShareAccess", "1", "FILE_SHARE_READ"},
            {"FileAttributes", "0x00000080", "FILE_ATTRIBUTE_NORMAL"},
            {"ExistedBefore", disposition == "1" ? "yes" : "no"}, {"StackPivoted", "no"}});
}

void writeFile(
    CallLog& log, qint64 at, const std::string& path, const std::string& start, int size, const std::string& mark = {})
{
    createFile(log, at, path, "5", "FILE_OVERWRITE_IF");
    log.add(at + 3, "filesystem", "NtWriteFile",
        {{"FileHandle", "0x00000410"}, {"HandleName", path}, {"Buffer", start}, {"Length", std::to_string(size)}}, {},
        mark);
    log.add(at + 5, "system", "NtClose", {{"Handle", "0x00000410"}});
}

void readFile(CallLog& log, qint64 at, const std::string& path, const std::string& start, int size)
{
    createFile(log, at, path, "1", "FILE_OPEN");
    log.add(at + 2, "filesystem", "NtReadFile",
        {{"FileHandle", "0x00000410"}, {"HandleName", path}, {"Buffer", start}, {"Length", std::to_string(size)}});
    log.add(at + 4, "system", "NtClose", {{"Handle", "0x00000410"}});
}

void readRegistry(
    CallLog& log, qint64 at, const std::string& fullName, const std::string& data, const std::string& mark = {})
{
    log.add(at, "registry", "RegOpenKeyExW",
        {{"Registry", "0xffffffff80000002", "HKEY_LOCAL_MACHINE"},
            {"SubKey", registryKey(fullName).substr(fullName.find('\\') + 1)}, {"Handle", "0x00000358"},
            {"FullName", registryKey(fullName)}});
    log.add(at + 1, "registry", "RegQueryValueExW",
        {{"Handle", "0x00000358"}, {"ValueName", registryValue(fullName)}, {"Data", data}, {"FullName", fullName}}, {},
        mark);
    log.add(at + 2, "registry", "RegCloseKey", {{"Handle", "0x00000358"}});
}

void playOpener(std::vector<Process>& cast, const Names& names)
{
    CallLog& log = find(cast, Role::Opener).log;
    readFile(log, 6100, names.samplePath, "PK\\x03\\x04\\x14\\x00\\x06\\x00", 4096);
    if (names.opensDocument) {
        log.add(8900, "system", "LdrLoadDll",
            {{"Flags", "0x00000000"},
                {"FileName", "C:\\Program Files\\Common Files\\Microsoft Shared\\VBA\\VBA7.1\\VBE7.DLL"},
                {"BaseAddress", "0x7ffb25c10000"}});
        const std::string slash = names.samplePath;
        const std::size_t at = slash.rfind('\\') + 1;
        const std::string shadow
            = slash.substr(0, at) + "~$" + (slash.size() > at + 2 ? slash.substr(at + 2) : slash.substr(at));
        writeFile(log, 6900, shadow, "\\x07analyst", 162);
    }
    log.add(13900, "com", "CoCreateInstance",
        {{"rclsid", "72C24DD5-D70A-438B-8A42-98424B88AFB8"}, {"ClsContext", "0x00000001", "CLSCTX_INPROC_SERVER"},
            {"riid", "00000000-0000-0000-C000-000000000046"}, {"ProgID", "WScript.Shell"}});
    createProcess(log, 14300, find(cast, Role::PowerShell), mark::Spawn);
}

void playPowerShell(std::vector<Process>& cast, const Names& names, int loaderSize)
{
    CallLog& log = find(cast, Role::PowerShell).log;
    const std::string temp = "C:\\Users\\" + names.user + "\\AppData\\Local\\Temp\\";
    log.add(14960, "windows", "ShowWindow", {{"WindowHandle", "0x000302a4"}, {"Command", "0", "SW_HIDE"}}, Yes,
        mark::HideWindow);
    writeFile(log, 15700, temp + "__PSScriptPolicyTest_4kq2m1xd.0ft.ps1", "# PowerShell test file", 60);
    readRegistry(log, 15900,
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\PowerShell\\3\\PowerShellEngine\\PowerShellVersion", "5.1.19041.1");
    log.add(18700, "filesystem", "CreateDirectoryW",
        {{"DirectoryName", names.loaderPath.substr(0, names.loaderPath.rfind('\\'))}}, Yes);
    writeFile(
        log, 18900, names.loaderPath, "MZ\\x90\\x00\\x03\\x00\\x00\\x00\\x04\\x00\\x00\\x00", loaderSize, mark::Drop);
    createProcess(log, 20400, find(cast, Role::Shell));
    log.add(
        23700, "process", "NtTerminateProcess", {{"ProcessHandle", "0xffffffffffffffff"}, {"ExitCode", "0x00000000"}});
}

void playShell(std::vector<Process>& cast)
{
    CallLog& log = find(cast, Role::Shell).log;
    createProcess(log, 21300, find(cast, Role::Loader), mark::StartLoader);
    log.add(
        21880, "process", "NtTerminateProcess", {{"ProcessHandle", "0xffffffffffffffff"}, {"ExitCode", "0x00000000"}});
}

void lookAround(CallLog& log, const Names& names)
{
    log.add(21900, "hooking", "SetUnhandledExceptionFilter", {{"ExceptionFilter", "0x00401a20"}}, Yes, mark::Filter);
    log.add(22400, "misc", "GetComputerNameW", {{"ComputerName", names.computer}}, Yes);
    log.add(22420, "misc", "GetUserNameW", {{"Name", names.user}}, Yes);
    readRegistry(log, 22500, "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\MachineGuid",
        "00000000-1111-2222-3333-444444444444", mark::Machine);
    readRegistry(log, 22520, "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProductName",
        "Windows 10 Pro", mark::Product);
    log.add(22900, "synchronization", "NtCreateMutant",
        {{"Handle", "0x0000020c"}, {"MutexName", "Global\\NetSvc-4f3a9c1e"}, {"InitialOwner", "1"}});
    log.add(23000, "system", "NtDelayExecution", {{"Milliseconds", "30000"}, {"Status", "Skipped"}}, {}, mark::Sleep);
    for (const char* function : {"VirtualAllocEx", "WriteProcessMemory", "CreateRemoteThreadEx", "WinHttpOpen",
             "WinHttpSendRequest", "CryptDecrypt"}) {
        log.add(25200 + qint64(log.size()) * 4, "system", "LdrGetProcedureAddressForCaller",
            {{"ModuleName", function[0] == 'W' && function[1] == 'i' ? "winhttp.dll" : "kernel32.dll"},
                {"ModuleHandle", "0x7ffb2a010000"}, {"FunctionName", function}, {"Ordinal", "0"},
                {"FunctionAddress", "0x7ffb2a03" + std::to_string(1000 + log.size())}},
            {}, mark::Resolve);
    }
    log.add(26000, "process", "NtAllocateVirtualMemory",
        {{"ProcessHandle", "0xffffffffffffffff"}, {"BaseAddress", "0x1d4c0a10000"}, {"RegionSize", "0x00009000"},
            {"Protection", "0x00000040", "PAGE_EXECUTE_READWRITE"}, {"StackPivoted", "no"}},
        {}, mark::Rwx);
}

void inject(CallLog& log, const Process& explorer)
{
    log.add(41000, "process", "CreateToolhelp32Snapshot",
        {{"Flags", "0x00000002", "TH32CS_SNAPPROCESS"}, {"ProcessId", "0"}}, {true, "0x000002c0"}, mark::Snapshot);
    qint64 at = 41010;
    for (const Found& found : foundProcesses()) {
        const bool isFirst = at == 41010;
        at += 6;
        log.add(at, "process", isFirst ? "Process32FirstW" : "Process32NextW",
            {{"ProcessName", found.name}, {"ProcessId", std::to_string(found.pid)}}, Yes);
    }
    const std::string pid = std::to_string(explorer.pid);
    log.add(44000, "process", "NtOpenProcess",
        {{"ProcessHandle", "0x000002d8"},
            {"DesiredAccess", "0x0000002a", "PROCESS_CREATE_THREAD|PROCESS_VM_OPERATION|PROCESS_VM_WRITE"},
            {"ProcessIdentifier", pid}, {"ProcessName", explorer.path}},
        {}, mark::OpenExplorer);
    log.add(44040, "process", "NtAllocateVirtualMemory",
        {{"ProcessHandle", "0x000002d8"}, {"BaseAddress", "0x04e70000"}, {"RegionSize", "0x0000b000"},
            {"Protection", "0x00000040", "PAGE_EXECUTE_READWRITE"}, {"StackPivoted", "no"}});
    for (int part = 0; part < 3; ++part) {
        log.add(44080 + part * 9, "process", "NtWriteVirtualMemory",
            {{"ProcessHandle", "0x000002d8"}, {"BaseAddress", hex(0x04e70000U + std::uint64_t(part) * 0x4000)},
                {"Buffer", part == 0 ? "MZ\\x90\\x00\\x03\\x00\\x00\\x00" : "\\x48\\x83\\xec\\x28\\x48\\x8b\\x05"},
                {"BufferLength", part == 2 ? "0x00003000" : "0x00004000"}, {"StackPivoted", "no"}},
            {}, mark::WriteExplorer);
    }
    log.add(44200, "threading", "CreateRemoteThreadEx",
        {{"ProcessHandle", "0x000002d8"}, {"StartRoutine", "0x04e71a20"}, {"Parameter", "0x04e70000"},
            {"CreationFlags", "0x00000000"}, {"ThreadId", "7348"}, {"ProcessId", pid}},
        {true, "0x000002e0"}, mark::ThreadInExplorer);
}

void playLoader(std::vector<Process>& cast, const Names& names)
{
    CallLog& log = find(cast, Role::Loader).log;
    lookAround(log, names);
    createProcess(log, 31100, find(cast, Role::RegistryTool));
    createProcess(log, 33300, find(cast, Role::Scheduler), mark::MakeTask);
    inject(log, find(cast, Role::Explorer));
    writeFile(log, 46700, names.pluginPath, "MZ\\x90\\x00\\x03\\x00\\x00\\x00", 2304);
    createProcess(log, 47000, find(cast, Role::Plugin));
    log.add(
        50100, "process", "NtTerminateProcess", {{"ProcessHandle", "0xffffffffffffffff"}, {"ExitCode", "0x00000000"}});
}

void playHelpers(std::vector<Process>& cast, const Names& names)
{
    find(cast, Role::RegistryTool)
        .log.add(31600, "registry", "RegSetValueExW",
            {{"Handle", "0x00000188"}, {"ValueName", registryValue(names.runKey)}, {"Type", "1", "REG_SZ"},
                {"Buffer", names.loaderPath}, {"BufferLength", std::to_string(names.loaderPath.size() * 2 + 2)},
                {"FullName", names.runKey}},
            {}, mark::RunKey);
    find(cast, Role::Scheduler)
        .log.add(33700, "com", "CoCreateInstance",
            {{"rclsid", "0F87369F-A4E5-4CFC-BD3E-73E6154572DD"}, {"ClsContext", "0x00000001", "CLSCTX_INPROC_SERVER"},
                {"riid", "2FABA4C7-4DA9-4013-9697-20CC3FD40F85"}, {"ProgID", "Schedule.Service.1"}});
    writeFile(find(cast, Role::TaskService).log, 34100, "C:\\Windows\\System32\\Tasks\\" + names.taskName,
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", 3164);
    CallLog& explorer = find(cast, Role::Explorer).log;
    createProcess(explorer, 58100, find(cast, Role::WhoAmI));
    createProcess(explorer, 64000, find(cast, Role::SystemInfo));
    readFile(find(cast, Role::Plugin).log, 47600, names.pluginPath, "MZ\\x90\\x00\\x03\\x00\\x00\\x00", 2304);
    readRegistry(find(cast, Role::SystemInfo).log, 64600,
        "HKEY_LOCAL_MACHINE\\HARDWARE\\DESCRIPTION\\System\\BIOS\\SystemManufacturer", "Example Corporation");
}

void playExchange(CallLog& log, const Exchange& exchange, const std::string& mark)
{
    const std::string name(exchange.host.name);
    const std::string port = std::to_string(exchange.host.port);
    if (exchange.client == Role::PowerShell || exchange.client == Role::Opener) {
        log.add(exchange.at + 2, "network", "connect",
            {{"socket", "0x00000740"}, {"ip", std::string(exchange.host.ip)}, {"port", port}});
        log.add(exchange.at + 25, "network", "send",
            {{"socket", "0x00000740"}, {"buffer", requestHead(exchange).toStdString()}}, {true, "0x000000c4"}, mark);
        log.add(exchange.at + 60, "network", "recv",
            {{"socket", "0x00000740"}, {"buffer", responseHead(exchange).toStdString()}}, {true, "0x00000800"});
        return;
    }
    log.add(exchange.at - 30, "network", "WinHttpConnect",
        {{"SessionHandle", "0x030324a0"}, {"ServerName", name}, {"ServerPort", port}}, {true, "0x030324a8"});
    log.add(exchange.at - 20, "network", "WinHttpOpenRequest",
        {{"InternetHandle", "0x030324a8"}, {"Verb", exchange.method}, {"ObjectName", exchange.path}, {"Version", ""},
            {"Referrer", ""},
            {"Flags", exchange.isTls ? "0x00800000" : "0x00000000", exchange.isTls ? "WINHTTP_FLAG_SECURE" : ""}},
        {true, "0x030324b0"});
    log.add(exchange.at - 10, "network", "WinHttpSendRequest",
        {{"InternetHandle", "0x030324b0"}, {"Headers", ""}, {"Optional", exchange.sent.toStdString()}}, Yes, mark);
    log.add(exchange.at + 70, "network", "WinHttpReceiveResponse", {{"InternetHandle", "0x030324b0"}}, Yes);
}

} // namespace

std::vector<Found> foundProcesses()
{
    return {{"System", 4}, {"smss.exe", 356}, {"csrss.exe", 492}, {"wininit.exe", 568}, {"services.exe", 712},
        {"lsass.exe", 724}, {"svchost.exe", 1284}, {"dwm.exe", 1048}, {"explorer.exe", 3120}};
}

void addPlot(std::vector<Process>& cast, const Names& names)
{
    playOpener(cast, names);
    playPowerShell(cast, names, 6144);
    playShell(cast);
    playLoader(cast, names);
    playHelpers(cast, names);
}

void addTrafficCalls(std::vector<Process>& cast, const Traffic& traffic)
{
    for (const Lookup& lookup : traffic.lookups) {
        find(cast, lookup.asker)
            .log.add(lookup.at - 4, "network", "getaddrinfo",
                {{"NodeName", std::string(lookup.host.name)}, {"ServiceName", ""}},
                lookup.exists ? Outcome{} : Outcome{false, "0x00002af9", "WSAHOST_NOT_FOUND"});
    }
    for (const Exchange& exchange : traffic.exchanges) {
        const bool isDownload = exchange.client == Role::PowerShell;
        playExchange(find(cast, exchange.client).log, exchange,
            isDownload           ? mark::Download
                : exchange.isTls ? mark::Beacon
                                 : "");
    }
    for (const Attempt& attempt : traffic.attempts) {
        find(cast, Role::Explorer)
            .log.add(attempt.at + 6000, "network", "connect",
                {{"socket", "0x00000b3c"}, {"ip", std::string(attempt.host.ip)},
                    {"port", std::to_string(attempt.host.port)}},
                {false, "0xffffffff"}, mark::Dead);
    }
}

} // namespace demo::story
