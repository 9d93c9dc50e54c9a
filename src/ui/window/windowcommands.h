// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace ui {

// Keeps the shortcuts of a window's commands alive while a text field in it has the focus: fields claim keys for
// themselves that some desktops edit with (Ctrl+E, Ctrl+D, Ctrl+T). What edits text everywhere (copy, cut, paste, undo,
// redo, select all) stays the field's. Lives as long as the window.
class WindowCommands : public QObject {
    Q_OBJECT
public:
    explicit WindowCommands(QWidget* window);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
};

} // namespace ui
