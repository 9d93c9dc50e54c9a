// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconlabel.h"

#include "ui/theme/icons.h"

#include <QPainter>

namespace ui {

IconLabel::IconLabel(QStringView name, Token token, int size, QWidget* parent)
    : QWidget(parent)
    , m_name(name.toString())
    , m_token(token)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(QStringView name, Token token)
{
    m_name = name.toString();
    m_token = token;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.drawPixmap(0, (height() - m_size) / 2, iconPixmap(m_name, m_token, m_size, devicePixelRatioF()));
}

} // namespace ui
