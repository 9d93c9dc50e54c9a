// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace ui {

// Gives a window the size that it wants where the screen has that much room beside frame and task bar, and what room
// there is otherwise. The screen is that of the parent.
void resizeToFit(QWidget* window, const QSize& wanted);
// The part of it that is pure: what is left of `wanted` on a screen with so much room (device-independent pixels).
QSize fitting(const QSize& wanted, const QSize& available);

} // namespace ui
