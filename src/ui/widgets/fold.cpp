// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fold.h"

#include "ui/theme/icons.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

Fold::Fold(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_button(new QToolButton(this))
{
    m_button->setText(title);
    m_button->setIcon(icon(u"chevron-right"));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setAutoRaise(true);
    connect(m_button, &QToolButton::clicked, this, [this] { setOpen(!m_isOpen); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
}

void Fold::setContent(QWidget* content)
{
    m_content = content;
    m_content->setVisible(isOpen());
    layout()->addWidget(content);
}

void Fold::setTitle(const QString& title)
{
    m_button->setText(title);
}

bool Fold::isOpen() const
{
    return m_isOpen;
}

void Fold::setOpen(bool open)
{
    m_isOpen = open;
    m_button->setIcon(icon(open ? u"chevron-down" : u"chevron-right"));
    if (m_content) {
        m_content->setVisible(open);
    }
}

} // namespace ui
