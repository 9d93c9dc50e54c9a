// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextLayout>

namespace ui {

// A part of a text in one row, laid out to be painted: from left to right, whatever it holds.
class TextRow {
public:
    // Starts at a position of the text; tabs stop at every so many pixels.
    TextRow(qsizetype start, const QString& text, const QFont& font, qreal tabStop);

    qsizetype start() const { return m_start; }
    qsizetype end() const { return m_start + m_layout.text().size(); }
    // The position in the text nearest to a place in pixels from the row's left.
    qsizetype positionAt(qreal x) const;
    // What of the text from one position to another is in the row has this look.
    void mark(qsizetype from, qsizetype to, const QTextCharFormat& format);
    void paint(QPainter& painter, const QPointF& place) const;
    void paintCursor(QPainter& painter, const QPointF& place, qsizetype position) const;

private:
    qsizetype m_start;
    QTextLayout m_layout;
    QList<QTextLayout::FormatRange> m_formats;
};

} // namespace ui
