// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notifier.h"

#include "net/taskqueue.h"
#include "ui/settings.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"

#include <QSystemTrayIcon>

namespace ui {

Notifier::Notifier(net::TaskQueue& queue, QWidget* window)
    : QObject(window)
    , m_queue(queue)
    , m_window(window)
{
    // What was over before this start is no news.
    for (const net::TaskRecord& record : queue.tasks()) {
        if (net::isFinal(record.phase)) {
            m_told.insert(record.id);
        }
    }
    connect(&queue, &net::TaskQueue::taskChanged, this, &Notifier::taskChanged);
}

void Notifier::taskChanged(const QString& taskId)
{
    const auto record = m_queue.task(taskId);
    if (!record) {
        return;
    }
    if (!net::isFinal(record->phase)) {
        m_told.remove(taskId);
        return;
    }
    if (record->phase == net::Phase::Cancelled || m_told.contains(taskId)) {
        return;
    }
    m_told.insert(taskId);
    if (m_window->isActiveWindow() || !Settings::isOn(Setting::Notify)) {
        return;
    }
    m_last = taskId;
    const QString name = safeText(record->fileName);
    if (record->phase == net::Phase::Ready) {
        tell(tr("Report ready"), name);
    } else {
        tell(tr("Task failed"), record->words.isEmpty() ? name : tr("%1: %2").arg(name, safeText(record->words)));
    }
}

void Notifier::tell(const QString& title, const QString& text)
{
    Q_EMIT told(title, text);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages()) {
        return;
    }
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(applicationIcon(), this);
        m_tray->setToolTip(tr("CAPE Workbench"));
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] {
            m_window->activateWindow();
            Q_EMIT openRequested(m_last);
        });
    }
    m_tray->show();
    // Some desktops take the text for markup.
    m_tray->showMessage(title, text.toHtmlEscaped(), applicationIcon());
}

} // namespace ui
