// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostilereport.h"
#include "openedreport.h"
#include "support/fixture.h"
#include "support/testregistry.h"
#include "support/zipwriter.h"
#include "ui/models/recordmodel.h"
#include "ui/models/sectiontreemodel.h"
#include "ui/pages/heuristicbar.h"
#include "ui/pages/processgraph.h"
#include "ui/pages/runtimeline.h"
#include "ui/pages/screenshots.h"
#include "ui/pages/signaturecard.h"
#include "ui/report/filterbar.h"
#include "ui/report/reportpage.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/scorering.h"
#include "ui/widgets/timelinestrip.h"
#include "ui/widgets/wrappedtext.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

class ReportPagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordModelsKeepTheirContract();
    void pagesOfAnEmptyReportSayWhatIsMissing();
    void showNoRichText();
    void goFromAMarkToItsCall();
    void goFromAHeuristicToItsSection();
    void aFilterGivesWayToATarget();
    void showTenThousandSignatures();
    void takeOnlyPicturesAsScreenshots();
    void sayWhyAReportIsNotConverted();
    void theTimelineNarrowsTheReport();
    void aGuestOfAnotherYearIsOnTheSameTimeline();
    void namesFamiliesAndWhereTheyAreNamed();
    void scoresAboveAThousandStillDiffer();
    void showProcessesAsAGraph();
};

namespace {

core::json::Object smallReport()
{
    return test::report(
        {test::process(1, 0, {test::call(0, "network", "connect", "192.0.2.7"), test::call(1, "network", "send", "x")}),
            test::process(2, 1, {test::call(0, "process", "CreateThread", "y")})},
        {test::signature("first_sign", 3, {test::mark(1, 1)}), test::signature("second_sign", 1, {test::mark(2, 0)})});
}

} // namespace

void ReportPagesTest::recordModelsKeepTheirContract()
{
    ui::RecordTable<int> table;
    table
        .column(
            QStringLiteral("Number"), ui::ColumnStyle::Number, [](int n) { return QString::number(n); },
            [](int n) { return QVariant(n); })
        .column(QStringLiteral("Text"), ui::ColumnStyle::Text, [](int n) { return QStringLiteral("row %1").arg(n); });
    const QAbstractItemModelTester tableTester(&table);
    ui::RecordFilter filter;
    filter.setSourceModel(&table);
    const QAbstractItemModelTester filterTester(&filter);
    table.setRecords({10, 9, 100});
    filter.sort(0);
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("9")); // by number, not by text
    filter.setText(QStringLiteral("ROW 10"));
    QCOMPARE(filter.rowCount(), 2);
    // Who is selected stays selected while the order changes, and new records come in the order that was asked for.
    const QPersistentModelIndex ten = filter.index(0, 0);
    filter.setText({});
    QCOMPARE(filter.rowCount(), 3);
    filter.sort(0, Qt::DescendingOrder);
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("100"));
    QCOMPARE(ten.data().toString(), QStringLiteral("10"));
    QCOMPARE(ten.row(), 1);
    filter.sort(1);
    QCOMPARE(filter.index(0, 1).data().toString(), QStringLiteral("row 10"));
    filter.sort(-1);
    QCOMPARE(filter.index(1, 0).data().toString(), QStringLiteral("9"));
    filter.sort(0);
    table.setRecords({7, 5});
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("5"));
    table.columnChanged(0);
    QCOMPARE(filter.index(1, 0).data().toString(), QStringLiteral("7"));
    table.setRecords({});
    QCOMPARE(filter.rowCount(), 0);
    table.columnChanged(1);
}

void ReportPagesTest::pagesOfAnEmptyReportSayWhatIsMissing()
{
    const test::Opened opened({{"info", core::json::Object()}});
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    for (const QStringView id : {ui::pages::Processes, ui::pages::Network, ui::pages::Signatures}) {
        opened.view->goTo({.page = id.toString()});
        QVERIFY(opened.page(id)->isVisible());
        const auto labels = opened.page(id)->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels,
            [](const QLabel* label) { return label->isVisible() && label->text().startsWith(QLatin1String("No ")); }));
        QVERIFY(opened.page(id)->countText().isEmpty());
    }
}

