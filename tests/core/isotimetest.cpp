// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/isotime.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

class IsoTimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatStrptimeTakes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("time");
        QTest::newRow("plain") << QByteArray("2024-02-29 23:59:59.5") << QByteArray("2024-02-29 23:59:59.500000");
        QTest::newRow("short fields") << QByteArray("2024-1-2 3:4:5.000001")
                                      << QByteArray("2024-01-02 03:04:05.000001");
        QTest::newRow("spaces") << QByteArray("2024-01-02 \t03:04:05.1") << QByteArray("2024-01-02 03:04:05.100000");
        QTest::newRow("before 1970") << QByteArray("1969-12-31 23:59:59.25")
                                     << QByteArray("1969-12-31 23:59:59.250000");
        QTest::newRow("no fraction") << QByteArray("2024-01-02 03:04:05") << QByteArray();
        QTest::newRow("7 digits") << QByteArray("2024-01-02 03:04:05.1234567") << QByteArray();
        QTest::newRow("no such day") << QByteArray("2023-02-29 00:00:00.0") << QByteArray();
        QTest::newRow("no such hour") << QByteArray("2024-01-02 24:00:00.0") << QByteArray();
        QTest::newRow("leap second") << QByteArray("2024-01-02 03:04:60.0") << QByteArray();
        QTest::newRow("short year") << QByteArray("1-01-01 00:00:00.000000") << QByteArray();
        QTest::newRow("blank before") << QByteArray(" 2024-01-02 03:04:05.1") << QByteArray();
    }

    void takesWhatStrptimeTakes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, time);
        const auto parsed = parseTime(text.toStdString());
        QCOMPARE(parsed ? QByteArray::fromStdString(formatTime(*parsed)) : QByteArray(), time);
    }

    void sandboxTimesHaveLeapSecondsAndDashes()
    {
        QVERIFY(isSandboxTime("-"));
        QVERIFY(isSandboxTime("2024-01-02 03:04:61.0"));
        QVERIFY(!isSandboxTime("2024-01-02 03:04:62.0"));
        QVERIFY(!isSandboxTime(""));
    }

    void capesTimesGetMilliseconds()
    {
        QCOMPARE(withMilliseconds("2024-07-16 09:57:59").value(), std::string("2024-07-16 09:57:59.000"));
        QCOMPARE(withMilliseconds("2024-07-16 09:57:59.25").value(), std::string("2024-07-16 09:57:59.250"));
        QVERIFY(!withMilliseconds("2024-07-16"));
        QVERIFY(!withMilliseconds("now"));
    }

    void secondsAreRoundedHalfToEven()
    {
        QCOMPARE(microseconds(0.0000005).value(), 0);
        QCOMPARE(microseconds(0.0000015).value(), 2);
        QCOMPARE(microseconds(-1.25).value(), -1'250'000);
        QVERIFY(!microseconds(1e18));
        QVERIFY(!microseconds(std::numeric_limits<double>::quiet_NaN()));
    }
};

REGISTER_TEST(IsoTimeTest)
#include "isotimetest.moc"
