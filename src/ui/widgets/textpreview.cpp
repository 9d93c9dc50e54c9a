// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textpreview.h"

#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/textviewer.h"
#include "ui/widgets/wrappedtext.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

TextPreview::TextPreview(const QString& title, const QFont& font, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_start(new WrappedText(font, this))
    , m_all(new QToolButton(this))
{
    m_start->setDefangs(true);
    m_start->setAccessibleName(title);
    m_all->setIcon(icon(u"expand"));
    m_all->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_all->setAutoRaise(true);
    m_all->setFocusPolicy(Qt::StrongFocus);
    m_all->hide();
    connect(m_all, &QToolButton::clicked, this, [this] { TextViewer::open(window(), m_title, m_start->text()); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_start);
    layout->addWidget(m_all, 0, Qt::AlignLeft);
}

void TextPreview::setText(const QString& text, TextLimit limit)
{
    m_start->setText(text, limit);
    const qsizetype lines = text.count(QLatin1Char('\n')) + 1;
    m_all->setText(lines > 1 ? tr("Show all %Ln line(s)", nullptr, int(lines))
                             : tr("Show all %Ln character(s)", nullptr, int(text.size())));
    m_all->setVisible(m_start->isCut());
}

bool TextPreview::isCut() const
{
    return m_start->isCut();
}

} // namespace ui