void ReportPagesTest::showNoRichText()
{
    core::json::Object process
        = test::process(1, 0, {test::call(0, test::richText, test::richText, test::richText)}).toObject();
    process["process_name"] = test::richText;
    core::json::Object signature
        = test::signature(test::richText, 3, {test::mark(1, 0), core::json::Object{{"<b>k</b>", test::richText}}});
    signature["description"] = test::richText;
    signature["families"] = core::json::Array{test::richText};
    signature["categories"] = core::json::Array{test::richText};
    const test::Opened opened(test::report({process}, {signature}));
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    opened.view->goTo({.page = ui::pages::Signatures.toString(), .signature = QString::fromStdString(test::richText)});
    for (const QWidget* widget : opened.view->findChildren<QWidget*>()) {
        // A tooltip that has the text as it is would be taken for rich text.
        QVERIFY2(!widget->toolTip().contains(QLatin1String("<b>")), qPrintable(widget->toolTip()));
        if (const auto* label = qobject_cast<const QLabel*>(widget);
            label && label->text().contains(QLatin1String("<b>"))) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }
}

void ReportPagesTest::goFromAMarkToItsCall()
{
    const test::Opened opened(smallReport());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    const core::Report& report = *opened.view->session().report();
    const auto marks = ui::signatureMarks(report, report.signatures().front(), 10);
    QCOMPARE(marks.size(), std::size_t(1));
    QCOMPARE(marks.front().pid, std::optional<qint64>(1));
    QCOMPARE(marks.front().call, std::optional<qint64>(1));
    opened.view->goTo({.page = ui::pages::Processes.toString(), .pid = 2});
    opened.view->goTo(
        {.page = ui::pages::Processes.toString(), .pid = marks.front().pid, .callIndex = marks.front().call});
    auto* calls = opened.page(ui::pages::Processes)->findChild<QTableView*>();
    QCOMPARE(calls->currentIndex().row(), 1);
    QCOMPARE(opened.view->inspector().title, QStringLiteral("send"));
    // A number beyond the calls is no place.
    opened.view->goTo({.page = ui::pages::Processes.toString(), .pid = 1, .callIndex = 1'000'000'000'000});
    QCOMPARE(calls->model()->rowCount(), 2);
}

void ReportPagesTest::goFromAHeuristicToItsSection()
{
    const test::Opened opened(test::jsonFixture(QStringLiteral("reports/s1_0014.json")).toObject());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    auto* bar = opened.page(ui::pages::Overview)->findChild<ui::HeuristicBar*>();
    QVERIFY(bar);
    QTest::mouseClick(bar, Qt::LeftButton);
    QCOMPARE(opened.view->currentPage()->id(), ui::pages::Assemblyline.toString());
    auto* tree = opened.view->currentPage()->findChild<QTreeView*>();
    QCOMPARE(tree->currentIndex().siblingAtColumn(0).data().toString(), bar->text());
    const QAbstractItemModelTester tester(tree->model());
    QVERIFY(opened.view->canGoBack());
}

void ReportPagesTest::aFilterGivesWayToATarget()
{
    const test::Opened opened(smallReport());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    opened.view->findChild<ui::FilterBar*>()->setFilters({.pids = {1}, .time = {}});
    auto* tree = opened.page(ui::pages::Processes)->findChild<QTreeView*>();
    QCOMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 0);
    opened.view->goTo({.page = ui::pages::Processes.toString(), .pid = 2});
    QCOMPARE(opened.view->inspector().title, QStringLiteral("p2.exe"));
    tree->setFocus();
    opened.page(ui::pages::Processes)->focusFilter();
    auto* field = qobject_cast<QLineEdit*>(opened.view->window()->focusWidget());
    QVERIFY(field && field->accessibleName().contains(QLatin1String("processes")));
}

