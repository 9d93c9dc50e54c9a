// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

namespace {
constexpr int Padding = 8;
constexpr int CrossSize = 12;
constexpr int DrawingSize = 12;
constexpr int WidestText = 280;
} // namespace

Chip::Chip(const QString& text, Token token, QWidget* parent)
    : QAbstractButton(parent)
    , m_token(token)
{
    setText(text);
    setAccessibleName(shown());
    setFont(Theme::dimFont());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    if (fontMetrics().horizontalAdvance(shown()) > WidestText) {
        setToolTip(safeToolTip(text));
    }
}

// A text that is set later is another one: setText() is no virtual function.
const QString& Chip::shown() const
{
    if (m_shownOf != text()) {
        m_shownOf = text();
        m_shown = safeLine(m_shownOf);
    }
    return m_shown;
}

void Chip::setClosable(bool closable)
{
    m_closable = closable;
    setFocusPolicy(closable ? Qt::TabFocus : Qt::NoFocus);
    updateGeometry();
}

void Chip::setClickable(const QString& what)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleDescription(what);
    setToolTip(safeToolTip(toolTip().isEmpty() ? what : QStringLiteral("%1\n%2").arg(text(), what)));
}

void Chip::setToken(Token token)
{
    m_token = token;
    update();
}

QSize Chip::sizeHint() const
{
    const int text = std::min(fontMetrics().horizontalAdvance(shown()), WidestText);
    const int cross = m_closable ? CrossSize + 4 : 0;
    const int drawing = icon().isNull() ? 0 : DrawingSize + 4;
    return {drawing + text + 2 * Padding + cross + 1, std::max(20, fontMetrics().height() + 4)};
}

QSize Chip::minimumSizeHint() const
{
    return {std::min(60, sizeHint().width()), sizeHint().height()};
}

QRect Chip::crossRect() const
{
    return {width() - Padding - CrossSize + 2, (height() - CrossSize) / 2, CrossSize, CrossSize};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = Theme::color(m_token);
    painter.setPen(hasFocus() ? QPen(Theme::color(Token::Accent), 1.5) : QPen(Theme::tint(m_token, 0.45)));
    painter.setBrush(Theme::tint(m_token, underMouse() && isEnabled() ? 0.2 : 0.1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    // A mark's colour is for bars and dots: as text it would be too faint.
    const bool isMark = tokenTable()[std::size_t(m_token)].role == TokenRole::Mark;
    painter.setPen(m_token == Token::Dim || isMark ? Theme::color(Token::Text) : color);
    QRect area = rect().adjusted(Padding, 0, -Padding, 0);
    if (!icon().isNull()) {
        icon().paint(&painter, QRect(area.left(), (height() - DrawingSize) / 2, DrawingSize, DrawingSize));
        area.setLeft(area.left() + DrawingSize + 4);
    }
    if (m_closable) {
        painter.drawPixmap(crossRect(), iconPixmap(u"close", m_token, CrossSize, devicePixelRatioF()));
        area.setRight(crossRect().left() - 4);
    }
    painter.drawText(area, Qt::AlignVCenter | Qt::TextSingleLine,
        fontMetrics().elidedText(shown(), Qt::ElideRight, area.width() + 1));
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    const bool closes = m_closable && crossRect().adjusted(-4, -4, 4, 4).contains(event->pos());
    QAbstractButton::mouseReleaseEvent(event);
    if (closes) {
        Q_EMIT closeRequested();
    }
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (m_closable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT closeRequested();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace ui
