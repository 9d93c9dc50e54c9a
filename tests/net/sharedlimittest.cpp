// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/hashlookup.h"
#include "net/poolprobe.h"
#include "net/queueharness.h"
#include "net/serverlink.h"
#include "net/serverprobe.h"
#include "support/testregistry.h"

#include <QtTest>

using net::HashLookup;
using net::Phase;
using net::PoolProbe;
using net::ServerProbe;
using test::QueueHarness;

// Whatever is asked of a server, the queue's requests and everybody else's share one limit.
class SharedLimitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyQuestionKeepsTheQueuesLimit();
    void aTestOfAnEditedProfileGoesItsOwnWay();
    void whoAsksBearsAProfileThatChanges();
    void whoAsksBearsAProfileThatGoes();
    void whatIsOnItsWayCountsForTheNextLink();
    void aQuestionThatIsGivenUpHoldsNobodyUp();
};

namespace {

demo::ServerOptions limited(int requests)
{
    demo::ServerOptions options;
    options.rate = demo::RateLimit{requests, std::chrono::seconds(60)};
    return options;
}

QStringList hashes(int count)
{
    QStringList made;
    for (int i = 0; i < count; ++i) {
        made << QString(64, QChar(u'0' + i));
    }
    return made;
}

// All that a window asks beside its queue.
struct Questions {
    explicit Questions(QueueHarness& h)
        : pool({h.profile}, h.queue.get(), {})
        , lookup(h.queue.get())
        , probe(h.profile, test::demoToken(), h.queue->link(h.profile.id))
    {
        pool.start();
        lookup.ask(hashes(8), {h.profile});
        probe.start();
        h.queue->probeServer(h.profile.id, true);
    }
    bool isAnswered() const
    {
        return pool.isFinished() && probe.isFinished()
            && std::ranges::all_of(lookup.answers(), &HashLookup::Answer::isThere);
    }

    PoolProbe pool;
    HashLookup lookup;
    ServerProbe probe;
};

int refusals(const QueueHarness& h)
{
    return h.countRequests("GET", QString(), 429) + h.countRequests("POST", QString(), 429);
}

} // namespace

