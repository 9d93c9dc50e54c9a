// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/story/cast.h"
#include "demo/story/traffic.h"

namespace demo::story {

// The calls that carry the story; the marks in them are what the signatures point at.
void addPlot(std::vector<Process>& cast, const Names& names);
// The calls behind the traffic, in the processes that made it.
void addTrafficCalls(std::vector<Process>& cast, const Traffic& traffic);

// The marks of the plot.
namespace mark {
inline constexpr auto Spawn = "spawn"; // Opener starts PowerShell
inline constexpr auto HideWindow = "hide window";
inline constexpr auto Drop = "drop"; // PowerShell writes the loader
inline constexpr auto StartLoader = "start loader";
inline constexpr auto Filter = "exception filter";
inline constexpr auto Machine = "machine guid";
inline constexpr auto Product = "product name";
inline constexpr auto Sleep = "sleep";
inline constexpr auto Rwx = "rwx memory";
inline constexpr auto RunKey = "run key";
inline constexpr auto MakeTask = "make task";
inline constexpr auto Snapshot = "snapshot";
inline constexpr auto OpenExplorer = "open explorer";
inline constexpr auto WriteExplorer = "write explorer";
inline constexpr auto ThreadInExplorer = "thread in explorer";
inline constexpr auto Resolve = "resolve"; // of a loaded function
inline constexpr auto Dead = "dead connection";
inline constexpr auto Beacon = "beacon";
inline constexpr auto Download = "download";
} // namespace mark

// The processes that the loader finds, with their ids.
struct Found {
    const char* name;
    int pid;
};
std::vector<Found> foundProcesses();

} // namespace demo::story
