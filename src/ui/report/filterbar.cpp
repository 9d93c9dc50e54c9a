// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/filterbar.h"

#include "ui/text/clockchoice.h"
#include "ui/text/reporttime.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace ui {

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_chips(new QHBoxLayout)
{
    auto* clear = new QToolButton(this);
    clear->setText(tr("Clear all"));
    clear->setAutoRaise(true);
    connect(clear, &QToolButton::clicked, this, [this] { setFilters({}); });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(new TonedLabel(tr("Filters:"), Token::Dim, TonedLabel::Size::Dim, this));
    layout->addLayout(m_chips);
    layout->addStretch();
    layout->addWidget(clear);
    connect(&ClockChoice::instance(), &ClockChoice::changed, this, &FilterBar::rebuild);
    hide();
}

void FilterBar::setReport(core::ReportPtr report)
{
    m_report = std::move(report);
    rebuild();
}

void FilterBar::setFilters(const ReportFilters& filters)
{
    if (filters == m_filters) {
        return;
    }
    m_filters = filters;
    rebuild();
    Q_EMIT filtersChanged(m_filters);
}

void FilterBar::rebuild()
{
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const qint64 pid : m_filters.pids) {
        ReportFilters without = m_filters;
        without.pids.erase(pid);
        addChip(tr("pid %1").arg(pid), without);
    }
    if (m_filters.time) {
        ReportFilters without = m_filters;
        without.time.reset();
        const auto text = [this](double place) {
            return m_report ? timeText(m_report->clock(), place) : runTimeText(place);
        };
        addChip(tr("%1 to %2").arg(text(m_filters.time->first), text(m_filters.time->second)), without);
    }
    setVisible(!m_filters.isEmpty());
}

void FilterBar::addChip(const QString& text, const ReportFilters& without)
{
    auto* chip = new Chip(text, Token::Accent, this);
    chip->setClosable(true);
    chip->setToolTip(tr("Click the cross to take this filter off"));
    connect(chip, &Chip::closeRequested, this, [this, without] { setFilters(without); });
    m_chips->addWidget(chip);
}

} // namespace ui
