// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/heuristic.h"
#include "core/result/resultwriter.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

class HeuristicTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoreWithoutSignaturesIsItsOwnTimesFrequency()
    {
        Heuristic heuristic(1004);
        QCOMPARE(heuristic.score(), 10);
        heuristic.increaseFrequency();
        QCOMPARE(heuristic.score(), 20);
    }

    void scoreOfSignaturesIsTheirSum()
    {
        Heuristic heuristic(1);
        heuristic.addSignature("a", 30);
        heuristic.addSignature("a");
        heuristic.addSignature("b", 500, 2);
        QCOMPARE(heuristic.score(), 2 * 30 + 2 * 500);
        QCOMPARE(heuristic.signatures().front().frequency, 2);
    }

    void manySignaturesAreEachKeptOnce()
    {
        Heuristic heuristic(1);
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 100; ++i) {
                heuristic.addSignature("rule " + std::to_string(i), round == 0 ? std::optional(i) : std::nullopt);
            }
        }
        QCOMPARE(heuristic.signatures().size(), 100U);
        QCOMPARE(heuristic.signatures()[70].name, std::string("rule 70"));
        QCOMPARE(heuristic.signatures()[70].frequency, 2);
        QCOMPARE(heuristic.signatures()[70].score, std::optional(70));
    }

    void manifestKnowsBetterAndSetsTheMaximum()
    {
        Heuristic injection(32);
        injection.addSignature("hollowshunter_exe", 700); // the manifest says 0
        QCOMPARE(injection.score(), 0);
        injection.addSignature("other", 700, 2);
        QCOMPARE(injection.score(), 1000);
    }

    void lastOfTwoWithTheSameIdCounts()
    {
        QCOMPARE(Heuristic(3).name(), std::string_view("Suspicious_tree_id"));
        QVERIFY(Heuristic(3).attackIds().empty());
    }

    void revokedAttackIdsAreReplacedAndUnknownOnesLeftOut()
    {
        Heuristic heuristic(1004);
        heuristic.addAttackId("T1055");
        heuristic.addAttackId("T1055");
        heuristic.addAttackId("G0042"); // revoked by G0040
        heuristic.addAttackId("T0000");
        QCOMPARE(heuristic.attackIds(), (std::vector<std::string>{"T1055", "G0040"}));
    }

    void softwareBringsItsTechniques()
    {
        Heuristic heuristic(1004);
        heuristic.addAttackId("S0003");
        const json::Object stored = ResultWriter::storedHeuristic(heuristic);
        QCOMPARE(stored["attack"].size(), std::size_t(3));
        QCOMPARE(stored["attack"][0]["pattern"].toString(), std::string("RIPTIDE"));
        QCOMPARE(stored["attack"][0]["categories"][0].toString(), std::string("software"));
    }
};

REGISTER_TEST(HeuristicTest)
#include "heuristictest.moc"
