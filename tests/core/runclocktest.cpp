// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportparser.h"
#include "core/report/runclock.h"
#include "core/report/sandboxtime.h"
#include "support/fixture.h"
#include "support/testregistry.h"

#include <QtTest>

#include <cmath>

using namespace core;

namespace {

// A run of 100 seconds from 12:00:00 by the host, with one process that the guest saw then.
ReportPtr runWith(const QByteArray& firstSeen, const QByteArray& log = {}, const QByteArray& network = "{}")
{
    const QByteArray text = R"({"info":{"started":"2026-03-16 12:00:00","ended":"2026-03-16 12:01:40","duration":100},
        "debug":{"log":")"
        + log + R"("},"network":)" + network
        + R"(,"behavior":{"processes":[{"process_id":4,"process_name":"a.exe","first_seen":")" + firstSeen
        + R"(","calls":[{"timestamp":")" + firstSeen + R"("}]}]}})";
    return ReportParser::parse(text).value();
}

bool isNear(std::optional<double> place, double wanted)
{
    return place && std::abs(*place - wanted) < 0.001;
}

} // namespace

class RunClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<bool>("hasDay");
        QTest::newRow("guest") << "2026-01-31 10:04:12,031" << 1769853852.031 << true;
        QTest::newRow("host") << "2026-01-31 10:04:12" << 1769853852.0 << true;
        QTest::newRow("no hour of Paris") << "2026-03-29 02:30:00" << 1774751400.0 << true;
        QTest::newRow("ISO") << "2026-01-31T10:04:12.5Z" << 1769853852.5 << true;
        QTest::newRow("zone") << "2026-01-31T12:04:12+02:00" << 1769853852.0 << true;
        QTest::newRow("log") << "20260131T10:04:12" << 1769853852.0 << true;
        QTest::newRow("time of day") << "10:04:12.031000" << 36252.031 << false;
        QTest::newRow("epoch") << "1769853852.031" << 1769853852.031 << true;
    }

    void readsTimes()
    {
        QFETCH(QString, text);
        QFETCH(double, seconds);
        QFETCH(bool, hasDay);
        const auto time = parseSandboxTime(text.toStdString());
        QVERIFY(time);
        QVERIFY2(std::abs(time->seconds - seconds) < 1e-5, qPrintable(QString::number(time->seconds, 'f', 6)));
        QCOMPARE(time->hasDay, hasDay);
    }

    void refusesOtherTexts()
    {
        for (const char* text : {"", "yesterday", "2026-13-31 10:04:12", "2026-01-31", "2026-01-31 25:00:00",
                 "2026-01-31 10:04:12 and more", "10:04", "12", "1e300", "-5", "nan"}) {
            QVERIFY2(!parseSandboxTime(text), text);
        }
    }

    void clocksThatAgree()
    {
        const RunClock& clock = runWith("2026-03-16 12:00:20,500")->clock();
        QCOMPARE(clock.basis(), RunClock::Basis::HostClock);
        QCOMPARE(clock.guestOffset(), std::optional(0.0));
        QVERIFY(isNear(clock.ofGuest("2026-03-16 12:00:20,500"), 20.5));
        QVERIFY(isNear(clock.ofHost("2026-03-16 12:00:30"), 30));
        QCOMPARE(clock.length(), 100.0);
    }

    void aTimeZoneIsNoLag()
    {
        const RunClock& clock = runWith("2026-03-16 06:30:20,500")->clock();
        QCOMPARE(clock.basis(), RunClock::Basis::HostClock);
        QCOMPARE(clock.guestOffset(), std::optional(-5.5 * 3600));
        QVERIFY(isNear(clock.ofGuest("2026-03-16 06:30:20,500"), 20.5));
    }

    void theLogSaysWhereTheGuestStarted()
    {
        // The date could not be set; the log is in the guest's zone, the calls in UTC.
        const RunClock& clock = runWith("2025-09-12 08:00:27,500",
            "2025-09-12 00:00:19,000 [root] INFO: Date set to: 20260316T11:45:00, timeout set to: 200\\n"
            "2025-09-12 00:00:20,000 [root] DEBUG: Starting analyzer\\n"
            "2025-09-12 00:01:50,000 [root] INFO: Analysis completed.\\n")
                                    ->clock();
        QCOMPARE(clock.basis(), RunClock::Basis::Log);
        QVERIFY(isNear(clock.ofGuest("2025-09-12 08:00:27,500"), 7.5));
        QVERIFY(*clock.guestOffset() < -185 * 86400.0 && *clock.guestOffset() > -186 * 86400.0);
    }

    void theLogIsOfTheDateThatWasSet()
    {
        // What was written before the date was set is of another year.
        const RunClock& clock = runWith("2026-03-16 10:00:20,500",
            "2022-04-03 21:18:35,475 [root] INFO: Date set to: 20260316T12:00:00, timeout set to: 200\\n"
            "2026-03-16 12:00:00,031 [root] DEBUG: Starting analyzer\\n"
            "2026-03-16 12:01:20,000 [root] INFO: Analysis completed\\n")
                                    ->clock();
        QCOMPARE(clock.basis(), RunClock::Basis::HostClock);
        QCOMPARE(clock.guestOffset(), std::optional(-2 * 3600.0));
        QVERIFY(isNear(clock.ofGuest("2026-03-16 10:00:20,500"), 20.5));
    }

    void aDateSetLongBeforeTheRunIsALag()
    {
        // The machine started 213 seconds after the date was taken: no quarter of an hour is in between.
        const RunClock& clock = runWith("2026-03-16 11:56:47,500",
            "2026-01-01 01:00:00,000 [root] INFO: Date set to: 20260316T11:56:27, timeout set to: 200\\n"
            "2026-03-16 11:56:27,000 [root] DEBUG: Starting analyzer\\n"
            "2026-03-16 11:57:50,000 [root] INFO: Analysis completed\\n")
                                    ->clock();
        QCOMPARE(clock.basis(), RunClock::Basis::Log);
        QVERIFY(isNear(clock.guestOffset(), -213));
        QVERIFY(isNear(clock.ofGuest("2026-03-16 11:56:47,500"), 20.5));
    }

    void withoutALogTheFirstEventIsTheStart()
    {
        const ReportPtr report = ReportParser::parse(QByteArray::fromStdString(
            json::dump(test::jsonFixture(QStringLiteral("reports/guest-clock.json")))))
                                     .value();
        const RunClock& clock = report->clock();
        QCOMPARE(clock.basis(), RunClock::Basis::FirstEvents);
        QVERIFY(isNear(clock.ofGuest(report->processes()[0].firstSeen), 0));
        QVERIFY(isNear(clock.ofGuest(report->calls().timestamp(0)), 0.6));
        QVERIFY(isNear(clock.ofNetwork(*report->network().dns[0].firstSeen), 5));
        QVERIFY(isNear(clock.ofNetwork(*report->network().tcp[0].time), 5.1));
    }

    void timesOfDayAreOfTheDayOfTheRun()
    {
        const RunClock& clock = runWith("12:00:20.500000")->clock();
        QVERIFY(isNear(clock.ofGuest("12:00:20.500000"), 20.5));
        const RunClock& other = runWith("10:00:20.500000")->clock(); // of another zone
        QVERIFY(isNear(other.ofGuest("10:00:21.500000"), 21.5));
    }

    void timesOfDayGoOnAfterMidnight()
    {
        const ReportPtr report = ReportParser::parse(QByteArray(R"({"info":{"started":"2026-03-16 23:59:50",
            "duration":60},"behavior":{"processes":[{"process_id":4,"first_seen":"23:59:55.000000"},
            {"process_id":5,"first_seen":"00:00:05.000000"}]}})"))
                                     .value();
        QVERIFY(isNear(report->clock().ofGuest("23:59:55.000000"), 5));
        QVERIFY(isNear(report->clock().ofGuest("00:00:05.000000"), 15));
    }

    void oneWrongDateDoesNotMoveTheRest()
    {
        const ReportPtr report
            = ReportParser::parse(QByteArray(R"({"info":{"started":"2026-03-16 12:00:00","duration":100},
            "behavior":{"processes":[{"process_id":4,"first_seen":"1601-01-01 00:00:00,000"},
            {"process_id":5,"first_seen":"2026-03-16 12:00:10,000"},
            {"process_id":6,"first_seen":"2026-03-16 12:00:20,000"}]}})"))
                  .value();
        QVERIFY(isNear(report->clock().ofGuest("2026-03-16 12:00:10,000"), 10));
    }

    void theCaptureStartsWithItsFirstPacket()
    {
        // A request that both lists have says when that was; the capture's times are UTC, the host's are not.
        const RunClock& clock = runWith("2026-03-16 12:00:20,500", {},
            R"({"dns":[{"request":"a.example","first_seen":1773655230.0}],
                "udp":[{"src":"192.0.2.9","dst":"192.0.2.1","dport":53,"time":2.5}],
                "tcp":[{"src":"192.0.2.9","dst":"192.0.2.7","dport":443,"time":10.0}]})")
                                    ->clock();
        QVERIFY(isNear(clock.ofNetwork(1773655230.0), 30)); // 10:00:30
        QVERIFY(isNear(clock.ofNetwork(2.5), 30));
        QVERIFY(isNear(clock.ofNetwork(10.0), 37.5));
        QVERIFY(!clock.ofNetwork(std::nan("")));
        QVERIFY(!clock.ofNetwork(-1));
    }

    void aReportWithoutTimesHasNone()
    {
        const ReportPtr report = ReportParser::parse(QByteArray(R"({"info":{}})")).value();
        QVERIFY(!report->clock().ofGuest("2026-03-16 12:00:10,000"));
        QVERIFY(!report->clock().guestOffset());
        QVERIFY(!report->clock().hostTime(0));
        QVERIFY(isNear(report->clock().ofNetwork(1.5), 1.5));
    }
};

REGISTER_TEST(RunClockTest)
#include "runclocktest.moc"
