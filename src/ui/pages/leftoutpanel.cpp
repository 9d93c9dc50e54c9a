// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/leftoutpanel.h"

#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/line.h"
#include "ui/widgets/tonedlabel.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <ranges>

namespace ui {

namespace {
constexpr std::size_t ShownItems = 1000; // no one reads more, and a hostile report has as many as it likes
constexpr int ShownLines = 6; // before the list scrolls
} // namespace

LeftOutPanel::LeftOutPanel(QWidget* parent)
    : QWidget(parent)
    , m_fold(new Fold(tr("Left out of the tags, and why"), this))
    , m_list(new QPlainTextEdit(this))
    , m_none(new TonedLabel(tr("Nothing was left out of the tags."), Token::Dim, TonedLabel::Size::Dim, this))
{
    m_list->setReadOnly(true);
    m_list->setAccessibleName(tr("Left out of the tags, and why"));
    m_list->setFixedHeight(m_list->fontMetrics().lineSpacing() * ShownLines + 12);
    m_fold->setContent(m_list);
    m_fold->setOpen(true);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(12, 4, 12, 8);
    inner->addWidget(m_fold);
    inner->addWidget(m_none);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addLayout(inner);
    hide();
}

void LeftOutPanel::setResult(const core::AnalysisResultPtr& result)
{
    hide();
    QtConcurrent::run([result] {
        return core::bundle::importable(*result, core::bundle::Target::Current).leftOut;
    }).then(this, [this](const std::vector<core::bundle::LeftOut>& items) { setItems(items); });
}

void LeftOutPanel::setItems(const std::vector<core::bundle::LeftOut>& items)
{
    QStringList lines;
    for (const core::bundle::LeftOut& item : items | std::views::take(ShownItems)) {
        lines << tr("%1: %2", "what was left out, and why").arg(safeLine(item.what), safeLine(item.why));
    }
    if (items.size() > ShownItems) {
        lines << tr("and %1 more").arg(formatCount(qint64(items.size() - ShownItems)));
    }
    m_fold->setTitle(tr("Left out of the tags, and why (%1)").arg(formatCount(qint64(items.size()))));
    m_list->setPlainText(lines.join(QLatin1Char('\n')));
    m_fold->setVisible(!items.empty());
    m_none->setVisible(items.empty());
    show();
}

} // namespace ui
