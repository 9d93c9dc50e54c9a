// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicators/formats.h"

namespace core::indicators {

namespace {

json::Array texts(const std::vector<std::string>& list)
{
    return {list.begin(), list.end()};
}

} // namespace

json::Object toJson(const IndicatorSet& set, Defanging defanging)
{
    json::Array indicators;
    for (const Indicator& indicator : set.indicators) {
        indicators.push_back(json::Object{{"kind", nameOf(indicator.kind)}, {"value", shownValue(indicator, defanging)},
            {"score", indicator.score}, {"sources", texts(indicator.sources)}});
    }
    json::Array techniques;
    for (const SeenTechnique& technique : set.techniques) {
        techniques.push_back(json::Object{{"id", technique.id}, {"name", technique.name}, {"score", technique.score},
            {"heuristics", texts(technique.heuristics)}});
    }
    const SampleInfo& sample = set.sample;
    return {
        {"sample",
            json::Object{{"name", sample.name}, {"sha256", sample.sha256}, {"sha1", sample.sha1}, {"md5", sample.md5},
                {"size", sample.size}, {"type", sample.type}}},
        {"score", set.score},
        {"analysed", set.analysed.isValid() ? json::Value(isoTime(set.analysed)) : json::Value()},
        {"defanged", defanging == Defanging::On},
        {"families", texts(set.families)},
        {"attack", std::move(techniques)},
        {"indicators", std::move(indicators)},
    };
}

} // namespace core::indicators
