// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

// PowerShell and cmd commands in command lines, with caret escapes and encoded commands undone (multidecoder's shell
// decoder).
namespace core {

std::vector<std::string> findPowershellStrings(std::string_view text);
std::vector<std::string> findCmdStrings(std::string_view text);
// The command itself: what follows powershell.exe and its switches; what follows cmd's /c, /k or /r.
std::string powershellCommand(std::string_view powershell);
std::string cmdCommand(std::string_view cmd);

} // namespace core
