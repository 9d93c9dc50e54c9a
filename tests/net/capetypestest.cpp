// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/capetypes.h"

#include "net/answer.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>
#include <QtTest>

#include <ctime>
#include <limits>

// What a server says is checked before it is believed.
class CapeTypesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timesAreUtcInEveryZone();
    void noTimeIsNone_data();
    void noTimeIsNone();
    void numbersAreCheckedBeforeTheyAreCast_data();
    void numbersAreCheckedBeforeTheyAreCast();
    void manyTaskIdsAreCut();
    void retryAfterIsANumberOfSeconds_data();
    void retryAfterIsANumberOfSeconds();
};

namespace {

QJsonObject object(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

QDateTime addedOn(const QString& text)
{
    const QJsonObject task{{QStringLiteral("id"), 1}, {QStringLiteral("status"), QStringLiteral("pending")},
        {QStringLiteral("added_on"), text}};
    return net::readTask({{QStringLiteral("data"), task}})->addedOn;
}

} // namespace

// At 2:30 the clocks of Paris stood at no time of that day.
void CapeTypesTest::timesAreUtcInEveryZone()
{
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Europe/Paris");
    tzset();
    const QDateTime time = addedOn(QStringLiteral("2026-03-29 02:30:00"));
    qputenv("TZ", zone);
    tzset();
    QCOMPARE(time, QDateTime(QDate(2026, 3, 29), QTime(2, 30), QTimeZone::UTC));
    QCOMPARE(time.timeSpec(), Qt::UTC);
}

void CapeTypesTest::noTimeIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "never", "2026-02-30 10:00:00", "2026-01-01 25:00:00", "2026-01-01",
             "2026-01-01T10:00:00", "2026-01-01 10:00:00 and more", "10:00:00 2026-01-01"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void CapeTypesTest::noTimeIsNone()
{
    QFETCH(QString, text);
    QVERIFY(!addedOn(text).isValid());
}

void CapeTypesTest::numbersAreCheckedBeforeTheyAreCast_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<int>("total");
    QTest::newRow("good") << QByteArray("7") << 7;
    QTest::newRow("negative") << QByteArray("-7") << 0;
    QTest::newRow("beyond int") << QByteArray("4294967297") << std::numeric_limits<int>::max();
    QTest::newRow("beyond 64 bits") << QByteArray("1e300") << 0;
    QTest::newRow("fraction") << QByteArray("1.5") << 0;
    QTest::newRow("text") << QByteArray("\"7\"") << 0;
    QTest::newRow("null") << QByteArray("null") << 0;
    QTest::newRow("list") << QByteArray("[7]") << 0;
}

void CapeTypesTest::numbersAreCheckedBeforeTheyAreCast()
{
    QFETCH(QByteArray, number);
    QFETCH(int, total);
    const auto status = net::readStatus(
        object(R"({"data":{"machines":{"total":)" + number + R"(},"tasks":{"pending":)" + number + "}}}"));
    QCOMPARE(status.machinesTotal, total);
    QCOMPARE(status.tasksPending, total);
}

void CapeTypesTest::manyTaskIdsAreCut()
{
    QJsonArray ids{-1, 0, 1.5, QStringLiteral("9")};
    for (int id = 1; id <= 200'000; ++id) {
        ids.append(id);
        ids.append(id); // named twice
    }
    const QJsonObject data{{QStringLiteral("task_ids"), ids}};
    const auto submitted = net::readSubmitted({{QStringLiteral("data"), data}});
    QVERIFY(submitted);
    QCOMPARE(submitted->taskIds.size(), 1000);
    QCOMPARE(submitted->taskIds.constFirst(), 1);
    QCOMPARE(submitted->taskIds.constLast(), 1000);
    QCOMPARE(submitted->remarks.size(), 1);
    QVERIFY(submitted->remarks.constFirst().contains(QLocale().toString(200'000)));
}

void CapeTypesTest::retryAfterIsANumberOfSeconds_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<std::optional<int>>("seconds");
    QTest::newRow("good") << QByteArray("7") << std::optional(7);
    QTest::newRow("nan") << QByteArray("nan") << std::optional<int>();
    QTest::newRow("infinite") << QByteArray("inf") << std::optional<int>();
    QTest::newRow("minus infinite") << QByteArray("-inf") << std::optional<int>();
    QTest::newRow("huge") << QByteArray("1e300") << std::optional(24 * 3600);
    QTest::newRow("negative") << QByteArray("-5") << std::optional(0);
    QTest::newRow("words") << QByteArray("soon") << std::optional<int>();
}

void CapeTypesTest::retryAfterIsANumberOfSeconds()
{
    QFETCH(QByteArray, header);
    QFETCH(std::optional<int>, seconds);
    QCOMPARE(net::retryAfterSeconds(header), seconds);
}

REGISTER_TEST(CapeTypesTest)
#include "capetypestest.moc"
