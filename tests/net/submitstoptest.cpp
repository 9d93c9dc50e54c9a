// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/capewbrun.h"
#include "support/testregistry.h"

#include <QDir>
#include <QtTest>

#include <csignal>

namespace {

// capewb submit under way, with its temporary files in a folder of its own and without a terminal.
class Run {
public:
    Run(const QStringList& arguments, const QString& temporary)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CAPE_TOKEN"), test::demoToken());
        environment.insert(QStringLiteral("TMPDIR"), temporary);
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), temporary + QStringLiteral("-config"));
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(CAPEWB_PROGRAM),
            QStringList{QStringLiteral("submit")} + arguments
                + QStringList{QStringLiteral("--token-env"), QStringLiteral("CAPE_TOKEN"), QStringLiteral("--wait")});
    }

    bool says(const QString& words)
    {
        return QTest::qWaitFor(
            [&] {
                m_err += QString::fromUtf8(m_process.readAllStandardError());
                return m_err.contains(words);
            },
            60'000);
    }
    void send(int signal) { ::kill(pid_t(m_process.processId()), signal); }
    bool ends()
    {
        const bool ended = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 60'000);
        m_err += QString::fromUtf8(m_process.readAllStandardError());
        m_out += QString::fromUtf8(m_process.readAllStandardOutput());
        return ended;
    }
    const QString& err() const { return m_err; }
    const QString& out() const { return m_out; }
    const QProcess& process() const { return m_process; }

private:
    QProcess m_process;
    QString m_out;
    QString m_err;
};

// A server on which no task ever gets further than this.
demo::ServerOptions stuckServer()
{
    demo::ServerOptions options = test::quickServer();
    options.pace.running = std::chrono::hours(1);
    return options;
}

} // namespace

// capewb submit without a terminal: what it says, and how it ends before its time.
class SubmitStopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_temporary = m_folder->filePath(QStringLiteral("tmp"));
        QVERIFY(QDir().mkpath(m_temporary));
        QFile file(m_folder->filePath(QStringLiteral("sample.exe")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("MZ to be stopped") > 0);
    }

    void endsCleanlyOnASignal_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void endsCleanlyOnASignal()
    {
        QFETCH(int, signal);
        demo::Server server(stuckServer());
        Run run(words(*server.start()), m_temporary);
        QVERIFY2(run.says(QStringLiteral("running")), qPrintable(run.err()));
        QVERIFY(!QDir(m_temporary).isEmpty());
        run.send(signal);
        QVERIFY(run.ends());
        QCOMPARE(run.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(run.process().exitCode(), 1);
        QVERIFY2(QDir(m_temporary).isEmpty(), qPrintable(QDir(m_temporary).entryList().join(u' ')));
        const QString number = QString::number(server.tasks().tasks().first().id);
        QVERIFY2(
            run.err().contains(QStringLiteral("sample.exe: task %1 continues on").arg(number)), qPrintable(run.err()));
        QVERIFY2(run.out().contains(QStringLiteral("sample.exe\t%1\trunning").arg(number)), qPrintable(run.out()));
        QVERIFY(!(run.out() + run.err()).contains(test::demoToken()));
    }

    void theTimeLimitEndsItToo()
    {
        demo::Server server(stuckServer());
        Run run(words(*server.start()) + QStringList{QStringLiteral("--timeout"), QStringLiteral("3")}, m_temporary);
        QVERIFY(run.ends());
        QCOMPARE(run.process().exitCode(), 1);
        QVERIFY2(run.err().contains(QStringLiteral("time limit")), qPrintable(run.err()));
        QVERIFY(QDir(m_temporary).isEmpty());
    }

    // One line for each step, whether or not somebody looks.
    void saysEachStep()
    {
        demo::Server server(test::quickServer());
        const QUrl url = *server.start();
        Run run(words(url), m_temporary);
        QVERIFY(run.ends());
        QCOMPARE(run.process().exitCode(), 0);
        for (const char* step :
            {"Asking http://127.0.0.1", "uploading", "sample.exe: task 1 on 127.0.0.1", "downloading"}) {
            QVERIFY2(run.err().contains(QString::fromLatin1(step)), qPrintable(run.err()));
        }
        Run again(words(url), m_temporary);
        QVERIFY(again.ends());
        QCOMPARE(again.process().exitCode(), 0);
        QVERIFY2(again.err().contains(QStringLiteral("has task 1 of it already")), qPrintable(again.err()));
        QCOMPARE(server.tasks().tasks().size(), 1);
    }

    void saysWhyItWaits()
    {
        demo::ServerOptions options = stuckServer();
        options.rate = demo::RateLimit{2, std::chrono::hours(1)};
        demo::Server server(options);
        Run run(words(*server.start()), m_temporary);
        QVERIFY2(run.says(QStringLiteral("Next try in")), qPrintable(run.err()));
        run.send(SIGINT);
        QVERIFY(run.ends());
        QCOMPARE(run.process().exitCode(), 1);
        QVERIFY(QDir(m_temporary).isEmpty());
    }

private:
    QStringList words(const QUrl& url) const
    {
        return {m_folder->filePath(QStringLiteral("sample.exe")), QStringLiteral("--server"), url.toString(),
            QStringLiteral("--out"), m_folder->filePath(QStringLiteral("out"))};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_temporary;
};

REGISTER_TEST(SubmitStopTest)
#include "submitstoptest.moc"
