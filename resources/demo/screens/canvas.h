// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainter>
#include <QStringList>

namespace screens {

// The desktop of the made-up guest, and the things that stand on it. Sizes in pixels.
class Canvas {
public:
    Canvas();

    // `clock` as the task bar shows it; `running`: the names on its buttons.
    void desktop(const QString& clock, const QStringList& running);
    // A window with its title bar; gives what is inside of it.
    QRect window(const QRect& frame, const QString& title, const QColor& bar, const QColor& inside);
    // Lines of text in a fixed-width font, as in a console.
    void console(const QRect& inside, const QStringList& lines, const QColor& colour);
    // A word processor's window with a page; `warning`: the yellow bar above the page.
    void document(const QRect& frame, const QString& title, bool warning);
    // A folder's window with these files.
    void folder(const QRect& frame, const QString& path, const QStringList& files);
    // A message with a button.
    void message(const QRect& frame, const QString& title, const QString& text);

    bool save(const QString& path) const;

private:
    void icon(const QPoint& at, const QString& name, const QColor& colour);
    void ribbon(const QRect& area);
    void page(const QRect& area);
    void text(const QRect& area, int size, const QColor& colour, const QString& words, int flags = 0, bool bold = false);

    QImage m_image;
    QPainter m_painter;
};

} // namespace screens
