// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/asciijson.h"

#include "core/ioc/text.h"
#include "core/json/hugepages.h"
#include "core/json/piecewriter.h"

#include <QString>

#include <algorithm>

namespace core {

namespace {

using PieceWriter = json::PieceWriter<json::BeyondAscii::Refused>;

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
