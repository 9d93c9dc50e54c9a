// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QStringView>

namespace ui {

// A monochrome icon of resources/icons by its file name, painted in the colour that its place needs (text, dim when
// disabled, the selection's text) at whatever scheme is set when it is painted. With a token, always in that colour.
QIcon icon(QStringView name);
QIcon icon(QStringView name, Token token);

// The icon as a pixmap, for delegates and labels.
QPixmap iconPixmap(QStringView name, Token token, int size, qreal devicePixelRatio);

// The program's own icon, in its own colours.
QIcon applicationIcon();

} // namespace ui
