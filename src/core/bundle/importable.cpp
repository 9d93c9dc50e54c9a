// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/importable.h"

#include "core/bundle/oldsections.h"
#include "core/bundle/tagcheck.h"
#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/result/resultwriter.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <unordered_set>

namespace core::bundle {

namespace {

class TagFilter {
public:
    TagFilter(const std::string& title, std::vector<LeftOut>& leftOut)
        : m_title(title)
        , m_leftOut(leftOut)
    {
    }

    json::Object filtered(const json::Object& tags, const std::string& path = {})
    {
        json::Object kept;
        for (const auto& [name, value] : tags) {
            const std::string type = path.empty() ? std::string(name) : std::format("{}.{}", path, name.view());
            if (value.isObject()) {
                if (json::Object below = filtered(value.toObject(), type); !below.empty()) {
                    kept.append(name, std::move(below));
                }
            } else if (json::Array values = accepted(type, value); !values.empty()) {
                kept.append(name, std::move(values));
            }
        }
        return kept;
    }

    const std::vector<std::string>& refused() const { return m_refused; }

private:
    json::Array accepted(const std::string& type, const json::Value& values)
    {
        json::Array kept;
        for (const json::Value& value : values.toArray()) {
            auto checked = checkedTag(type, value);
            if (checked) {
                kept.push_back(std::move(*checked));
                continue;
            }
            const std::string text = json::python::str(value);
            m_refused.push_back(text);
            m_leftOut.push_back({QString::fromStdString(type + " " + safeStr(text)),
                QStringLiteral("%1 (%2)").arg(checked.error(), QString::fromStdString(m_title))});
        }
        return kept;
    }

    const std::string& m_title;
    std::vector<LeftOut>& m_leftOut;
    std::vector<std::string> m_refused;
};

// Tells which values a body shows. Most stand there as a text or a line of their own; a few are searched for in all of
// it, and beyond those a value that stands inside another text counts as not shown.
class ShownValues {
public:
    explicit ShownValues(std::string_view body)
        : m_body(body)
    {
        for (std::size_t start = 0; start <= body.size();) {
            const std::size_t end = std::min(body.find_first_of("\"\n", start), body.size());
            m_parts.insert(body.substr(start, end - start));
            start = end + 1;
        }
    }

    bool contain(const std::string& value)
    {
        constexpr int mostSearches = 200;
        std::string inJson;
        json::dumpString(inJson, value);
        const std::string_view escaped = std::string_view(inJson).substr(1, inJson.size() - 2);
        if (m_parts.contains(value) || m_parts.contains(escaped)) {
            return true;
        }
        return m_searches++ < mostSearches && (m_body.contains(value) || m_body.contains(escaped));
    }

private:
    std::string_view m_body;
    std::unordered_set<std::string_view> m_parts;
    int m_searches = 0;
};

// The values that the body does not show, as a section under this one.
json::Value hiddenValues(const json::Value& section, const std::vector<std::string>& refused)
{
    if (refused.empty()) {
        return {};
    }
    ShownValues shown(section["body"].toString());
    std::string text;
    for (const std::string& value : refused) {
        if (!shown.contain(value)) {
            text += (text.empty() ? "" : "\n") + safeStr(value);
        }
    }
    if (text.empty()) {
        return {};
    }
    return json::Object{{"auto_collapse", true}, {"body", std::move(text)}, {"body_format", "TEXT"},
        {"body_config", json::Object()}, {"classification", section["classification"]},
        {"depth", section["depth"].toInteger() + 1}, {"heuristic", nullptr}, {"tags", json::Object()},
        {"safelisted_tags", json::Object()}, {"title_text", "Values that Assemblyline does not take as tags"},
        {"promote_to", nullptr}};
}

void mendTexts(json::Object& section)
{
    // An empty text is refused where none is not.
    if (section["body"].toString().empty()) {
        section.set("body", nullptr);
    }
    if (section["title_text"].toString().empty()) {
        section.set("title_text", "-");
    }
    section.erase("zeroize_on_tag_safe"); // the service's own, not stored
    if (!section.contains("safelisted_tags")) {
        section.append("safelisted_tags", json::Object());
    }
}

} // namespace

Importable importable(const AnalysisResult& result, Target target)
{
    Importable made;
    const json::Value stored = ResultWriter::storedResult(result);
    for (const json::Value& item : stored["result"]["sections"].toArray()) {
        json::Object section = item.toObject();
        const std::string title(section["title_text"].toString());
        TagFilter filter(title, made.leftOut);
        section.set("tags", filter.filtered(section["tags"].toObject()));
        mendTexts(section);
        json::Value hidden = hiddenValues(section, filter.refused());
        made.score += section["heuristic"]["score"].toInteger();
        json::Array below;
        if (target == Target::BeforeSandboxBody && section["body_format"].toString() == "SANDBOX") {
            below = replaceSandboxBody(section);
        }
        made.sections.emplace_back(std::move(section));
        std::ranges::move(below, std::back_inserter(made.sections));
        if (!hidden.isNull()) {
            made.sections.push_back(std::move(hidden));
        }
    }
    return made;
}

} // namespace core::bundle
