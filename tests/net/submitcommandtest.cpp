// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/capewbrun.h"
#include "support/testregistry.h"

#include <QDir>
#include <QtTest>

using test::capewb;
using test::Outcome;

// capewb submit and check-server as a user runs them, against the demo server.
class SubmitCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsTheReport();
    void endsOnceSubmittedWithoutWait();
    void tellsTheServersWords();
    void wrongUsage_data();
    void wrongUsage();
    void checksAServer();

private:
    QString sample(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("sample.exe")));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

void SubmitCommandTest::bringsTheReport()
{
    demo::Server server(test::quickServer());
    const QString url = server.start()->toString();
    const QString out = m_folder.filePath(QStringLiteral("out"));
    const Outcome outcome = capewb({QStringLiteral("submit"), sample("MZ one"), QStringLiteral("--server"), url,
        QStringLiteral("--token-env"), QStringLiteral("CAPE_TOKEN"), QStringLiteral("--param"),
        QStringLiteral("timeout=60"), QStringLiteral("--param"), QStringLiteral("options=a=1,b=2"),
        QStringLiteral("--wait"), QStringLiteral("--out"), out});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    const QStringList reports = QDir(out).entryList(QDir::Files);
    QCOMPARE(reports.size(), 1);
    QFile report(QDir(out).filePath(reports.constFirst()));
    QFile served(test::smallReport());
    QVERIFY(report.open(QIODevice::ReadOnly) && served.open(QIODevice::ReadOnly));
    QCOMPARE(report.readAll(), served.readAll());
    QVERIFY(outcome.out.contains(QStringLiteral("ready")) && outcome.out.contains(reports.constFirst()));
    QVERIFY(!(outcome.out + outcome.err).contains(test::demoToken()));
    const demo::Task task = server.tasks().tasks().first();
    QCOMPARE(task.target, QStringLiteral("sample.exe"));
    QCOMPARE(task.timeout, 60);
    QCOMPARE(task.options, QStringLiteral("a=1,b=2"));
}

void SubmitCommandTest::endsOnceSubmittedWithoutWait()
{
    demo::Server server(test::quickServer());
    const QString url = server.start()->toString();
    const Outcome outcome = capewb({QStringLiteral("submit"), sample("MZ two"), QStringLiteral("http://example.com/a"),
        QStringLiteral("--server"), url, QStringLiteral("--token-env"), QStringLiteral("CAPE_TOKEN")});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(server.tasks().tasks().size(), 2);
    QCOMPARE(outcome.out.count(u'\n'), 2);
}

void SubmitCommandTest::tellsTheServersWords()
{
    demo::ServerOptions options = test::quickServer();
    options.failure = demo::Failure::Analysis;
    demo::Server server(options);
    const QString url = server.start()->toString();
    const QStringList words{QStringLiteral("submit"), sample("MZ three"), QStringLiteral("--server"), url,
        QStringLiteral("--token-env"), QStringLiteral("CAPE_TOKEN"), QStringLiteral("--wait"), QStringLiteral("--out"),
        m_folder.path()};
    const Outcome failed = capewb(words);
    QCOMPARE(failed.exitCode, 1);
    QVERIFY(failed.err.contains(QStringLiteral("sample.exe")));
    const Outcome refused = capewb(words, QStringLiteral("no-such-token"));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.err.contains(QStringLiteral("token")) && !refused.err.contains(QStringLiteral("no-such-token")));
    server.stop();
    const Outcome down = capewb(words);
    QCOMPARE(down.exitCode, 1);
    QVERIFY(!down.err.isEmpty());
}

void SubmitCommandTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("no server") << QStringList{QStringLiteral("a.exe")};
    QTest::newRow("bad server") << QStringList{
        QStringLiteral("a.exe"), QStringLiteral("--server"), QStringLiteral("ftp://x")};
    QTest::newRow("bad parameter") << QStringList{QStringLiteral("a.exe"), QStringLiteral("--server"),
        QStringLiteral("http://127.0.0.1:1"), QStringLiteral("--param"), QStringLiteral("timeout")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("a.exe"), QStringLiteral("--nonsense")};
    QTest::newRow("no token") << QStringList{QStringLiteral("a.exe"), QStringLiteral("--server"),
        QStringLiteral("http://127.0.0.1:1"), QStringLiteral("--token-env"), QStringLiteral("CAPEWB_NO_SUCH_VARIABLE")};
}

void SubmitCommandTest::wrongUsage()
{
    QFETCH(QStringList, words);
    const Outcome outcome = capewb(QStringList{QStringLiteral("submit")} + words);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(outcome.err.contains(QStringLiteral("usage: capewb submit")));
}

void SubmitCommandTest::checksAServer()
{
    demo::ServerOptions options = test::quickServer();
    options.disabled = {demo::Endpoint::MachinesList};
    demo::Server server(options);
    const QString url = server.start()->toString();
    const Outcome good
        = capewb({QStringLiteral("check-server"), url, QStringLiteral("--token-env"), QStringLiteral("CAPE_TOKEN")});
    QCOMPARE(good.exitCode, 0);
    QVERIFY(good.out.contains(QStringLiteral("[machinelist] enabled = yes")));
    QCOMPARE(capewb({QStringLiteral("check-server"), url}).exitCode, 1); // it asks for a token
    QCOMPARE(capewb({QStringLiteral("check-server")}).exitCode, 2);
    server.stop();
    QCOMPARE(capewb({QStringLiteral("check-server"), url}).exitCode, 1);
}

REGISTER_TEST(SubmitCommandTest)
#include "submitcommandtest.moc"
