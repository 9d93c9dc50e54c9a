// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/asciijson.h"

#include "core/ioc/text.h"
#include "core/json/hugepages.h"

#include <QString>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace core {

namespace {

using Word = std::uint64_t;

constexpr Word inEachByte(unsigned char value)
{
    return Word(value) * 0x0101'0101'0101'0101U;
}

// The high bit of every byte that cannot stand in the text as it is: below the blank, '"', '\' and beyond ASCII. What
// is borrowed goes into the bytes above, so only the lowest bit that is set can be relied on.
constexpr Word bytesToEscape(Word bytes)
{
    const Word quotes = (bytes ^ inEachByte('"')) - inEachByte(1);
    const Word backslashes = (bytes ^ inEachByte('\\')) - inEachByte(1);
    return (bytes | (bytes - inEachByte(' ')) | quotes | backslashes) & inEachByte(0x80);
}

Word wordAt(const char* at)
{
    Word bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    if constexpr (std::endian::native == std::endian::big) {
        bytes = std::byteswap(bytes);
    }
    return bytes;
}

// A character of ASCII as JSON has it in a string; with room to be copied as a word.
struct Escape {
    std::array<char, sizeof(Word)> text{};
    std::size_t length = 0;
};

using Escapes = std::array<Escape, 128>;

Escapes madeEscapes()
{
    Escapes made;
    for (std::size_t i = 0; i < made.size(); ++i) {
        const char c = char(i);
        std::string quoted;
        json::dumpString(quoted, std::string_view(&c, 1));
        made[i].length = quoted.size() - 2;
        quoted.copy(made[i].text.data(), made[i].length, 1);
    }
    return made;
}

const Escapes& escapes()
{
    static const Escapes all = madeEscapes();
    return all;
}

// Writes a short text of ASCII into a buffer, which has room for the longest escapes and a word more. Whole words are
// copied, and what of them does not count is written over.
class PieceWriter {
public:
    static constexpr std::size_t longestPiece = 1024;

    // How much of the text was written: up to its first character beyond ASCII.
    std::size_t write(std::string_view text)
    {
        const char* at = text.data();
        const char* const end = at + text.size();
        m_end = m_buffer.data();
        while (std::size_t(end - at) >= sizeof(Word)) {
            std::memcpy(m_end, at, sizeof(Word));
            const Word found = bytesToEscape(wordAt(at));
            const std::size_t plain = std::size_t(std::countr_zero(found)) / 8; // all 8 where none was found
            at += plain;
            m_end += plain;
            if (found && !writeCharacter(*at++)) {
                return std::size_t(at - 1 - text.data());
            }
        }
        while (at < end && writeCharacter(*at)) {
            ++at;
        }
        return std::size_t(at - text.data());
    }

    std::string_view written() const { return {m_buffer.data(), m_end}; }

private:
    bool writeCharacter(char c)
    {
        const auto index = static_cast<unsigned char>(c);
        if (index >= m_escapes.size()) {
            return false;
        }
        const Escape& escape = m_escapes[index];
        std::memcpy(m_end, escape.text.data(), sizeof(Word));
        m_end += escape.length;
        return true;
    }

    static constexpr std::size_t longestEscape = 6;

    const Escapes& m_escapes = escapes();
    std::array<char, longestPiece * longestEscape + sizeof(Word)> m_buffer;
    char* m_end = m_buffer.data();
};

std::size_t lengthBeyondAscii(std::string_view text)
{
    const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    return std::size_t(std::ranges::find_if(text, isAscii) - text.begin());
}

std::size_t expectedLength(const json::Value& value)
{
    constexpr std::size_t others = 8;
    const std::size_t text = value.toString().size();
    std::size_t length = others + text + text / 8; // an eighth for escapes is seldom too little
    for (const json::Value& item : value.toArray()) {
        length += expectedLength(item);
    }
    for (const auto& [key, member] : value.toObject()) {
        length += key.size() + others + expectedLength(member);
    }
    return length;
}

class AsciiWriter {
public:
    explicit AsciiWriter(std::string& out)
        : m_out(out)
    {
    }

    void write(const json::Value& value)
    {
        switch (value.type()) {
        case json::Value::Type::String:
            writeText(value.toString());
            break;
        case json::Value::Type::Array:
            writeArray(value.toArray());
            break;
        case json::Value::Type::Object:
            writeObject(value.toObject());
            break;
        default:
            json::dumpTo(m_out, value); // numbers and words are ASCII
        }
    }

private:
    void writeArray(const json::Array& items)
    {
        m_out += '[';
        std::string_view separator;
        for (const json::Value& item : items) {
            m_out += separator;
            separator = ", ";
            write(item);
        }
        m_out += ']';
    }

    void writeObject(const json::Object& members)
    {
        m_out += '{';
        std::string_view separator;
        for (const auto& [key, value] : members) {
            m_out += separator;
            separator = ", ";
            writeText(key);
            m_out += ": ";
            write(value);
        }
        m_out += '}';
    }

    void writeText(std::string_view text)
    {
        m_out += '"';
        while (!text.empty()) {
            text.remove_prefix(m_piece.write(text.substr(0, PieceWriter::longestPiece)));
            m_out += m_piece.written();
            const std::size_t beyond = lengthBeyondAscii(text);
            writeBeyondAscii(text.substr(0, beyond));
            text.remove_prefix(beyond);
        }
        m_out += '"';
    }

    void writeBeyondAscii(std::string_view text)
    {
        if (text.empty()) {
            return;
        }
        static constexpr std::string_view hex = "0123456789abcdef";
        for (const QChar c : toQt(text)) {
            m_out += "\\u";
            for (int shift = 12; shift >= 0; shift -= 4) {
                m_out += hex[(c.unicode() >> shift) & 0xf];
            }
        }
    }

    PieceWriter m_piece;
    std::string& m_out;
};

} // namespace

void reserveForJson(std::string& text, const json::Value& value)
{
    text.reserve(expectedLength(value));
    adviseHugePages(text.data(), text.capacity());
}

std::string asciiJson(const json::Value& value)
{
    std::string text;
    reserveForJson(text, value);
    AsciiWriter(text).write(value);
    return text;
}

} // namespace core
