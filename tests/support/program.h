// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testpaths.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace test {

// How capewb ended; exit code -1 when it had not after a minute.
struct Run {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

// Runs capewb as a script does.
inline Run runProgram(const QStringList& arguments)
{
    QProcess program;
    program.start(QStringLiteral(CAPEWB_PROGRAM), arguments);
    if (!program.waitForFinished(60'000)) {
        return {};
    }
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

} // namespace test
