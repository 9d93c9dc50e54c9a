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

// Unlike QString::fromUtf8, keeps a byte order mark at the start.
QString toQt(std::string_view text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(text.data(), qsizetype(text.size())));
}

} // namespace

std::string safeStr(std::string_view text)
{
    const auto firstOdd
        = std::ranges::find_if(text, [](char c) { return !isPlain(static_cast<unsigned char>(c)); });
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

std::string_view stripped(std::string_view text)
{
    constexpr std::string_view space = " \t\n\r\f\v\x1c\x1d\x1e\x1f";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

} // namespace core
