// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plancommand.h"

#include "cli/commands.h"
#include "core/json/reader.h"
#include "core/submission/planner.h"

#include <cstdio>

namespace cli {

namespace {

int fail(const core::Error& error)
{
    std::fprintf(stderr, "capewb plan: %s %s\n", qUtf8Printable(error.message), qUtf8Printable(error.detail));
    return NotDone;
}

} // namespace

int runPlan(const QStringList& arguments)
{
    if (arguments.size() != 1) {
        std::fputs("usage: capewb plan CASE.json\n", stderr);
        return WrongUsage;
    }
    const auto document = core::json::parseFile(arguments.first());
    if (!document) {
        return fail(document.error());
    }
    const auto input = core::submission::Case::fromJson(*document);
    if (!input) {
        return fail(input.error());
    }
    const auto plan = core::submission::plan(*input);
    if (!plan) {
        return fail(plan.error());
    }
    std::puts(core::json::dump(plan->toJson(), 1).c_str());
    return Done;
}

} // namespace cli
