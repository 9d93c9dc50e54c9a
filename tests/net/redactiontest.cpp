// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/serverthread.h"
#include "net/queueharness.h"
#include "net/redact.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QDirIterator>
#include <QProcess>
#include <QtTest>

namespace {

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext&, const QString& text)
{
    logged.append(text);
}

} // namespace

// The token is in the keychain and in the request's header, and nowhere else.
class RedactionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replacesSecrets();
    void nothingOfAFullRunHoldsTheToken();
    void nothingOfTheCommandLinesRunHoldsTheToken();

private:
    static void verifyNoFileHolds(const QString& folder, const QByteArray& token, int atLeast);
};

void RedactionTest::replacesSecrets()
{
    QCOMPARE(
        net::redacted(QStringLiteral("a secret1 b secret1"), QStringLiteral("secret1")), QStringLiteral("a ••• b •••"));
    QCOMPARE(net::redacted(QStringLiteral("text"), QString()), QStringLiteral("text"));
    const core::Error error{core::ErrorCode::Refused, QStringLiteral("m secret1"), QStringLiteral("d secret1")};
    QVERIFY(!net::redacted(error, QStringLiteral("secret1")).message.contains(QStringLiteral("secret1")));
    QVERIFY(!net::redacted(error, QStringLiteral("secret1")).detail.contains(QStringLiteral("secret1")));
}

void RedactionTest::nothingOfAFullRunHoldsTheToken()
{
    logged.clear();
    const auto before = qInstallMessageHandler(keepLog);
    QStringList words;
    {
        test::QueueHarness h;
        h.folder.setAutoRemove(true);
        connect(h.queue.get(), &net::TaskQueue::taskChanged, this,
            [&](const QString& id) { words.append(h.queue->task(id)->words); });
        const QString good = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ redaction"));
        const bool isReady = h.runUntilPhase(good, net::Phase::Ready);
        demo::ServerOptions options = h.server.options();
        options.accounts = {{QStringLiteral("other"), QStringLiteral("pw"), QStringLiteral("another-token"), false}};
        h.server.setOptions(options); // now our token is a wrong one
        const QString bad = h.submit(h.makeSample(QStringLiteral("b.exe"), "MZ refused"));
        const bool isTold = h.runUntil([&] { return !h.queue->task(bad)->words.isEmpty(); });
        h.server.stop();
        const QString down = h.submit(h.makeSample(QStringLiteral("c.exe"), "MZ down"));
        const bool isWaiting = h.runUntil([&] { return !h.queue->task(down)->words.isEmpty(); });
        qInstallMessageHandler(before);
        QVERIFY(isReady);
        QVERIFY(isTold);
        QVERIFY(isWaiting);
        const QByteArray token = test::demoToken().toUtf8();
        QVERIFY(!h.profiles.exportJson().contains(token));
        int files = 0;
        for (QDirIterator it(h.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();
            ++files) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(token), qPrintable(file.fileName()));
        }
        QVERIFY(files >= 5);
    }
    QVERIFY(!words.join(u'\n').contains(test::demoToken()));
    QVERIFY(!logged.join(u'\n').contains(test::demoToken()));
}

void RedactionTest::verifyNoFileHolds(const QString& folder, const QByteArray& token, int atLeast)
{
    int files = 0;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext(); ++files) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains(token) && !bytes.contains(token.toBase64()), qPrintable(file.fileName()));
    }
    QVERIFY2(files >= atLeast, qPrintable(QString::number(files)));
}

// Submit, follow, fetch, convert and bundle as the program does it, with every log of Qt's and ours switched on.
void RedactionTest::nothingOfTheCommandLinesRunHoldsTheToken()
{
    demo::ServerOptions options;
    options.accounts = {{QStringLiteral("analyst"), QStringLiteral("pw"), test::demoToken(), false}};
    options.pace = {std::chrono::milliseconds(0), std::chrono::milliseconds(0), std::chrono::milliseconds(0)};
    demo::ServerThread server;
    const auto url = server.start(options);
    QVERIFY(url);
    QTemporaryDir home;
    QFile sample(home.filePath(QStringLiteral("sample.exe")));
    QVERIFY(sample.open(QIODevice::WriteOnly));
    sample.write("MZ told to nobody");
    sample.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"}) {
        environment.insert(QString::fromLatin1(name), home.filePath(QString::fromLatin1(name)));
    }
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
    environment.insert(QStringLiteral("CAPE_TOKEN"), test::demoToken());
    environment.insert(QStringLiteral("TMPDIR"), home.path());
    const QByteArray token = test::demoToken().toUtf8();
    const auto run = [&](const QStringList& arguments, int expected) {
        QProcess program;
        program.setProcessEnvironment(environment);
        program.setWorkingDirectory(home.path());
        program.start(QStringLiteral(CAPEWB_PROGRAM), arguments);
        QVERIFY(program.waitForFinished(30'000));
        const QByteArray out = program.readAllStandardOutput() + program.readAllStandardError();
        QVERIFY2(program.exitCode() == expected, out.right(2000).constData());
        QVERIFY2(!out.contains(token), "the token is in the program's output");
    };
    const QString out = home.filePath(QStringLiteral("out"));
    run({QStringLiteral("submit"), sample.fileName(), QStringLiteral("--server"), url->toString(),
            QStringLiteral("--token-env"), QStringLiteral("CAPE_TOKEN"), QStringLiteral("--wait"),
            QStringLiteral("--out"), out},
        0);
    run({QStringLiteral("check-server"), url->toString(), QStringLiteral("--token-env"), QStringLiteral("CAPE_TOKEN")},
        0);
    const QStringList reports = QDir(out).entryList({QStringLiteral("*.zip")});
    QCOMPARE(reports.size(), 1);
    run({QStringLiteral("convert"), QDir(out).filePath(reports.first()), QStringLiteral("--result"),
            home.filePath(QStringLiteral("result.json")), QStringLiteral("--bundle"),
            home.filePath(QStringLiteral("report.al_bundle")), QStringLiteral("--artifacts"),
            home.filePath(QStringLiteral("artifacts"))},
        0);
    verifyNoFileHolds(home.path(), token, 4);
}

REGISTER_TEST(RedactionTest)
#include "redactiontest.moc"
