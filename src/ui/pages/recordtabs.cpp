// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordtabs.h"

#include "ui/pages/recordpanel.h"
#include "ui/text/format.h"
#include "ui/widgets/line.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ui {

RecordTabs::RecordTabs(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_field(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_field->setClearButtonEnabled(true);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_field, &QLineEdit::textChanged, this, &RecordTabs::filter);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->addWidget(m_tabs);
    bar->addStretch();
    bar->addWidget(m_field, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_stack, 1);
}

void RecordTabs::add(RecordPanel* panel, const QString& title)
{
    m_panels += panel;
    m_titles += title;
    panel->setTitle(title);
    m_stack->addWidget(panel);
    m_tabs->addTab(title);
    updateCounts();
}

RecordPanel* RecordTabs::currentPanel() const
{
    return m_panels[m_tabs->currentIndex()];
}

void RecordTabs::setCurrent(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

void RecordTabs::filter(const QString& text)
{
    for (RecordPanel* panel : std::as_const(m_panels)) {
        panel->setFilterText(text);
    }
    updateCounts();
}

void RecordTabs::updateCounts()
{
    QStringList withMatches;
    for (int tab = 0; tab < m_panels.size(); ++tab) {
        const qint64 shown = m_panels[tab]->shownCount();
        const qint64 all = m_panels[tab]->count();
        const QString count = shown == all
            ? formatCount(all)
            : tr("%1 of %2", "of the records, how many a filter leaves").arg(formatCount(shown), formatCount(all));
        m_tabs->setTabText(tab, tr("%1 %2", "tab title and count").arg(m_titles[tab], count));
        if (shown > 0) {
            withMatches += tr("%1 %2", "tab title and count").arg(m_titles[tab], formatCount(shown));
        }
    }
    const QString hint = withMatches.isEmpty()
        ? QString()
        : tr("Other tabs have matches: %1").arg(withMatches.join(QStringLiteral(", ")));
    for (RecordPanel* panel : std::as_const(m_panels)) {
        panel->setHiddenHint(hint);
    }
}

void RecordTabs::select(const QString& text)
{
    m_field->clear();
    for (const Match match : {Match::Whole, Match::Part}) {
        for (int tab = 0; tab < m_panels.size(); ++tab) {
            if (m_panels[tab]->select(text, match)) {
                return setCurrent(tab);
            }
        }
    }
}

} // namespace ui
