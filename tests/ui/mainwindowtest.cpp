// SPDX-License-Identifier: GPL-3.0-or-later
#include "testpaths.h"
#include "ui/window/mainwindow.h"
#include "core/json/reader.h"
#include "hostilereport.h"
#include "support/testregistry.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/report/resultexport.h"
#include "ui/settings.h"
#include "ui/submit/submitdialog.h"
#include "ui/tasks/tasklistmodel.h"
#include "ui/tasks/taskpanel.h"
#include "ui/theme/theme.h"
#include "ui/window/commandpalette.h"
#include "ui/window/dropoverlay.h"
#include "uifixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>

class MainWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesASampleFromDropToExport();
    void opensAReportThatIsDropped();
    void saysWhatADropWillDo();
    void showsWhyAReportCannotBeRead();
    void fitsASmallWindow();
    void remembersItsDocks();
    void findsCommands();
    void everyControlHasAName();
    void pagesFitASmallWindow();
    void bearsTabsThatCloseWhileTheyLoad();
};

namespace {

void drop(QWidget& window, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths) {
        urls << QUrl::fromLocalFile(path);
    }
    data.setUrls(urls);
    const QPoint centre = window.rect().center();
    QDragEnterEvent enter(centre, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(centre, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
    QVERIFY(event.isAccepted());
}

} // namespace

void MainWindowTest::takesASampleFromDropToExport()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    ui::MainWindow window(fixture.backend);
    window.show();
    drop(window, {fixture.writeSample(QStringLiteral("invoice.docm"))});
    ui::SubmitDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = window.findChild<ui::SubmitDialog*>()));
    auto* submit = dialog->findChild<QPushButton*>(QStringLiteral("submit"));
    QTRY_VERIFY(submit->isEnabled());
    submit->click();

    const ui::TaskListModel* model = window.tasks()->model();
    QTRY_COMPARE(model->rowCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(model->record(0).phase, net::Phase::Ready, 60'000);
    QVERIFY(model->record(0).score.has_value());

    // The first report opens by itself in an empty window.
    QTRY_VERIFY_WITH_TIMEOUT(window.currentReport() != nullptr, 10'000);
    const ui::ReportSession& session = window.currentReport()->session();
    QTRY_VERIFY_WITH_TIMEOUT(session.result() != nullptr, 30'000);
    QCOMPARE(session.name(), QStringLiteral("invoice.docm"));

    ui::ExportDialog* exportDialog = window.exportReport();
    QVERIFY(exportDialog);
    QSignalSpy exported(exportDialog, &QDialog::accepted);
    exportDialog->findChild<QLineEdit*>(QStringLiteral("folder"))
        ->setText(fixture.folder.filePath(QStringLiteral("out")));
    for (QCheckBox* choice : exportDialog->findChildren<QCheckBox*>(QStringLiteral("kind"))) {
        choice->setChecked(true);
    }
    exportDialog->findChild<QPushButton*>(QStringLiteral("export"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, 30'000);
    const QDir out(fixture.folder.filePath(QStringLiteral("out")));
    QCOMPARE(out.entryList(QDir::Files).size(), 4);
    const QString path = out.filePath(ui::exportFileName(ui::ExportKind::Result, session.sha256()));
    const auto written = core::json::parseFile(path);
    QVERIFY(written);
    QVERIFY((*written)["result"]["sections"].size() > 0);
    QCOMPARE((*written)["result"]["score"].toInteger(), std::int64_t(session.result()->score));
    // The ZIP's other files are part of it, as they are of what the command line writes.
    QVERIFY(!session.result()->extracted.empty());
    QVERIFY(std::ranges::any_of(session.result()->supplementary, &core::AttachedFile::isSectionImage));
    QCOMPARE(ui::Settings::text(ui::Setting::LastResultPath), path);
}

void MainWindowTest::opensAReportThatIsDropped()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    const QString report = fixture.writeSample(QStringLiteral("lite.json"),
        R"({"info": {"id": 7}, "target": {"category": "file", "file": {"name": "a<b>.exe"}}, "signatures": []})");
    drop(window, {report});
    QTRY_VERIFY(window.currentReport());
    QVERIFY(!window.findChild<ui::SubmitDialog*>());
    QTRY_COMPARE(window.currentReport()->session().state(), ui::ReportSession::State::Ready);
    QVERIFY(window.windowTitle().contains(QLatin1String("a<b>.exe")));
    drop(window, {report});
    QCOMPARE(window.reports().size(), 1);
}

void MainWindowTest::saysWhatADropWillDo()
{
    ui::DropContent content;
    content.files << QStringLiteral("a") << QStringLiteral("b") << QStringLiteral("c");
    const QString sentence = ui::dropSentence(content, {QStringLiteral("lab-cape")});
    QVERIFY(sentence.contains(QLatin1Char('3')));
    QVERIFY(sentence.contains(QLatin1String("lab-cape")));
    content.reports << QStringLiteral("d");
    QCOMPARE(ui::dropSentence(content, {}).split(QLatin1Char('\n')).size(), 2);
}

void MainWindowTest::showsWhyAReportCannotBeRead()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    const ui::ReportView* view
        = window.openReport(fixture.writeSample(QStringLiteral("broken.zip"), "this is no archive"));
    QTRY_COMPARE(view->session().state(), ui::ReportSession::State::Failed);
    QVERIFY(!view->session().error().message.isEmpty());
    bool shown = false;
    for (const QLabel* label : view->findChildren<QLabel*>()) {
        shown = shown || (label->isVisible() && label->text() == view->session().error().message);
    }
    QVERIFY(shown);
}

void MainWindowTest::fitsASmallWindow()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    ui::MainWindow window(fixture.backend);
    window.show();
    window.resize(1024, 700);
    QCOMPARE(window.width(), 1024);
    QVERIFY2(
        window.minimumSizeHint().width() <= 1024, QByteArray::number(window.minimumSizeHint().width()).constData());
    for (const QScrollBar* bar : window.findChildren<QScrollBar*>()) {
        if (bar->orientation() == Qt::Horizontal) {
            QVERIFY2(!bar->isVisible(), qPrintable(bar->parent()->objectName()));
        }
    }
}

void MainWindowTest::remembersItsDocks()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    {
        ui::MainWindow window(fixture.backend);
        window.show();
        auto* inspector = window.findChild<QDockWidget*>(QStringLiteral("inspector"));
        QVERIFY(inspector->isVisible());
        inspector->close();
        window.close();
    }
    ui::MainWindow again(fixture.backend);
    again.show();
    QVERIFY(!again.findChild<QDockWidget*>(QStringLiteral("inspector"))->isVisible());
    QVERIFY(again.findChild<QDockWidget*>(QStringLiteral("tasks"))->isVisible());
}

void MainWindowTest::findsCommands()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::Theme::instance().setChoice(ui::SchemeChoice::Light);
    ui::MainWindow window(fixture.backend);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto* palette = window.findChild<ui::CommandPalette*>();
    QVERIFY(palette);
    auto* field = palette->findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("dark light"));
    const auto* list = palette->findChild<QListView*>();
    QVERIFY(list->model()->rowCount() >= 1);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(ui::Theme::instance().isDark());
    ui::Theme::instance().setChoice(ui::SchemeChoice::Light);
}

