// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/story/calllog.h"
#include "demo/task.h"

#include <array>

namespace demo::story {

// Who plays: an index into Cast.
enum class Role {
    Opener, // the word processor with the document, or the submitted program itself
    PowerShell,
    Console,
    Shell,
    Loader,
    Scheduler, // schtasks.exe
    RegistryTool,
    Plugin, // rundll32.exe
    Explorer, // injected into
    WhoAmI,
    SystemInfo,
    TaskService, // svchost.exe, writes the task down
};
inline constexpr std::size_t RoleCount = 12;

// A process of the story. Times are milliseconds since the analysis began.
struct Process {
    Role role;
    int pid;
    int parentPid;
    std::string name;
    std::string path;
    std::string commandLine;
    qint64 firstSeen;
    qint64 lastSeen;
    std::size_t calls; // how many it makes in all
    CallLog log;
};

// The names that the story is about.
struct Names {
    std::string user = "analyst";
    std::string computer = "DESKTOP-DEMO01";
    std::string sampleName;
    std::string samplePath; // in the guest
    std::string loaderPath;
    std::string pluginPath;
    std::string scriptUrl; // what PowerShell fetches
    std::string runKey;
    std::string taskName;
    std::string powershellCommand; // the whole command line
    std::string script; // what it runs, in clear
    bool opensDocument = true; // false: the sample is a program
};

Names namesFor(const Task& task);

// The twelve processes in order of appearance, with empty logs.
std::vector<Process> makeCast(const Names& names);

Process& find(std::vector<Process>& cast, Role role);
const Process& find(const std::vector<Process>& cast, Role role);

} // namespace demo::story
