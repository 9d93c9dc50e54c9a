// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicators/indicatorwriter.h"

#include "core/indicators/formats.h"
#include "core/visibletext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace core {

std::optional<IndicatorFormat> indicatorFormat(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, IndicatorFormat>, 6> formats{{
        {"csv", IndicatorFormat::Csv},
        {"json", IndicatorFormat::Json},
        {"stix", IndicatorFormat::Stix},
        {"misp", IndicatorFormat::Misp},
        {"navigator", IndicatorFormat::Navigator},
        {"markdown", IndicatorFormat::Markdown},
    }};
    const auto found = std::ranges::find(formats, name, &std::pair<std::string_view, IndicatorFormat>::first);
    return found == formats.end() ? std::nullopt : std::optional(found->second);
}

std::string writeIndicators(const IndicatorSet& set, IndicatorFormat format, Defanging defanging)
{
    const auto text = [](const json::Object& document) {
        std::string json = json::dump(document, 2) + "\n";
        escapeInvisible(json);
        return json;
    };
    switch (format) {
    case IndicatorFormat::Csv:
        return indicators::toCsv(set, defanging);
    case IndicatorFormat::Json:
        return text(indicators::toJson(set, defanging));
    case IndicatorFormat::Stix:
        return text(indicators::toStix(set));
    case IndicatorFormat::Misp:
        return text(indicators::toMisp(set));
    case IndicatorFormat::Navigator:
        return text(indicators::toNavigator(set));
    case IndicatorFormat::Markdown:
        return indicators::toMarkdown(set, defanging);
    }
    std::unreachable();
}

} // namespace core
