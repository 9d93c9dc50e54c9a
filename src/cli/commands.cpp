// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "cli/checkservercommand.h"
#include "cli/convertcommand.h"
#include "cli/democommands.h"
#include "cli/identifycommand.h"
#include "cli/ioccommand.h"
#include "cli/plancommand.h"
#include "cli/submitcommand.h"
#include "cli/taskscommand.h"

#include <array>

namespace cli {

std::span<const Command> commands()
{
    static constexpr std::array all{
        Command{"submit", SubmitUsage, runSubmit},
        Command{"convert", ConvertUsage, runConvert},
        Command{"ioc", IocUsage, runIoc},
        Command{"identify", IdentifyUsage, runIdentify},
        Command{"plan", PlanUsage, runPlan},
        Command{"demo", DemoUsage, runDemo},
        Command{"demo-server", DemoServerUsage, runDemoServer},
        Command{"tasks", TasksUsage, runTasks},
        Command{"check-server", CheckServerUsage, runCheckServer},
    };
    return all;
}

} // namespace cli
