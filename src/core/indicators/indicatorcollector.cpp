// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicators/indicatorcollector.h"

#include "core/reference/attack.h"
#include "core/report/capefamily.h"
#include "core/result/analysisresult.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>

namespace core {

namespace {

using namespace std::string_view_literals;

// Beyond this an indicator's sources say nothing more.
constexpr std::size_t MostSources = 8;

struct TagKind {
    std::string_view type;
    IndicatorKind kind;
};

constexpr std::array TagKinds{
    TagKind{"network.dynamic.ip"sv, IndicatorKind::Ip},
    TagKind{"network.static.ip"sv, IndicatorKind::Ip},
    TagKind{"network.dynamic.domain"sv, IndicatorKind::Domain},
    TagKind{"network.static.domain"sv, IndicatorKind::Domain},
    TagKind{"network.dynamic.uri"sv, IndicatorKind::Url},
    TagKind{"network.static.uri"sv, IndicatorKind::Url},
    TagKind{"network.email.address"sv, IndicatorKind::Email},
    TagKind{"network.user_agent"sv, IndicatorKind::UserAgent},
    TagKind{"dynamic.process.file_name"sv, IndicatorKind::FilePath},
    TagKind{"dynamic.process.command_line"sv, IndicatorKind::CommandLine},
    TagKind{"dynamic.registry_key"sv, IndicatorKind::RegistryKey},
    TagKind{"dynamic.mutex"sv, IndicatorKind::Mutex},
};

constexpr std::array FamilyTags{"dynamic.signature.family"sv, "attribution.family"sv, "attribution.implant"sv};

std::optional<IndicatorKind> kindOf(std::string_view tagType)
{
    const auto found = std::ranges::find(TagKinds, tagType, &TagKind::type);
    return found == TagKinds.end() ? std::nullopt : std::optional(found->kind);
}

void addOnce(std::vector<std::string>& list, std::string_view text)
{
    if (!text.empty() && list.size() < MostSources && std::ranges::find(list, text) == list.end()) {
        list.emplace_back(text);
    }
}

class Collector {
public:
    explicit Collector(const AnalysisResult& result)
        : m_result(result)
    {
    }

    IndicatorSet collect();

private:
    void addSample();
    void addFiles();
    void visit(const Section& section, int inheritedScore);
    void addTags(const Section& section, int score);
    void addTechniques(const Heuristic& heuristic);
    void add(IndicatorKind kind, std::string_view value, int score, std::string_view source);

    const AnalysisResult& m_result;
    IndicatorSet m_set;
    std::array<std::unordered_map<std::string, std::size_t>, IndicatorKindCount> m_known; // place in the list, by value
    std::map<std::string, SeenTechnique, std::less<>> m_techniques;
};

void Collector::add(IndicatorKind kind, std::string_view value, int score, std::string_view source)
{
    if (value.empty()) {
        return;
    }
    const auto [place, isNew] = m_known[std::size_t(kind)].try_emplace(std::string(value), m_set.indicators.size());
    if (isNew) {
        m_set.indicators.push_back({kind, std::string(value), score, {}});
    }
    Indicator& indicator = m_set.indicators[place->second];
    indicator.score = std::max(indicator.score, score);
    addOnce(indicator.sources, source);
}

void Collector::addSample()
{
    const SampleInfo& sample = m_result.sample;
    const int score = int(std::clamp<std::int64_t>(m_result.score, -1000, 1'000'000));
    add(IndicatorKind::Sha256, sample.sha256, score, "sample");
    add(IndicatorKind::Sha1, sample.sha1, score, "sample");
    add(IndicatorKind::Md5, sample.md5, score, "sample");
}

// The files that the sample left behind; what the sandbox recorded itself (supplementary) is no indicator.
void Collector::addFiles()
{
    for (const AttachedFile& file : m_result.extracted) {
        add(IndicatorKind::Sha256, file.sha256, 0, file.description);
    }
}

void Collector::addTags(const Section& section, int score)
{
    for (const Tags::Entry& entry : section.tags()) {
        if (std::ranges::find(FamilyTags, entry.type) != FamilyTags.end()) {
            for (const json::Value& value : entry.values) {
                // The service takes CAPE's bookkeeping for a family; whoever hunts by the indicators must not.
                if (!isConfigBookkeeping(value.toString())) {
                    addOnce(m_set.families, value.toString());
                }
            }
        } else if (const std::optional<IndicatorKind> kind = kindOf(entry.type)) {
            for (const json::Value& value : entry.values) {
                add(*kind, value.toString(), score, section.title());
            }
        }
    }
}

void Collector::addTechniques(const Heuristic& heuristic)
{
    for (const std::string& id : heuristic.attackIds()) {
        SeenTechnique& seen = m_techniques[id];
        seen.id = id;
        seen.score = std::max(seen.score, heuristic.score());
        addOnce(seen.heuristics, heuristic.name());
        if (const auto technique = reference::attackTechnique(id)) {
            seen.name = technique->name;
        }
    }
}

void Collector::visit(const Section& section, int inheritedScore)
{
    int score = inheritedScore;
    if (section.heuristic()) {
        score = std::max(score, section.heuristic()->score());
        addTechniques(*section.heuristic());
    }
    addTags(section, score);
    for (const Section& child : section.subsections()) {
        visit(child, score);
    }
}

IndicatorSet Collector::collect()
{
    m_set.sample = m_result.sample;
    m_set.score = m_result.score;
    addSample();
    for (const Section& section : m_result.sections) {
        visit(section, 0);
    }
    addFiles();
    std::ranges::stable_sort(m_set.indicators, [](const Indicator& a, const Indicator& b) {
        return std::pair(a.kind, -a.score) < std::pair(b.kind, -b.score);
    });
    for (auto& [id, technique] : m_techniques) {
        if (id.starts_with('T')) { // software and groups have no place in a matrix
            m_set.techniques.push_back(std::move(technique));
        }
    }
    return std::move(m_set);
}

} // namespace

std::string_view nameOf(IndicatorKind kind)
{
    static constexpr std::array<std::string_view, IndicatorKindCount> names{"ip", "domain", "url", "email", "md5",
        "sha1", "sha256", "file-path", "registry-key", "mutex", "command-line", "user-agent"};
    return names[std::size_t(kind)];
}

IndicatorSet collectIndicators(const AnalysisResult& result)
{
    return Collector(result).collect();
}

} // namespace core
