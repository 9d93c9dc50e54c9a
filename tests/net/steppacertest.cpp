// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/steppacer.h"
#include "net/followrules.h"
#include "net/taskrecord.h"
#include "support/testregistry.h"

#include <QTimeZone>
#include <QtTest>

using net::Phase;
using net::StepPacer;

namespace {

QDateTime at(qint64 seconds)
{
    return QDateTime(QDate(2026, 1, 5), QTime(9, 0), QTimeZone::UTC).addSecs(seconds);
}

} // namespace

class StepPacerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void restsGrowUntilItGetsFurther_data();
    void restsGrowUntilItGetsFurther();
    void onlyANewPhaseIsFurther();
    void goingBackAndForthKeepsTries();
    void aClockThatIsSetBackDoesNotBlock();
    void knowsWhatIsGone_data();
    void knowsWhatIsGone();
};

void StepPacerTest::restsGrowUntilItGetsFurther_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<qint64>("longest");
    QTest::newRow("searching") << Phase::Searching << qint64(300'000);
    QTest::newRow("uploading") << Phase::Uploading << qint64(300'000);
    QTest::newRow("pending") << Phase::Pending << qint64(60'000);
    QTest::newRow("running") << Phase::Running << qint64(30'000);
    QTest::newRow("completed") << Phase::Completed << qint64(20'000);
    QTest::newRow("downloading") << Phase::Downloading << qint64(300'000);
    QTest::newRow("deleting") << Phase::Cancelled << qint64(300'000);
}

void StepPacerTest::restsGrowUntilItGetsFurther()
{
    QFETCH(Phase, phase);
    QFETCH(qint64, longest);
    StepPacer pacer;
    QCOMPARE(pacer.rest(phase, at(0)), 0);
    qint64 last = 0;
    for (int request = 1; request <= 40; ++request) {
        pacer.count(at(0));
        const qint64 rest = pacer.rest(phase, at(0));
        QVERIFY(request > 5 || rest == 0);
        QVERIFY(rest >= last);
        last = rest;
    }
    QCOMPARE(last, longest);
    QCOMPARE(pacer.rest(phase, at(longest / 1000)), 0);
    QVERIFY(pacer.reach(Phase::Ready));
    QCOMPARE(pacer.rest(phase, at(0)), 0);
}

void StepPacerTest::onlyANewPhaseIsFurther()
{
    StepPacer pacer;
    QVERIFY(pacer.reach(Phase::Searching));
    QVERIFY(pacer.reach(Phase::Uploading));
    QVERIFY(!pacer.reach(Phase::Searching));
    QVERIFY(!pacer.reach(Phase::Uploading));
    QVERIFY(pacer.reach(Phase::Running));
    QVERIFY(!pacer.reach(Phase::Pending));
    QVERIFY(pacer.reach(Phase::Failed));
    QVERIFY(!pacer.reach(Phase::Running)); // what failed and goes on by itself has got no further
    pacer.restart(Phase::Hashing);
    QVERIFY(pacer.reach(Phase::Searching));
}

void StepPacerTest::goingBackAndForthKeepsTries()
{
    net::TaskRecord record;
    QVERIFY(record.enter(Phase::Searching, at(0)));
    QVERIFY(record.enter(Phase::Uploading, at(1)));
    record.attempts = 3;
    record.enter(Phase::Searching, at(2));
    record.enter(Phase::Uploading, at(3));
    QCOMPARE(record.attempts, 3);
    record.enter(Phase::Running, at(10));
    QCOMPARE(record.attempts, 0);
    record.enter(Phase::Pending, at(20));
    record.enter(Phase::Running, at(30));
    QCOMPARE(record.entered.value(Phase::Running), at(10)); // it has not grown younger
    record.followSuccessor(7);
    record.enter(Phase::Pending, at(40));
    record.enter(Phase::Running, at(50));
    QCOMPARE(record.entered.value(Phase::Running), at(50)); // that is another task
    QCOMPARE(record.serverTaskId(), 7);
}

void StepPacerTest::aClockThatIsSetBackDoesNotBlock()
{
    StepPacer pacer;
    for (int request = 0; request < 8; ++request) {
        pacer.count(at(100'000));
    }
    QVERIFY(pacer.rest(Phase::Searching, at(0)) <= 8'000);
}

void StepPacerTest::knowsWhatIsGone_data()
{
    QTest::addColumn<bool>("saysSo");
    QTest::addColumn<bool>("wasSeen");
    QTest::addColumn<int>("looks"); // that it takes
    QTest::newRow("it says so of what it showed") << true << true << 1;
    QTest::newRow("it says so of what it never showed") << true << false << 2;
    QTest::newRow("a 404 for what it showed") << false << true << 2;
    QTest::newRow("a 404 for what it never showed") << false << false << 9;
}

void StepPacerTest::knowsWhatIsGone()
{
    QFETCH(bool, saysSo);
    QFETCH(bool, wasSeen);
    QFETCH(int, looks);
    QVERIFY(looks == 1 || !net::isGone(saysSo, wasSeen, looks - 1));
    QVERIFY(net::isGone(saysSo, wasSeen, looks));
}

REGISTER_TEST(StepPacerTest)
#include "steppacertest.moc"
