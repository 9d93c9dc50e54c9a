// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textrow.h"

#include <QPainter>

#include <algorithm>

namespace ui {

TextRow::TextRow(qsizetype start, const QString& text, const QFont& font, qreal tabStop)
    : m_start(start)
    , m_layout(text, font)
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(tabStop);
    m_layout.setTextOption(option);
    m_layout.beginLayout();
    m_layout.createLine();
    m_layout.endLayout();
}

qsizetype TextRow::positionAt(qreal x) const
{
    return m_start + m_layout.lineAt(0).xToCursor(x);
}

void TextRow::mark(qsizetype from, qsizetype to, const QTextCharFormat& format)
{
    const qsizetype first = std::max(from, m_start);
    const qsizetype last = std::min(to, end());
    if (first < last) {
        m_formats.append({int(first - m_start), int(last - first), format});
    }
}

void TextRow::paint(QPainter& painter, const QPointF& place) const
{
    m_layout.draw(&painter, place, m_formats);
}

void TextRow::paintCursor(QPainter& painter, const QPointF& place, qsizetype position) const
{
    if (position >= m_start && position <= end()) {
        m_layout.drawCursor(&painter, place, int(position - m_start));
    }
}

} // namespace ui
