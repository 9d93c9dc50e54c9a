// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/commandfield.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QPainter>

namespace ui {

CommandField::CommandField(const QKeySequence& shortcut, QWidget* parent)
    : QAbstractButton(parent)
    , m_shortcut(shortcut.toString(QKeySequence::NativeText))
{
    setText(tr("Search or command"));
    setAccessibleName(text());
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(520);
    setCursor(Qt::IBeamCursor);
}

void CommandField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = hasFocus() || underMouse();
    painter.setPen(Theme::color(lit ? Token::Accent : Token::Line));
    painter.setBrush(Theme::color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.drawPixmap(8, (height() - 16) / 2, iconPixmap(u"search", Token::Dim, 16, devicePixelRatioF()));
    painter.setPen(Theme::color(Token::Dim));
    const QRect area = rect().adjusted(32, 0, -10, 0);
    const int shortcutWidth = fontMetrics().horizontalAdvance(m_shortcut);
    const bool fits = fontMetrics().horizontalAdvance(text()) + shortcutWidth + 16 < area.width();
    if (fits) {
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, m_shortcut);
    }
    const int room = fits ? area.width() - shortcutWidth - 8 : area.width();
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, room));
}

} // namespace ui
