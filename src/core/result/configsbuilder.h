// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/conversioncontext.h"
#include "core/result/section.h"

namespace core {

// What CAPE itself took out of memory.
namespace configsbuilder {

// "Configs Extracted By CAPE" (heuristic 5), one table a configuration.
void addConfigs(ConversionContext& context, Section& parent);

// The payloads: sha256, pid and is_yara_hit of each, which name the dumps of the report ZIP.
json::Array capeArtifacts(ConversionContext& context);

} // namespace configsbuilder

} // namespace core
