// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class DoorButton;

// What the window shows while no report is open: three ways to start.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setDemoAvailable(bool available);

Q_SIGNALS:
    void demoRequested();
    void connectRequested();
    void openRequested();

private:
    DoorButton* m_demo;
};

} // namespace ui
