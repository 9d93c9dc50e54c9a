// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transferbudget.h"
#include "support/testregistry.h"

#include <QtTest>

using net::TransferBudget;

class TransferBudgetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void silenceEndsIt();
    void dripEndsIt();
    void whatWasFastEarnsNoMoreThanThePatience();
    void slowLineGoesOn();
};

namespace {

constexpr qint64 Patience = 120'000; // ms
constexpr qint64 LeastRate = 512; // bytes per second

// When a transfer of so many bytes each second ends, or the last second that was tried.
qint64 endOf(qint64 bytesPerSecond, qint64 mostSeconds)
{
    TransferBudget budget;
    budget.start(0, Patience, LeastRate);
    for (qint64 second = 1; second <= mostSeconds; ++second) {
        if (budget.left(second * 1000) == 0) {
            return second;
        }
        budget.move(second * 1000, bytesPerSecond);
    }
    return mostSeconds;
}

} // namespace

void TransferBudgetTest::silenceEndsIt()
{
    TransferBudget budget;
    budget.start(1000, Patience, LeastRate);
    QCOMPARE(budget.left(1000), Patience);
    QCOMPARE(budget.left(1000 + Patience - 1), 1);
    QCOMPARE(budget.left(1000 + Patience), 0);
    QCOMPARE(budget.left(10 * Patience), 0);
    QCOMPARE(budget.moved(), 0);
}

void TransferBudgetTest::dripEndsIt()
{
    QCOMPARE(endOf(1, 10'000), 121); // a byte a second buys next to nothing
    QVERIFY(endOf(LeastRate / 2, 10'000) <= 241);
}

void TransferBudgetTest::whatWasFastEarnsNoMoreThanThePatience()
{
    TransferBudget budget;
    budget.start(0, Patience, LeastRate);
    budget.move(1000, 1LL << 40);
    QCOMPARE(budget.left(1000), Patience);
    QCOMPARE(budget.left(1000 + Patience), 0);
    QCOMPARE(budget.moved(), 1LL << 40);
}

void TransferBudgetTest::slowLineGoesOn()
{
    QCOMPARE(endOf(LeastRate + 1, 1'000'000), 1'000'000);
}

REGISTER_TEST(TransferBudgetTest)
#include "transferbudgettest.moc"
