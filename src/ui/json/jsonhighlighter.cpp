// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonhighlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

namespace ui {

namespace {

using KSyntaxHighlighting::Format;
using KSyntaxHighlighting::Repository;

// Reading the list of all languages takes a while, and it never changes.
const Repository& repository()
{
    static const Repository known;
    return known;
}

Token tokenOf(const Format& format)
{
    switch (format.textStyle()) {
    case KSyntaxHighlighting::Theme::DataType:
        return Token::JsonKey;
    case KSyntaxHighlighting::Theme::String:
    case KSyntaxHighlighting::Theme::Char:
    case KSyntaxHighlighting::Theme::SpecialChar:
        return Token::JsonString;
    case KSyntaxHighlighting::Theme::DecVal:
    case KSyntaxHighlighting::Theme::BaseN:
    case KSyntaxHighlighting::Theme::Float:
        return Token::JsonNumber;
    case KSyntaxHighlighting::Theme::Keyword:
    case KSyntaxHighlighting::Theme::Constant:
        return Token::JsonKeyword;
    case KSyntaxHighlighting::Theme::Error: // the ellipsis of what is left out
        return Token::Dim;
    default:
        return Token::Text;
    }
}

} // namespace

JsonHighlighter::JsonHighlighter()
{
    setDefinition(repository().definitionForName(QStringLiteral("JSON")));
    m_inObject = highlightLine(u"{", {});
    m_inArray = highlightLine(u"[", {});
}

std::vector<JsonHighlighter::Span> JsonHighlighter::highlight(const QString& line, bool inObject)
{
    m_spans.clear();
    highlightLine(line, inObject ? m_inObject : m_inArray);
    return std::move(m_spans);
}

void JsonHighlighter::applyFormat(int offset, int length, const Format& format)
{
    m_spans.push_back({offset, length, tokenOf(format)});
}

} // namespace ui
