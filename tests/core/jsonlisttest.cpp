// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/value.h"
#include "support/testregistry.h"

#include <QtTest>

#include <optional>

using namespace core::json;

class JsonListTest : public QObject {
    Q_OBJECT

private:
    static Array someValues()
    {
        return {1, "a text that does not fit into sixteen bytes", Array{true}, Object{{"k", "v"}}};
    }

    // What a reader leaves: a list whose items, and all that is in them, lie in the arena.
    static Array borrowed(Arena& arena)
    {
        Array texts;
        texts.emplace_back(std::string_view("another text that does not fit into sixteen"), &arena);
        texts.emplace_back(2);
        return texts.cut(0, &arena);
    }

private Q_SLOTS:
    void growsAndShrinks()
    {
        Array list;
        for (int i = 0; i < 100; ++i) {
            list.push_back(i);
        }
        QCOMPARE(list.size(), 100U);
        QVERIFY(list.back() == Value(99));
        list.erase(list.begin() + 1, list.begin() + 98);
        QVERIFY((list == Array{0, 98, 99}));
        QCOMPARE(erase_if(list, [](const Value& value) { return value == Value(98); }), 1U);
        list.pop_back();
        QVERIFY(list == Array{0});
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, static_cast<void>(std::as_const(list).at(1)));
    }

    void takesItsOwnItems()
    {
        Array list = someValues(); // full: the next item makes it grow
        list.push_back(list[1]);
        QVERIFY(list.back() == someValues()[1]);
        list = Array(list.begin() + 1, list.begin() + 3);
        QVERIFY((list == Array{someValues()[1], someValues()[2]}));
    }

    void cutsOffItsEnd()
    {
        Arena arena;
        for (Arena* place : {static_cast<Arena*>(nullptr), &arena}) {
            Array list{1, 2, 3};
            const Array end = list.cut(1, place);
            QVERIFY(list == Array{1});
            QVERIFY((end == Array{2, 3}));
            QVERIFY(list.cut(1, place).empty());
        }
    }

    void aCopyOutlivesTheArena()
    {
        std::optional<Value> copy;
        {
            Arena arena;
            const Value value(borrowed(arena));
            copy = value;
        }
        QVERIFY((*copy == Value(Array{"another text that does not fit into sixteen", 2})));
    }

    void aChangeLeavesTheArenaAlone()
    {
        Arena arena;
        const Array kept = borrowed(arena);
        Array changed = borrowed(arena);
        changed.push_back(3);
        changed.front() = "changed";
        QVERIFY((changed == Array{"changed", 2, 3}));
        QVERIFY((kept == Array{"another text that does not fit into sixteen", 2}));
        Array full = borrowed(arena);
        full.pop_back();
        QCOMPARE(full.size(), 1U);
    }

    void aPartBecomesTheWhole()
    {
        Value value(Array{Array{Array{"deep inside, and too long for sixteen bytes"}}});
        value = value[0][0];
        QVERIFY((value == Value(Array{"deep inside, and too long for sixteen bytes"})));
        value = std::move(*value.array()).front();
        QVERIFY(value == Value("deep inside, and too long for sixteen bytes"));
    }
};

REGISTER_TEST(JsonListTest)
#include "jsonlisttest.moc"
