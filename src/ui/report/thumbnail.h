// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ui {

// A PNG of at most 128 pixels a side of a picture's bytes; empty for what cannot be decoded. For any thread.
QByteArray makeThumbnail(const QByteArray& picture);

} // namespace ui
