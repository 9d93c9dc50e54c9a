// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/result/analysisresult.h"

#include <QString>

namespace ui {

// Writes the result in the shape that Assemblyline stores, as one JSON file, whole or not at all.
core::Result<void> exportResult(const core::AnalysisResult& result, const QString& path);

// Where to propose to write it: the folder of the last time, the file named after the sample's hash.
QString proposedResultPath(const QString& sha256);

} // namespace ui
