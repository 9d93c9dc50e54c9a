// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "ui/backend.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace ui {

// Asks whether a server's token may travel unencrypted, when one would for the first time; the queue sends that server
// nothing before a yes. A no stands until the question is called up again or the program is started anew.
class ClearTokenQuestion : public QObject {
    Q_OBJECT
public:
    ClearTokenQuestion(const Backend& backend, QWidget* window);

Q_SIGNALS:
    // The answer could not be kept.
    void failed(const core::Error& error);

private:
    void ask(const QString& profileId);

    Backend m_backend;
    QWidget* m_window;
    QHash<QString, QPointer<QMessageBox>> m_open; // by profile
};

} // namespace ui
