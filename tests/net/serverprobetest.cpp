// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/serverprobe.h"

#include "demo/certificate.h"
#include "demo/server.h"
#include "net/queueharness.h"
#include "support/testregistry.h"

#include <QtTest>

using net::ProbeItem;
using net::ProbeReport;
using net::ServerProbe;

namespace {

const QString Token = QStringLiteral("0123456789abcdef");

demo::ServerOptions withToken()
{
    demo::ServerOptions options;
    options.accounts = {{QStringLiteral("analyst"), QStringLiteral("pw"), Token, false}};
    options.exitNodes = {QStringLiteral("socks:exit1"), QStringLiteral("vpn:office"), QStringLiteral("tor")};
    return options;
}

ProbeReport probed(const QUrl& url, const QString& token, const QByteArray& pin = {})
{
    net::Profile profile = net::newProfile(QStringLiteral("p"), net::serverUrl(url.toString()).value_or(url));
    profile.proxy = net::ProxyKind::None;
    profile.tlsPin = pin;
    ServerProbe probe(profile, token);
    QSignalSpy finished(&probe, &ServerProbe::finished);
    probe.start();
    if (finished.isEmpty()) {
        finished.wait(10'000);
    }
    return finished.size() == 1 ? probe.report() : ProbeReport();
}

ProbeReport probed(const demo::ServerOptions& options, const QString& token)
{
    demo::Server server(options);
    return probed(*server.start(), token);
}

ProbeItem item(const ProbeReport& report, const char* key)
{
    return *std::ranges::find(report.items, QString::fromLatin1(key), &ProbeItem::key);
}

} // namespace

class ServerProbeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allIsOn();
    void changesNothingOnTheServer();
    void namesWhatIsOffAndHowToSwitchItOn();
    void tellsTokens();
    void stopsWhenThrottled();
    void sharesTheQueuesLimitAndWaitsForIt();
    void isAskedOnceForEachProfile();
    void tellsWhetherReportsAreLite();
    void serverThatIsNotThere();
    void certificates();
};

void ServerProbeTest::allIsOn()
{
    const ProbeReport report = probed(withToken(), Token);
    QVERIFY(report.isReachable);
    QCOMPARE(int(report.token), int(ProbeReport::Token::Accepted));
    QVERIFY(report.status);
    QVERIFY(!report.machines.isEmpty());
    QCOMPARE(report.routes, QStringList({QStringLiteral("exit1"), QStringLiteral("office"), QStringLiteral("tor")}));
    for (const ProbeItem& one : report.items) {
        // No report shows the first yet, and current servers do not have the second.
        if (one.key != QStringLiteral("litereport") && one.key != QStringLiteral("reboot")) {
            QVERIFY2(one.state == ProbeItem::State::On, qPrintable(one.key + one.reason + one.detail));
        }
    }
    const QString table = net::probeTable(report);
    QVERIFY(table.contains(report.machines.constFirst().label));
    QVERIFY(!table.contains(Token));
}

void ServerProbeTest::changesNothingOnTheServer()
{
    demo::Server server(withToken());
    const QUrl url = *server.start();
    (void)probed(url, Token);
    QVERIFY(server.tasks().tasks().isEmpty());
    QVERIFY(server.log().size() <= 12);
}

void ServerProbeTest::namesWhatIsOffAndHowToSwitchItOn()
{
    demo::ServerOptions options = withToken();
    options.disabled = {demo::Endpoint::MachinesList, demo::Endpoint::SearchBySha256, demo::Endpoint::Report,
        demo::Endpoint::CreateUrl};
    const ProbeReport report = probed(options, Token);
    QCOMPARE(int(item(report, "status").state), int(ProbeItem::State::On));
    QCOMPARE(int(item(report, "machines").state), int(ProbeItem::State::Off));
    QCOMPARE(item(report, "machines").remedy, QStringLiteral("api.conf: [machinelist] enabled = yes"));
    QCOMPARE(int(item(report, "search").state), int(ProbeItem::State::Off));
    QCOMPARE(int(item(report, "report").state), int(ProbeItem::State::Off));
    QCOMPARE(int(item(report, "url").state), int(ProbeItem::State::Off));
    QCOMPARE(item(report, "url").remedy, QStringLiteral("api.conf: [urlcreate] enabled = yes"));
    QCOMPARE(int(item(report, "view").state), int(ProbeItem::State::On));
    QVERIFY(net::probeTable(report).contains(QStringLiteral("[taskreport] enabled = yes")));
}

void ServerProbeTest::tellsTokens()
{
    QCOMPARE(int(probed(withToken(), QStringLiteral("wrong-token")).token), int(ProbeReport::Token::Refused));
    QCOMPARE(int(probed(withToken(), QString()).token), int(ProbeReport::Token::Refused));
    QCOMPARE(int(probed(demo::ServerOptions(), Token).token), int(ProbeReport::Token::AnyAccepted));
    QCOMPARE(int(probed(demo::ServerOptions(), QString()).token), int(ProbeReport::Token::AnyAccepted));
}

