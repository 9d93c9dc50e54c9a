// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/result/heuristic.h"
#include "core/result/tags.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

// How Assemblyline draws a section's body.
enum class BodyFormat {
    Text,
    MemoryDump,
    GraphData,
    Url,
    Json,
    KeyValue,
    OrderedKeyValue,
    ProcessTree,
    Table,
    Image,
    Multi,
    Divider, // only as a part of a Multi body
    Timeline,
    Sandbox,
};

// The name Assemblyline gives to the format, such as "KEY_VALUE".
std::string_view nameOf(BodyFormat format);

// What Assemblyline shows specially in the header of a file's report.
enum class PromoteTo { Nothing, Screenshot, Entropy, UriParams };

// The classification of all that the service makes, unless a submission says otherwise.
inline constexpr std::string_view DefaultClassification = "TLP:C";

// A section of the Assemblyline result. A value: builders fill it and then give it to its parent.
class Section {
public:
    // The title is made safe.
    explicit Section(std::string_view title, BodyFormat format = BodyFormat::Text);

    const std::string& title() const { return m_title; }
    BodyFormat format() const { return m_format; }

    // The body: text for Text and MemoryDump, otherwise an array or object as the format has it; null for none.
    const json::Value& body() const { return m_body; }
    json::Value& body() { return m_body; }
    void setBody(json::Value body) { m_body = std::move(body); }
    // Whether the body holds anything, as Python sees it: not null, not "", [], {}.
    bool hasBody() const;
    // The body as the service writes it: null, the text, or JSON text (ASCII, as Python's json.dumps).
    json::Value bodyText() const;

    // What the viewer needs beside the body; column_order for tables.
    const json::Object& bodyConfig() const { return m_bodyConfig; }

    // Text: appends a line, made safe.
    void addLine(std::string_view line);
    // KeyValue
    void setItem(std::string_view key, json::Value value);
    // OrderedKeyValue
    void addItem(std::string_view key, json::Value value);
    // Table: appends a row, whose keys become the order of the columns; an empty row is no row.
    void addRow(json::Object row);
    void setColumnOrder(const std::vector<std::string_view>& columns);
    // The rows of a table, items of an image body, parts of a multi body; empty where there are none.
    const json::Array& rows() const { return m_body.toArray(); }
    // Multi: appends a part. Parts without a body count too, as in the service.
    void addPart(BodyFormat format, json::Value data, json::Object config = {});

    Tags& tags() { return m_tags; }
    const Tags& tags() const { return m_tags; }
    // Adds the tag without validating it (Safelist and addTag of core/ioc do that).
    void addTag(std::string_view type, json::Value value) { m_tags.add(type, std::move(value)); }

    const std::optional<Heuristic>& heuristic() const { return m_heuristic; }
    std::optional<Heuristic>& heuristic() { return m_heuristic; }
    Heuristic& setHeuristic(int id) { return m_heuristic.emplace(id); }
    void setHeuristic(Heuristic heuristic) { m_heuristic = std::move(heuristic); }

    // The reference stays good until the next subsection is added.
    Section& addSubsection(Section section);
    const std::vector<Section>& subsections() const { return m_subsections; }
    std::vector<Section>& subsections() { return m_subsections; }

    bool autoCollapse() const { return m_autoCollapse; }
    void setAutoCollapse(bool collapse) { m_autoCollapse = collapse; }
    bool zeroizeOnTagSafe() const { return m_zeroizeOnTagSafe; }
    void setZeroizeOnTagSafe(bool zeroize) { m_zeroizeOnTagSafe = zeroize; }
    PromoteTo promoteTo() const { return m_promoteTo; }
    void setPromoteTo(PromoteTo promote) { m_promoteTo = promote; }
    const std::string& classification() const { return m_classification; }
    void setClassification(std::string classification) { m_classification = std::move(classification); }

private:
    std::string m_title;
    BodyFormat m_format;
    json::Value m_body;
    json::Object m_bodyConfig;
    std::string m_classification{DefaultClassification};
    Tags m_tags;
    std::optional<Heuristic> m_heuristic;
    std::vector<Section> m_subsections;
    PromoteTo m_promoteTo = PromoteTo::Nothing;
    bool m_autoCollapse = false;
    bool m_zeroizeOnTagSafe = false;
};

} // namespace core
