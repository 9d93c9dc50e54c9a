// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queuechild.h"
#include "net/queueharness.h"
#include "support/testregistry.h"

#include <QDir>
#include <QtTest>

// kill -9 at every point of the work: the process that follows the tasks dies after the n-th answer of the server, for
// n = 1, 2, 3, …, and is started anew each time.
class TaskQueueKillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesNothingAndSubmitsNothingTwice_data();
    void losesNothingAndSubmitsNothingTwice();
};

void TaskQueueKillTest::losesNothingAndSubmitsNothingTwice_data()
{
    QTest::addColumn<double>("broken"); // share of the connections
    QTest::newRow("good connections") << 0.0;
    QTest::newRow("bad connections") << 0.1;
}

void TaskQueueKillTest::losesNothingAndSubmitsNothingTwice()
{
    QFETCH(double, broken);
    constexpr int Samples = 6;
    constexpr int Kills = 14;
    demo::ServerOptions options;
    options.accounts = {{QStringLiteral("analyst"), QStringLiteral("pw"), test::demoToken(), false}};
    options.reports = {test::smallReport()};
    options.dropConnections = broken;
    options.pace = {std::chrono::milliseconds(20), std::chrono::milliseconds(20), std::chrono::milliseconds(20)};
    demo::Server server(options);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("samples")));
    for (int number = 0; number < Samples; ++number) {
        QFile sample(folder.filePath(QStringLiteral("samples/%1.exe").arg(number)));
        QVERIFY(sample.open(QIODevice::WriteOnly));
        sample.write("MZ killed " + QByteArray::number(number));
    }
    net::Profile profile = net::newProfile(QStringLiteral("demo"), *net::serverUrl(server.start()->toString()));
    profile.proxy = net::ProxyKind::None;
    profile.deleteAfterFetch = true;
    QVERIFY(net::ProfileStore(folder.filePath(QStringLiteral("profiles.json"))).add(profile));

    QProcess child;
    int answers = 0;
    int deadline = 0;
    connect(&server, &demo::Server::answered, &child, [&] {
        if (++answers == deadline) {
            child.kill();
        }
    });
    int killed = 0;
    for (int round = 1; round <= Kills; ++round) {
        answers = 0;
        deadline = round <= 7 ? round : round - 7; // each number twice: what it meets differs
        test::startChild(child, folder.path());
        QVERIFY(QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 60'000));
        if (child.exitStatus() != QProcess::CrashExit) {
            break; // all was done before the deadline
        }
        ++killed;
    }
    QVERIFY(killed >= 5);
    deadline = 0;
    test::startChild(child, folder.path());
    QVERIFY(QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 60'000));
    QVERIFY2(child.exitCode() == 0, child.readAll().constData());

    QVERIFY(server.tasks().tasks().isEmpty()); // none is left there
    QCOMPARE(server.tasks().add({}), Samples + 1); // and there were no more than one for each sample
    // Every report is whole and alone in its folder, and no half copy of a sample is left.
    const QDir reports(folder.filePath(QStringLiteral("queue/reports")));
    const QStringList folders = reports.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(folders.size(), Samples);
    for (const QString& name : folders) {
        QCOMPARE(QDir(reports.filePath(name)).entryList(QDir::Files | QDir::Hidden),
            QStringList{QStringLiteral("lite.zip")});
    }
    QCOMPARE(
        QDir(folder.filePath(QStringLiteral("queue/samples"))).entryList(QDir::Files | QDir::Hidden).size(), Samples);
}

REGISTER_TEST(TaskQueueKillTest)
#include "taskqueuekilltest.moc"
