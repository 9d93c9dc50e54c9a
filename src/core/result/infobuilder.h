// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/conversioncontext.h"
#include "core/result/section.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

// The analysis itself: the parts of the result that come from the report's "info" and "debug" and from the machine.
namespace infobuilder {

// The machine the analysis ran on: given in the options, or looked up by the report's machine name among the server's
// machines. Nothing where it is not known.
std::optional<MachineInfo> findMachine(const Report& report, const ConversionOptions& options);
// "Machine Information" with the tags of the operating system.
Section machineSection(const MachineInfo& machine);

// "Analysis Information"; also opens the ontology's sandbox. Nothing without "info".
void addInformation(ConversionContext& context, Section& parent);
// "Analysis Errors": what CAPE reports and what its log says; not for ransomware, which breaks CAPE's own modules.
void addErrors(ConversionContext& context, Section& parent);
// "Sample Did Not Execute", where no process was seen though there should be one.
void addDidNotExecute(ConversionContext& context, Section& parent);
// Puts the machine into the ontology's sandbox.
void setMachine(ConversionContext& context);

// The processes that the analysis started with: pid and name.
std::vector<std::pair<json::Value, json::Value>> mainProcesses(ConversionContext& context);

} // namespace infobuilder

} // namespace core
