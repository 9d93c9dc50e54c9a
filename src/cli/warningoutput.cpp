// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/warningoutput.h"

namespace cli {

QStringList warningLines(const core::Report* report, const core::AnalysisResult& result)
{
    QStringList lines;
    if (report) {
        for (const core::Warning& warning : report->warnings()) {
            lines << core::describe(warning);
        }
    }
    return lines + result.warnings;
}

} // namespace cli