void SharedLimitTest::everyQuestionKeepsTheQueuesLimit()
{
    QueueHarness h(limited(5));
    for (const int expected : {1, 0}) { // the first refusal tells the limit, and there is no second one
        h.server.clearLog();
        QStringList tasks;
        for (int i = 0; i < 3; ++i) {
            const QByteArray bytes = "MZ " + QByteArray::number(i + 10 * expected);
            tasks << h.submit(h.makeSample(QStringLiteral("a%1.exe").arg(i), bytes));
        }
        const Questions questions(h);
        QVERIFY(h.runUntil(
            [&] {
                return questions.isAnswered() && std::ranges::all_of(tasks, [&](const QString& id) {
                    return h.queue->task(id)->phase == Phase::Ready;
                });
            },
            60'000));
        QCOMPARE(refusals(h), expected);
        QCOMPARE(h.queue->serverState(h.profile.id).requestsPerMinute, std::optional(5));
        // They waited, and then got what they asked for.
        QVERIFY(questions.pool.members().constFirst().host.machinesKnown);
        QVERIFY(questions.pool.members().constFirst().gaps.isEmpty());
        QVERIFY(std::ranges::none_of(
            questions.lookup.answers(), [](const HashLookup::Answer& answer) { return answer.error.has_value(); }));
        QCOMPARE(int(questions.probe.report().find(u"url")->state), int(net::ProbeItem::State::On));
    }
}

// What is being entered may be wrong, or right where the saved profile is wrong.
void SharedLimitTest::aTestOfAnEditedProfileGoesItsOwnWay()
{
    QueueHarness h(limited(5));
    demo::Server gone;
    net::Profile wrong = h.profile;
    wrong.url = gone.start().value_or(QUrl());
    gone.stop();
    ServerProbe bad(wrong, test::demoToken(), h.queue->link(h.profile.id));
    bad.start();
    QVERIFY(h.runUntil([&] { return bad.isFinished(); }));
    QCOMPARE(bad.report().failure.code, core::ErrorCode::Network);
    QVERIFY(h.queue->serverState(h.profile.id).isReachable);
    QVERIFY(!h.queue->serverState(h.profile.id).nextTry.isValid());

    const net::Profile right = h.profile;
    h.profile.url = wrong.url;
    QVERIFY(h.profiles.update(h.profile));
    h.queue->refreshServer(h.profile.id);
    QVERIFY(h.runUntil([&] { return !h.queue->serverState(h.profile.id).isReachable; }));
    ServerProbe good(right, test::demoToken(), h.queue->link(h.profile.id));
    const QDateTime asked = h.clock->now();
    QDateTime answered;
    connect(&good, &ServerProbe::progressed, this, [&] { answered = answered.isValid() ? answered : h.clock->now(); });
    good.start();
    QVERIFY(h.runUntil([&] { return answered.isValid(); }));
    QVERIFY(good.report().isReachable);
    QCOMPARE(answered, asked); // it did not wait for the pause of the server that cannot be reached
    QVERIFY(!h.queue->serverState(h.profile.id).isReachable); // which is another one
}

void SharedLimitTest::whoAsksBearsAProfileThatChanges()
{
    QueueHarness h;
    PoolProbe pool({h.profile}, h.queue.get(), {});
    HashLookup lookup(h.queue.get());
    QSignalSpy found(&lookup, &HashLookup::finished);
    pool.start();
    lookup.ask(hashes(3), {h.profile});
    ServerProbe probe(h.profile, test::demoToken(), h.queue->link(h.profile.id));
    QSignalSpy probed(&probe, &ServerProbe::finished);
    probe.start();
    QVERIFY(h.runUntil([&] { return h.queue->link(h.profile.id)->bucket().recent(h.clock->now()) > 0; }));
    h.profile.caFile = QStringLiteral("/none"); // another connection
    QVERIFY(h.profiles.update(h.profile));
    QVERIFY(h.runUntil([&] { return pool.isFinished() && !found.isEmpty() && probe.isFinished(); }));
    QVERIFY(pool.members().constFirst().isUsable() && pool.members().constFirst().host.machinesKnown);
    QCOMPARE(pool.members().constFirst().host.machines.size(), std::size_t(h.server.options().machines.size()));
    QVERIFY(std::ranges::none_of(
        lookup.answers(), [](const HashLookup::Answer& answer) { return answer.error.has_value(); }));
    QCOMPARE(probed.size(), 1);
    // Once they are done, it is nothing to them.
    h.profile.caFile = QStringLiteral("/nowhere");
    QVERIFY(h.profiles.update(h.profile));
    QVERIFY(h.runUntilPhase(h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ after")), Phase::Ready));
    QCOMPARE(found.size(), 1);
    QCOMPARE(probed.size(), 1);
}

void SharedLimitTest::whoAsksBearsAProfileThatGoes()
{
    QueueHarness h;
    PoolProbe pool({h.profile}, h.queue.get(), {});
    HashLookup lookup(h.queue.get());
    QSignalSpy found(&lookup, &HashLookup::finished);
    pool.start();
    lookup.ask(hashes(3), {h.profile});
    QVERIFY(h.profiles.remove(h.profile.id));
    QVERIFY(h.runUntil([&] { return pool.isFinished() && !found.isEmpty(); }));
    QCOMPARE(pool.members().constFirst().failure->code, core::ErrorCode::NotFound);
    for (const HashLookup::Answer& answer : lookup.answers()) {
        QVERIFY(answer.error);
    }
    QVERIFY(h.server.log().isEmpty());
}

void SharedLimitTest::whatIsOnItsWayCountsForTheNextLink()
{
    QueueHarness h;
    h.queue->refreshServer(h.profile.id);
    const auto recent = [&] { return h.queue->link(h.profile.id)->bucket().recent(h.clock->now()); };
    QVERIFY(h.runUntil([&] { return recent() == 1; }));
    QVERIFY(!h.queue->serverState(h.profile.id).status); // not answered yet
    h.profile.caFile = QStringLiteral("/none");
    QVERIFY(h.profiles.update(h.profile));
    QCOMPARE(recent(), 1);
}

void SharedLimitTest::aQuestionThatIsGivenUpHoldsNobodyUp()
{
    QueueHarness h;
    auto probe = std::make_unique<ServerProbe>(h.profile, test::demoToken(), h.queue->link(h.profile.id));
    probe->start();
    const auto recent = [&] { return h.queue->link(h.profile.id)->bucket().recent(h.clock->now()); };
    QVERIFY(h.runUntil([&] { return recent() == 1; }));
    QVERIFY(probe->report().items.constFirst().state == net::ProbeItem::State::Unknown);
    probe.reset();
    QCOMPARE(recent(), 1); // the server may have counted it
    QVERIFY(h.runUntilPhase(h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ next")), Phase::Ready));
}

REGISTER_TEST(SharedLimitTest)
#include "sharedlimittest.moc"
