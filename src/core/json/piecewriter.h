// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace core::json {

enum class BeyondAscii { Kept, Refused };

// Writes a short text into a buffer as it stands inside a JSON string, eight bytes at a time: the buffer has room for
// the longest escapes and a word more, whole words are copied, and what of them does not count is written over.
template <BeyondAscii beyond>
class PieceWriter {
public:
    static constexpr std::size_t longestPiece = 1024;

    // How much of the text was written: up to its first character beyond ASCII where those are refused.
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
    using Word = std::uint64_t;

    static constexpr std::size_t longestEscape = 6;

    // A character as JSON has it in a string; with room to be copied as a word.
    struct Escape {
        std::array<char, sizeof(Word)> text{};
        std::size_t length = 0;
    };

    static constexpr std::array<Escape, 256> made()
    {
        constexpr std::string_view hex = "0123456789abcdef";
        std::array<Escape, 256> all;
        for (std::size_t c = 0; c < all.size(); ++c) {
            all[c] = c < ' ' ? Escape{{'\\', 'u', '0', '0', hex[c >> 4U], hex[c & 15U]}, longestEscape}
                             : Escape{{char(c)}, 1};
        }
        for (const auto& [c, letter] : {std::pair('"', '"'), {'\\', '\\'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'},
                 {'\b', 'b'}, {'\f', 'f'}}) {
            all[std::size_t(c)] = Escape{{'\\', letter}, 2};
        }
        return all;
    }
    static constexpr std::array<Escape, 256> escapes = made();

    static constexpr Word inEachByte(unsigned char value) { return Word(value) * 0x0101'0101'0101'0101U; }

    // The high bit of every byte that cannot stand in the text as it is. What is borrowed goes into the bytes above, so
    // only the lowest bit that is set can be relied on.
    static constexpr Word bytesToEscape(Word bytes)
    {
        const Word quotes = (bytes ^ inEachByte('"')) - inEachByte(1);
        const Word backslashes = (bytes ^ inEachByte('\\')) - inEachByte(1);
        const Word found = (bytes - inEachByte(' ')) | quotes | backslashes;
        return (beyond == BeyondAscii::Kept ? found & ~bytes : found | bytes) & inEachByte(0x80);
    }

    static Word wordAt(const char* at)
    {
        Word bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        if constexpr (std::endian::native == std::endian::big) {
            bytes = std::byteswap(bytes);
        }
        return bytes;
    }

    bool writeCharacter(char c)
    {
        const auto index = static_cast<unsigned char>(c);
        if (beyond == BeyondAscii::Refused && index >= 0x80) {
            return false;
        }
        const Escape& escape = escapes[index];
        std::memcpy(m_end, escape.text.data(), sizeof(Word));
        m_end += escape.length;
        return true;
    }

    std::array<char, longestPiece * longestEscape + sizeof(Word)> m_buffer;
    char* m_end = m_buffer.data();
};

} // namespace core::json
