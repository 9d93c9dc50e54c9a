// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/warningoutput.h"

#include <cstdio>

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

void printWarnings(const QStringList& lines)
{
    for (const QString& line : lines) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(terminalText(line)));
    }
}

QString terminalText(QString text)
{
    for (QChar& c : text) {
        if (!c.isPrint()) {
            c = u'\ufffd';
        }
    }
    return text;
}

} // namespace cli
