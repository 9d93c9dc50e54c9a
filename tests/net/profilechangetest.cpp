// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queueharness.h"
#include "net/serverlink.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QtTest>

using net::Phase;
using test::QueueHarness;

// What becomes of tasks when the profile of their server is changed or removed.
class ProfileChangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyAnotherTransportIsAnotherWay();
    void anotherNameLeavesWhatIsOnItsWay();
    void anotherAddressBreaksItOff();
    void moreUploadsAtOnceCountAtOnce();
    void whatWasFetchedNeedsNoServer();
    void whatWasFetchedNeedsNoServerAfterARestart();
    void whatIsToBeDeletedThereStaysReady();
};

void ProfileChangeTest::onlyAnotherTransportIsAnotherWay()
{
    const net::Profile profile = net::newProfile(QStringLiteral("a"), QUrl(QStringLiteral("http://127.0.0.1:8000")));
    const auto isSame = [&](auto change) {
        net::Profile changed = profile;
        change(changed);
        return hasSameTransport(profile, changed);
    };
    QVERIFY(isSame([](net::Profile& p) { p.name = QStringLiteral("b"); }));
    QVERIFY(isSame([](net::Profile& p) { p.defaultRoute = QStringLiteral("tor"); }));
    QVERIFY(isSame([](net::Profile& p) { p.defaultMachine = QStringLiteral("win10"); }));
    QVERIFY(isSame([](net::Profile& p) { p.deleteAfterFetch = true; }));
    QVERIFY(isSame([](net::Profile& p) { p.maxUploads = 7; }));
    QVERIFY(isSame([](net::Profile& p) { p.timeLimitSeconds = 7; }));
    QVERIFY(isSame([](net::Profile& p) { p.answerTimeoutMs = 7; }));
    QVERIFY(!isSame([](net::Profile& p) { p.url = QUrl(QStringLiteral("http://127.0.0.1:8001")); }));
    QVERIFY(!isSame([](net::Profile& p) { p.tlsPin = "00"; }));
    QVERIFY(!isSame([](net::Profile& p) { p.caFile = QStringLiteral("/ca.pem"); }));
    QVERIFY(!isSame([](net::Profile& p) { p.proxy = net::ProxyKind::None; }));
    QVERIFY(!isSame([](net::Profile& p) { p.proxyUrl = QUrl(QStringLiteral("http://proxy:3128")); }));
    QVERIFY(!isSame([](net::Profile& p) { p.tokenKey = QStringLiteral("Bearer"); }));
}

namespace {

// A server that answers nothing: what it is asked stays on the wire.
struct SilentServer {
    SilentServer()
        : server([](const test::WireRequest&) { return QByteArray("HTTP/1.1 "); })
    {
        server.keepsOpen = true;
    }
    test::ReplayServer server;
};

void settle()
{
    for (int round = 0; round < 50; ++round) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
}

} // namespace

void ProfileChangeTest::anotherNameLeavesWhatIsOnItsWay()
{
    SilentServer silent;
    QueueHarness h;
    h.profile.url = silent.server.url();
    QVERIFY(h.profiles.update(h.profile));
    (void)h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ on its way"));
    QTRY_COMPARE(silent.server.requests().size(), 1);
    const net::ServerLink* link = h.queue->link(h.profile.id);
    int retired = 0;
    connect(link, &net::ServerLink::retired, this, [&] { ++retired; });
    h.profile.name = QStringLiteral("another name");
    h.profile.defaultRoute = QStringLiteral("tor");
    QVERIFY(h.profiles.update(h.profile));
    settle();
    QVERIFY(h.queue->link(h.profile.id) == link);
    QCOMPARE(link->profile(), h.profile);
    QCOMPARE(retired, 0);
    QCOMPARE(silent.server.requests().size(), 1); // it was not asked again
}

void ProfileChangeTest::anotherAddressBreaksItOff()
{
    SilentServer silent;
    QueueHarness h;
    const QUrl url = h.profile.url;
    h.profile.url = silent.server.url();
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ moves"));
    QTRY_COMPARE(silent.server.requests().size(), 1);
    h.profile.url = url;
    QVERIFY(h.profiles.update(h.profile));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(silent.server.requests().size(), 1);
}

void ProfileChangeTest::moreUploadsAtOnceCountAtOnce()
{
    QueueHarness h;
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ count"));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    h.profile.maxUploads = 9;
    QVERIFY(h.profiles.update(h.profile));
    QCOMPARE(h.queue->link(h.profile.id)->profile().maxUploads, 9);
}

void ProfileChangeTest::whatWasFetchedNeedsNoServer()
{
    QueueHarness h;
    h.parsesAtOnce = false;
    h.openQueue();
    const QString ready = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ ready"));
    const QString parsing = h.submit(h.makeSample(QStringLiteral("b.exe"), "MZ parsing"));
    const QString running = h.submit(h.makeSample(QStringLiteral("c.exe"), "MZ running"));
    h.queue->setPaused(running, true);
    QVERIFY(h.runUntilPhase(ready, Phase::Parsing));
    QVERIFY(h.runUntilPhase(parsing, Phase::Parsing));
    h.queue->setParsed(ready, {.score = 1.0});
    QVERIFY(h.profiles.remove(h.profile.id));
    settle();
    QCOMPARE(h.queue->task(ready)->phase, Phase::Ready);
    QCOMPARE(h.queue->task(parsing)->phase, Phase::Parsing);
    h.queue->setParsed(parsing, {.score = 2.0});
    settle();
    QCOMPARE(h.queue->task(parsing)->phase, Phase::Ready);
    QVERIFY(QFile::exists(h.queue->task(parsing)->reportPath));
}

void ProfileChangeTest::whatWasFetchedNeedsNoServerAfterARestart()
{
    QueueHarness h;
    h.parsesAtOnce = false;
    h.openQueue();
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ later"));
    QVERIFY(h.runUntilPhase(id, Phase::Parsing));
    h.queue.reset();
    QVERIFY(h.profiles.remove(h.profile.id));
    h.parsesAtOnce = true;
    h.openQueue();
    settle();
    QCOMPARE(h.queue->task(id)->phase, Phase::Parsing); // told before somebody listened
    h.queue->setParsed(id, {.score = 1.0});
    settle();
    QCOMPARE(h.queue->task(id)->phase, Phase::Ready);
}

void ProfileChangeTest::whatIsToBeDeletedThereStaysReady()
{
    demo::ServerOptions options;
    options.disabled = {demo::Endpoint::Delete};
    QueueHarness h(options);
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ delete"));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    h.queue->setPaused(id, true); // it waits for its turn
    h.queue->deleteOnServer(id);
    QVERIFY(h.queue->task(id)->deletePending);
    QVERIFY(h.profiles.remove(h.profile.id));
    h.queue->setPaused(id, false);
    settle();
    QCOMPARE(h.queue->task(id)->phase, Phase::Ready);
    QVERIFY(!h.queue->task(id)->deletePending);
    QVERIFY(!h.queue->task(id)->remark.isEmpty());
}

REGISTER_TEST(ProfileChangeTest)
#include "profilechangetest.moc"
