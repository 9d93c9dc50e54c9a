// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/conversioncontext.h"
#include "core/result/processmap.h"
#include "core/result/section.h"

namespace core {

namespace hollowshunterbuilder {

// "HollowsHunter Analysis": processes with implanted executables, where HollowsHunter's counts agree.
void addAnalysis(ConversionContext& context, const ProcessMap& processes, Section& parent);

} // namespace hollowshunterbuilder

} // namespace core
