// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/resultwriter.h"

#include "core/reference/attack.h"
#include "core/result/ontology/objects.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace core {

namespace {

json::Value promotionOf(const Section& section)
{
    switch (section.promoteTo()) {
    case PromoteTo::Nothing:
        break;
    case PromoteTo::Screenshot:
        return "SCREENSHOT";
    case PromoteTo::Entropy:
        return "ENTROPY";
    case PromoteTo::UriParams:
        return "URI_PARAMS";
    }
    return {};
}

std::string inUpperCase(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size())).toUpper().toStdString();
}

void addOnce(std::vector<std::string>& ids, std::string_view id)
{
    if (!std::ranges::contains(ids, id)) {
        ids.emplace_back(id);
    }
}

// The heuristic's ATT&CK ids; a software brings the techniques it uses.
std::vector<std::string> attackIdsOf(const Heuristic& heuristic)
{
    std::vector<std::string> ids;
    for (const std::string& id : heuristic.attackIds()) {
        addOnce(ids, id);
        const auto software = reference::attackSoftware(id);
        if (!software) {
            continue;
        }
        for (const std::string_view technique : software->attackIds) {
            const std::string_view current = reference::replacementOfRevoked(technique).value_or(technique);
            if (reference::attackTechnique(technique)) {
                addOnce(ids, technique);
            } else if (reference::attackTechnique(current) || reference::attackSoftware(current)) {
                addOnce(ids, current);
            }
        }
    }
    return ids;
}

// Malware and groups among the ATT&CK ids name an implant or an actor.
void addAttributions(const Heuristic& heuristic, json::Object& tags)
{
    const auto add = [&](std::string_view type, std::string_view name) {
        json::Value& values = tags[type];
        if (values.isNull()) {
            values = json::Array();
        }
        const json::Value value = inUpperCase(name);
        if (!name.empty() && !std::ranges::contains(values.toArray(), value)) {
            values.array()->push_back(value);
        }
    };
    for (const std::string& id : heuristic.attackIds()) {
        if (reference::attackTechnique(id)) {
            continue;
        }
        if (const auto software = reference::attackSoftware(id)) {
            if (software->type == "malware") {
                add("attribution.implant", software->name);
            }
        } else if (const auto group = reference::attackGroup(id)) {
            add("attribution.actor", group->name);
        }
    }
}

json::Object serviceHeuristic(const Heuristic& heuristic)
{
    json::Object signatures;
    json::Object scores;
    for (const Heuristic::Signature& signature : heuristic.signatures()) {
        signatures.append(signature.name, signature.frequency);
        if (signature.score) {
            scores.append(signature.name, *signature.score);
        }
    }
    return json::Object{
        {"heur_id", heuristic.id()},
        {"score", heuristic.score()},
        {"attack_ids", json::Array(heuristic.attackIds().begin(), heuristic.attackIds().end())},
        {"signatures", std::move(signatures)},
        {"frequency", heuristic.frequency()},
        {"score_map", std::move(scores)},
    };
}

enum class Shape { Stored, Service };

// Sections in the order of the tree, each before its subsections.
class Flattener {
public:
    using Visitor = std::function<bool(json::Object section)>;

    Flattener(Shape shape, Visitor visitor)
        : m_shape(shape)
        , m_visitor(std::move(visitor))
    {
    }

    // False as soon as the visitor is.
    bool visit(const AnalysisResult& result) const
    {
        return std::ranges::all_of(result.sections, [&](const Section& section) { return visit(section, 0); });
    }

private:
    bool visit(const Section& section, int depth) const
    {
        return m_visitor(flat(section, depth))
            && std::ranges::all_of(section.subsections(), [&](const Section& subsection) {
                   return subsection.title().empty() || visit(subsection, depth + 1);
               });
    }

    json::Object flat(const Section& section, int depth) const
    {
        json::Object tags = ResultWriter::nestedTags(section.tags());
        json::Value heuristic;
        if (section.heuristic() && m_shape == Shape::Stored) {
            heuristic = ResultWriter::storedHeuristic(*section.heuristic());
            addAttributions(*section.heuristic(), tags);
        } else if (section.heuristic()) {
            heuristic = serviceHeuristic(*section.heuristic());
        }
        json::Object out; // filled member by member: a list of them would copy the body, which may be very long
        out.append("body", section.bodyText());
        out.append("classification", section.classification());
        out.append("body_format", nameOf(section.format()));
        out.append("body_config", section.bodyConfig());
        out.append("depth", depth);
        out.append("heuristic", std::move(heuristic));
        out.append("tags", std::move(tags));
        out.append("title_text", section.title());
        out.append("zeroize_on_tag_safe", section.zeroizeOnTagSafe());
        out.append("auto_collapse", section.autoCollapse());
        out.append("promote_to", promotionOf(section));
        return out;
    }

    Shape m_shape;
    Visitor m_visitor;
};

// The score of a section and those under it that are written.
std::int64_t scoreOf(const Section& section)
{
    std::int64_t score = section.heuristic() ? section.heuristic()->score() : 0;
    for (const Section& subsection : section.subsections()) {
        score += subsection.title().empty() ? 0 : scoreOf(subsection);
    }
    return score;
}

