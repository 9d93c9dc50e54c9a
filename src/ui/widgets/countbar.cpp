// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/countbar.h"

#include "ui/text/format.h"
#include "ui/widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

CountBar::CountBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new TonedLabel({}, Token::Dim, TonedLabel::Size::Dim, this))
    , m_clear(new QPushButton(tr("Clear the filter"), this))
{
    m_clear->setFlat(true);
    m_clear->hide();
    connect(m_clear, &QPushButton::clicked, this, &CountBar::clearRequested);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(m_text);
    layout->addStretch();
    layout->addWidget(m_clear);
}

void CountBar::setCounts(qint64 shown, qint64 all)
{
    const bool hidesAll = shown == 0 && all > 0;
    m_text->setText(hidesAll ? tr("The filter hides all %1 rows.").arg(formatCount(all))
            : shown == all   ? tr("%1 rows").arg(formatCount(all))
                             : tr("%1 of %2 rows").arg(formatCount(shown), formatCount(all)));
    m_clear->setVisible(hidesAll);
}

} // namespace ui
