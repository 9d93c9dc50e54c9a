// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/phase.h"
#include "ui/backend.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;

namespace ui {

class ServerChip;

// The servers at the left of the status bar, one chip each.
class ServerBar : public QWidget {
    Q_OBJECT
public:
    explicit ServerBar(const Backend& backend, QWidget* parent = nullptr);

Q_SIGNALS:
    void editRequested(const QString& profileId);

private:
    void rebuild();
    void refreshAll();
    void askAll();
    void tick();
    void taskChanged(const QString& taskId);
    void update(const QString& profileId);
    // What the server was found not to allow, one sentence each.
    QStringList restrictions(const QString& profileId) const;
    void showMenu(const QString& profileId, const QPoint& where);

    Backend m_backend;
    QHBoxLayout* m_layout;
    QTimer m_refresh;
    QTimer m_clock; // counts down to the next look
    QHash<QString, ServerChip*> m_chips;
    QHash<QString, net::Phase> m_phases; // of the tasks, as last heard
};

} // namespace ui