void ReportPagesTest::showTenThousandSignatures()
{
    core::json::Array signatures;
    for (int i = 0; i < 10'000; ++i) {
        signatures.push_back(test::signature("sign_" + std::to_string(i), 2));
    }
    const test::Opened opened(test::report({}, std::move(signatures)));
    QTRY_VERIFY_WITH_TIMEOUT(opened.view->session().report(), 20'000);
    ui::ReportPage* page = opened.page(ui::pages::Signatures);
    const auto cards = [page] { return page->findChildren<ui::SignatureCard*>(); };
    QVERIFY(cards().size() <= 300);
    QElapsedTimer clock;
    clock.start();
    opened.view->goTo({.page = ui::pages::Signatures.toString(), .signature = QStringLiteral("sign_9999")});
    qInfo("the last of 10000 signatures is shown in %lld ms", clock.elapsed());
    QVERIFY(cards().size() <= 301);
    QCOMPARE(opened.view->inspector().title, QStringLiteral("sign_9999"));
    // The filter knows those that have no card yet.
    page->findChild<QLineEdit*>()->setText(QStringLiteral("sign_8765"));
    const auto all = cards();
    const auto shown = std::ranges::count_if(all, [](const ui::SignatureCard* card) { return !card->isHidden(); });
    QCOMPARE(shown, 1);
}

void ReportPagesTest::takeOnlyPicturesAsScreenshots()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.zip"));
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImage picture(400, 200, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QVERIFY(picture.save(&buffer, "PNG"));
    {
        test::ZipWriter zip(path);
        QVERIFY(zip.add(QStringLiteral("reports/lite.json"), "{}"));
        QVERIFY(zip.add(QStringLiteral("shots/0001.png"), png));
        QVERIFY(zip.add(QStringLiteral("shots/0002.jpg"), "no image at all"));
        QVERIFY(zip.add(
            QStringLiteral("shots/0003.png"), "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"));
        QVERIFY(zip.add(QStringLiteral("shots/0004.png"), png.first(30)));
    }
    const auto found = ui::readScreenshots(path, {100, 100}, {});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.front().image.size(), QSize(100, 50));
    QVERIFY(ui::readScreenshots(folder.filePath(QStringLiteral("none.zip")), {100, 100}, {}).isEmpty());
}

void ReportPagesTest::sayWhyAReportIsNotConverted()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.zip"));
    {
        test::ZipWriter zip(path);
        QVERIFY(zip.add(QStringLiteral("reports/lite.json"), test::textOf(smallReport())));
    }
    auto* session = new ui::ReportSession;
    ui::ReportView view(session);
    view.resize(1100, 800);
    view.show();
    // The archive is damaged between the reading and the conversion.
    connect(session, &ui::ReportSession::reportReady, &view, [path] {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("PK\x03\x04 and no more") > 0);
    });
    session->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(session->report() && !session->isConverting(), 20'000);
    QVERIFY(!session->result());
    QVERIFY(!session->conversionError().message.isEmpty());
    for (const QStringView id : {ui::pages::Overview, ui::pages::Assemblyline}) {
        view.goTo({.page = id.toString()});
        const auto shows = [&view](const QString& text) {
            const auto labels = view.currentPage()->findChildren<QLabel*>();
            return std::ranges::any_of(
                labels, [&text](const QLabel* label) { return label->isVisible() && label->text().startsWith(text); });
        };
        QTRY_VERIFY(shows(session->conversionError().message)); // new labels show at the next turn of the event loop
        QVERIFY(!shows(QStringLiteral("Converting")));
    }
}

void ReportPagesTest::theTimelineNarrowsTheReport()
{
    core::json::Object report = smallReport();
    core::json::Value later = test::process(3, 1);
    (*later.object())["first_seen"] = "2026-01-31 10:04:40,000";
    (*report["behavior"].object())["processes"].array()->push_back(later);
    const test::Opened opened(report);
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    auto* strip = opened.page(ui::pages::Overview)->findChild<ui::TimelineStrip*>();
    QVERIFY(strip && strip->isEnabled());
    QTest::keyClick(strip, Qt::Key_Home);
    QTest::keyClick(strip, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(strip->selection());
    QTest::keyClick(strip, Qt::Key_Return);
    const ui::ReportFilters& filters = opened.view->findChild<ui::FilterBar*>()->filters();
    QVERIFY(filters.time && filters.time->second > filters.time->first);
}

void ReportPagesTest::aGuestOfAnotherYearIsOnTheSameTimeline()
{
    const test::Opened opened(test::jsonFixture(QStringLiteral("reports/guest-clock.json")).toObject());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    const ui::RunTimeline timeline = ui::runTimelineOf(*opened.view->session().report());
    QVERIFY(timeline.events.size() >= 3); // a process, a DNS request, a flow
    QVERIFY2(timeline.end - timeline.start < 600, qPrintable(QString::number(timeline.end - timeline.start)));
    for (const ui::TimelineStrip::Event& event : timeline.events) {
        QVERIFY(event.time >= 0 && event.time < 10);
    }
    const auto labels = opened.page(ui::pages::Overview)->findChildren<ui::ElidedLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const ui::ElidedLabel* label) {
        return label->text().contains(QLatin1String("behind, from the first events"));
    }));
}

