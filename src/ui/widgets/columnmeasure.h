// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>

class QAbstractItemView;

namespace ui {

// How wide the cells of a column want to be, in pixels; 0 without rows. Of a long table a sample is measured, so that
// it does not keep the window waiting: the first rows and others at regular distances, and of these the longest texts.
int widestCell(QAbstractItemView* view, int column);

} // namespace ui
