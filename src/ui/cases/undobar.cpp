// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/undobar.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace ui {

UndoBar::UndoBar(QAction* undo, QWidget* parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(this))
{
    auto* back = new QToolButton(this);
    back->setDefaultAction(undo);
    back->setToolButtonStyle(Qt::ToolButtonTextOnly);
    back->setAutoRaise(true);
    auto* close = new QToolButton(this);
    close->setIcon(icon(u"close", Token::Dim));
    close->setIconSize({12, 12});
    close->setAutoRaise(true);
    close->setToolTip(tr("Hide"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    layout->addWidget(back);
    layout->addWidget(close);
    hide();
}

void UndoBar::setText(const QString& text)
{
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

void UndoBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Token::Sunken));
    painter.fillRect(0, 0, width(), 1, Theme::color(Token::Line));
}

} // namespace ui
