// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QToolButton>

class QAction;
class QActionGroup;

namespace ui {

// Chooses how times are shown (T+, guest, host), and says how far the guest's clock is off.
class ClockButton : public QToolButton {
    Q_OBJECT
public:
    explicit ClockButton(QWidget* parent = nullptr);
    void setReport(const core::Report& report);

private:
    void showChoice();

    QActionGroup* m_clocks;
    QAction* m_words;
};

} // namespace ui
