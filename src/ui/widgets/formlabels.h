// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFormLayout;

namespace ui {

// Makes the labels of a filled form as high as their fields, so that both texts stand on one line: QFormLayout stops
// at 7/4 of a label's own height, and its text then stands too high.
void centreLabels(QFormLayout* form);

} // namespace ui
