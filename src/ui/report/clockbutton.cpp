// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/clockbutton.h"

#include "ui/text/clockchoice.h"
#include "ui/text/reporttime.h"

#include <QActionGroup>
#include <QMenu>

namespace ui {

ClockButton::ClockButton(QWidget* parent)
    : QToolButton(parent)
    , m_clocks(new QActionGroup(this))
{
    setObjectName(QStringLiteral("clock"));
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(this);
    m_words = menu->addAction(QString());
    m_words->setEnabled(false);
    menu->addSeparator();
    // In the order of ShownClock.
    for (const QString& text : {tr("T+ (from the start of the run)"), tr("Guest time"), tr("Host time")}) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        m_clocks->addAction(action);
    }
    setMenu(menu);
    connect(m_clocks, &QActionGroup::triggered, this, [this](QAction* action) {
        ClockChoice::instance().setClock(ShownClock(m_clocks->actions().indexOf(action)));
    });
    connect(&ClockChoice::instance(), &ClockChoice::changed, this, &ClockButton::showChoice);
    showChoice();
}

void ClockButton::setReport(const core::Report& report)
{
    const core::RunClock& clock = report.clock();
    const QString words = clockWords(clock);
    m_words->setText(words.isEmpty() ? tr("Guest clock unknown") : words);
    const QList<QAction*> clocks = m_clocks->actions();
    clocks[int(ShownClock::Guest)]->setEnabled(clock.basis() != core::RunClock::Basis::Unknown);
    clocks[int(ShownClock::Host)]->setEnabled(clock.hostTime(0).has_value());
    const QString purpose = tr("Show times as T+, guest time or host time");
    setToolTip(words.isEmpty() ? purpose : purpose + QLatin1Char('\n') + words);
}

void ClockButton::showChoice()
{
    const auto chosen = int(ClockChoice::instance().clock());
    QAction* action = m_clocks->actions().at(chosen);
    action->setChecked(true);
    setText(chosen == int(ShownClock::Run) ? QStringLiteral("T+") : action->text());
    setAccessibleName(tr("Time display: %1").arg(action->text()));
}

} // namespace ui
