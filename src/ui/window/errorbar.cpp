// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/errorbar.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace ui {

namespace {
constexpr qsizetype MostErrors = 4; // more would take the pages their room
} // namespace

ErrorBar::ErrorBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new WrappedText(font(), this))
{
    m_text->setAccessibleName(tr("Error"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->addWidget(new IconLabel(u"error", Token::Severity5, 16, this), 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    QToolButton* copy = addButton(u"copy", tr("Copy the error"));
    QToolButton* close = addButton(u"close", tr("Put away"));
    for (QToolButton* button : {copy, close}) {
        layout->addWidget(button, 0, Qt::AlignTop);
    }
    connect(copy, &QToolButton::clicked, m_text, &WrappedText::copy);
    connect(close, &QToolButton::clicked, this, [this] {
        m_errors.clear();
        hide();
    });
    hide();
}

QToolButton* ErrorBar::addButton(QStringView iconName, const QString& text)
{
    auto* button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

void ErrorBar::showError(const core::Error& error)
{
    const QString text
        = error.detail.isEmpty() ? error.message : QStringLiteral("%1\n%2").arg(error.message, error.detail);
    m_errors.removeAll(text);
    m_errors.append(text);
    if (m_errors.size() > MostErrors) {
        m_errors.removeFirst();
    }
    m_text->setText(m_errors.join(u'\n'));
    show();
}

QString ErrorBar::text() const
{
    return m_text->text();
}

void ErrorBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::tint(Token::Severity5, 0.1));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(Token::Line));
}

} // namespace ui
