// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/paddedbuffer.h"
#include "core/json/value.h"

#include <cstdint>
#include <memory>
#include <string_view>

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

    bool isEmpty() const { return m_count == 0 && !m_failed; }
    bool wasMended() const { return m_mended; }
    bool failed() const { return m_failed; }
    // Bytes walked over, of size().
    std::size_t offset() const { return m_next < m_count ? m_index[m_next] : m_text.size(); }
    std::size_t size() const { return m_text.size(); }
    std::string_view text() const { return m_text.view(); }

    // The first character of the next token; 0 at the end.
    char peek() const { return m_next < m_count && !m_failed ? m_text.data()[m_index[m_next]] : '\0'; }
    // Whether every token was walked over.
    bool atEnd() const { return m_next >= m_count; }

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
    bool separator(char close);
    bool fail();
    bool index();
    void mend();
    std::string_view token() const;
    std::string_view unescaped(std::string_view quoted);

    PaddedBuffer m_text;
    std::unique_ptr<simdjson::internal::dom_parser_implementation> m_parser;
    std::unique_ptr<char[]> m_scratch;
    std::size_t m_scratchSize = 0;
    const std::uint32_t* m_index = nullptr;
    std::uint32_t m_count = 0;
    std::uint32_t m_next = 0;
    int m_depth = 0;
    bool m_first = false; // just after an opening bracket
    bool m_failed = false;
    bool m_mended = false;
};

} // namespace core::json
