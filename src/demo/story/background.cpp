// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/background.h"

#include <array>

namespace demo::story {

namespace {

constexpr std::array Libraries{
    "kernel.appcore.dll",
    "bcryptPrimitives.dll",
    "uxtheme.dll",
    "combase.dll",
    "rpcrt4.dll",
    "shcore.dll",
    "windows.storage.dll",
    "wldp.dll",
    "propsys.dll",
    "profapi.dll",
    "cryptbase.dll",
    "ntmarta.dll",
    "clbcatq.dll",
    "oleaut32.dll",
    "version.dll",
    "secur32.dll",
    "sspicli.dll",
    "userenv.dll",
};

constexpr std::array Functions{
    "GetProductInfo",
    "RtlGetVersion",
    "NtQueryInformationProcess",
    "SetThreadDescription",
    "CoInitializeEx",
    "RegGetValueW",
    "GetTickCount64",
    "InitOnceExecuteOnce",
    "GetSystemTimePreciseAsFileTime",
    "FlsAlloc",
    "LCMapStringEx",
    "CompareStringEx",
    "GetUserDefaultLocaleName",
    "EventRegister",
    "SHGetKnownFolderPath",
    "GetCurrentPackageId",
};

constexpr std::array Keys{
    "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
    "HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Control\\Nls\\Sorting\\Versions",
    "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer",
    "HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Control\\Session Manager",
    "HKEY_CURRENT_USER\\Control Panel\\International",
    "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders",
    "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\OLE",
    "HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Control\\ComputerName\\ActiveComputerName",
};

constexpr std::array Values{
    "CurrentBuildNumber",
    "EditionID",
    "SafeProcessSearchMode",
    "LocaleName",
    "AppData",
    "RaiseDefaultAuthnLevel",
    "NoRun",
    "ShowSuperHidden",
    "DisableThumbnails",
    "MaxRpcSize",
};

constexpr std::array Mutexes{
    "Local\\SM0:168:WilStaging_02",
    "Local\\SessionImmersiveColorMutex",
    "Local\\ZonesCacheCounterMutex",
};

using Writer = void (*)(CallLog&, qint64);

std::string handle(Chance& chance)
{
    return hex(0x80 + chance.below(0x180) * 4);
}

std::string address(Chance& chance)
{
    return hex(0x1d4c0000000U + chance.below(0xffff) * 0x1000, 11);
}

void loadLibrary(CallLog& log, qint64 at)
{
    Chance& chance = log.chance();
    const std::string name = chance.pick(Libraries);
    const std::string path = "C:\\Windows\\System32\\" + name;
    log.add(at, "filesystem", "NtOpenFile",
        {{"FileHandle", handle(chance)}, {"DesiredAccess", "0x00100021", "FILE_READ_ACCESS|FILE_EXECUTE|SYNCHRONIZE"},
            {"FileName", path}, {"ShareAccess", "5", "FILE_SHARE_READ|FILE_SHARE_DELETE"}});
    log.add(at + 1, "system", "LdrLoadDll",
        {{"Flags", "0x00000000"}, {"FileName", path}, {"BaseAddress", address(chance)}});
}

void findFunction(CallLog& log, qint64 at)
{
    Chance& chance = log.chance();
    log.add(at, "system", "LdrGetProcedureAddressForCaller",
        {{"ModuleName", chance.pick(Libraries)}, {"ModuleHandle", address(chance)},
            {"FunctionName", chance.pick(Functions)}, {"Ordinal", "0"}, {"FunctionAddress", address(chance)}});
}

void readKey(CallLog& log, qint64 at)
{
    Chance& chance = log.chance();
    const std::string key = chance.pick(Keys);
    const std::string name = chance.pick(Values);
    const std::string opened = handle(chance);
    log.add(at, "registry", "NtOpenKeyEx",
        {{"KeyHandle", opened}, {"DesiredAccess", "0x00020019", "KEY_READ"}, {"ObjectAttributesHandle", "0x00000000"},
            {"ObjectAttributesName", key.substr(key.find('\\') + 1)}, {"ObjectAttributes", key}});
    const bool found = chance.below(3) != 0;
    std::vector<Argument> arguments{{"KeyHandle", opened}, {"ValueName", name}, {"FullName", key + '\\' + name}};
    if (found) {
        arguments.push_back({"Type", "4", "REG_DWORD"});
        arguments.push_back({"Information", std::to_string(chance.below(2))});
    }
    log.add(at + 1, "registry", "NtQueryValueKey", std::move(arguments),
        found ? Outcome{} : Outcome{false, "0xffffffffc0000034", "OBJECT_NAME_NOT_FOUND"});
    log.add(at + 2, "system", "NtClose", {{"Handle", opened}});
}

void useMemory(CallLog& log, qint64 at)
{
    Chance& chance = log.chance();
    const std::string base = address(chance);
    log.add(at, "process", "NtAllocateVirtualMemory",
        {{"ProcessHandle", "0xffffffffffffffff"}, {"BaseAddress", base},
            {"RegionSize", hex((1 + chance.below(16)) * 0x1000)}, {"Protection", "0x00000004", "PAGE_READWRITE"},
            {"StackPivoted", "no"}});
    log.add(at + 1, "process", "NtProtectVirtualMemory",
        {{"ProcessHandle", "0xffffffffffffffff"}, {"BaseAddress", base}, {"ModuleName", chance.pick(Libraries)},
            {"NumberOfBytesProtected", "0x00001000"}, {"MemoryType", "0x01000000"},
            {"NewAccessProtection", "0x00000002", "PAGE_READONLY"},
            {"OldAccessProtection", "0x00000004", "PAGE_READWRITE"}, {"StackPivoted", "no"}});
}

void mapSection(CallLog& log, qint64 at)
{
    Chance& chance = log.chance();
    const std::string section = handle(chance);
    log.add(at, "process", "NtOpenSection",
        {{"SectionHandle", section}, {"DesiredAccess", "0x0000000d"}, {"ObjectAttributes", chance.pick(Libraries)}});
    log.add(at + 1, "process", "NtMapViewOfSection",
        {{"SectionHandle", section}, {"ProcessHandle", "0xffffffffffffffff"}, {"BaseAddress", address(chance)},
            {"SectionOffset", "0x00000000"}, {"ViewSize", hex((1 + chance.below(64)) * 0x1000)},
            {"Win32Protect", "0x00000002", "PAGE_READONLY"}, {"StackPivoted", "no"}});
}

void wait(CallLog& log, qint64 at)
{
    Chance& chance = log.chance();
    log.add(at, "system", "NtWaitForSingleObject",
        {{"Handle", handle(chance)}, {"Milliseconds", std::to_string(50 * chance.below(20))}}, {}, {},
        int(chance.below(4)));
}

void takeMutex(CallLog& log, qint64 at)
{
    Chance& chance = log.chance();
    const std::string mutex = handle(chance);
    log.add(at, "synchronization", "NtCreateMutant",
        {{"Handle", mutex}, {"MutexName", chance.pick(Mutexes)}, {"InitialOwner", "0"}});
    log.add(at + 1, "synchronization", "NtReleaseMutant", {{"Handle", mutex}});
}

void askFile(CallLog& log, qint64 at)
{
    Chance& chance = log.chance();
    log.add(at, "filesystem", "NtQueryAttributesFile",
        {{"FileName", std::string("C:\\Windows\\System32\\") + chance.pick(Libraries)}});
}

void askSystem(CallLog& log, qint64 at)
{
    log.add(at, "system", log.chance().below(2) ? "GetSystemTimeAsFileTime" : "NtQuerySystemTime");
}

constexpr std::size_t LongestHabit = 3; // calls

// The more often it stands here, the more often it happens.
constexpr std::array<Writer, 14> Habits{loadLibrary, findFunction, findFunction, findFunction, readKey, readKey,
    readKey, useMemory, useMemory, mapSection, wait, takeMutex, askFile, askSystem};

} // namespace

void addBackground(Process& process)
{
    CallLog& log = process.log;
    const qint64 span = process.lastSeen - process.firstSeen;
    while (log.size() + LongestHabit <= process.calls) {
        // Most happens soon after the start: the square of a chance is small more often than large.
        const std::uint64_t fraction = log.chance().below(1000);
        const qint64 at = process.firstSeen + qint64(std::uint64_t(span) * fraction * fraction / 1'000'000);
        log.chance().pick(Habits)(log, at);
    }
    while (log.size() < process.calls) {
        askSystem(log, process.lastSeen - 2);
    }
}

} // namespace demo::story
