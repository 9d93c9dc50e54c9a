// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/analysisresult.h"

namespace core {

// What the service does after it has read a report, beyond reporting it.
struct FollowUp {
    bool reboot = false; // a signature says that the sample waits for the next start of the machine
    bool submitAgain = false; // the machine could not be reached: once more
};
FollowUp followUpOf(const AnalysisResult& result);

} // namespace core
