// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;

namespace ui {

// Fills the box with CAPE's analysis packages, each with a line on what it does: the automatic choice first, searched
// by typing a part of the name or of that line.
void fillPackageBox(QComboBox* box);

} // namespace ui
