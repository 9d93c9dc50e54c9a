// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/safelistfile.h"

#include "core/ioc/regex.h"
#include "core/ioc/yamldocument.h"
#include "core/json/paddedbuffer.h"
#include "core/json/reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

constexpr std::size_t largestFile = std::size_t(16) << 20;

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(SafelistFile)
};

std::unexpected<Error> bad(const QString& detail)
{
    return std::unexpected(Error{ErrorCode::BadInput,
        Text::tr("This is not a safelist of an Assemblyline: it needs the sections “match” and “regex”, each with lists of "
                 "texts by tag type."),
        detail});
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

// What of a section is not lists of texts by tag type; nothing for a good one.
std::optional<QString> wrongPart(const json::Value& document, std::string_view name)
{
    const json::Value& section = document[name];
    if (section.isNull() || section.toString() == "null" || section == json::Value("")) {
        return std::nullopt; // an empty section, as YAML has it
    }
    if (!section.isObject()) {
        return textOf(name);
    }
    for (const auto& [type, texts] : section.toObject()) {
        const bool isList = texts.isArray() && std::ranges::all_of(texts.toArray(), &json::Value::isString);
        const bool isEmpty = texts.isNull() || texts == json::Value("");
        if (!isList && !isEmpty) {
            return QStringLiteral("%1: %2").arg(textOf(name), textOf(type));
        }
    }
    return std::nullopt;
}

std::optional<QString> brokenPattern(const json::Value& document)
{
    for (const auto& [type, patterns] : document["regex"].toObject()) {
        for (const json::Value& pattern : patterns.toArray()) {
            if (!Regex(pattern.toString(), Regex::IgnoreCase).isValid()) {
                return QStringLiteral("regex: %1: %2").arg(textOf(type), textOf(pattern.toString()));
            }
        }
    }
    return std::nullopt;
}

} // namespace

Result<Safelist> safelistFrom(const json::Value& document)
{
    if (const json::Value* answer = document.find("api_response")) {
        return answer->isString() ? safelistFrom(answer->toString()) : safelistFrom(*answer);
    }
    if (!document.isObject() || (!document.find("match") && !document.find("regex"))) {
        return bad({});
    }
    for (const std::string_view section : {"match", "regex"}) {
        if (const std::optional<QString> wrong = wrongPart(document, section)) {
            return bad(*wrong);
        }
    }
    if (const std::optional<QString> broken = brokenPattern(document)) {
        return std::unexpected(Error{ErrorCode::BadInput,
            Text::tr("A pattern of the safelist is no regular expression that Assemblyline takes. Correct it."), *broken});
    }
    return Safelist(document);
}

Result<Safelist> safelistFrom(std::string_view document)
{
    const std::size_t start = document.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    const bool isJson = start != std::string_view::npos && document[start] == '{';
    const Result<json::Value> value = isJson ? json::parse(document) : parseYaml(document);
    return value ? safelistFrom(*value) : bad(value.error().detail);
}

Result<Safelist> safelistFromFile(const QString& path)
{
    const Result<PaddedBuffer> text = PaddedBuffer::readFile(path, largestFile);
    if (!text) {
        return std::unexpected(text.error());
    }
    return safelistFrom(text->view());
}

} // namespace core
