// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/conversioncontext.h"
#include "core/result/etwevents.h"
#include "core/result/processmap.h"
#include "core/result/sandboxevents.h"
#include "core/result/section.h"
#include "core/result/sysmonevents.h"

namespace core {

// The processes of the ontology and of the SANDBOX body.
namespace processesbuilder {

// Makes the processes of the ontology from the API monitor's and Sysmon's events and adds them to `events`. Event
// traces correct a spoofed parent in the process map.
void addProcesses(ConversionContext& context, ProcessMap& processes, const SysmonEvents& sysmon, const EtwEvents& etw,
    SandboxEvents& events);

// The section "Processes", once all events are known: the SANDBOX body, and heuristic 3 for suspicious process trees.
Section processesSection(ConversionContext& context, SandboxEvents& events);

} // namespace processesbuilder

} // namespace core
