// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/countbar.h"

#include "ui/text/format.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tonedlabel.h"

#include <QHBoxLayout>

namespace ui {

CountBar::CountBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new TonedLabel({}, Token::Dim, TonedLabel::Size::Dim, this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(m_text);
    layout->addStretch();
}

EmptyState* CountBar::makeHint(QWidget* parent)
{
    auto* hint = new EmptyState(u"filter", tr("The filter hides everything"), {}, parent);
    hint->setAction(tr("Clear the filter"));
    connect(hint, &EmptyState::actionRequested, this, &CountBar::clearRequested);
    return hint;
}

void CountBar::setCounts(qint64 shown, qint64 all)
{
    m_hidesAll = shown == 0 && all > 0;
    m_text->setText(m_hidesAll ? tr("The filter hides all %Ln row(s).", nullptr, int(all))
            : shown == all   ? tr("%Ln row(s)", nullptr, int(all))
                             : tr("%1 of %Ln row(s)", nullptr, int(all)).arg(formatCount(shown)));
}

} // namespace ui
