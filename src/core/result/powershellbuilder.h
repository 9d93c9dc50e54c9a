// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/conversioncontext.h"
#include "core/result/processmap.h"
#include "core/result/section.h"

namespace core {

namespace powershellbuilder {

// "PowerShell Activity" of the report's section "curtain": commands as they were logged and as they were made readable.
void addActivity(ConversionContext& context, const ProcessMap& processes, Section& parent);

} // namespace powershellbuilder

} // namespace core
