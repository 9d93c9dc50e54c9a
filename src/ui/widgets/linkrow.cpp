// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linkrow.h"

#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

namespace {
constexpr int drawingSize = 16;
constexpr int gap = 4;
} // namespace

LinkRow::LinkRow(QStringView iconName, const QString& text, const QString& where, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(iconName.toString())
    , m_shown(safeLine(text))
{
    setText(text);
    setAccessibleName(m_shown);
    setAccessibleDescription(where);
    setToolTip(safeToolTip(QStringLiteral("%1\n%2").arg(textStart(text, {.characters = 1200, .rows = 16}), where)));
    setFont(Theme::monoFont());
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize LinkRow::sizeHint() const
{
    return {drawingSize + 4 * gap + fontMetrics().horizontalAdvance(m_shown), std::max(20, fontMetrics().height() + gap)};
}

QSize LinkRow::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void LinkRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (underMouse() || hasFocus() || isDown()) {
        painter.fillRect(rect(), Theme::color(Token::Hover));
    }
    if (hasFocus()) {
        painter.setPen(Theme::color(Token::Accent));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    painter.drawPixmap(gap, (height() - drawingSize) / 2,
        iconPixmap(m_icon, underMouse() || hasFocus() ? Token::Accent : Token::Dim, drawingSize, devicePixelRatioF()));
    painter.setPen(Theme::color(Token::Text));
    const QRect area = rect().adjusted(drawingSize + 2 * gap, 0, -gap, 0);
    painter.drawText(area, Qt::AlignVCenter | Qt::TextSingleLine,
        fontMetrics().elidedText(m_shown, Qt::ElideRight, area.width()));
}

void LinkRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace ui
