// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/certificate.h"
#include "net/queueharness.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QtTest>

using net::Phase;
using test::QueueHarness;

// How a whole submission travels: TLS with a pinned certificate or a profile's own authority, proxies, and the warning
// of a token that anybody on the way can read.
class TransportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsAnUnknownCertificateAndStops();
    void goesThroughWithThePinnedCertificate();
    void stopsAtAChangedCertificate();
    void goesThroughWithTheProfilesAuthority();
    void goesThroughTheGivenProxy();
    void saysWhenTheProxyRefuses();
    void warnsOnceOfATokenInClear();
};

namespace {

demo::ServerOptions tls(bool other = false)
{
    demo::ServerOptions options;
    options.tls = true;
    options.otherCertificate = other;
    return options;
}

QByteArray digest(bool other = false)
{
    return demo::serverCertificate(other).digest(QCryptographicHash::Sha256).toHex();
}

QString shownDigest(bool other = false)
{
    return QString::fromLatin1(demo::serverCertificate(other).digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

} // namespace

void TransportTest::showsAnUnknownCertificateAndStops()
{
    QueueHarness h(tls());
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ tls"));
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QVERIFY2(h.queue->task(id)->words.contains(shownDigest()), qPrintable(h.queue->task(id)->words));
    QVERIFY(h.server.log().isEmpty());
    // Once the analyst has pinned it, the task goes on.
    h.profile.tlsPin = digest();
    QVERIFY(h.profiles.update(h.profile));
    h.queue->retry(id);
    QVERIFY2(h.runUntilPhase(id, Phase::Ready), qPrintable(h.queue->task(id)->words));
}

void TransportTest::goesThroughWithThePinnedCertificate()
{
    QueueHarness h(tls());
    h.profile.tlsPin = digest();
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ pinned"));
    QVERIFY2(h.runUntilPhase(id, Phase::Ready), qPrintable(h.queue->task(id)->words));
}

void TransportTest::stopsAtAChangedCertificate()
{
    QueueHarness h(tls(true));
    h.profile.tlsPin = digest(false);
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ changed"));
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QVERIFY2(h.queue->task(id)->words.contains(shownDigest(true)), qPrintable(h.queue->task(id)->words));
    QVERIFY(h.server.log().isEmpty()); // neither token nor sample left this machine
}

void TransportTest::goesThroughWithTheProfilesAuthority()
{
    QueueHarness h(tls());
    QFile authority(h.folder.filePath(QStringLiteral("authority.pem")));
    QVERIFY(authority.open(QIODevice::WriteOnly));
    authority.write(demo::serverCertificate().toPem());
    authority.close();
    h.profile.caFile = authority.fileName();
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ authority"));
    QVERIFY2(h.runUntilPhase(id, Phase::Ready), qPrintable(h.queue->task(id)->words));
    QVERIFY(h.profile.tlsPin.isEmpty());
}

void TransportTest::goesThroughTheGivenProxy()
{
    // A proxy is asked for the whole address of a host that only it knows.
    const test::ReplayServer proxy([](const test::WireRequest&) {
        const QByteArray body = R"({"error":true,"error_value":"seen by the proxy"})";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\nConnection: close\r\n\r\n" + body;
    });
    QueueHarness h;
    h.profile.url = QUrl(QStringLiteral("http://cape.example.com"));
    h.profile.proxy = net::ProxyKind::Given;
    h.profile.proxyUrl = proxy.url();
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ proxy"));
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QVERIFY2(
        h.queue->task(id)->words.contains(QStringLiteral("seen by the proxy")), qPrintable(h.queue->task(id)->words));
    QVERIFY(proxy.requests().constFirst().path.startsWith("http://cape.example.com/apiv2/tasks/search/"));
}

void TransportTest::saysWhenTheProxyRefuses()
{
    QueueHarness h;
    h.profile.url = QUrl(QStringLiteral("http://cape.example.com"));
    h.profile.proxy = net::ProxyKind::Given;
    h.profile.proxyUrl = h.server.url();
    h.server.stop();
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ no proxy"));
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->words.isEmpty(); }));
    QVERIFY2(h.queue->task(id)->words.contains(QStringLiteral("proxy")), qPrintable(h.queue->task(id)->words));
    QVERIFY(!net::isFinal(h.queue->task(id)->phase)); // a proxy may come back
}

void TransportTest::warnsOnceOfATokenInClear()
{
    QueueHarness h;
    QStringList warned;
    const auto listen = [&] {
        connect(h.queue.get(), &net::TaskQueue::tokenInClear, this, [&](const QString& id) { warned.append(id); });
    };
    const auto settle = [&] {
        for (int round = 0; round < 20; ++round) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
        }
    };
    listen();
    h.queue->refreshServer(h.profile.id); // loopback: nobody can listen
    settle();
    QVERIFY(warned.isEmpty());
    h.profile.url = QUrl(QStringLiteral("http://192.0.2.1:8000"));
    QVERIFY(h.profiles.update(h.profile));
    h.queue->refreshServer(h.profile.id);
    settle();
    QCOMPARE(warned, QStringList{h.profile.id});
    h.queue->noteWarnedOfClearToken(h.profile.id);
    h.openQueue();
    listen();
    h.queue->refreshServer(h.profile.id);
    settle();
    QCOMPARE(warned.size(), 1);
    h.profile.url = QUrl(QStringLiteral("http://192.0.2.2:8000")); // another way, another warning
    QVERIFY(h.profiles.update(h.profile));
    h.queue->refreshServer(h.profile.id);
    settle();
    QCOMPARE(warned.size(), 2);
}

REGISTER_TEST(TransportTest)
#include "transporttest.moc"
