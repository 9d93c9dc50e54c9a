// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/csvtext.h"

#include "core/filetype/csvsniffer.h"

#include <simdjson.h>

#include <algorithm>

namespace core::filetype {

namespace {

constexpr std::size_t rowsRead = 100;
// Python reads text in steps of this many bytes, and stumbles over what is no UTF-8 in any that it reads.
constexpr std::size_t pythonStep = 8192;

// csv.reader's states, each character in turn.
class RowReader {
public:
    RowReader(std::string_view text, const CsvDialect& dialect)
        : m_text(text)
        , m_dialect(dialect)
    {
    }

    std::vector<std::size_t> run()
    {
        while (m_at < m_text.size() && m_widths.size() < rowsRead) {
            const char c = m_text[m_at++];
            if (m_state == State::Quoted) {
                quoted(c);
            } else if (c == '\n' || c == '\r') {
                m_at += c == '\r' && m_text.substr(m_at).starts_with('\n') ? 1 : 0;
                endRow();
            } else {
                plain(c);
            }
        }
        if (m_started && m_widths.size() < rowsRead) {
            endRow();
        }
        return std::move(m_widths);
    }

    std::size_t bytesRead() const { return m_at; }

private:
    enum class State { FieldStart, Plain, Quoted, QuoteInQuoted };

    void quoted(char c)
    {
        if (c == m_dialect.quote) {
            m_state = m_dialect.doubled ? State::QuoteInQuoted : State::Plain;
        }
    }

    void plain(char c)
    {
        if (!m_started) {
            m_started = true;
            m_width = 1;
        }
        if (c == m_dialect.delimiter) {
            ++m_width;
            m_state = State::FieldStart;
        } else if (c == m_dialect.quote && m_state != State::Plain) {
            m_state = State::Quoted;
        } else if (c != ' ' || m_state != State::FieldStart || !m_dialect.spaceAfterDelimiter) {
            m_state = State::Plain;
        }
    }

    void endRow()
    {
        m_widths.push_back(m_width);
        m_width = 0;
        m_started = false;
        m_state = State::FieldStart;
    }

    std::string_view m_text;
    const CsvDialect& m_dialect;
    std::vector<std::size_t> m_widths;
    std::size_t m_at = 0;
    std::size_t m_width = 0; // fields of the row so far; none of an empty line
    bool m_started = false;
    State m_state = State::FieldStart;
};

// Whether `text` up to `length`, and what Python reads with it, is UTF-8; a character may be cut at the step's end.
bool isReadable(std::string_view text, std::size_t length)
{
    const std::size_t reach = std::min(text.size(), (length + pythonStep - 1) / pythonStep * pythonStep);
    const std::size_t spare = reach < text.size() ? 3 : 0;
    for (std::size_t cut = 0; cut <= std::min(spare, reach); ++cut) {
        if (simdjson::validate_utf8(text.data(), reach - cut)) {
            return true;
        }
    }
    return false;
}

bool isEven(std::string_view text, const CsvDialect& dialect)
{
    RowReader reader(text, dialect);
    const std::vector<std::size_t> widths = reader.run();
    return widths.size() > 2 && std::ranges::all_of(widths, [&](std::size_t w) { return w == widths.front(); })
        && isReadable(text, reader.bytesRead());
}

} // namespace

std::vector<std::size_t> csvWidths(std::string_view text, const CsvDialect& dialect)
{
    return RowReader(text, dialect).run();
}

bool isTable(std::string_view text)
{
    if (isEven(text, {})) {
        return true;
    }
    const auto dialect = isReadable(text, 1) ? sniffCsv(text) : std::nullopt;
    return dialect && isEven(text, *dialect);
}

} // namespace core::filetype
