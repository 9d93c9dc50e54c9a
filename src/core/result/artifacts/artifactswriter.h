// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/result/analysisresult.h"

#include <QString>

namespace core {

// Writes every extracted and supplementary file into the folder, which is made where it is not there: for the user
// only, under the file's own name made safe; files of one name get a number. What lies there already is replaced, but
// for links. A file that cannot be written, or whose bytes are no longer those of its SHA-256, does not keep the others
// from being written; it is the error then, with how many there are. Errors: CannotRead, CannotWrite.
Result<void> writeArtifacts(const QString& folder, const AnalysisResult& result);

} // namespace core
