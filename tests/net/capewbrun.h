// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/queueharness.h"
#include "testpaths.h"

#include <QProcess>
#include <QtTest>

namespace test {

struct Outcome {
    int exitCode = -1;
    QString out;
    QString err;
};

// Runs capewb with the token in CAPE_TOKEN and settings of its own, while this thread's servers answer.
inline Outcome capewb(
    const QStringList& arguments, const QString& token = demoToken(), const QString& settings = QDir::tempPath())
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CAPE_TOKEN"), token);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), settings);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CAPEWB_PROGRAM), arguments);
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000)) {
        process.kill();
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

// A demo server that knows the token and is done with a task at once.
inline demo::ServerOptions quickServer()
{
    demo::ServerOptions options;
    options.accounts = {{QStringLiteral("analyst"), QStringLiteral("pw"), demoToken(), false}};
    options.reports = {smallReport()};
    options.pace = {std::chrono::milliseconds(1), std::chrono::milliseconds(1), std::chrono::milliseconds(1)};
    return options;
}

} // namespace test
