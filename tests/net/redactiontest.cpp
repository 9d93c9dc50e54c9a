// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queueharness.h"
#include "net/redact.h"
#include "support/testregistry.h"

#include <QDirIterator>
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
        const bool isFailed = h.runUntilPhase(bad, net::Phase::Failed);
        h.server.stop();
        const QString down = h.submit(h.makeSample(QStringLiteral("c.exe"), "MZ down"));
        const bool isWaiting = h.runUntil([&] { return !h.queue->task(down)->words.isEmpty(); });
        qInstallMessageHandler(before);
        QVERIFY(isReady);
        QVERIFY(isFailed);
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

REGISTER_TEST(RedactionTest)
#include "redactiontest.moc"
