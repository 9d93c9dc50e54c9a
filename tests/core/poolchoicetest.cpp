// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/poolchoice.h"
#include "support/testregistry.h"

#include <QtTest>

#include <map>

using namespace core::submission;

namespace {

Host host(const char* ip, std::optional<std::int64_t> pending, std::optional<std::int64_t> available)
{
    return {.ip = ip,
        .machines = {},
        .pending = pending,
        .available = available,
        .internetConnected = {},
        .inetsimConnected = {}};
}

RandomIndex always(std::size_t index)
{
    return [index](std::size_t) { return index; };
}

const std::vector<std::string> all{"a", "b", "c"};

// The host that is asked first.
std::string first(PoolChoice& choice, const std::vector<std::string>& hosts)
{
    const auto order = choice.chooseInOrder(hosts);
    return order.empty() ? std::string() : order.front();
}

} // namespace

class PoolChoiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortestQueue()
    {
        PoolChoice choice({host("a", 3, 9), host("b", 1, 0), host("c", 2, 5)}, false, always(0));
        QCOMPARE(first(choice, all), std::string("b"));
        QCOMPARE(first(choice, {"a", "c"}), std::string("c"));
    }

    void mostMachines()
    {
        PoolChoice choice({host("a", 3, 9), host("b", 1, 0), host("c", 2, 5)}, true, always(0));
        QCOMPARE(first(choice, all), std::string("a"));
    }

    void byChanceAmongEquals()
    {
        for (const std::size_t index : {0U, 1U}) {
            PoolChoice choice({host("a", 1, 1), host("b", 5, 1), host("c", 1, 1)}, false, always(index));
            QCOMPARE(first(choice, all), std::string(index == 0 ? "a" : "c"));
        }
        std::map<std::string, int> count;
        for (int i = 0; i < 300; ++i) {
            PoolChoice choice({host("a", 0, 1), host("b", 0, 1), host("c", 0, 1)}, false, systemRandom());
            ++count[first(choice, all)];
        }
        QCOMPARE(count.size(), 3U);
    }

    // As the service passes over a server that does not say how busy it is, unless none does.
    void unknownFiguresComeLast()
    {
        PoolChoice choice({host("a", {}, {}), host("b", 50, 0)}, false, always(0));
        QCOMPARE(first(choice, all), std::string("b"));
        PoolChoice blind({host("a", {}, {}), host("b", {}, {})}, false, always(1));
        QCOMPARE(first(blind, all), std::string("b"));
    }

    void sharesABatchOut()
    {
        PoolChoice choice({host("a", 0, 4), host("b", 1, 4), host("c", 9, 4)}, false, always(0));
        std::map<std::string, int> count;
        for (int i = 0; i < 9; ++i) {
            ++count[first(choice, all)];
        }
        QCOMPARE(count, (std::map<std::string, int>{{"a", 5}, {"b", 4}}));
    }

    void theNextOnesInOrder()
    {
        PoolChoice choice({host("a", 3, 9), host("b", 1, 0), host("c", 2, 5)}, false, always(0));
        QCOMPARE(choice.chooseInOrder(all), (std::vector<std::string>{"b", "c", "a"}));
        QCOMPARE(choice.chooseInOrder({"x"}), std::vector<std::string>());
    }

    void nothingToChooseFrom()
    {
        PoolChoice choice({}, false, always(0));
        QVERIFY(first(choice, all).empty());
    }
};

REGISTER_TEST(PoolChoiceTest)
#include "poolchoicetest.moc"
