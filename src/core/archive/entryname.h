// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

// Whether a name in an archive is a relative path that stays below its folder, read as Unix or as Windows would.
bool isSafeEntryName(const QString& name);

} // namespace core
