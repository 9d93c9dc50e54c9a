// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/text.h"

#include <simdjson.h>

#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <format>
#include <optional>

namespace core {

namespace {

bool isAscii(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// What str.isspace takes for one.
constexpr std::string_view spaces[] = {" ", "\t", "\n", "\r", "\f", "\v", "\x1c", "\x1d", "\x1e", "\x1f", "\u0085",
    "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
    "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"};

bool isPlain(unsigned char c)
{
    return (c >= 0x20 && c <= 0x7e) || c == '\t' || c == '\n' || c == '\r';
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

std::size_t sequenceLength(unsigned char lead)
{
    return lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
}

// A lone surrogate at the start of the text, as some JSON readers encode it.
std::optional<unsigned> surrogateAt(std::string_view text)
{
    if (text.size() < 3 || text[0] != '\xed' || static_cast<unsigned char>(text[1]) < 0xa0 || !isContinuation(text[1])
        || !isContinuation(text[2])) {
        return std::nullopt;
    }
    return 0xd000U | (static_cast<unsigned char>(text[1]) & 0x3fU) << 6 | (static_cast<unsigned char>(text[2]) & 0x3fU);
}

// Appends what starts the text, made safe, and returns its length.
std::size_t appendSafe(std::string& out, std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = sequenceLength(lead);
    if (lead >= 0x80 && length > 1 && length <= text.size() && simdjson::validate_utf8(text.data(), length)) {
        out += text.substr(0, length);
        return length;
    }
    if (isPlain(lead)) {
        out += text.front();
        return 1;
    }
    if (const auto surrogate = surrogateAt(text)) {
        out += std::format("\\u{:04x}", *surrogate);
        return 3;
    }
    out += std::format("\\x{:02x}", lead);
    return 1;
}

} // namespace

QString toQt(std::string_view text)
{
    QStringDecoder decoder(
        QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(text.data(), qsizetype(text.size())));
}

std::string safeStr(std::string_view text)
{
    const auto firstOdd = std::ranges::find_if(text, [](char c) { return !isPlain(static_cast<unsigned char>(c)); });
    std::string out(text.begin(), firstOdd);
    std::size_t at = out.size();
    while (at < text.size()) {
        at += appendSafe(out, text.substr(at));
    }
    return out;
}

std::string truncated(std::string_view text, std::size_t length)
{
    std::string safe = safeStr(text);
    const std::size_t kept = firstCharacters(safe, length).size();
    if (kept < safe.size()) {
        safe.resize(kept);
        safe += "...";
    }
    return safe;
}

std::size_t lengthOf(std::string_view utf8)
{
    return std::size_t(std::ranges::count_if(utf8, [](char c) { return !isContinuation(c); }));
}

std::string_view firstCharacters(std::string_view utf8, std::size_t length)
{
    std::size_t at = 0;
    while (at < utf8.size()) {
        if (!isContinuation(utf8[at]) && length-- == 0) {
            break;
        }
        ++at;
    }
    return utf8.substr(0, at);
}

std::string lowerCase(std::string_view text)
{
    if (!isAscii(text)) {
        return toQt(text).toLower().toStdString();
    }
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return out;
}

std::string upperCase(std::string_view text)
{
    if (!isAscii(text)) {
        return toQt(text).toUpper().toStdString();
    }
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    return out;
}

std::string capitalized(std::string_view text)
{
    const QString whole = toQt(text);
    if (whole.isEmpty()) {
        return {};
    }
    const qsizetype length = whole.size() > 1 && whole[0].isHighSurrogate() && whole[1].isLowSurrogate() ? 2 : 1;
    const QString first = whole.first(length);
    const char32_t letter = first.toUcs4().constFirst();
    const char32_t title = QChar::toTitleCase(letter);
    QString head = QString::fromUcs4(&title, 1);
    if (const QString upper = first.toUpper(); title == letter && upper.size() > length) {
        head = upper.first(length) + upper.sliced(length).toLower(); // a ligature, such as the German sharp s
    }
    return (head + whole.sliced(length).toLower()).toStdString();
}

std::string_view leftStripped(std::string_view text)
{
    const auto before = [&](std::string_view space) { return text.starts_with(space); };
    for (auto space = std::ranges::find_if(spaces, before); space != std::end(spaces);
        space = std::ranges::find_if(spaces, before)) {
        text.remove_prefix(space->size());
    }
    return text;
}

std::string_view stripped(std::string_view text)
{
    text = leftStripped(text);
    const auto after = [&](std::string_view space) { return text.ends_with(space); };
    for (auto space = std::ranges::find_if(spaces, after); space != std::end(spaces);
        space = std::ranges::find_if(spaces, after)) {
        text.remove_suffix(space->size());
    }
    return text;
}

} // namespace core
