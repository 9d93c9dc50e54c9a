// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/serverlink.h"

#include "net/queueharness.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QtTest>

using test::QueueHarness;

class ServerLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForTheStatusOnceInAFewSeconds();
    void tellsWhatWasLeftOutOfAnAnswer();
};

namespace {

void settle()
{
    for (int round = 0; round < 30; ++round) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
}

} // namespace

void ServerLinkTest::asksForTheStatusOnceInAFewSeconds()
{
    QueueHarness h;
    const auto asked = [&] { return h.countRequests("GET", QStringLiteral("cuckoo/status")); };
    const auto isAnswered = [&] { return h.queue->serverState(h.profile.id).status.has_value(); };
    h.queue->refreshServer(h.profile.id);
    QTRY_VERIFY(isAnswered());
    for (int times = 0; times < 12; ++times) {
        h.queue->refreshServer(h.profile.id);
        settle();
    }
    QCOMPARE(asked(), 1);
    h.clock->advance(4'000);
    settle();
    QCOMPARE(asked(), 1);
    h.clock->advance(1'500); // the later ones are made up for by one
    QTRY_COMPARE(asked(), 2);
    h.clock->advance(60'000);
    settle();
    QCOMPARE(asked(), 2);
    h.queue->refreshServer(h.profile.id);
    QTRY_COMPARE(asked(), 3);
}

void ServerLinkTest::tellsWhatWasLeftOutOfAnAnswer()
{
    const test::ReplayServer server(test::jsonAnswer(
        R"({"error":false,"data":[)" + QByteArray(R"({"name":"m"},)").repeated(20'000).chopped(1) + "]}"));
    QueueHarness h;
    h.profile.url = server.url();
    QVERIFY(h.profiles.update(h.profile));
    std::optional<qsizetype> machines;
    h.queue->link(h.profile.id)->request<QList<net::Machine>>(
        net::ServerLink::Priority::Action, this,
        [](net::CapeClient& client) -> net::CapeReply<QList<net::Machine>>& { return client.machines(); },
        [&](net::CapeReply<QList<net::Machine>>& reply) { machines = reply.result() ? reply.result()->size() : -1; });
    QTRY_VERIFY(machines.has_value());
    QCOMPARE(*machines, 5'000);
    QVERIFY(h.queue->serverState(h.profile.id).words.contains(QLocale().toString(20'000)));
}

REGISTER_TEST(ServerLinkTest)
#include "serverlinktest.moc"
