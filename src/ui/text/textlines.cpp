// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/textlines.h"

#include "ui/text/safetext.h"

#include <algorithm>

namespace ui {

namespace {

constexpr char16_t firstWide = 0x1100; // from here on a character may take two cells; more room than needed does no harm

std::size_t placeOf(const std::vector<qsizetype>& starts, qsizetype position)
{
    return std::size_t(std::ranges::upper_bound(starts, position) - starts.begin()) - 1;
}

} // namespace

int cellsOf(QChar c, int column)
{
    if (c == QLatin1Char('\t')) {
        return TextLines::tabCells - column % TextLines::tabCells;
    }
    return c.unicode() < firstWide ? 1 : c.isLowSurrogate() ? 0 : 2;
}

TextLines::TextLines()
    : TextLines(QString())
{
}

TextLines::TextLines(const QString& text)
    : m_text(text)
    , m_shown(safeText(text, LineBreaks::Keep))
    , m_lines{0}
{
    if (m_shown == m_text) {
        m_shown = m_text;
    }
    for (qsizetype at = m_shown.indexOf(QLatin1Char('\n')); at >= 0; at = m_shown.indexOf(QLatin1Char('\n'), at + 1)) {
        m_lines.push_back(at + 1);
    }
    m_rows = m_lines;
}

qsizetype TextLines::lineEnd(std::size_t line) const
{
    return line + 1 < m_lines.size() ? m_lines[line + 1] - 1 : m_shown.size();
}

void TextLines::wrapAt(int cells)
{
    m_rows = m_lines;
    if (cells <= 0) {
        return;
    }
    m_rows.clear();
    const QChar* characters = m_shown.constData();
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        m_rows.push_back(m_lines[line]);
        const qsizetype end = lineEnd(line);
        int column = 0;
        for (qsizetype at = m_lines[line]; at < end; ++at) {
            int width = cellsOf(characters[at], column);
            if (column > 0 && width > 0 && column + width > cells) {
                m_rows.push_back(at);
                width = cellsOf(characters[at], 0);
                column = 0;
            }
            column += width;
        }
    }
}

QStringView TextLines::row(qsizetype row) const
{
    const qsizetype start = m_rows[std::size_t(row)];
    qsizetype end = std::size_t(row) + 1 < m_rows.size() ? m_rows[std::size_t(row) + 1] : m_shown.size();
    if (end > start && m_shown[end - 1] == QLatin1Char('\n')) {
        --end;
    }
    return QStringView(m_shown).sliced(start, end - start);
}

qsizetype TextLines::rowOf(qsizetype position) const
{
    return qsizetype(placeOf(m_rows, position));
}

qsizetype TextLines::lineOf(qsizetype position) const
{
    return qsizetype(placeOf(m_lines, position));
}

bool TextLines::startsLine(qsizetype row) const
{
    return std::ranges::binary_search(m_lines, m_rows[std::size_t(row)]);
}

qsizetype TextLines::longestLine() const
{
    qsizetype longest = 0;
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        longest = std::max(longest, lineEnd(line) - m_lines[line]);
    }
    return longest;
}

// Both texts have the same lines; inside one, the shown text of what stands before says how far it goes.
qsizetype TextLines::originalOf(qsizetype position) const
{
    const qsizetype line = lineOf(position);
    qsizetype at = 0;
    for (qsizetype skipped = 0; skipped < line; ++skipped) {
        at = m_text.indexOf(QLatin1Char('\n'), at) + 1;
    }
    for (qsizetype shown = m_lines[std::size_t(line)]; shown < position && at < m_text.size();) {
        const qsizetype length = m_text[at].isHighSurrogate() && at + 1 < m_text.size() && m_text[at + 1].isLowSurrogate() ? 2 : 1;
        shown += safeText(QStringView(m_text).sliced(at, length), LineBreaks::Keep).size();
        at += length;
    }
    return at;
}

QString TextLines::original(qsizetype from, qsizetype to) const
{
    if (m_shown.size() == m_text.size() && m_shown.constData() == m_text.constData()) {
        return m_text.sliced(from, to - from);
    }
    const qsizetype start = originalOf(from);
    return m_text.sliced(start, originalOf(to) - start);
}

} // namespace ui
