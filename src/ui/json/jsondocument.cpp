// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsondocument.h"

#include <array>
#include <charconv>

namespace ui {

namespace {

using Kind = JsonNode::Kind;
using core::json::Value;

// The members that an object of the call store has.
class Fields {
public:
    void add(std::string_view key, JsonNode node) { m_fields[m_count++] = {key, node}; }
    void addCell(std::string_view key, core::StringId id)
    {
        if (id != 0) {
            add(key, {Kind::Cell, id});
        }
    }

    std::uint32_t count() const { return m_count; }
    const JsonChild& operator[](std::uint32_t index) const { return m_fields[index]; }

private:
    std::array<JsonChild, 12> m_fields;
    std::uint32_t m_count = 0;
};

Fields callFields(const core::ApiCallStore& calls, core::CallIndex call)
{
    Fields fields;
    fields.addCell("timestamp", calls.timestampId(call));
    fields.addCell("thread_id", calls.threadId(call));
    fields.addCell("caller", calls.callerId(call));
    fields.addCell("parentcaller", calls.parentCallerId(call));
    fields.addCell("category", calls.categoryId(call));
    fields.addCell("api", calls.apiId(call));
    fields.addCell("status", calls.statusId(call));
    fields.addCell("return", calls.returnId(call));
    if (!calls.prettyReturn(call).empty()) {
        fields.add("pretty_return", {Kind::PrettyReturn, call});
    }
    if (calls.hasArguments(call)) {
        fields.add("arguments", {Kind::Arguments, call});
    }
    // CAPE writes both or neither; the store cannot tell a 0 from an absent one.
    if (calls.callId(call) >= 0 || calls.repeated(call) > 0) {
        fields.add("repeated", {Kind::Repeated, call});
    }
    if (calls.callId(call) >= 0) {
        fields.add("id", {Kind::CallNumber, call});
    }
    return fields;
}

Fields argumentFields(const core::ApiCallStore& calls, core::ArgumentIndex argument)
{
    Fields fields;
    fields.addCell("name", calls.argumentNameId(argument));
    fields.addCell("value", calls.argumentValueId(argument));
    fields.addCell("pretty_value", calls.argumentPrettyId(argument));
    return fields;
}

JsonType typeOf(const Value& value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return JsonType::Null;
    case Value::Type::Bool:
        return JsonType::Bool;
    case Value::Type::Integer:
    case Value::Type::BigInteger:
    case Value::Type::Double:
        return JsonType::Number;
    case Value::Type::String:
        return JsonType::String;
    case Value::Type::Array:
        return JsonType::Array;
    case Value::Type::Object:
        return JsonType::Object;
    }
    return JsonType::Null;
}

JsonType typeOf(core::ValueTag tag)
{
    switch (tag) {
    case core::ValueTag::Absent:
    case core::ValueTag::Null:
        return JsonType::Null;
    case core::ValueTag::Bool:
        return JsonType::Bool;
    case core::ValueTag::Integer:
    case core::ValueTag::BigInteger:
    case core::ValueTag::Double:
        return JsonType::Number;
    case core::ValueTag::String:
        return JsonType::String;
    case core::ValueTag::Json:
        return JsonType::Raw;
    }
    return JsonType::Null;
}

JsonChild memberOf(const core::json::Object& object, std::uint32_t index)
{
    const auto& [key, value] = *(object.begin() + index);
    return {key, {Kind::Value, 0, &value}};
}

} // namespace

std::string_view utf8Start(std::string_view text, std::size_t longest)
{
    if (text.size() <= longest) {
        return text;
    }
    while (longest > 0 && (text[longest] & 0xc0) == 0x80) {
        --longest;
    }
    return text.substr(0, longest);
}

JsonDocument::JsonDocument(core::ReportPtr report)
    : m_report(std::move(report))
    , m_processes(&m_report->section("behavior")["processes"])
{
}

JsonType JsonDocument::type(JsonNode node) const
{
    switch (node.kind) {
    case Kind::Sections:
    case Kind::Process:
    case Kind::Call:
    case Kind::Argument:
        return JsonType::Object;
    case Kind::Calls:
    case Kind::Arguments:
        return JsonType::Array;
    case Kind::PrettyReturn:
        return JsonType::String;
    case Kind::Repeated:
    case Kind::CallNumber:
        return JsonType::Number;
    case Kind::Cell:
        return typeOf(m_report->calls().tag(node.index));
    case Kind::Value:
        break;
    }
    return typeOf(*node.value);
}

bool JsonDocument::isContainer(JsonNode node) const
{
    const JsonType kind = type(node);
    return kind == JsonType::Array || kind == JsonType::Object;
}

std::uint32_t JsonDocument::childCount(JsonNode node) const
{
    switch (node.kind) {
    case Kind::Sections:
        return std::uint32_t(m_report->sections().size());
    case Kind::Value:
        return std::uint32_t(node.value->size());
    case Kind::Process:
        return std::uint32_t(node.value->size()) + (m_report->processHasCalls(node.index) ? 1 : 0);
    case Kind::Calls:
        return m_report->processCalls(node.index).count;
    case Kind::Call:
        return callFields(m_report->calls(), node.index).count();
    case Kind::Arguments:
        return m_report->calls().arguments(node.index).count;
    case Kind::Argument:
        return argumentFields(m_report->calls(), node.index).count();
    case Kind::PrettyReturn:
    case Kind::Repeated:
    case Kind::CallNumber:
    case Kind::Cell:
        break;
    }
    return 0;
}

