// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visibletext.h"

#include <algorithm>
#include <format>

namespace core {

namespace {

constexpr char32_t ControlPictures = 0x2400;
constexpr char32_t DeletePicture = 0x2421;

void appendVisible(QString& out, char32_t c)
{
    if (c < 0x20) {
        out += QChar(char16_t(ControlPictures + c));
    } else if (c == 0x7f) {
        out += QChar(char16_t(DeletePicture));
    } else {
        out += QStringLiteral("<U+%1>").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
    }
}

bool isPlain(char c, LineBreaks lineBreaks)
{
    return (c >= ' ' && c <= '~') || (lineBreaks == LineBreaks::Keep && (c == '\n' || c == '\t'));
}

// A character of UTF-8 and the bytes that it takes.
struct Decoded {
    char32_t character;
    std::size_t length;
};

// The one at the start of the text, which is beyond ASCII; bytes that are no UTF-8 count as they are.
Decoded decoded(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    if (length == 1 || length > text.size()) {
        return {0, 1};
    }
    char32_t character = lead & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xc0U) != 0x80U) {
            return {0, 1};
        }
        character = character << 6U | (byte & 0x3fU);
    }
    return {character, length};
}

void appendEscaped(std::string& out, char32_t c)
{
    if (c <= 0xffff) {
        out += std::format("\\u{:04x}", std::uint32_t(c));
    } else {
        out += std::format(
            "\\u{:04x}\\u{:04x}", std::uint32_t(QChar::highSurrogate(c)), std::uint32_t(QChar::lowSurrogate(c)));
    }
}

// The place of the first character to escape at or after `from`; the text's size where there is none.
std::size_t nextInvisible(std::string_view json, std::size_t from)
{
    while (from < json.size()) {
        const auto byte = static_cast<unsigned char>(json[from]);
        if (byte == 0x7f) {
            return from;
        }
        if (byte < 0x80) {
            ++from;
            continue;
        }
        const Decoded next = decoded(json.substr(from));
        if (next.length > 1 && isInvisible(next.character)) {
            return from;
        }
        from += next.length;
    }
    return json.size();
}

} // namespace

bool isInvisible(char32_t c)
{
    if (c == 0x00ad || c == 0x034f || c == 0x061c || c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xfeff) {
        return true;
    }
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString visibleText(QStringView text, LineBreaks lineBreaks)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (c >= ' ' && c <= '~') {
            out += text[i]; // nearly all of megabytes of text
            continue;
        }
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
        }
        const bool keeps = lineBreaks == LineBreaks::Keep && (c == '\n' || c == '\t');
        if (isInvisible(c) && !keeps) {
            appendVisible(out, c);
        } else {
            out += text.sliced(i, pair ? 2 : 1);
        }
        i += pair ? 1 : 0;
    }
    return out;
}

std::string visibleUtf8(std::string_view text, LineBreaks lineBreaks)
{
    if (std::ranges::all_of(text, [lineBreaks](char c) { return isPlain(c, lineBreaks); })) {
        return std::string(text);
    }
    return visibleText(QString::fromUtf8(text.data(), qsizetype(text.size())), lineBreaks).toStdString();
}

void escapeInvisible(std::string& json)
{
    std::size_t found = nextInvisible(json, 0);
    if (found == json.size()) {
        return;
    }
    std::string escaped;
    escaped.reserve(json.size() + json.size() / 8);
    std::size_t from = 0;
    while (found < json.size()) {
        escaped.append(json, from, found - from);
        const bool isDelete = json[found] == '\x7f';
        const Decoded character = isDelete ? Decoded{0x7f, 1} : decoded(std::string_view(json).substr(found));
        appendEscaped(escaped, character.character);
        from = found + character.length;
        found = nextInvisible(json, from);
    }
    escaped.append(json, from);
    json = std::move(escaped);
}

} // namespace core
