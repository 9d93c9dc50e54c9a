// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonlinetext.h"

#include "ui/text/format.h"
#include "ui/text/safetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {

namespace {

// More than a wide screen shows of a line; the inspector has the whole.
constexpr std::size_t longestKey = 200;
constexpr std::size_t longestString = 600;
constexpr std::size_t longestInPreview = 80;
constexpr std::size_t longestPreview = 400;

// Of a call, what tells it from the others comes first.
constexpr std::array<std::string_view, 4> callPreview{"timestamp", "api", "status", "return"};

void appendKey(std::string& out, std::string_view key)
{
    const std::string_view start = utf8Start(key, longestKey);
    core::json::dumpString(out, start.size() < key.size() ? std::string(start) + "\u2026" : std::string(start));
    out += ": ";
}

void appendMember(std::string& out, const JsonDocument& document, JsonNode container, const JsonChild& child)
{
    if (document.type(container) == JsonType::Object) {
        appendKey(out, child.key);
    }
    const bool empty = document.childCount(child.node) == 0;
    switch (document.type(child.node)) {
    case JsonType::Array:
        out += empty ? "[]" : "[\u2026]";
        break;
    case JsonType::Object:
        out += empty ? "{}" : "{\u2026}";
        break;
    default:
        document.appendScalar(out, child.node, longestInPreview);
    }
}

// Calls are shown by a choice of their members, everything else by the first ones.
bool isShownFirst(JsonNode container, const JsonChild& child)
{
    return container.kind != JsonNode::Kind::Call || std::ranges::contains(callPreview, child.key);
}

void appendPreview(std::string& out, const JsonDocument& document, JsonNode node)
{
    const std::uint32_t count = document.childCount(node);
    const bool array = document.type(node) == JsonType::Array;
    const std::size_t end = out.size() + longestPreview;
    std::uint32_t shown = 0;
    out += array ? '[' : '{';
    // A list of lists or objects says no more by its brackets than by their number.
    const bool nested = array && document.isContainer(document.child(node, 0).node);
    for (std::uint32_t i = 0; i < count && out.size() < end && !nested; ++i) {
        const JsonChild child = document.child(node, i);
        if (!isShownFirst(node, child)) {
            continue;
        }
        out += shown++ > 0 ? ", " : "";
        appendMember(out, document, node, child);
    }
    if (shown < count) {
        out += shown > 0 ? ", \u2026" : "\u2026";
    }
    out += array ? ']' : '}';
}

QString countNote(const JsonDocument& document, JsonNode node)
{
    const std::uint32_t count = document.childCount(node);
    const bool array = document.type(node) == JsonType::Array;
    const char* text
        = array ? QT_TRANSLATE_N_NOOP("JsonLine", "%Ln item(s)") : QT_TRANSLATE_N_NOOP("JsonLine", "%Ln member(s)");
    return QCoreApplication::translate("JsonLine", text, nullptr, int(count));
}

} // namespace

JsonLineText jsonLineText(const JsonDocument& document, const JsonLine& line)
{
    const bool array = document.type(line.node) == JsonType::Array;
    JsonLineText shown;
    std::string text;
    if (line.inObject && line.shape != JsonLine::Shape::Closing) {
        appendKey(text, line.key);
    }
    switch (line.shape) {
    case JsonLine::Shape::Opening:
        text += array ? "[" : "{";
        break;
    case JsonLine::Shape::Closing:
        text += array ? "]" : "}";
        break;
    case JsonLine::Shape::Folded:
        appendPreview(text, document, line.node);
        shown.note = countNote(document, line.node);
        break;
    case JsonLine::Shape::Scalar:
        if (document.isContainer(line.node)) {
            text += array ? "[]" : "{}";
        } else {
            document.appendScalar(text, line.node, longestString);
        }
        if (const std::size_t length = document.text(line.node).size(); length > longestString) {
            shown.note = formatBytes(qint64(length));
        }
        break;
    }
    if (!line.last && line.shape != JsonLine::Shape::Opening) {
        text += ',';
    }
    shown.text = safeText(fromUtf8(text));
    return shown;
}

} // namespace ui