JsonChild JsonDocument::child(JsonNode node, std::uint32_t index) const
{
    switch (node.kind) {
    case Kind::Sections:
        return memberOf(m_report->sections(), index);
    case Kind::Process:
        if (index < node.value->size()) {
            return memberOf(node.value->toObject(), index);
        }
        return {"calls", {Kind::Calls, node.index}};
    case Kind::Calls:
        return {{}, {Kind::Call, m_report->processCalls(node.index).first + index}};
    case Kind::Call:
        return callFields(m_report->calls(), node.index)[index];
    case Kind::Arguments:
        return {{}, {Kind::Argument, m_report->calls().arguments(node.index).first + index}};
    case Kind::Argument:
        return argumentFields(m_report->calls(), node.index)[index];
    default:
        break;
    }
    if (node.value->isObject()) {
        return memberOf(node.value->toObject(), index);
    }
    const Value& item = (*node.value)[std::size_t(index)];
    const bool process = node.value == m_processes && item.isObject();
    return {{}, {process ? Kind::Process : Kind::Value, index, &item}};
}

JsonNode JsonDocument::at(std::span<const std::uint32_t> path) const
{
    JsonNode node = root();
    for (const std::uint32_t step : path) {
        node = child(node, step).node;
    }
    return node;
}

std::optional<core::CallIndex> JsonDocument::callOf(std::span<const std::uint32_t> path) const
{
    JsonNode node = root();
    for (const std::uint32_t step : path) {
        node = child(node, step).node;
        if (node.kind == Kind::Call) {
            return node.index;
        }
    }
    return std::nullopt;
}

std::string JsonDocument::pointer(std::span<const std::uint32_t> path) const
{
    std::string pointer;
    JsonNode node = root();
    for (const std::uint32_t step : path) {
        const bool array = type(node) == JsonType::Array;
        const JsonChild next = child(node, step);
        pointer += '/';
        if (array) {
            pointer += std::to_string(step);
        }
        for (const char c : next.key) {
            if (c == '~') {
                pointer += "~0";
            } else if (c == '/') {
                pointer += "~1";
            } else {
                pointer += c;
            }
        }
        node = next.node;
    }
    return pointer;
}

std::optional<std::uint32_t> JsonDocument::childOf(JsonNode node, const std::string& token) const
{
    const std::uint32_t count = childCount(node);
    if (type(node) == JsonType::Array) {
        std::uint32_t index = 0;
        const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
        const bool whole = error == std::errc() && end == token.data() + token.size();
        return whole && index < count ? std::optional(index) : std::nullopt;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        if (child(node, i).key == token) {
            return i;
        }
    }
    return std::nullopt;
}

JsonPath JsonDocument::find(std::string_view pointer) const
{
    JsonPath path;
    JsonNode node = root();
    while (pointer.starts_with('/')) {
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        std::string token;
        for (std::size_t i = 1; i < end; ++i) {
            const bool escaped = pointer[i] == '~' && i + 1 < end && (pointer[i + 1] == '0' || pointer[i + 1] == '1');
            token += !escaped ? pointer[i] : pointer[i + 1] == '0' ? '~' : '/';
            i += escaped ? 1 : 0;
        }
        const auto step = childOf(node, token);
        if (!step) {
            break;
        }
        path.push_back(*step);
        node = child(node, *step).node;
        pointer.remove_prefix(end);
    }
    return path;
}

std::string_view JsonDocument::text(JsonNode node) const
{
    switch (node.kind) {
    case Kind::Value:
        return node.value->toString();
    case Kind::PrettyReturn:
        return m_report->calls().prettyReturn(node.index);
    case Kind::Cell:
        return m_report->calls().text(node.index);
    default:
        return {};
    }
}

void JsonDocument::appendScalar(std::string& out, JsonNode node, std::size_t longest) const
{
    const auto shortened = [longest](std::string_view whole) {
        std::string start(utf8Start(whole, longest));
        return start.size() < whole.size() ? start + "\u2026" : start;
    };
    if (type(node) == JsonType::String) {
        core::json::dumpString(out, shortened(text(node)));
    } else if (node.kind == Kind::Repeated) {
        out += std::to_string(m_report->calls().repeated(node.index));
    } else if (node.kind == Kind::CallNumber) {
        out += std::to_string(m_report->calls().callId(node.index));
    } else if (node.kind == Kind::Cell) {
        out += node.index == 0 ? std::string("null") : shortened(text(node));
    } else {
        out += shortened(core::json::dump(*node.value));
    }
}

bool JsonDocument::append(std::string& out, JsonNode node, std::size_t longest, int depth) const
{
    const std::uint32_t count = childCount(node);
    if (!isContainer(node)) {
        appendScalar(out, node);
        return out.size() <= longest;
    }
    const bool array = type(node) == JsonType::Array;
    out += array ? '[' : '{';
    for (std::uint32_t i = 0; i < count; ++i) {
        const JsonChild next = child(node, i);
        out += i > 0 ? ",\n" : "\n";
        out.append(std::size_t(depth + 1) * 2, ' ');
        if (!array) {
            core::json::dumpString(out, next.key);
            out += ": ";
        }
        if (!append(out, next.node, longest, depth + 1)) {
            return false;
        }
    }
    if (count > 0) {
        out.append("\n").append(std::size_t(depth) * 2, ' ');
    }
    out += array ? ']' : '}';
    return out.size() <= longest;
}

} // namespace ui
