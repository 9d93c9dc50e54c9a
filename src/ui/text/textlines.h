// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ui {

// A text of any size as rows of a width, in a fixed-width font: each line of it, and what of a long line has no room
// begins another row. Knows where each row starts and no more, so that megabytes in one line cost no layout. Positions
// are those in the shown text.
class TextLines {
public:
    static constexpr int tabCells = 4;

    TextLines();
    explicit TextLines(const QString& text);

    // The text as it came, and as safeText makes it fit to show.
    const QString& text() const { return m_text; }
    const QString& shown() const { return m_shown; }
    qsizetype lineCount() const { return qsizetype(m_lines.size()); }

    // So many character cells wide; 0: a row is a line. A tab goes to the next multiple of tabCells.
    void wrapAt(int cells);
    qsizetype rowCount() const { return qsizetype(m_rows.size()); }
    qsizetype rowStart(qsizetype row) const { return m_rows[std::size_t(row)]; }
    // Without its line break.
    QStringView row(qsizetype row) const;
    qsizetype rowOf(qsizetype position) const;
    qsizetype lineOf(qsizetype position) const;
    // Whether a row is the first of its line.
    bool startsLine(qsizetype row) const;
    // Of the longest line.
    qsizetype longestLine() const;

    // A part of the shown text as it came, controls and all.
    QString original(qsizetype from, qsizetype to) const;

private:
    qsizetype originalOf(qsizetype position) const;
    qsizetype lineEnd(std::size_t line) const;

    QString m_text;
    QString m_shown; // shares m_text where nothing had to be made visible
    std::vector<qsizetype> m_lines; // where each starts
    std::vector<qsizetype> m_rows;
};

// How many cells of a fixed-width font a character takes, seen from a column; 0 for the second half of a pair.
int cellsOf(QChar c, int column);

} // namespace ui
