// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utctime.h"
#include "support/testregistry.h"

#include <QTimeZone>
#include <QtTest>

#include <ctime>

using core::utcTime;

// In the zone and in the hour that the clocks skip there.
class UtcTimeTest : public QObject {
    Q_OBJECT

private:
    QByteArray m_zone;

private Q_SLOTS:
    void initTestCase()
    {
        m_zone = qgetenv("TZ");
        qputenv("TZ", "Europe/Paris");
        tzset();
    }
    void cleanupTestCase()
    {
        qputenv("TZ", m_zone);
        tzset();
    }

    void theReadersZoneHasNoPart()
    {
        const QDateTime expected(QDate(2024, 3, 31), QTime(2, 30), QTimeZone::UTC);
        QCOMPARE(utcTime(QStringLiteral("2024-03-31 02:30:00")), expected);
        QCOMPARE(utcTime(QStringLiteral("2024-03-31 02:30:00")).timeSpec(), Qt::UTC);
        QCOMPARE(utcTime(QStringLiteral("03-31-2024 02:30:00"), QStringLiteral("MM-dd-yyyy")), expected);
        QCOMPARE(utcTime(QStringLiteral("2024-03-31 02:30:00,250")), expected.addMSecs(250));
        QCOMPARE(utcTime(QStringLiteral("2024-03-31 02:30:00.250")), expected.addMSecs(250));
    }

    void whatIsNoTimeIsNotValid()
    {
        for (const QString& text : {QString(), QStringLiteral("2024-03-31"), QStringLiteral("2024-02-30 00:00:00"),
                 QStringLiteral("2024-03-31 25:00:00"), QStringLiteral("yesterday at noon")}) {
            QVERIFY2(!utcTime(text).isValid(), qPrintable(text));
        }
    }
};

REGISTER_TEST(UtcTimeTest)
#include "utctimetest.moc"
