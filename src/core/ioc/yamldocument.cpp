// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/yamldocument.h"

#include "core/json/objectbuilder.h"

#include <QCoreApplication>

#include <yaml.h>

namespace core {

namespace {

constexpr int deepest = 16;

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(YamlDocument)
};

class Parser {
public:
    explicit Parser(std::string_view text)
    {
        m_isReady = yaml_parser_initialize(&m_parser) == 1;
        if (m_isReady) {
            yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
            yaml_parser_set_input_string(
                &m_parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        }
    }
    ~Parser()
    {
        endEvent();
        if (m_isReady) {
            yaml_parser_delete(&m_parser);
        }
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    Result<json::Value> document()
    {
        const bool hasValue = m_isReady && next(YAML_STREAM_START_EVENT) && next(YAML_DOCUMENT_START_EVENT) && advance();
        json::Value value = hasValue ? node(0) : json::Value();
        if (!hasValue || m_failed || !next(YAML_DOCUMENT_END_EVENT) || !next(YAML_STREAM_END_EVENT)) {
            return std::unexpected(Error{ErrorCode::BadInput,
                Text::tr("This is not a YAML document of plain lists and texts. Correct it."), place()});
        }
        return value;
    }

private:
    // Takes the next event; false where the text is no YAML.
    bool advance()
    {
        endEvent();
        m_hasEvent = yaml_parser_parse(&m_parser, &m_event) == 1;
        m_failed = m_failed || !m_hasEvent;
        return m_hasEvent;
    }
    bool next(yaml_event_type_t type) { return advance() && m_event.type == type; }
    void endEvent()
    {
        if (m_hasEvent) {
            yaml_event_delete(&m_event);
            m_hasEvent = false;
        }
    }
    json::Value fail()
    {
        m_failed = true;
        return {};
    }

    // The node that the event at hand begins.
    json::Value node(int depth)
    {
        switch (m_event.type) {
        case YAML_SCALAR_EVENT: {
            const auto& scalar = m_event.data.scalar;
            const bool isPlain = !scalar.anchor && (!scalar.tag || scalar.quoted_implicit || scalar.plain_implicit);
            const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
            return isPlain ? json::Value(text) : fail();
        }
        case YAML_SEQUENCE_START_EVENT: {
            const auto& start = m_event.data.sequence_start;
            return start.anchor || !start.implicit || depth >= deepest ? fail() : sequence(depth);
        }
        case YAML_MAPPING_START_EVENT: {
            const auto& start = m_event.data.mapping_start;
            return start.anchor || !start.implicit || depth >= deepest ? fail() : mapping(depth);
        }
        default:
            return fail(); // an alias
        }
    }

    json::Value sequence(int depth)
    {
        json::Array items;
        while (advance() && m_event.type != YAML_SEQUENCE_END_EVENT && !m_failed) {
            items.push_back(node(depth + 1));
        }
        return items;
    }

    json::Value mapping(int depth)
    {
        json::ObjectBuilder members;
        while (advance() && m_event.type != YAML_MAPPING_END_EVENT && !m_failed) {
            const json::Value key = node(depth + 1);
            if (!key.isString() || !advance()) {
                return fail();
            }
            members.set(key.toString(), node(depth + 1));
        }
        return members.take();
    }

    QString place() const
    {
        const yaml_mark_t& mark = m_parser.problem ? m_parser.problem_mark : m_parser.mark;
        return Text::tr("line %1, column %2").arg(mark.line + 1).arg(mark.column + 1);
    }

    yaml_parser_t m_parser{};
    yaml_event_t m_event{};
    bool m_isReady = false;
    bool m_hasEvent = false;
    bool m_failed = false;
};

} // namespace

Result<json::Value> parseYaml(std::string_view text)
{
    return Parser(text).document();
}

} // namespace core
