// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/namesearch.h"
#include "support/testregistry.h"

#include <QtTest>

using core::NameSearch;

class NameSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheFirstOfThoseInTheName()
    {
        NameSearch search;
        search.add("ffff", 0);
        search.add("cccc", 1);
        search.add("bb", 2);
        search.add("cccc", 3); // again: the first place counts
        QCOMPARE(search.find("CAPE/bbcccc"), std::optional<std::size_t>(1));
        QCOMPARE(search.find("xbbx"), std::optional<std::size_t>(2));
        QVERIFY(!search.find("b"));
        QVERIFY(!search.find(""));
    }

    void anEmptyTextIsInEveryName()
    {
        NameSearch search;
        QVERIFY(!search.isIn("name"));
        search.add("", 4);
        QCOMPARE(search.find("name"), std::optional<std::size_t>(4));
        QCOMPARE(search.find(""), std::optional<std::size_t>(4));
    }
};

REGISTER_TEST(NameSearchTest)
#include "namesearchtest.moc"
