// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/paddedbuffer.h"
#include "core/json/value.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace simdjson::internal {
class dom_parser_implementation;
}

namespace core::json {

// Walks a JSON text forward, token by token, over the structural index that simdjson's vectorised first stage makes
// (which also checks the UTF-8). Nothing is built, so a caller can put each token straight where it belongs, and all
// that stood before a syntax error is in place when the walk meets it.
// After a syntax error or the text's end inside a value, failed() holds and every call gives nothing.
class Cursor {
public:
    // Takes the text (a byte order mark is skipped). A text that the first stage refuses is mended: bad UTF-8 becomes
    // U+FFFD, raw control characters in strings become spaces, and a string without an end is cut off.
    explicit Cursor(PaddedBuffer text);
    Cursor(Cursor&&) noexcept;
    Cursor& operator=(Cursor&&) noexcept;
    ~Cursor();

    bool isEmpty() const { return m_isEmpty; }
    bool wasMended() const { return m_mended; }
    bool failed() const { return m_failed; }
    // Bytes walked over, of size(); where the walk failed, those before the token that it failed at.
    std::size_t offset() const { return m_failed ? m_failedAt : *m_token; }
    std::size_t size() const { return m_text.size(); }
    std::string_view text() const { return m_text.view(); }

    // The first character of the next token; 0 at the end.
    char peek() const { return m_data[*m_token]; }
    // Whether every token was walked over.
    bool atEnd() const { return m_token == m_end; }

    // begin…() enters a container whose bracket is next; then next…() leads to each item in turn, to be read or skipped
    // before the next call, and gives false at the closing bracket (walked over) or when failed.
    bool beginObject() { return begin('{'); }
    bool beginArray() { return begin('['); }
    bool nextMember(std::string_view& key);
    bool nextItem();

    // A string's text; it lasts until the next string is read.
    std::string_view string();
    // Number, true, false or null (also NaN and Infinity, which Python writes).
    Value scalar();
    // The next token of that kind as it stands in the text, not yet checked.
    std::string_view peekScalarText() const;
    void skip();

private:
    bool begin(char open);
    char nextStart(char close);
    bool fail()
    {
        if (!m_failed) {
            m_failed = true;
            m_failedAt = *m_token;
            m_token = m_end;
        }
        return false;
    }
    bool index();
    void mend();
    std::string_view token() const;
    std::string_view unescaped(std::string_view quoted);
    static bool holdsBackslash(std::string_view text);

    PaddedBuffer m_text;
    std::unique_ptr<simdjson::internal::dom_parser_implementation> m_parser;
    std::unique_ptr<char[]> m_scratch;
    std::size_t m_scratchSize = 0;
    // The next token's place in the text. Behind the last one stands, twice, the text's size, where a NUL is.
    const char* m_data = nullptr;
    const std::uint32_t* m_token = nullptr;
    const std::uint32_t* m_end = nullptr;
    std::size_t m_failedAt = 0;
    int m_depth = 0;
    bool m_isEmpty = false;
    bool m_first = false; // just after an opening bracket
    bool m_failed = false;
    bool m_mended = false;
};

// What every token passes stands here, for the compiler to join with the walk around it.

// `text` lies in a padded buffer, so that whole words can be read at its end.
inline bool Cursor::holdsBackslash(std::string_view text)
{
    constexpr std::uint64_t lowBits = 0x0101'0101'0101'0101;
    constexpr std::uint64_t highBits = 0x8080'8080'8080'8080;
    if (text.size() > sizeof(std::uint64_t)) {
        return std::memchr(text.data(), '\\', text.size()) != nullptr;
    }
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof(word));
    word ^= lowBits * '\\'; // a backslash becomes a zero byte
    const std::uint64_t zeros = (word - lowBits) & ~word & highBits; // the lowest bit is that of the first zero
    return zeros != 0 && std::size_t(std::countr_zero(zeros)) / 8 < text.size();
}

// Tokens are as long as the way to the next one, less white space.
inline std::string_view Cursor::token() const
{
    const auto isSpace = [](char c) {
        return static_cast<unsigned char>(c) <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
    };
    const char* start = m_data + m_token[0];
    const char* end = m_data + m_token[1];
    while (isSpace(end[-1]) && end > start + 1) {
        --end;
    }
    return {start, std::size_t(end - start)};
}

inline bool Cursor::begin(char open)
{
    if (peek() != open) {
        return fail();
    }
    ++m_token;
    ++m_depth;
    m_first = true;
    return true;
}

// Walks over what stands before the next item, and gives that item's first character; 0 at the end of the container,
// and where the walk fails.
inline char Cursor::nextStart(char close)
{
    const char next = peek();
    if (next == close) {
        ++m_token;
        --m_depth;
        m_first = false;
        return '\0';
    }
    if (std::exchange(m_first, false)) {
        return next != '\0' || fail() ? next : '\0';
    }
    if (next != ',') {
        fail();
        return '\0';
    }
    ++m_token;
    const char start = peek();
    return (start != close && start != '\0') || fail() ? start : '\0';
}

inline bool Cursor::nextItem()
{
    return nextStart(']') != '\0';
}

inline bool Cursor::nextMember(std::string_view& key)
{
    const char start = nextStart('}');
    if (start != '"') {
        return start != '\0' && fail();
    }
    key = string();
    if (peek() != ':') {
        return fail();
    }
    ++m_token;
    return peek() != '\0' || fail();
}

inline std::string_view Cursor::string()
{
    const std::string_view quoted = token();
    if (quoted.front() != '"' || quoted.size() < 2 || quoted.back() != '"') {
        fail();
        return {};
    }
    ++m_token;
    const std::string_view inside(quoted.data() + 1, quoted.size() - 2);
    return holdsBackslash(inside) ? unescaped(quoted) : inside;
}

} // namespace core::json
