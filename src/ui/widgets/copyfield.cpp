// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copyfield.h"

#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>

namespace ui {

CopyField::CopyField(const QString& value, QWidget* parent)
    : QWidget(parent)
    , m_label(new ElidedLabel(this))
    , m_button(new QToolButton(this))
{
    m_label->setElideMode(Qt::ElideMiddle);
    m_label->setFont(Theme::monoFont());
    m_button->setIcon(icon(u"copy"));
    m_button->setAutoRaise(true);
    m_button->setIconSize({14, 14});
    m_button->setToolTip(tr("Copy"));
    m_button->setAccessibleName(tr("Copy"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addWidget(m_button);
    layout->addStretch();
    connect(m_button, &QToolButton::clicked, this, &CopyField::copy);
    setValue(value);
}

void CopyField::setValue(const QString& value)
{
    m_value = value;
    m_label->setText(value);
    m_button->setVisible(!value.isEmpty());
}

void CopyField::setShownText(const QString& text)
{
    m_label->setText(text);
    m_label->setToolTip(safeToolTip(m_value));
}

void CopyField::copy() const
{
    QGuiApplication::clipboard()->setText(m_value);
}

QString shortHash(const QString& hash)
{
    return hash.size() <= 13 ? hash : hash.first(6) + QChar(0x2026) + hash.last(6);
}

} // namespace ui
