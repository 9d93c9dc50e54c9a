// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/analysisresult.h"
#include "core/result/conversioncontext.h"
#include "core/result/processmap.h"
#include "core/result/section.h"

#include <string>
#include <string_view>
#include <vector>

namespace core {

// What processes encrypted, printed for a debugger, sent and received.
namespace buffersbuilder {

// Adds "Buffers" with its "Buffer IOCs" (heuristic 1006), where there is anything to show, and gives the buffers that
// hold an executable, each name once.
std::vector<CarvedBuffer> addBuffers(ConversionContext& context, const ProcessMap& processes, Section& parent);

// A network buffer without the escaped bytes in it: its readable pieces, joined by commas.
std::string withoutEscapedBytes(std::string_view buffer);

} // namespace buffersbuilder

} // namespace core
