// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/docktitle.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tonedlabel.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace ui {

DockTitle::DockTitle(QDockWidget* dock)
    : QWidget(dock)
{
    auto* name = new TonedLabel(dock->windowTitle(), Token::Dim, TonedLabel::Size::Dim, this);
    QFont font = name->font();
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 105);
    font.setWeight(QFont::DemiBold);
    name->setFont(font);
    auto* close = new QToolButton(this);
    close->setIcon(icon(u"close", Token::Dim));
    close->setIconSize({12, 12});
    close->setAutoRaise(true);
    close->setToolTip(tr("Hide; the View menu brings it back"));
    close->setAccessibleName(tr("Hide %1").arg(dock->windowTitle()));
    connect(close, &QToolButton::clicked, dock, &QDockWidget::close);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 4, 4);
    layout->addWidget(name);
    layout->addStretch();
    layout->addWidget(close);
}

void DockTitle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Token::Surface));
    painter.fillRect(0, height() - 1, width(), 1, Theme::color(Token::Line));
}

} // namespace ui
