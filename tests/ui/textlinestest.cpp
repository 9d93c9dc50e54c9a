// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/textlines.h"
#include "support/testregistry.h"
#include "ui/text/textfinder.h"

class TextLinesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRowIsALineUntilItWraps();
    void longLinesWrapAtTheWidth();
    void wideCharactersAndTabsTakeTheirRoom();
    void rowsAndLinesKnowTheirPlaces();
    void whatIsCopiedIsWhatCame();
    void anEmptyTextIsOneEmptyRow();
    void findsWithoutRegardToCase();
    void findsOnlySoMany();
};

namespace {

QStringList rowsOf(const ui::TextLines& lines)
{
    QStringList rows;
    for (qsizetype row = 0; row < lines.rowCount(); ++row) {
        rows << lines.row(row).toString();
    }
    return rows;
}

} // namespace

void TextLinesTest::aRowIsALineUntilItWraps()
{
    const ui::TextLines lines(QStringLiteral("first\n\nthird\n"));
    QCOMPARE(rowsOf(lines), (QStringList{QStringLiteral("first"), {}, QStringLiteral("third"), {}}));
    QCOMPARE(lines.lineCount(), 4);
    QCOMPARE(lines.longestLine(), 5);
}

void TextLinesTest::longLinesWrapAtTheWidth()
{
    ui::TextLines lines(QStringLiteral("abcdefghij\nxy"));
    lines.wrapAt(4);
    QCOMPARE(rowsOf(lines),
        (QStringList{QStringLiteral("abcd"), QStringLiteral("efgh"), QStringLiteral("ij"), QStringLiteral("xy")}));
    lines.wrapAt(0);
    QCOMPARE(lines.rowCount(), 2);
    ui::TextLines long_(QString(1'000'000, u'A'));
    long_.wrapAt(100);
    QCOMPARE(long_.rowCount(), 10'000);
}

void TextLinesTest::wideCharactersAndTabsTakeTheirRoom()
{
    ui::TextLines lines(QStringLiteral("\t\u4e2d\u4e2da\U0001f600b"));
    lines.wrapAt(8);
    // A tab is four cells, a character of the far east two; a pair is never parted.
    QCOMPARE(rowsOf(lines), (QStringList{QStringLiteral("\t\u4e2d\u4e2d"), QStringLiteral("a\U0001f600b")}));
    ui::TextLines pair(QStringLiteral("a\U0001f600"));
    pair.wrapAt(1);
    QCOMPARE(rowsOf(pair), (QStringList{QStringLiteral("a"), QStringLiteral("\U0001f600")}));
}

void TextLinesTest::rowsAndLinesKnowTheirPlaces()
{
    ui::TextLines lines(QStringLiteral("abcdef\ngh"));
    lines.wrapAt(4);
    QCOMPARE(lines.rowOf(0), 0);
    QCOMPARE(lines.rowOf(3), 0);
    QCOMPARE(lines.rowOf(4), 1);
    QCOMPARE(lines.rowOf(7), 2);
    QCOMPARE(lines.lineOf(6), 0);
    QCOMPARE(lines.lineOf(7), 1);
    QVERIFY(lines.startsLine(0));
    QVERIFY(!lines.startsLine(1));
    QVERIFY(lines.startsLine(2));
}

void TextLinesTest::whatIsCopiedIsWhatCame()
{
    const QString text = QStringLiteral("a\u202eb\x1b\nc\u200bd");
    const ui::TextLines lines(text);
    QVERIFY(lines.shown() != text);
    QCOMPARE(lines.original(0, lines.shown().size()), text);
    const qsizetype c = lines.shown().indexOf(QLatin1Char('c'));
    QCOMPARE(lines.original(c, lines.shown().size()), QStringLiteral("c\u200bd"));
    QCOMPARE(lines.original(0, 1), QStringLiteral("a"));
    const ui::TextLines plain(QStringLiteral("plain"));
    QCOMPARE(plain.original(1, 3), QStringLiteral("la"));
}

void TextLinesTest::anEmptyTextIsOneEmptyRow()
{
    ui::TextLines lines;
    lines.wrapAt(10);
    QCOMPARE(rowsOf(lines), QStringList{QString()});
}

void TextLinesTest::findsWithoutRegardToCase()
{
    ui::TextFinder finder;
    finder.find(QStringLiteral("Gate and gate, GATES"), QStringLiteral("gate"));
    QCOMPARE(finder.count(), std::size_t(3));
    QCOMPARE(finder[1], 9);
    QCOMPARE(finder.from(10), std::size_t(2));
    QCOMPARE(finder.from(18), std::size_t(0)); // around the end
    QCOMPARE(finder.before(9), std::size_t(0));
    QCOMPARE(finder.before(0), std::size_t(2));
    QCOMPARE(finder.endingAfter(11), std::size_t(1));
    finder.find(QStringLiteral("text"), {});
    QVERIFY(finder.isEmpty());
}

void TextLinesTest::findsOnlySoMany()
{
    ui::TextFinder finder;
    finder.find(QString(qsizetype(ui::TextFinder::mostFound) * 2, u'a'), QStringLiteral("a"));
    QCOMPARE(finder.count(), ui::TextFinder::mostFound);
}

REGISTER_TEST(TextLinesTest)
#include "textlinestest.moc"
