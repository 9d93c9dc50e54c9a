// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicators/formats.h"

#include <array>

namespace core::indicators {

namespace {

// MISP's type and category of a kind, and whether a detection should look for it (its describeTypes.json).
struct AttributeForm {
    std::string_view type;
    std::string_view category;
    bool isForDetection;
};

AttributeForm formOf(IndicatorKind kind)
{
    static constexpr std::array<AttributeForm, IndicatorKindCount> forms{{
        {"ip-dst", "Network activity", true},
        {"domain", "Network activity", true},
        {"url", "Network activity", true},
        {"email", "Network activity", true},
        {"md5", "Payload delivery", true},
        {"sha1", "Payload delivery", true},
        {"sha256", "Payload delivery", true},
        {"filename", "Artifacts dropped", false},
        {"regkey", "Artifacts dropped", false},
        {"mutex", "Artifacts dropped", true},
        {"text", "Artifacts dropped", false},
        {"user-agent", "Network activity", false},
    }};
    return forms[std::size_t(kind)];
}

std::string uuidText(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces).toStdString();
}

// MISP counts down from 1 (high) to 4 (undefined).
const char* threatLevel(std::int64_t score)
{
    static constexpr std::array levels{"4", "3", "2", "1"};
    return levels[std::size_t(verdictOf(score))];
}

json::Array tags(const IndicatorSet& set)
{
    json::Array tags;
    for (const SeenTechnique& technique : set.techniques) {
        if (!technique.name.empty()) {
            const std::string name
                = "misp-galaxy:mitre-attack-pattern=\"" + technique.name + " - " + technique.id + "\"";
            tags.push_back(json::Object{{"name", name}});
        }
    }
    return tags;
}

} // namespace

json::Object toMisp(const IndicatorSet& set)
{
    const QDateTime time = timeOf(set);
    const std::string seconds = std::to_string(time.toSecsSinceEpoch());
    json::Array attributes;
    for (const Indicator& indicator : set.indicators) {
        const AttributeForm form = formOf(indicator.kind);
        const std::string what = std::string(nameOf(indicator.kind)) + '\n' + indicator.value;
        attributes.push_back(json::Object{{"uuid", uuidText(stableId(set, what))}, {"type", form.type},
            {"category", form.category}, {"value", indicator.value}, {"to_ids", form.isForDetection},
            {"comment", joined(indicator.sources)}, {"timestamp", seconds}, {"distribution", "5"}});
    }
    for (const std::string& family : set.families) {
        attributes.push_back(json::Object{{"uuid", uuidText(stableId(set, "family\n" + family))}, {"type", "text"},
            {"category", "Attribution"}, {"value", family}, {"to_ids", false}, {"comment", "Family"},
            {"timestamp", seconds}, {"distribution", "5"}});
    }
    json::Object event{
        {"uuid", uuidText(stableId(set, "event"))},
        {"info", "CAPE analysis of " + subjectOf(set)},
        {"date", time.toString(QStringLiteral("yyyy-MM-dd")).toStdString()},
        {"timestamp", seconds},
        {"threat_level_id", threatLevel(set.score)},
        {"analysis", "2"}, // completed
        {"distribution", "0"}, // this organisation only; whoever shares it further decides so
        {"published", false},
        {"Attribute", std::move(attributes)},
        {"Tag", tags(set)},
    };
    return {{"Event", std::move(event)}};
}

} // namespace core::indicators
