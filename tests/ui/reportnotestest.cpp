// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportnotes.h"

#include "openedreport.h"
#include "support/testregistry.h"
#include "testpaths.h"
#include "ui/report/reportheader.h"
#include "ui/widgets/chip.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

namespace {

QByteArray fixtureText()
{
    QFile file(QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0073.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The header over a report of this text.
struct Shown {
    explicit Shown(const QByteArray& text)
    {
        session.open(fixture.writeSample(QStringLiteral("lite.json"), text));
    }

    bool isRead()
    {
        if (!session.report()) {
            return false;
        }
        header.resize(900, 40);
        header.show();
        header.showSession(session);
        return true;
    }
    ui::Chip* chip() const { return header.findChild<ui::Chip*>(QStringLiteral("notes")); }
    // Opens the notes as the keyboard does.
    ui::ReportNotes* open() const
    {
        chip()->setFocus();
        QTest::keyClick(chip(), Qt::Key_Space);
        return header.findChild<ui::ReportNotes*>();
    }

    test::UiFixture fixture;
    ui::ReportSession session;
    ui::ReportHeader header;
};

QString labelsOf(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        texts << label->text();
    }
    return texts.join(u'\n');
}

QString cell(const QTableView& table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

} // namespace

// What could not be used of a report is said where it is read.
class ReportNotesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWholeReportHasOnlyWhatTheConversionLost();
    void aCutReportSaysThatItIsDamaged();
    void aFieldOfAWrongTypeIsNamed();
    void theViewSaysSoWhileItIsRead();
    void hundredsOfPlacesScroll();
    void showsNoTextOfTheReportAsItCame();
};

void ReportNotesTest::aWholeReportHasOnlyWhatTheConversionLost()
{
    Shown shown(fixtureText());
    QTRY_VERIFY(shown.isRead());
    QVERIFY(shown.session.report()->warnings().empty());
    QTRY_VERIFY_WITH_TIMEOUT(shown.session.result(), 20'000);
    shown.header.showSession(shown.session);
    QVERIFY(shown.chip()->text().startsWith(u'1')); // a process whose pid another one took
    const ui::ReportNotes* notes = shown.open();
    QVERIFY(notes);
    const auto* table = notes->findChild<QTableView*>();
    QCOMPARE(cell(*table, 0, 0), QStringLiteral("Assemblyline result"));
    QVERIFY(cell(*table, 0, 1).contains(QLatin1String("2247 (iexplore.exe)")));
}

void ReportNotesTest::aCutReportSaysThatItIsDamaged()
{
    const QByteArray whole = fixtureText();
    Shown shown(whole.first(whole.size() / 2));
    QTRY_VERIFY(shown.isRead());
    const ui::Chip* chip = shown.chip();
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->text(), QStringLiteral("Damaged report"));
    QVERIFY(!chip->icon().isNull()); // not by its colour alone
    QVERIFY(chip->focusPolicy() & Qt::TabFocus);
    QVERIFY(chip->accessibleName().startsWith(chip->text()));
    QPointer<ui::ReportNotes> notes = shown.open();
    QVERIFY(notes && notes->isVisible());
    QVERIFY2(labelsOf(*notes).contains(QLatin1String("breaks off or has an error at byte")),
        qPrintable(labelsOf(*notes)));
    QVERIFY(labelsOf(*notes).contains(QLatin1String("Fetch it again")));
    notes->findChild<QToolButton*>()->click();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QVERIFY(lines.size() >= qsizetype(shown.session.report()->warnings().size()));
    QVERIFY(!lines.filter(QStringLiteral("breaks off or has an error at byte")).isEmpty());
    QTest::keyClick(notes, Qt::Key_Escape);
    QTRY_VERIFY(!notes);
}

void ReportNotesTest::aFieldOfAWrongTypeIsNamed()
{
    core::json::Object report = test::report({test::process(1, 0)});
    core::json::Object info;
    info["route"] = core::json::Array{1};
    report["info"] = info;
    report["target"] = core::json::Object();
    Shown shown(test::textOf(report));
    QTRY_VERIFY(shown.isRead());
    QVERIFY(shown.chip()->isVisible());
    const ui::ReportNotes* notes = shown.open();
    QVERIFY(notes);
    QVERIFY(!labelsOf(*notes).contains(QLatin1String("Fetch it again")));
    const auto* table = notes->findChild<QTableView*>();
    QVERIFY(table->model()->rowCount() >= 1);
    QCOMPARE(cell(*table, 0, 0), QStringLiteral("info.route"));
    QVERIFY(cell(*table, 0, 1).contains(QLatin1String("unexpected type")));
    QCOMPARE(cell(*table, 0, 2), QStringLiteral("1"));
}

void ReportNotesTest::theViewSaysSoWhileItIsRead()
{
    core::json::Object report = test::report({test::process(1, 0)});
    report["network"] = 7;
    test::Opened opened(report);
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    const auto* chip = opened.view->findChild<ui::Chip*>(QStringLiteral("notes"));
    QVERIFY(chip->isVisible());
    opened.view->session().open(QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0073.json"));
    QVERIFY(!chip->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    QVERIFY(!chip->text().contains(u'7'));
}

void ReportNotesTest::hundredsOfPlacesScroll()
{
    std::vector<core::Warning> warnings;
    for (int i = 0; i < 200; ++i) {
        warnings.push_back({"network.field" + std::to_string(i), QStringLiteral("It is left out."), i + 1});
    }
    QWidget place;
    place.resize(60, 20);
    place.show();
    auto* notes = new ui::ReportNotes(warnings, &place);
    notes->openBelow(&place);
    const auto* table = notes->findChild<QTableView*>();
    QCOMPARE(table->model()->rowCount(), 200);
    QVERIFY2(notes->height() < 400, qPrintable(QString::number(notes->height())));
    QTRY_VERIFY(table->verticalScrollBar()->maximum() > 0);
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    table->model()->sort(2, Qt::DescendingOrder);
    QCOMPARE(cell(*table, 0, 0), QStringLiteral("network.field199"));
}

void ReportNotesTest::showsNoTextOfTheReportAsItCame()
{
    QWidget place;
    place.show();
    const std::string hostile = QStringLiteral("<b>x</b>\u202e\u001b").toStdString();
    auto* notes = new ui::ReportNotes({{{}, QStringLiteral("<b>It breaks off.</b>"), 1},
                                          {hostile, QStringLiteral("It is left out."), 1}},
        &place);
    notes->openBelow(&place);
    for (const QLabel* label : notes->findChildren<QLabel*>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    const auto* table = notes->findChild<QTableView*>();
    const QModelIndex index = table->model()->index(0, 0);
    const auto* delegate = qobject_cast<const QStyledItemDelegate*>(table->itemDelegateForIndex(index));
    const QString painted = delegate->displayText(index.data(), QLocale());
    QVERIFY(!painted.contains(QChar(0x202e)) && !painted.contains(QChar(0x1b)));
    QVERIFY(painted.contains(QLatin1String("U+202E")));
}

REGISTER_TEST(ReportNotesTest)
#include "reportnotestest.moc"
