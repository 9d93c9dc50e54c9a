// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/text/safetext.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/tonedlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(QStringView iconName, const QString& title, const QString& hint, QWidget* parent)
    : QWidget(parent)
    , m_title(new TonedLabel(title, Token::Text, TonedLabel::Size::Normal, this))
    , m_hint(new TonedLabel(hint, Token::Dim, TonedLabel::Size::Normal, this))
    , m_button(new QPushButton(this))
{
    auto* drawing = new IconLabel(iconName, Token::Dim, 32, this);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(drawing, 0, Qt::AlignHCenter);
    for (TonedLabel* label : {m_title, m_hint}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_hint->setVisible(!hint.isEmpty());
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionRequested);
}

void EmptyState::setTitle(const QString& title)
{
    m_title->setText(title);
}

void EmptyState::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void EmptyState::setAction(const QString& text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

} // namespace ui
