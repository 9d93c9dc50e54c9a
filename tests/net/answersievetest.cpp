// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/answersieve.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using net::sieve;
using net::SieveLimits;

class AnswerSieveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesAnswersAlone_data();
    void leavesAnswersAlone();
    void cutsALongList();
    void cutsAListOfLargeEntries();
    void bracketsInStringsDoNotCount();
    void refusesTooManyValuesElsewhere();
    void aListWithoutEndStaysDamaged();
};

namespace {

QJsonObject object(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray listOf(qsizetype count, const QByteArray& entry)
{
    return R"({"error":false,"data":[)" + QByteArray(entry + ',').repeated(count).chopped(1) + R"(],"message":"m"})";
}

} // namespace

void AnswerSieveTest::leavesAnswersAlone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("empty list") << QByteArray(R"({"data":[]})");
    QTest::newRow("list") << listOf(3, R"({"id":1})");
    QTest::newRow("page") << QByteArray("<html>[[[[,,,,{{{{").repeated(100);
    QTest::newRow("cut off") << QByteArray(R"({"data":[{"id":1},{"id)");
    QTest::newRow("brackets too many") << QByteArray(R"({"data":]]]}}}}[)");
}

void AnswerSieveTest::leavesAnswersAlone()
{
    QFETCH(QByteArray, body);
    const auto sieved = sieve(body, {.entries = 3, .values = 100});
    QVERIFY(sieved);
    QCOMPARE(sieved->body, body);
    QCOMPARE(sieved->leftOut, 0);
}

void AnswerSieveTest::cutsALongList()
{
    const auto sieved = sieve(listOf(1000, R"({"id":1,"tags":["a","b"]})"), {.entries = 10, .values = 100'000});
    QVERIFY(sieved);
    QCOMPARE(sieved->read, 10);
    QCOMPARE(sieved->leftOut, 990);
    const QJsonObject answer = object(sieved->body);
    QCOMPARE(answer.value(QStringLiteral("data")).toArray().size(), 10);
    QCOMPARE(answer.value(QStringLiteral("data")).toArray().last()[QStringLiteral("tags")].toArray().size(), 2);
    QCOMPARE(answer.value(QStringLiteral("message")).toString(), QStringLiteral("m")); // what follows is there
}

// The entry that goes beyond the values is left out whole.
void AnswerSieveTest::cutsAListOfLargeEntries()
{
    const QByteArray entry = '[' + QByteArray("1,").repeated(9) + "1]"; // of ten values
    const auto sieved = sieve(listOf(1000, entry), {.entries = 1000, .values = 100});
    QVERIFY(sieved);
    QVERIFY(sieved->read > 5 && sieved->read < 12);
    QCOMPARE(sieved->read + sieved->leftOut, 1000);
    const QJsonArray data = object(sieved->body).value(QStringLiteral("data")).toArray();
    QCOMPARE(data.size(), sieved->read);
    QCOMPARE(data.last().toArray().size(), 10);
    const auto first = sieve(listOf(1, '[' + QByteArray("1,").repeated(1000) + "1]"), {.entries = 10, .values = 100});
    QVERIFY(first);
    QCOMPARE(first->read, 0);
    QCOMPARE(first->leftOut, 1);
    QVERIFY(object(first->body).value(QStringLiteral("data")).toArray().isEmpty());
}

void AnswerSieveTest::bracketsInStringsDoNotCount()
{
    const QByteArray entry = R"({"a":"],[\"},{\\","b":"\\\"]"})";
    const auto sieved = sieve(listOf(20, entry), {.entries = 7, .values = 100'000});
    QVERIFY(sieved);
    QCOMPARE(sieved->read, 7);
    QCOMPARE(sieved->leftOut, 13);
    QCOMPARE(object(sieved->body).value(QStringLiteral("data")).toArray().last()[QStringLiteral("b")].toString(),
        QStringLiteral("\\\"]"));
}

void AnswerSieveTest::refusesTooManyValuesElsewhere()
{
    const auto refused = sieve(R"({"data":{"a":[)" + QByteArray("{},").repeated(200) + "{}]}}", {.values = 100});
    QVERIFY(!refused);
    QCOMPARE(int(refused.error().code), int(core::ErrorCode::TooLarge));
    QVERIFY(!refused.error().message.isEmpty());
}

void AnswerSieveTest::aListWithoutEndStaysDamaged()
{
    const auto sieved = sieve(R"({"data":[)" + QByteArray("{},").repeated(1000), {.entries = 10});
    QVERIFY(sieved);
    QVERIFY(sieved->body.size() < 100);
    QVERIFY(QJsonDocument::fromJson(sieved->body).isNull());
}

REGISTER_TEST(AnswerSieveTest)
#include "answersievetest.moc"