void ReportPagesTest::namesFamiliesAndWhereTheyAreNamed()
{
    core::json::Object report = smallReport();
    report["CAPE"] = core::json::Object{
        {"payloads", core::json::Array{core::json::Object{{"sha256", "ab"}, {"pid", 1}, {"process_name", "p1.exe"},
                         {"cape_type", "QakBot Payload: 32-bit DLL"}}}},
        {"configs", core::json::Array{core::json::Object{{"Stager", core::json::Object{{"C2", "192.0.2.1"}}},
                        {"associated_config_hashes", core::json::Object{{"md5", "x"}}}}}}};
    const test::Opened opened(report);
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    QStringList families;
    for (const auto* chip : opened.page(ui::pages::Overview)->findChildren<ui::Chip*>(QStringLiteral("family"))) {
        families << chip->text();
    }
    QCOMPARE(families, (QStringList{QStringLiteral("Stager"), QStringLiteral("QakBot")}));
    const auto texts = opened.page(ui::pages::Overview)->findChildren<ui::WrappedText*>();
    QVERIFY(std::ranges::any_of(
        texts, [](const ui::WrappedText* text) { return text->text() == QLatin1String("payload of p1.exe (1)"); }));
}

void ReportPagesTest::scoresAboveAThousandStillDiffer()
{
    QVERIFY(ui::ScoreRing::shareOf(1000) > 0.4 && ui::ScoreRing::shareOf(1000) < 0.7);
    QVERIFY(ui::ScoreRing::shareOf(2000) > ui::ScoreRing::shareOf(1000));
    QVERIFY(ui::ScoreRing::shareOf(9000) > ui::ScoreRing::shareOf(5000));
    ui::Chip chip({});
    const int empty = chip.sizeHint().width();
    chip.setText(QStringLiteral("Score 10,621")); // as the header does
    QVERIFY(chip.sizeHint().width() > empty);
    QCOMPARE(ui::ScoreRing::shareOf(0), 0.0);
    QCOMPARE(ui::ScoreRing::shareOf(-10), 0.0);
    QCOMPARE(ui::ScoreRing::shareOf(1'000'000'000), 1.0);
    QCOMPARE(ui::HeuristicBar(QStringLiteral("a"), 500, 2000).share(), 0.25);
    QCOMPARE(ui::HeuristicBar(QStringLiteral("a"), 5000, 2000).share(), 1.0);
    QCOMPARE(ui::HeuristicBar(QStringLiteral("a"), -5, 0).share(), 0.0);
}

void ReportPagesTest::showProcessesAsAGraph()
{
    const test::Opened opened(smallReport());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    opened.view->goTo({.page = ui::pages::Processes.toString(), .pid = 1});
    ui::ReportPage* page = opened.page(ui::pages::Processes);
    page->findChild<QToolButton*>(QStringLiteral("as-graph"))->click();
    auto* graph = page->findChild<ui::ProcessGraph*>();
    QVERIFY(graph->isVisible());
    QVERIFY(!page->findChild<QTreeView*>()->isVisible());
    QTest::keyClick(graph, Qt::Key_Right);
    QCOMPARE(opened.view->inspector().title, QStringLiteral("p2.exe"));
    page->findChild<QToolButton*>(QStringLiteral("as-tree"))->click();
    QVERIFY(page->findChild<QTreeView*>()->isVisible());
    QVERIFY(page->findChild<QTreeView*>()->currentIndex().isValid());
}

REGISTER_TEST(ReportPagesTest)
#include "reportpagestest.moc"