void MainWindowTest::everyControlHasAName()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        if (!button->isVisible()) {
            continue;
        }
        const bool named
            = !button->text().isEmpty() || !button->accessibleName().isEmpty() || !button->toolTip().isEmpty();
        QVERIFY2(named, button->metaObject()->className());
    }
    for (const QAbstractItemView* view : window.findChildren<QAbstractItemView*>()) {
        if (view->isVisible()) {
            QVERIFY2(!view->accessibleName().isEmpty(), view->metaObject()->className());
        }
    }
}

void MainWindowTest::pagesFitASmallWindow()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    window.resize(1024, 700);
    core::json::Array calls;
    for (int i = 0; i < 200; ++i) {
        calls.push_back(test::call(i, "network", "a_name_of_an_api", std::string(200, 'x')));
    }
    core::json::Object report = test::report({test::process(1, 0, calls), test::process(2, 1)},
        {test::signature("a_signature_with_a_long_name_that_goes_on_and_on_for_ever", 3, {test::mark(1, 1)})});
    core::json::Object query;
    query["request"] = std::string(60, 'y') + ".example.com";
    query["type"] = "A";
    core::json::Object flow;
    flow["src"] = "192.0.2.10";
    flow["dst"] = "198.51.100.20";
    flow["dport"] = 443;
    core::json::Object network;
    network["dns"] = core::json::Array{query};
    network["tcp"] = core::json::Array{flow};
    report["network"] = network;
    ui::ReportView* view = window.openReport(fixture.writeSample(QStringLiteral("lite.json"), test::textOf(report)));
    QTRY_VERIFY_WITH_TIMEOUT(view->session().result(), 30'000);
    for (int row = 0; row < view->pages().size(); ++row) {
        view->showPage(row);
        view->pages()[row]->prepareForTour();
        const ui::ReportPage* page = view->pages()[row];
        const auto hasBar = [view] {
            return std::ranges::any_of(view->findChildren<QScrollBar*>(), [](const QScrollBar* bar) {
                const bool isText = qobject_cast<QPlainTextEdit*>(bar->parent()->parent()) != nullptr;
                return bar->orientation() == Qt::Horizontal && bar->isVisible() && !isText;
            });
        };
        // What does not fit is cut off where there is no bar, so it has to fit.
        const auto isCut = [page] {
            return std::ranges::any_of(page->findChildren<QScrollArea*>(), [](const QScrollArea* area) {
                return area->isVisible() && area->widget()->width() > area->viewport()->width();
            });
        };
        QTRY_VERIFY2_WITH_TIMEOUT(!hasBar() && !isCut(), qPrintable(page->id()), 2000);
    }
    QCOMPARE(window.width(), 1024);
}

void MainWindowTest::bearsTabsThatCloseWhileTheyLoad()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    auto* tabs = window.findChild<QTabWidget*>();
    const QString report = QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0014.json");
    const QString other = QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0030.json");
    for (int round = 0; round < 3; ++round) {
        const ui::ReportView* first = window.openReport(report);
        window.openReport(other);
        if (round == 1) {
            QTRY_VERIFY_WITH_TIMEOUT(first->session().report(), 20'000); // and its conversion is under way
        }
        Q_EMIT tabs->tabCloseRequested(0);
        Q_EMIT tabs->tabCloseRequested(5);
        QCOMPARE(window.reports().size(), 1);
        Q_EMIT tabs->tabCloseRequested(0);
        QCOMPARE(window.reports().size(), 0);
    }
    ui::ReportView* last = window.openReport(report);
    QTRY_VERIFY_WITH_TIMEOUT(last->session().result(), 30'000);
    QCOMPARE(window.currentReport(), last);
}

REGISTER_TEST(MainWindowTest)
#include "mainwindowtest.moc"
