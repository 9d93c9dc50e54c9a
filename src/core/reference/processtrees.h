// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

// Process trees known to be harmless, and the patterns and names that make one suspicious.
namespace core::reference {

struct SafeProcessTree {
    std::string_view tree; // "?sys32\\services.exe|?sys32\\svchost.exe"
    std::string_view id; // its tree id, a SHA-256 in hex
};

// By tree.
std::span<const SafeProcessTree> safeProcessTrees();
bool isSafeTreeId(std::string_view treeId);

// How deep a tree is followed.
int processTreeDepthLimit();

// Regular expressions over a tree: those of known abuse, and the numbered ones (1 to 6) over temporary files.
std::span<const std::string_view> suspiciousTreePatterns();
std::span<const std::string_view> suspiciousChildPatterns();
// Regular expressions over one process of a tree.
std::span<const std::string_view> suspiciousSubprocessPatterns();
std::span<const std::string_view> harmlessProcessPatterns();
// File names.
std::span<const std::string_view> lolbasProcesses();
std::span<const std::string_view> lolbasSubprocesses();
std::span<const std::string_view> officeProcesses();
std::span<const std::string_view> remotingProcesses();

} // namespace core::reference
