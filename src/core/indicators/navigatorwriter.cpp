// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicators/formats.h"

#include <algorithm>

namespace core::indicators {

// Layer format 4.5 (github.com/mitre-attack/attack-navigator, layers/spec). No version of ATT&CK is named:
// Assemblyline's table of techniques does not say which one it is of.
json::Object toNavigator(const IndicatorSet& set)
{
    json::Array techniques;
    int highest = 1;
    for (const SeenTechnique& technique : set.techniques) {
        highest = std::max(highest, technique.score);
        techniques.push_back(json::Object{{"techniqueID", technique.id}, {"score", technique.score},
            {"comment", joined(technique.heuristics)}, {"enabled", true},
            {"showSubtechniques", technique.id.contains('.')}});
    }
    return {
        {"name", "CAPE: " + subjectOf(set)},
        {"versions", json::Object{{"navigator", "5.1.0"}, {"layer", "4.5"}}},
        {"domain", "enterprise-attack"},
        {"description", "Techniques seen in the CAPE analysis of " + set.sample.sha256},
        {"techniques", std::move(techniques)},
        {"gradient",
            json::Object{{"colors", json::Array{"#fff7b3", "#ff6666"}}, {"minValue", 0}, {"maxValue", highest}}},
        {"hideDisabled", false},
    };
}

} // namespace core::indicators
