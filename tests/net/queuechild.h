// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QProcess>

namespace test {

// The variable that tells QueueChild its folder: profiles.json, samples/ and queue/ lie there.
inline constexpr char ChildFolder[] = "CAPEWB_CHILD_FOLDER";
// Set: it lives in real time, not in a clock that jumps to the next thing to do.
inline constexpr char ChildRealTime[] = "CAPEWB_CHILD_REAL_TIME";

// Starts it, in the program that this is.
inline void startChild(QProcess& child, const QString& folder, bool realTime = false)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(ChildFolder), folder);
    if (realTime) {
        environment.insert(QString::fromLatin1(ChildRealTime), QStringLiteral("1"));
    }
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("queuechild")});
}

} // namespace test