void ServerProbeTest::stopsWhenThrottled()
{
    demo::ServerOptions options = withToken();
    options.rate = demo::RateLimit{3, std::chrono::seconds(60)};
    const ProbeReport report = probed(options, Token);
    QVERIFY(report.isReachable);
    QVERIFY(!report.throttleWords.isEmpty());
    QVERIFY(report.requestsPerMinute);
    QCOMPARE(int(item(report, "delete").state), int(ProbeItem::State::Unknown));
}

// Asked by the queue, it takes from the queue's requests what is left, and goes on when the server allows it.
void ServerProbeTest::sharesTheQueuesLimitAndWaitsForIt()
{
    demo::ServerOptions options;
    options.rate = demo::RateLimit{5, std::chrono::seconds(60)};
    options.disabled = {demo::Endpoint::Delete};
    test::QueueHarness h(options);
    h.queue->probeServer(h.profile.id);
    const auto isKnown = [&](const char* key) {
        const ProbeReport* report = h.queue->probeReport(h.profile.id);
        return report && item(*report, key).state != ProbeItem::State::Unknown;
    };
    const QDateTime began = h.clock->now();
    QVERIFY(h.runUntil([&] { return isKnown("url"); })); // the last one
    QVERIFY(began.secsTo(h.clock->now()) >= 60);
    const ProbeReport* report = h.queue->probeReport(h.profile.id);
    QCOMPARE(int(report->token), int(ProbeReport::Token::Accepted));
    QCOMPARE(int(report->find(u"delete")->state), int(ProbeItem::State::Off));
    QCOMPARE(report->find(u"delete")->remedy, QStringLiteral("api.conf: [taskdelete] enabled = yes"));
    for (const char* key : {"status", "machines", "search", "create", "report", "view", "states"}) {
        QVERIFY2(item(*report, key).state == ProbeItem::State::On, key);
    }
    QCOMPARE(h.countRequests("GET", QString(), 429) + h.countRequests("POST", QString(), 429), 1);
    QCOMPARE(h.queue->serverState(h.profile.id).requestsPerMinute, std::optional(5));
}

void ServerProbeTest::isAskedOnceForEachProfile()
{
    test::QueueHarness h;
    const auto ask = [&](bool again, int times) {
        h.queue->probeServer(h.profile.id, again);
        return h.runUntil([&] {
            const ProbeReport* report = h.queue->probeReport(h.profile.id);
            return h.countRequests("POST", QStringLiteral("create/url")) == times && report
                && report->find(u"url")->state == ProbeItem::State::On;
        });
    };
    QVERIFY(ask(false, 1)); // that is its last question
    const qsizetype once = h.server.log().size();
    QVERIFY(ask(false, 1));
    QCOMPARE(h.server.log().size(), once);
    QVERIFY(ask(true, 2));
    QCOMPARE(h.server.log().size(), 2 * once);
    // A profile that is another one now is asked anew; a server that does not answer is asked again later.
    h.server.stop();
    h.profile.tokenKey = QStringLiteral("Bearer");
    QVERIFY(h.profiles.update(h.profile));
    QVERIFY(!h.queue->probeReport(h.profile.id));
    h.queue->probeServer(h.profile.id);
    QVERIFY(h.runUntil([&] {
        const ProbeReport* report = h.queue->probeReport(h.profile.id);
        return report && report->failure.code == core::ErrorCode::Network;
    }));
}

void ServerProbeTest::tellsWhetherReportsAreLite()
{
    for (const bool lite : {true, false}) {
        demo::ServerOptions options = withToken();
        options.lite = lite;
        demo::Server server(options);
        const QUrl url = *server.start();
        demo::Task task;
        task.target = QStringLiteral("a.exe");
        const int id = server.tasks().add(task);
        server.tasks().setState(id, demo::TaskState::Reported);
        const ProbeReport report = probed(url, Token);
        QCOMPARE(int(item(report, "litereport").state), int(lite ? ProbeItem::State::On : ProbeItem::State::Off));
        QCOMPARE(item(report, "litereport").reason.isEmpty(), lite); // what is on was asked
    }
}

void ServerProbeTest::serverThatIsNotThere()
{
    QUrl url;
    {
        demo::Server server;
        url = *server.start();
    }
    const ProbeReport report = probed(url, Token);
    QVERIFY(!report.isReachable);
    QCOMPARE(int(report.failure.code), int(core::ErrorCode::Network));
    QVERIFY(net::probeTable(report).contains(report.failure.message));
}

void ServerProbeTest::certificates()
{
    demo::ServerOptions options = withToken();
    options.tls = true;
    demo::Server server(options);
    const QUrl url = *server.start();
    const ProbeReport unknown = probed(url, Token);
    QVERIFY(!unknown.isReachable);
    QCOMPARE(int(unknown.failure.code), int(core::ErrorCode::Tls));
    QCOMPARE(unknown.certificate, demo::serverCertificate().digest(QCryptographicHash::Sha256).toHex());
    const ProbeReport pinned = probed(url, Token, unknown.certificate);
    QVERIFY2(pinned.isReachable, qPrintable(pinned.failure.message));
    QCOMPARE(int(pinned.token), int(ProbeReport::Token::Accepted));
}

REGISTER_TEST(ServerProbeTest)
#include "serverprobetest.moc"
