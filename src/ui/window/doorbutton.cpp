// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/doorbutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace ui {

namespace {
constexpr int Margin = 20;
constexpr int IconSize = 32;
constexpr int TitleTop = Margin + IconSize + 14;
} // namespace

DoorButton::DoorButton(QStringView iconName, const QString& title, const QString& sentence, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(iconName.toString())
    , m_sentence(sentence)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMaximumWidth(280);
}

QSize DoorButton::sizeHint() const
{
    return {250, heightForWidth(250)};
}

int DoorButton::heightForWidth(int width) const
{
    const QFontMetrics title(Theme::titleFont());
    const QRect text = fontMetrics().boundingRect(0, 0, width - 2 * Margin, 1000, Qt::TextWordWrap, m_sentence);
    return std::max(188, TitleTop + title.height() + 8 + text.height() + Margin);
}

void DoorButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = isEnabled() && (underMouse() || hasFocus());
    painter.setPen(QPen(Theme::color(lit ? Token::Accent : Token::Line), lit ? 1.5 : 1));
    painter.setBrush(Theme::color(isDown() ? Token::Hover : Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    painter.drawPixmap(
        Margin, Margin, iconPixmap(m_icon, isEnabled() ? Token::Accent : Token::Dim, IconSize, devicePixelRatioF()));
    const QFont titleFont = Theme::titleFont();
    painter.setFont(titleFont);
    painter.setPen(Theme::color(isEnabled() ? Token::Text : Token::Dim));
    const QRect area = rect().adjusted(Margin, TitleTop, -Margin, -Margin);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, text());
    painter.setFont(font());
    painter.setPen(Theme::color(Token::Dim));
    painter.drawText(area.adjusted(0, QFontMetrics(titleFont).height() + 8, 0, 0),
        Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_sentence);
}

} // namespace ui
