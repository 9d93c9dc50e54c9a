// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSystemTrayIcon;

namespace net {
class TaskQueue;
}

namespace ui {

// Tells on the desktop that a task is ready or failed while the window is not active; silent where the desktop has no
// place for it.
class Notifier : public QObject {
    Q_OBJECT
public:
    Notifier(net::TaskQueue& queue, QWidget* window);

Q_SIGNALS:
    void openRequested(const QString& taskId);
    // What the desktop is asked to show.
    void told(const QString& title, const QString& text);

private:
    void taskChanged(const QString& taskId);
    void tell(const QString& title, const QString& text);

    net::TaskQueue& m_queue;
    QWidget* m_window;
    QSystemTrayIcon* m_tray = nullptr;
    QSet<QString> m_told;
    QString m_last;
};

} // namespace ui
