// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;

namespace ui {

// Fills the box with CAPE's analysis packages: the automatic choice first, searched by typing.
void fillPackageBox(QComboBox* box);

} // namespace ui
