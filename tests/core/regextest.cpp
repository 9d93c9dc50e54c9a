// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/regex.h"
#include "core/ioc/regexsyntax.h"
#include "support/testregistry.h"

#include <QtTest>

#include <thread>

using core::Regex;

class RegexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesAnchorsAndSearches()
    {
        const Regex regex("b(c)?");
        QVERIFY(!regex.match("abc"));
        const auto found = regex.search("abc");
        QVERIFY(found);
        QCOMPARE(found->start, std::size_t(1));
        QCOMPARE(found->end, std::size_t(3));
        QCOMPARE(std::string(found->group(1)), std::string("c"));
        QVERIFY(!regex.search("ab")->has(1));
        QVERIFY(regex.match("bcd"));
        QVERIFY(!regex.fullMatch("bcd"));
        QVERIFY(regex.fullMatch("bc"));
        QVERIFY(regex.match("abc", 1));
    }

    // fullmatch tries every alternative, as Python does.
    void fullMatchBacktracks() { QVERIFY(Regex("a|ab").fullMatches("ab")); }

    void dollarStandsBeforeTheLastLineFeed()
    {
        QVERIFY(Regex("a$").matches("a\n"));
        QVERIFY(!Regex("a$").matches("a\nb"));
        QVERIFY(!Regex("a\\Z").matches("a\n"));
        QVERIFY(Regex("a\\Z").matches("a"));
        QVERIFY(!Regex("a.b").matches("a\nb"));
        QVERIFY(Regex("a.b").matches("a\rb"));
    }

    void unicodeAsInPython()
    {
        QVERIFY(Regex("\\w+\\Z").matches("é中٣"));
        QVERIFY(!Regex("\\w").contains("\u0301")); // a mark is no \w to Python
        QVERIFY(Regex("\\d").matches("٣"));
        QVERIFY(Regex("\\s").matches("\x1c"));
        QVERIFY(!Regex("\\S").matches("\x1f"));
        QVERIFY(Regex("[\\s]").matches("\u00a0"));
        QVERIFY(Regex("É", Regex::IgnoreCase).matches("é"));
        QVERIFY(Regex("[\\u00a1-\\U0010ffff]+\\Z").matches("é😀"));
        QVERIFY(Regex("^.$").matches("😀"));
    }

    void bytesAreAscii()
    {
        QVERIFY(!Regex("\\w", Regex::Bytes).contains("é"));
        QVERIFY(Regex("^..$", Regex::Bytes).matches("é"));
        QVERIFY(!Regex("\\s", Regex::Bytes).contains("\x1c"));
    }

    void bracketsInClassesAreLiteral()
    {
        QCOMPARE(core::pcreFromPython("[[:a]x]", true), std::string("[\\[:a]x]"));
        QVERIFY(Regex("[]a]+\\Z").matches("]a"));
        QVERIFY(Regex("[^]]\\Z").matches("a"));
    }

    void namedGroups()
    {
        const Regex regex("(?P<key>\\w+)=(?P<value>\\w+)");
        const auto match = regex.search(" a=b");
        QVERIFY(match);
        QCOMPARE(std::string(match->group(regex.groupIndex("value"))), std::string("b"));
        QCOMPARE(regex.groupIndex("none"), std::size_t(0));
    }

    void findsAll()
    {
        QCOMPARE(Regex("a.").findAll("ab ac"), (std::vector<std::string>{"ab", "ac"}));
        QCOMPARE(Regex("a(.)").findAll("ab ac"), (std::vector<std::string>{"b", "c"}));
        QCOMPARE(Regex("x*").findAll("axb"), (std::vector<std::string>{"", "x", "", ""}));
        QCOMPARE(Regex("x*").findAll("é"), (std::vector<std::string>{"", ""}));
    }

    void replaces()
    {
        QCOMPARE(Regex("[0-9]+").replace("a12b3", "#"), std::string("a#b#"));
        QCOMPARE(Regex("x*").replace("axb", "-"), std::string("-a--b-"));
        const auto doubled
            = [](const Regex::Match& match) { return std::string(match.group()) + std::string(match.group()); };
        QCOMPARE(Regex("b").replace("abc", doubled), std::string("abbc"));
    }

    void survivesBrokenText()
    {
        const std::string text = "a\xff\xfe"
                                 "b\xc3";
        QCOMPARE(Regex("b").search(text)->start, std::size_t(3));
        QCOMPARE(Regex("a(.+)b").search(text)->group(1).size(), std::size_t(2));
        QVERIFY(!Regex("a\\w").contains(text));
    }

    void brokenPatternsMatchNothing()
    {
        const Regex regex("(a");
        QVERIFY(!regex.isValid());
        QVERIFY(!regex.contains("(a"));
        QVERIFY(regex.findAll("a").empty());
    }

    void givesUpOnHostileText()
    {
        const std::uint64_t before = Regex::limitHits();
        const std::string text(60, 'a');
        QVERIFY(!Regex("(?:a|aa|b)+c\\1?(x)?(?:a+)+$").contains(text + "!"));
        QVERIFY(!Regex("^(?:(a+)+)+$").contains(text + "!"));
        QVERIFY(Regex::limitHits() > before);
    }

    void compilesOnceForManyThreads()
    {
        const Regex regex("(\\w+)@(\\w+)");
        std::vector<std::jthread> threads;
        std::atomic<int> matched = 0;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&regex, &matched] {
                for (int n = 0; n < 1000; ++n) {
                    matched += regex.search("name@host").has_value();
                }
            });
        }
        threads.clear();
        QCOMPARE(matched.load(), 8000);
    }
};

REGISTER_TEST(RegexTest)
#include "regextest.moc"
