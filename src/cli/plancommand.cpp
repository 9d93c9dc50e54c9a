// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plancommand.h"

#include "cli/commandline.h"
#include "cli/commands.h"
#include "core/json/reader.h"
#include "core/submission/planner.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlanCommand)
};

} // namespace

int runPlan(const QStringList& words)
{
    CommandLine line(PlanUsage,
        Words::tr("Prints what Assemblyline's CAPE service would submit where, without doing it. CASE.json says what "
                  "is submitted (file_name, file_type, params) and what the servers are like (config, hosts)."));
    line.addExample(QStringLiteral("plan case.json"));
    if (const auto ended = line.read(words)) {
        return *ended;
    }
    if (line.inputs().size() != 1) {
        return line.wrongUsage(Words::tr("Name one case."));
    }
    const auto plan = core::json::parseFile(line.inputs().constFirst())
                          .and_then(&core::submission::Case::fromJson)
                          .and_then(&core::submission::plan);
    if (!plan) {
        return line.printer().fail(plan.error());
    }
    line.printer().json(plan->toJson(), 1);
    return Done;
}

} // namespace cli
