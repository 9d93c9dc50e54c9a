// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"

#include "core/filetype/csvsniffer.h"
#include "core/filetype/csvtext.h"

#include <QtTest>

using namespace core::filetype;

class CsvTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsTheFields()
    {
        using Widths = std::vector<std::size_t>;
        QCOMPARE(csvWidths("a,b\n\n\"c,d\",e\r\n\"f\"\"g\",\"h\ni\"\rj", {}), (Widths{2, 0, 2, 2, 1}));
        QCOMPARE(csvWidths("a\"b,c\"d,e\n", {}), (Widths{3}));
        QCOMPARE(csvWidths("a; \"b;c\"\n", CsvDialect{';', '"', true, true}), (Widths{2}));
        QCOMPARE(csvWidths("a; \"b;c\"\n", CsvDialect{';', '"', true, false}), (Widths{3}));
        QCOMPARE(csvWidths(std::string(500, '\n'), {}).size(), std::size_t(100));
    }

    void tellsATable()
    {
        QVERIFY(isTable("a,b\nc,d\ne,f\n"));
        QVERIFY(!isTable("a,b\nc,d\n"));
        QVERIFY(!isTable("a,b\nc,d\n\xff,f\n"));
        // Uneven with commas, even with what stands in each line as often.
        QVERIFY(isTable("a;b,c\nd;e\nf;g\nh;i\n"));
        QVERIFY(!isTable("one, two\nthree\nfour and, five, six\nseven.\n"));
    }

    // What csv.Sniffer says of the same texts.
    void guessesAsPythonDoes()
    {
        const auto quoted = sniffCsv("'a';'b'\n'c';'d'\n");
        QVERIFY(quoted);
        QCOMPARE(quoted->delimiter, ';');
        QCOMPARE(quoted->quote, '\'');
        const auto spaced = sniffCsv("a, b\nc, d\n");
        QVERIFY(spaced);
        QCOMPARE(spaced->delimiter, ',');
        QVERIFY(spaced->spaceAfterDelimiter);
        QVERIFY(!sniffCsv(""));
    }
};

REGISTER_TEST(CsvTextTest)
#include "csvtexttest.moc"
