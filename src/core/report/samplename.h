// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

// Whether a report's name of the sample is what CAPE makes of a file name: characters beyond ASCII letters, digits,
// " _-." become "_" ("M_rz.exe" of "März.exe"), and a long name is cut. Where it is, the file's own name is the one to
// show. The same name is as well.
bool isSandboxNameOf(QStringView reported, QStringView fileName);

} // namespace core
