// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/grouplook.h"
#include "net/queueharness.h"
#include "support/testregistry.h"

#include <QtTest>

using net::Phase;
using test::QueueHarness;

// Many tasks of one server are looked at by one request where it offers that, over sockets, in the test's time.
class GroupLookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneRequestShowsAllTasks();
    void asksAloneWhatTheServerDoesNotName_data();
    void asksAloneWhatTheServerDoesNotName();
    void doesWithoutWhereItIsSwitchedOff();
    void oneTaskIsLookedAtAlone();
    void looksSlowerWhileNothingChangesAndQuicklyNearTheEnd();
    void goesOnAfterAllWerePaused();
    void survivesBadConnections();

private:
    static constexpr int Samples = 20;
    static QStringList submitMany(QueueHarness& h);
    static bool areAll(const QueueHarness& h, Phase phase);
    // Looks at one task alone, and looks at all of them.
    static int countViews(const QueueHarness& h) { return h.countRequests("GET", QStringLiteral("tasks/view/")); }
    static int countLooks(const QueueHarness& h) { return h.countRequests("POST", QStringLiteral("extendedsearch")); }
};

QStringList GroupLookTest::submitMany(QueueHarness& h)
{
    QStringList ids;
    for (int number = 0; number < Samples; ++number) {
        ids.append(
            h.submit(h.makeSample(QStringLiteral("%1.exe").arg(number), "MZ look" + QByteArray::number(number))));
    }
    return ids;
}

bool GroupLookTest::areAll(const QueueHarness& h, Phase phase)
{
    const auto tasks = h.queue->tasks();
    return std::ranges::all_of(tasks, [phase](const net::TaskRecord& task) { return task.phase == phase; });
}

void GroupLookTest::oneRequestShowsAllTasks()
{
    demo::ServerOptions options;
    options.rate = demo::RateLimit{5, std::chrono::seconds(60)};
    QueueHarness h(options);
    (void)submitMany(h);
    QVERIFY(h.runUntil([&] { return areAll(h, Phase::Ready); }));
    const int views = countViews(h);
    const int looks = countLooks(h);
    QVERIFY2(looks > 0, qPrintable(QString::number(looks)));
    // The first ones, before there were two to look at, and the last one.
    QVERIFY2(views < Samples, qPrintable(QString::number(views)));
    QCOMPARE(h.countRequests("POST", QStringLiteral("create/file"), 200), Samples);
}

void GroupLookTest::asksAloneWhatTheServerDoesNotName_data()
{
    QTest::addColumn<int>("failure"); // -1: the tasks end well, and the server has no database of reports
    QTest::newRow("reported, no database") << -1;
    QTest::newRow("failed") << int(demo::Failure::Analysis);
    QTest::newRow("deleted") << int(demo::Failure::Vanished);
}

void GroupLookTest::asksAloneWhatTheServerDoesNotName()
{
    QFETCH(int, failure);
    demo::ServerOptions options;
    options.reportDatabase = failure >= 0;
    if (failure >= 0) {
        options.failure = demo::Failure(failure);
    }
    QueueHarness h(options);
    const QStringList ids = submitMany(h);
    QVERIFY(h.runUntil([&] { return areAll(h, failure < 0 ? Phase::Ready : Phase::Failed); }));
    QVERIFY(countLooks(h) > 0);
    QVERIFY(countViews(h) >= Samples);
    QCOMPARE(h.countRequests("POST", QStringLiteral("create/file")), Samples);
    for (const QString& id : ids) {
        QCOMPARE(h.queue->task(id)->words.isEmpty(), failure < 0);
        QVERIFY(failure == int(demo::Failure::Vanished) || !h.queue->task(id)->machine.isEmpty());
    }
}

void GroupLookTest::doesWithoutWhereItIsSwitchedOff()
{
    demo::ServerOptions options;
    options.disabled = {demo::Endpoint::ExtendedSearch};
    QueueHarness h(options);
    (void)submitMany(h);
    QVERIFY(h.runUntil([&] { return areAll(h, Phase::Ready); }));
    QCOMPARE(countLooks(h), 1); // asked once, and not again
    QVERIFY(countViews(h) > Samples);
}

void GroupLookTest::oneTaskIsLookedAtAlone()
{
    QueueHarness h;
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ alone"));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(countLooks(h), 0);
}

void GroupLookTest::looksSlowerWhileNothingChangesAndQuicklyNearTheEnd()
{
    demo::ServerOptions options;
    options.pace = {std::chrono::seconds(600), std::chrono::seconds(600), std::chrono::seconds(30)};
    QueueHarness h(options);
    QList<std::pair<QString, QDateTime>> looks; // the task's phase, and when
    QString id;
    connect(&h.server, &demo::Server::answered, this, [&](const QByteArray&, const QString& path) {
        if (path.contains(QStringLiteral("/view/"))) {
            looks.append({net::phaseKey(h.queue->task(id)->phase), h.clock->now()});
        }
    });
    id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ pace"));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QMap<QString, QList<qint64>> pauses; // ms between two looks in the same phase
    for (qsizetype look = 1; look < looks.size(); ++look) {
        if (looks.at(look).first == looks.at(look - 1).first) {
            pauses[looks.at(look).first].append(looks.at(look - 1).second.msecsTo(looks.at(look).second));
        }
    }
    const QMap<QString, qint64> longestPauses{{QStringLiteral("pending"), 60'000}, {QStringLiteral("running"), 30'000}};
    for (const auto& [phase, longest] : longestPauses.asKeyValueRange()) {
        const QList<qint64>& grown = pauses[phase];
        QVERIFY(grown.size() > 5);
        QVERIFY(std::ranges::is_sorted(grown));
        QVERIFY(grown.first() < 5'000);
        QCOMPARE(grown.last(), longest);
    }
    // As soon as the analysis is over it is looked at every few seconds again.
    QVERIFY(!pauses[QStringLiteral("completed")].isEmpty());
    QVERIFY(pauses[QStringLiteral("completed")].first() < 5'000);
}

// A look that waits for its turn while every task is paused has nothing to ask for.
void GroupLookTest::goesOnAfterAllWerePaused()
{
    demo::ServerOptions options;
    options.rate = demo::RateLimit{5, std::chrono::seconds(60)};
    options.pace.running = std::chrono::seconds(60);
    QueueHarness h(options);
    const QStringList ids = submitMany(h);
    QVERIFY(h.runUntil([&] { return countLooks(h) > 1; }));
    for (int round = 0; round < 5; ++round) {
        for (const QString& id : ids) {
            h.queue->setPaused(id, true);
        }
        h.clock->advance(120'000);
        for (int turn = 0; turn < 20; ++turn) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
        }
        for (const QString& id : ids) {
            h.queue->setPaused(id, false);
        }
        const int before = countLooks(h);
        QVERIFY(h.runUntil([&] { return countLooks(h) > before; }));
    }
    QVERIFY(h.runUntil([&] { return areAll(h, Phase::Ready); }));
    QCOMPARE(h.server.tasks().tasks().size(), Samples);
}

void GroupLookTest::survivesBadConnections()
{
    demo::ServerOptions options;
    options.dropConnections = 0.3;
    options.htmlErrors = true;
    QueueHarness h(options);
    (void)submitMany(h);
    QVERIFY(h.runUntil([&] { return areAll(h, Phase::Ready); }, 40'000));
    QCOMPARE(h.server.tasks().tasks().size(), Samples);
}

REGISTER_TEST(GroupLookTest)
#include "grouplooktest.moc"
