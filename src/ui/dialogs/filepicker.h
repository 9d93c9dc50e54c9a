// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace ui {

// Ask for files without blocking: the answer comes by the callback, and none when the analyst cancels.
void pickFiles(QWidget* parent, const QString& title, const QString& folder, const QString& filter,
    std::function<void(const QStringList& paths)> done);
void pickFolder(
    QWidget* parent, const QString& title, const QString& folder, std::function<void(const QString& path)> done);
void pickSavePath(QWidget* parent, const QString& title, const QString& proposal, const QString& filter,
    std::function<void(const QString& path)> done);

} // namespace ui
