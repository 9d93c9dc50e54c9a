// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/sysmonevents.h"

#include <QByteArray>

namespace core {

// The scripts that Sysmon's command lines amount to: each command once, in order, under the first line by which
// Assemblyline knows the file's type. Empty where there is no command.
struct ExtractedCommands {
    QByteArray powershell; // commands.ps1
    QByteArray batch; // commands.bat
};

ExtractedCommands extractCommands(const SysmonEvents& sysmon);

} // namespace core
