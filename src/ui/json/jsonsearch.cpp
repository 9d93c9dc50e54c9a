// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonsearch.h"

#include "ui/models/callfilter.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t mostHits = 200'000;

class Search {
public:
    Search(const JsonDocument& document, const QString& needle, const std::stop_token& stop)
        : m_document(document)
        , m_needle(needle.toLower().toStdString())
        , m_stop(stop)
        , m_cells(document.report().calls().stringCount(), Unknown)
    {
    }

    JsonHits run()
    {
        visit(JsonDocument::root());
        return std::move(m_hits);
    }

private:
    enum : char { Unknown, Yes, No };

    void visit(JsonNode node)
    {
        const std::uint32_t count = m_document.childCount(node);
        for (std::uint32_t i = 0; i < count && !m_stop.stop_requested() && !m_hits.truncated; ++i) {
            const JsonChild child = m_document.child(node, i);
            m_path.push_back(i);
            if (holds(child.key) || matches(child.node)) {
                add();
            }
            visit(child.node);
            m_path.pop_back();
        }
    }

    void add()
    {
        if (m_hits.size() < mostHits) {
            m_hits.append(m_path);
        } else {
            m_hits.truncated = true;
        }
    }

    bool holds(std::string_view text) const { return !text.empty() && containsIgnoringCase(text, m_needle); }

    bool matches(JsonNode node)
    {
        if (m_document.isContainer(node)) {
            return false;
        }
        if (node.kind != JsonNode::Kind::Cell) {
            return holds(scalarText(node));
        }
        // The same few texts stand in many calls.
        char& known = m_cells[node.index];
        if (known == Unknown) {
            known = holds(scalarText(node)) ? Yes : No;
        }
        return known == Yes;
    }

    std::string_view scalarText(JsonNode node)
    {
        if (m_document.type(node) == JsonType::String) {
            return m_document.text(node);
        }
        m_scratch.clear();
        m_document.appendScalar(m_scratch, node);
        return m_scratch;
    }

    const JsonDocument& m_document;
    std::string m_needle;
    const std::stop_token& m_stop;
    std::vector<char> m_cells; // of each text of the calls, whether it matches
    std::string m_scratch;
    JsonPath m_path;
    JsonHits m_hits;
};

} // namespace

std::span<const std::uint32_t> JsonHits::operator[](std::size_t index) const
{
    const std::size_t start = index == 0 ? 0 : m_ends[index - 1];
    return std::span(m_steps).subspan(start, m_ends[index] - start);
}

void JsonHits::append(const JsonPath& path)
{
    m_steps.insert(m_steps.end(), path.begin(), path.end());
    m_ends.push_back(m_steps.size());
}

std::size_t JsonHits::firstFrom(std::span<const std::uint32_t> path) const
{
    std::size_t from = 0;
    std::size_t to = size();
    while (from < to) {
        const std::size_t middle = (from + to) / 2;
        if (std::ranges::lexicographical_compare((*this)[middle], path)) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return from;
}

JsonHits findInJson(const JsonDocument& document, const QString& needle, const std::stop_token& stop)
{
    return needle.isEmpty() ? JsonHits() : Search(document, needle, stop).run();
}

} // namespace ui
