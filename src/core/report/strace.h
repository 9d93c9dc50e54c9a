// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/apicallstore.h"
#include "core/report/process.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What CAPE's Linux guests record by strace says in other words than its Windows guests do.
namespace core {

// Whether a system call succeeded, by what it returned: "-1 ECONNREFUSED (Connection refused)" failed, "3" did not.
// Nothing for a text that strace does not write.
std::optional<bool> straceStatus(std::string_view returned);

// The command line in the arguments of execve, which strace prints as C strings: ["sh", "-c", "ls \"x\""]. Arguments
// with blanks or quotes are quoted as a shell would need it. Empty where it is no such list.
std::string commandLineOfArgv(std::string_view argv);

// Gives each process without a command line that of its last successful execve.
void takeStraceCommandLines(std::vector<Process>& processes, const ApiCallStore& calls);

} // namespace core
