// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/screenfit.h"

#include <QScreen>
#include <QWidget>

namespace ui {

namespace {
constexpr QSize Frame(16, 48); // a title bar and borders, as no window system tells them before it shows a window
} // namespace

QSize fitting(const QSize& wanted, const QSize& available)
{
    return wanted.boundedTo(available - Frame);
}

void resizeToFit(QWidget* window, const QSize& wanted)
{
    const QWidget* beside = window->parentWidget() ? window->parentWidget()->window() : window;
    const QScreen* screen = beside->screen();
    window->resize(screen ? fitting(wanted, screen->availableSize()) : wanted);
}

} // namespace ui
