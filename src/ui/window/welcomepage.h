// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QWidget>

class QPushButton;

namespace ui {

class DoorButton;
class RecentReports;
class TonedLabel;

// What the window shows while no report is open. At the first start: three ways to begin, the demo first. Later: the
// reports that are here, and the ways to the next ones.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(const Backend& backend, QWidget* parent = nullptr);

    void setDemoAvailable(bool available);

Q_SIGNALS:
    void demoRequested();
    void connectRequested();
    void openRequested();
    void submitRequested();
    void taskRequested(const QString& taskId);

private:
    void makeDoors();
    QLayout* makeHead();
    // Whether somebody has worked here before.
    bool isUsed() const;
    void showWhatFits();

    Backend m_backend;
    DoorButton* m_demo;
    DoorButton* m_connect;
    DoorButton* m_submit;
    DoorButton* m_open;
    DoorButton* m_servers;
    TonedLabel* m_recentTitle;
    RecentReports* m_recent;
    QPushButton* m_demoAgain;
};

} // namespace ui
