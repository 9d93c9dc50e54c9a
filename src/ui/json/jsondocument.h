// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

// A value of a report's JSON, by where it is kept: in the raw sections, or in the columns of the API calls.
struct JsonNode {
    enum class Kind : std::uint8_t {
        Sections, // the whole report
        Value, // `value`
        Process, // `value`, and the calls of item `index` of behavior.processes
        Calls, // of process `index`
        Call, // `index` in the call store, as for the following
        Arguments,
        PrettyReturn,
        Repeated,
        CallNumber,
        Argument, // `index` is its number
        Cell, // `index` is a StringId
    };

    Kind kind = Kind::Sections;
    std::uint32_t index = 0;
    const core::json::Value* value = nullptr;
};

enum class JsonType {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
    Raw // an array or object that the call store keeps as its JSON text
};

struct JsonChild {
    std::string_view key; // empty in an array
    JsonNode node;
};

// The way to a value from the top: the number of the member or item at each step. Ordered as the document is.
using JsonPath = std::vector<std::uint32_t>;

// A report as the one JSON value that it was read from, without a copy of it: the API calls, which the report keeps in
// columns, stand where they stood. Immutable; may be read by several threads.
class JsonDocument {
public:
    explicit JsonDocument(core::ReportPtr report);

    const core::Report& report() const { return *m_report; }

    static JsonNode root() { return {}; }
    JsonType type(JsonNode node) const;
    bool isContainer(JsonNode node) const;
    // Members of an object, items of an array; 0 for others.
    std::uint32_t childCount(JsonNode node) const;
    JsonChild child(JsonNode node, std::uint32_t index) const;

    JsonNode at(std::span<const std::uint32_t> path) const;
    // The API call that the path leads to or through.
    std::optional<core::CallIndex> callOf(std::span<const std::uint32_t> path) const;

    // The JSON pointer (RFC 6901) of a path, and the path of a pointer: of its longest part that leads somewhere.
    std::string pointer(std::span<const std::uint32_t> path) const;
    JsonPath find(std::string_view pointer) const;

    // The text of a String or Raw.
    std::string_view text(JsonNode node) const;
    // The JSON text of a scalar; of a text longer than `longest` bytes the start and an ellipsis.
    void appendScalar(std::string& out, JsonNode node, std::size_t longest = std::string::npos) const;
    // The JSON text of any value, indented by two; false where it was cut because `out` grew past `longest` bytes.
    bool append(std::string& out, JsonNode node, std::size_t longest, int depth = 0) const;

private:
    std::optional<std::uint32_t> childOf(JsonNode node, const std::string& token) const;

    core::ReportPtr m_report;
    const core::json::Value* m_processes; // behavior.processes
};

using JsonDocumentPtr = std::shared_ptr<const JsonDocument>;

// The start of a text, at most `longest` bytes, not cut within a character.
std::string_view utf8Start(std::string_view text, std::size_t longest);

} // namespace ui
