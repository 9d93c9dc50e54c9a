// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowcommands.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>
#include <array>

namespace ui {

namespace {

bool editsText(const QKeyEvent& key)
{
    constexpr std::array editing{QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste, QKeySequence::Undo,
        QKeySequence::Redo, QKeySequence::SelectAll};
    return std::ranges::any_of(editing, [&key](QKeySequence::StandardKey known) { return key.matches(known); });
}

bool isShortcutOf(const QAction* action, const QKeySequence& keys)
{
    return action->isEnabled() && action->shortcutContext() == Qt::WindowShortcut && action->shortcuts().contains(keys);
}

} // namespace

WindowCommands::WindowCommands(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool WindowCommands::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride) {
        return false;
    }
    const auto* widget = qobject_cast<QWidget*>(watched);
    auto* key = static_cast<QKeyEvent*>(event);
    if (!widget || widget->window() != m_window || editsText(*key)) {
        return false;
    }
    const QKeySequence keys(key->keyCombination());
    const QList<QAction*> commands = m_window->actions();
    if (std::ranges::none_of(commands, [&keys](const QAction* action) { return isShortcutOf(action, keys); })) {
        return false;
    }
    key->ignore(); // so the key is the command's
    return true;
}

} // namespace ui
