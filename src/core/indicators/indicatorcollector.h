// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/indicators/indicator.h"

namespace core {

struct AnalysisResult;

// The indicators of a result: its tags, which are safelisted and validated already, the hashes of its sample and of the
// files it carries, and the techniques of its heuristics. Nothing is looked for anew.
IndicatorSet collectIndicators(const AnalysisResult& result);

} // namespace core
