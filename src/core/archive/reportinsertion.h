// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace core {

// Puts a report that came apart from its ZIP into it, in the place of the lite report that the ZIP lacks, so that both
// are read as one; the report's own file is removed then. The ZIP is of no use after an error. Errors: CannotRead,
// CannotWrite, BadArchive.
Result<void> insertReport(const QString& zipFile, const QString& reportFile);

} // namespace core
