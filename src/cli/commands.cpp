// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "cli/convertcommand.h"
#include "cli/democommands.h"
#include "cli/plancommand.h"

#include <array>

namespace cli {

std::span<const Command> commands()
{
    static constexpr std::array all {
        Command {"convert", ConvertUsage, runConvert},
        Command {"plan", "plan CASE.json", runPlan},
        Command {"demo-server", "demo-server [--port N] [--token T]... [--rate N/m] [--report ZIP]... [FAULT...]",
                 runDemoServer},
    };
    return all;
}

} // namespace cli
