// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/certificate.h"
#include "net/queueharness.h"
#include "net/serverlink.h"
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
    void sendsNoTokenInClearBeforeItIsAllowed();
    void noClientSendsATokenInClear();
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
    net::allowClearText(h.profile);
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
    net::allowClearText(h.profile);
    h.server.stop();
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ no proxy"));
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->words.isEmpty(); }));
    QVERIFY2(h.queue->task(id)->words.contains(QStringLiteral("proxy")), qPrintable(h.queue->task(id)->words));
    QVERIFY(!net::isFinal(h.queue->task(id)->phase)); // a proxy may come back
}

// Somebody has asked, and nobody has answered: not a byte goes out. Loopback is exempt, so the other machine is one that
// only a proxy knows.
void TransportTest::sendsNoTokenInClearBeforeItIsAllowed()
{
    const test::ReplayServer proxy(test::jsonAnswer(R"({"error":true,"error_value":"seen"})"));
    QueueHarness h;
    QStringList asked;
    const auto listen = [&] {
        connect(h.queue.get(), &net::TaskQueue::tokenInClear, this, [&](const QString& id) { asked.append(id); });
    };
    listen();
    h.queue->refreshServer(h.profile.id); // loopback: nobody can listen
    QVERIFY(h.runUntil([&] { return h.queue->serverState(h.profile.id).status.has_value(); }));
    QVERIFY(asked.isEmpty());

    h.profile.url = QUrl(QStringLiteral("http://cape.example.com"));
    h.profile.proxy = net::ProxyKind::Given;
    h.profile.proxyUrl = proxy.url();
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ clear"));
    h.queue->refreshServer(h.profile.id);
    QVERIFY(h.runUntil([&] { return !asked.isEmpty() && h.queue->task(id)->phase == Phase::Searching; }));
    h.openQueue(); // a restart is no answer
    listen();
    QVERIFY(h.runUntil([&] { return asked.size() == 2; }));
    for (int round = 0; round < 50; ++round) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    QCOMPARE(proxy.bytesReceived(), 0);
    QVERIFY(h.queue->serverState(h.profile.id).isHeld);
    QVERIFY(!h.queue->serverState(h.profile.id).words.isEmpty());

    QVERIFY(h.profiles.allowClearText(h.profile.id));
    QVERIFY(h.runUntil([&] { return !proxy.requests().isEmpty(); }));
    QVERIFY(proxy.requests().constFirst().header("Authorization").contains(test::demoToken().toUtf8()));
    QVERIFY(!h.queue->serverState(h.profile.id).isHeld);
    h.openQueue();
    listen();
    h.queue->refreshServer(h.profile.id);
    QVERIFY(h.runUntil([&] { return h.queue->link(h.profile.id)->state().wasReached; }));
    QCOMPARE(asked.size(), 2); // the answer is kept
}

// By whatever way it is asked: a probe, a command, a client of its own.
void TransportTest::noClientSendsATokenInClear()
{
    const test::ReplayServer proxy(test::jsonAnswer(R"({"error":false,"data":{}})"));
    net::Profile profile = net::newProfile(QStringLiteral("far"), QUrl(QStringLiteral("http://cape.example.com")));
    profile.proxy = net::ProxyKind::Given;
    profile.proxyUrl = proxy.url();
    QTemporaryDir folder;
    net::CapeClient client(profile, test::demoToken());
    std::optional<core::ErrorCode> code;
    const auto note = [&](const auto& result) { code = result ? std::nullopt : std::optional(result.error().code); };
    const auto isRefused = [&](auto& reply) {
        code = std::nullopt;
        bool isDone = false;
        reply.then(this, [&](const auto& result) {
            note(result);
            isDone = true;
        });
        return QTest::qWaitFor([&] { return isDone; }) && code == core::ErrorCode::Unauthorized;
    };
    QVERIFY(isRefused(client.status()));
    QVERIFY(isRefused(client.createUrl(QStringLiteral("http://x"), {})));
    QVERIFY(isRefused(client.fetchReport(1, folder.filePath(QStringLiteral("r")))));
    QCOMPARE(proxy.bytesReceived(), 0);
    profile.url = QUrl(QStringLiteral("http://other.example.com")); // what was allowed is allowed for one URL
    net::allowClearText(profile);
    profile.url = QUrl(QStringLiteral("http://cape.example.com"));
    net::CapeClient other(profile, test::demoToken());
    QVERIFY(isRefused(other.status()));
    net::allowClearText(profile);
    net::CapeClient allowed(profile, test::demoToken());
    QVERIFY(!isRefused(allowed.status()));
    QCOMPARE(proxy.requests().size(), 1);
    net::CapeClient without(profile, QString()); // no token, no secret
    QVERIFY(!isRefused(without.status()));
}

REGISTER_TEST(TransportTest)
#include "transporttest.moc"
