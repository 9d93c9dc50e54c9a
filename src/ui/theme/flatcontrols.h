// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionToolButton;

// Controls as ProxyStyle draws them in place of Fusion's bevels.
namespace ui {

// A tab is its text over an accent line where it is the current one.
void drawTabShape(const QStyleOptionTab& tab, QPainter* painter);
// The ground of text fields, and of the boxes that have one.
void drawField(const QStyleOption& option, QPainter* painter);
// The arrow of a tool button with a menu, at its right end.
void drawMenuArrow(const QStyleOptionToolButton& button, QPainter* painter);
// The lines that lead to a row of a tree, and the arrow of a row with children.
void drawBranch(const QStyleOption& option, bool withLines, QPainter* painter);
// The ground of push and tool buttons.
void drawButtonPanel(const QStyleOption& option, QPainter* painter);
// The ground of a selected row; in high contrast with lines above and below it.
void drawSelection(const QRect& row, QPainter* painter);
// A scroll bar without arrows.
QRect scrollBarRect(const QStyleOptionSlider& bar, QStyle::SubControl part);
void drawScrollBar(const QStyleOptionSlider& bar, QPainter* painter);

} // namespace ui
