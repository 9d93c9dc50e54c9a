// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/section.h"

#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/result/asciijson.h"

#include <array>

namespace core {

namespace {

json::Value emptyBody(BodyFormat format)
{
    switch (format) {
    case BodyFormat::Text:
    case BodyFormat::MemoryDump:
    case BodyFormat::GraphData:
    case BodyFormat::Divider:
    case BodyFormat::Sandbox:
        return {};
    case BodyFormat::Json:
    case BodyFormat::KeyValue:
        return json::Object();
    case BodyFormat::Url:
    case BodyFormat::OrderedKeyValue:
    case BodyFormat::ProcessTree:
    case BodyFormat::Table:
    case BodyFormat::Image:
    case BodyFormat::Multi:
    case BodyFormat::Timeline:
        return json::Array();
    }
    return {};
}

} // namespace

std::string_view nameOf(BodyFormat format)
{
    static constexpr std::array<std::string_view, 14> Names = {"TEXT", "MEMORY_DUMP", "GRAPH_DATA", "URL", "JSON",
        "KEY_VALUE", "ORDERED_KEY_VALUE", "PROCESS_TREE", "TABLE", "IMAGE", "MULTI", "DIVIDER", "TIMELINE", "SANDBOX"};
    return Names[std::size_t(format)];
}

Section::Section(std::string_view title, BodyFormat format)
    : m_title(safeStr(title))
    , m_format(format)
    , m_body(emptyBody(format))
{
}

bool Section::hasBody() const
{
    return json::python::truthy(m_body);
}

json::Value Section::bodyText() const
{
    if (!hasBody()) {
        return {};
    }
    return m_body.isString() ? m_body : json::Value(asciiJson(m_body));
}

void Section::addLine(std::string_view line)
{
    std::string text = safeStr(line);
    json::String* body = m_body.string();
    if (body && !body->empty()) {
        body->append('\n' + text);
    } else {
        m_body = std::move(text);
    }
}

void Section::setItem(std::string_view key, json::Value value)
{
    if (json::Object* body = m_body.object()) {
        body->set(key, std::move(value));
    }
}

void Section::addItem(std::string_view key, json::Value value)
{
    if (json::Array* body = m_body.array()) {
        body->emplace_back(json::Array{std::string(key), std::move(value)});
    }
}

void Section::addRow(json::Object row)
{
    json::Array* body = m_body.array();
    if (row.empty() || !body) {
        return;
    }
    std::vector<std::string_view> columns;
    for (const json::Object::Member& member : row) {
        columns.push_back(member.first);
    }
    setColumnOrder(columns);
    body->emplace_back(std::move(row));
}

void Section::setColumnOrder(const std::vector<std::string_view>& columns)
{
    json::Array names(columns.begin(), columns.end());
    if (!names.empty()) {
        m_bodyConfig.set("column_order", std::move(names));
    }
}

void Section::addPart(BodyFormat format, json::Value data, json::Object config)
{
    if (json::Array* body = m_body.array()) {
        body->emplace_back(json::Array{nameOf(format), std::move(data), std::move(config)});
    }
}

Section& Section::addSubsection(Section section)
{
    m_subsections.push_back(std::move(section));
    return m_subsections.back();
}

} // namespace core
