// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/commands.h"

#include "core/ioc/shellcommands.h"

#include <string>
#include <string_view>
#include <unordered_set>

namespace core {

namespace {

constexpr int processCreation = 1;
constexpr std::string_view powershellFirstLine = "#!/usr/bin/env pwsh\n";
constexpr std::string_view batchFirstLine = "REM Batch extracted by Assemblyline\n";

class Script {
public:
    explicit Script(std::string_view firstLine)
        : m_firstLine(firstLine)
    {
    }

    void add(const std::string& command)
    {
        if (command.empty() || !m_known.insert(command).second) {
            return;
        }
        if (m_text.isEmpty()) {
            m_text.append(m_firstLine.data(), qsizetype(m_firstLine.size()));
        }
        m_text.append(command.data(), qsizetype(command.size())).append('\n');
    }

    QByteArray take() { return std::move(m_text); }

private:
    std::string_view m_firstLine;
    std::unordered_set<std::string> m_known;
    QByteArray m_text;
};

} // namespace

ExtractedCommands extractCommands(const SysmonEvents& sysmon)
{
    Script powershell(powershellFirstLine);
    Script batch(batchFirstLine);
    for (const SysmonProcess& process : sysmon) {
        for (const SysmonEvent& event : process.events) {
            if (event.id != processCreation || !event.commandLine) {
                continue;
            }
            for (const std::string& found : findPowershellStrings(*event.commandLine)) {
                powershell.add(powershellCommand(found));
            }
            for (const std::string& found : findCmdStrings(*event.commandLine)) {
                batch.add(cmdCommand(found));
            }
        }
    }
    return {.powershell = powershell.take(), .batch = batch.take()};
}

} // namespace core
