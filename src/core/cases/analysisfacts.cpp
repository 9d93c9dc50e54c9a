// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/analysisfacts.h"

#include "core/indicators/indicatorcollector.h"
#include "core/result/isotime.h"

#include <QTimeZone>

#include <algorithm>

namespace core {

namespace {

// A hostile report may have any number of them, of any length.
constexpr qsizetype MostTerms = 4000;
constexpr qsizetype LongestTerm = 400; // characters
constexpr qsizetype LongestName = 1000;
constexpr qsizetype MostFamilies = 16;

QString bounded(std::string_view text, qsizetype longest)
{
    // A line break would end the line that it is kept in.
    return QString::fromUtf8(text.data(), qsizetype(std::min(text.size(), std::size_t(longest) * 4)))
        .replace(QLatin1Char('\n'), QLatin1Char(' '))
        .left(longest);
}

void addFamily(QStringList& families, std::string_view name)
{
    const QString family = bounded(name, LongestTerm);
    if (!family.isEmpty() && families.size() < MostFamilies && !families.contains(family, Qt::CaseInsensitive)) {
        families << family;
    }
}

bool isTerm(IndicatorKind kind)
{
    switch (kind) {
    case IndicatorKind::Ip:
    case IndicatorKind::Domain:
    case IndicatorKind::Url:
    case IndicatorKind::Email:
        return true;
    default:
        return false;
    }
}

} // namespace

Analysis analysisOf(const Report& report, const AnalysisResult* result)
{
    const Target& target = report.target();
    Analysis analysis;
    analysis.name = bounded(target.url.empty() ? target.file.name : target.url, LongestName);
    analysis.sha256 = bounded(target.file.sha256, 64).toLower();
    analysis.taskId = std::max<std::int64_t>(report.info().id.value_or(0), 0);
    if (const auto started = withMilliseconds(report.info().started)) {
        if (const auto time = parseTime(*started)) {
            analysis.analysed = QDateTime::fromMSecsSinceEpoch(*time / 1000, QTimeZone::UTC);
        }
    }
    for (const Detection& detection : report.detections()) {
        addFamily(analysis.families, detection.family);
    }
    for (const MalwareConfig& config : report.configs()) {
        addFamily(analysis.families, config.family);
    }
    if (result) {
        analysis.score = result->score;
        for (const std::string& family : collectIndicators(*result).families) {
            addFamily(analysis.families, family);
        }
    }
    return analysis;
}

QStringList searchTerms(const AnalysisResult& result)
{
    QStringList terms;
    const auto add = [&terms](std::string_view text) {
        if (!text.empty() && terms.size() < MostTerms) {
            terms << bounded(text, LongestTerm);
        }
    };
    add(result.sample.md5);
    add(result.sample.sha1);
    for (const Indicator& indicator : collectIndicators(result).indicators) {
        if (isTerm(indicator.kind)) {
            add(indicator.value);
        }
    }
    return terms;
}

} // namespace core
