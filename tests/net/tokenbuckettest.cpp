// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tokenbucket.h"
#include "net/patience.h"
#include "support/testregistry.h"

#include <QTimeZone>
#include <QtTest>

using net::TokenBucket;

namespace {

QDateTime at(double seconds)
{
    return QDateTime(QDate(2026, 1, 5), QTime(9, 0), QTimeZone::UTC).addMSecs(qint64(seconds * 1000));
}

void ask(TokenBucket& bucket, const QDateTime& when)
{
    bucket.take(when);
    bucket.answered(when);
}

// A bucket that has learned five a minute from requests at 0, 1, 2, 3, 4 s and a refusal at 5 s.
TokenBucket taught()
{
    TokenBucket bucket;
    for (int second = 0; second < 5; ++second) {
        ask(bucket, at(second));
    }
    bucket.take(at(5));
    bucket.throttled(at(5), 55);
    return bucket;
}

} // namespace

class TokenBucketTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsNoLimitAtFirst();
    void learnsTheLimitFromARefusal();
    void spreadsOverASlidingWindow();
    void countsRequestsUnderWay();
    void learnsAnHourlyLimit();
    void isRemembered();
    void doubtsALimitThatOthersMayHaveCaused();
    void pausesGrowAndEnd();
    void refusalsInARowWaitLonger();
};

void TokenBucketTest::knowsNoLimitAtFirst()
{
    TokenBucket bucket;
    for (int request = 0; request < 100; ++request) {
        QCOMPARE(bucket.wait(at(0)), 0);
        ask(bucket, at(0));
    }
    QVERIFY(!bucket.limit());
    QVERIFY(!bucket.left(at(0)));
}

void TokenBucketTest::learnsTheLimitFromARefusal()
{
    const TokenBucket bucket = taught();
    QCOMPARE(bucket.limit(), std::optional(5));
    QCOMPARE(bucket.left(at(6)), std::optional(0));
    // The server said when: not a moment earlier.
    QVERIFY(bucket.wait(at(5)) >= 55'000);
    QVERIFY(bucket.wait(at(5)) < 57'000);
}

void TokenBucketTest::spreadsOverASlidingWindow()
{
    TokenBucket bucket = taught();
    // At 61 s two requests have left the window of the last 60 s.
    QCOMPARE(bucket.wait(at(61.5)), 0);
    QCOMPARE(bucket.left(at(61.5)), std::optional(2));
    ask(bucket, at(61.5));
    ask(bucket, at(61.5));
    const qint64 wait = bucket.wait(at(61.5));
    QVERIFY2(wait > 0 && wait < 2'000, qPrintable(QString::number(wait)));
    // Over an hour, never more than five in any minute.
    QList<double> sent;
    for (double second = 61.5; second < 3600;) {
        const qint64 pause = bucket.wait(at(second));
        second += double(pause) / 1000;
        ask(bucket, at(second));
        sent.append(second);
    }
    for (qsizetype index = 5; index < sent.size(); ++index) {
        QVERIFY(sent.at(index) - sent.at(index - 5) >= 60);
    }
    QVERIFY(sent.size() > 250);
}

void TokenBucketTest::countsRequestsUnderWay()
{
    TokenBucket bucket = taught();
    for (int request = 0; request < 5; ++request) {
        bucket.take(at(200));
    }
    QVERIFY(bucket.wait(at(200)) > 0);
    QCOMPARE(bucket.left(at(200)), std::optional(0));
    // They count from their answers on.
    for (int request = 0; request < 5; ++request) {
        bucket.answered(at(230));
    }
    QVERIFY(bucket.wait(at(270)) > 0);
    QCOMPARE(bucket.wait(at(291)), 0);
}

void TokenBucketTest::learnsAnHourlyLimit()
{
    TokenBucket bucket;
    for (int request = 0; request < 3; ++request) {
        ask(bucket, at(request));
    }
    bucket.take(at(10));
    bucket.throttled(at(10), 3590);
    QCOMPARE(bucket.windowSeconds(), 3600);
    QVERIFY(bucket.wait(at(100)) > 3'000'000);
    QCOMPARE(bucket.wait(at(3605)), 0);
}

void TokenBucketTest::isRemembered()
{
    const TokenBucket bucket = TokenBucket::fromJson(taught().toJson());
    QCOMPARE(bucket.limit(), std::optional(5));
    QCOMPARE(bucket.wait(at(5)), taught().wait(at(5)));
    QCOMPARE(bucket.left(at(62.5)), std::optional(3));
}

void TokenBucketTest::doubtsALimitThatOthersMayHaveCaused()
{
    TokenBucket bucket = taught();
    // Another program has the same token: two requests of ours are the limit for now.
    ask(bucket, at(300));
    ask(bucket, at(301));
    bucket.take(at(302));
    bucket.throttled(at(302), 30);
    QCOMPARE(bucket.limit(), std::optional(2));
    ask(bucket, at(302 + 599));
    QCOMPARE(bucket.limit(), std::optional(2));
    bucket = TokenBucket::fromJson(bucket.toJson());
    ask(bucket, at(302 + 601));
    QCOMPARE(bucket.limit(), std::optional(5));
    ask(bucket, at(302 + 86'399));
    QCOMPARE(bucket.limit(), std::optional(5));
    ask(bucket, at(302 + 86'401));
    QVERIFY(!bucket.limit()); // it may be another one by now
}

void TokenBucketTest::pausesGrowAndEnd()
{
    qint64 before = 0;
    for (int failures = 1; failures <= 8; ++failures) {
        const qint64 pause = net::pauseAfter(failures, 0);
        QVERIFY(pause > before);
        QVERIFY(net::pauseAfter(failures, 0.999) >= pause * 3 / 4);
        QVERIFY(net::pauseAfter(failures, 0.999) < pause);
        before = pause;
    }
    QCOMPARE(net::pauseAfter(1000, 0), 300'000);
}

void TokenBucketTest::refusalsInARowWaitLonger()
{
    TokenBucket bucket;
    QDateTime now = at(0);
    qint64 last = 0;
    for (int refusal = 0; refusal < 12; ++refusal) {
        bucket.take(now);
        bucket.throttled(now, -5); // "at once", it says
        const qint64 wait = bucket.wait(now);
        QVERIFY(wait > 0 && wait >= last);
        last = wait;
        now = now.addMSecs(wait);
    }
    QCOMPARE(last, 300'000);
    ask(bucket, now);
    bucket.take(now);
    bucket.throttled(now, 0);
    QVERIFY(bucket.wait(now) < 65'000); // an answer between ends the row
    bucket.throttled(now, std::numeric_limits<int>::max());
    QVERIFY(bucket.wait(now) <= 24 * 3'600'000 + 1'000);
}

REGISTER_TEST(TokenBucketTest)
#include "tokenbuckettest.moc"
