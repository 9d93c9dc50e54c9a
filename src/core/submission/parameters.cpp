// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/parameters.h"

#include "core/submission/fieldreader.h"

namespace core::submission {

namespace {

// The one list of names: `visit` sees each with its member.
template <typename P, typename Visitor>
void visitMembers(P& p, Visitor visit)
{
    visit("analysis_timeout_in_seconds", p.analysisTimeout);
    visit("specific_image", p.specificImage);
    visit("specific_machine", p.specificMachine);
    visit("platform", p.platform);
    visit("dll_function", p.dllFunction);
    visit("arguments", p.arguments);
    visit("custom_options", p.customOptions);
    visit("clock", p.clock);
    visit("package", p.package);
    visit("routing", p.routing);
    visit("password", p.password);
    visit("hh_args", p.hollowsHunterArguments);
    visit("dump_memory", p.dumpMemory);
    visit("force_sleepskip", p.forceSleepSkip);
    visit("no_monitor", p.noMonitor);
    visit("monitored_and_unmonitored", p.monitoredAndUnmonitored);
    visit("simulate_user", p.simulateUser);
    visit("reboot", p.reboot);
    visit("ignore_cape_cache", p.ignoreCache);
}

} // namespace

Result<Parameters> Parameters::fromJson(const json::Value& object)
{
    Parameters parameters;
    FieldReader reader(object);
    visitMembers(parameters, [&reader](const char* name, auto& member) { reader.read(name, member); });
    if (auto error = reader.error()) {
        return std::unexpected(*error);
    }
    return parameters;
}

json::Object Parameters::toJson() const
{
    json::Object object;
    visitMembers(*this, [&object](const char* name, const auto& member) { object.append(name, member); });
    return object;
}

} // namespace core::submission
