// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/story/cast.h"

namespace demo::story {

// The report's `behavior`: the tree, the processes with their calls, and the summary of what they touched.
core::json::Object behaviourSection(const std::vector<Process>& cast, const Names& names, const QDateTime& start);
// What PowerShell's script block logging gave.
core::json::Object curtainSection(const std::vector<Process>& cast, const Names& names);

} // namespace demo::story