std::int64_t scoreOf(const AnalysisResult& result)
{
    std::int64_t score = 0;
    for (const Section& section : result.sections) {
        score += scoreOf(section);
    }
    return score;
}

json::Object flattened(const AnalysisResult& result, Shape shape)
{
    json::Array sections;
    Flattener(shape, [&](json::Object section) {
        sections.emplace_back(std::move(section));
        return true;
    }).visit(result);
    json::Object out;
    out.append("score", scoreOf(result));
    out.append("sections", std::move(sections));
    return out;
}

// What flattened() gives, as text.
bool writeFlattened(const AnalysisResult& result, Shape shape, const json::Sink& sink)
{
    bool isFirst = true;
    return sink("{\"score\": " + std::to_string(scoreOf(result)) + ", \"sections\": [")
        && Flattener(shape,
            [&](json::Object section) {
                return (std::exchange(isFirst, false) || sink(", ")) && json::dumpTo(sink, json::Value(std::move(section)));
            }).visit(result)
        && sink("]}");
}

json::Array filesOf(const std::vector<AttachedFile>& files, bool supplementary)
{
    json::Array list;
    for (const AttachedFile& file : files) {
        list.emplace_back(json::Object{
            {"name", file.name},
            {"sha256", file.sha256},
            {"description", file.description},
            {"classification", file.classification},
            {"is_section_image", file.isSectionImage},
            {"is_supplementary", supplementary},
            {"allow_dynamic_recursion", file.allowDynamicRecursion},
            {"parent_relation", nameOf(file.relation)},
        });
    }
    return list;
}

json::Value orNull(const std::string& text)
{
    return text.empty() ? json::Value() : json::Value(text);
}

} // namespace

std::string_view nameOf(ParentRelation relation)
{
    static constexpr std::array<std::string_view, 6> Names
        = {"ROOT", "EXTRACTED", "INFORMATION", "DYNAMIC", "MEMDUMP", "DOWNLOADED"};
    return Names[std::size_t(relation)];
}

json::Object ResultWriter::nestedTags(const Tags& tags)
{
    json::Object nested;
    for (const Tags::Entry& entry : tags) {
        json::Object* level = &nested;
        std::string_view rest = entry.type;
        for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
            json::Value& inner = (*level)[rest.substr(0, dot)];
            if (!inner.isObject()) {
                inner = json::Object();
            }
            level = inner.object();
            rest.remove_prefix(dot + 1);
        }
        level->set(rest, entry.values);
    }
    return nested;
}

json::Object ResultWriter::storedHeuristic(const Heuristic& heuristic)
{
    json::Array attacks;
    for (const std::string& id : attackIdsOf(heuristic)) {
        if (const std::optional<AttackItem> item = attackItem(id)) {
            attacks.emplace_back(item->toJson());
        }
    }
    json::Array signatures;
    for (const Heuristic::Signature& signature : heuristic.signatures()) {
        signatures.emplace_back(
            json::Object{{"name", signature.name}, {"frequency", signature.frequency}, {"safe", false}});
    }
    return json::Object{
        {"heur_id", heuristic.id()},
        {"score", heuristic.score()},
        {"name", heuristic.name()},
        {"attack", std::move(attacks)},
        {"signature", std::move(signatures)},
    };
}

json::Value ResultWriter::storedResult(const AnalysisResult& result)
{
    json::Object out;
    out.append("result", flattened(result, Shape::Stored));
    return out;
}

namespace {

json::Object serviceFrame(const AnalysisResult& result)
{
    return {
        {"classification", result.classification},
        {"response",
            json::Object{
                {"milestones", json::Object{{"service_started", nullptr}, {"service_completed", nullptr}}},
                {"service_version", orNull(result.serviceVersion)},
                {"service_name", result.serviceName},
                {"service_tool_version", nullptr},
                {"supplementary", filesOf(result.supplementary, true)},
                {"extracted", filesOf(result.extracted, false)},
                {"service_context", orNull(result.serviceContext)},
                {"service_debug_info", nullptr},
            }},
        {"sha256", result.sample.sha256},
        {"type", result.sample.type},
        {"size", result.sample.size},
        {"drop_file", false},
        {"partial", false},
        {"temp_submission_data", json::Object()},
    };
}

} // namespace

json::Value ResultWriter::serviceResult(const AnalysisResult& result)
{
    json::Object out = serviceFrame(result);
    out.append("result", flattened(result, Shape::Service));
    return out;
}

bool ResultWriter::writeStored(const AnalysisResult& result, const json::Sink& sink)
{
    return sink("{\"result\": ") && writeFlattened(result, Shape::Stored, sink) && sink("}");
}

bool ResultWriter::writeService(const AnalysisResult& result, const json::Sink& sink)
{
    std::string frame = json::dump(serviceFrame(result));
    frame.pop_back(); // the closing bracket
    return sink(frame) && sink(", \"result\": ") && writeFlattened(result, Shape::Service, sink) && sink("}");
}

} // namespace core
