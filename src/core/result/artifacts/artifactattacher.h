// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/analysisresult.h"
#include "core/result/artifacts/artifact.h"

#include <optional>
#include <vector>

namespace core {

// Attaches the artifacts to the result, each content once, empty ones not at all. Gives the section "Sandbox Artifacts"
// where processes were injected into. From the first memory dump on, every extracted file counts as one.
std::optional<Section> attachArtifacts(std::vector<Artifact> artifacts, AnalysisResult& result);

} // namespace core
