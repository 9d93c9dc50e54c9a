// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostilereport.h"
#include "support/testregistry.h"
#include "ui/models/sectiontreemodel.h"
#include "ui/pages/leftoutpanel.h"
#include "ui/report/reportheader.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/submit/samplelistmodel.h"
#include "ui/submit/submitdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formlabels.h"
#include "ui/window/errorbar.h"
#include "ui/window/mainwindow.h"
#include "uifixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

// What the window does by itself and what it never does, whatever it is given.
class WindowBehaviourTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesWhatIsPasted();
    void takesWhatTheCommandLineBrings();
    void opensTheReportsOfLastTime();
    void saysErrorsOverThePages();
    void showsNoRichTextAnywhere();
    void exportIsInTheMenuAndTheToolbar();
    void theNameOfTheSampleComesFirst();
    void saysWhatIsLeftOutOfTheTags();
    void labelsStandBesideTheirFields();
    void aScoreHasOneColour();
};

namespace {

QAction* actionNamed(const QWidget& window, QStringView start)
{
    for (QAction* action : window.findChildren<QAction*>()) {
        if (action->text().remove(QLatin1Char('&')).startsWith(start)) {
            return action;
        }
    }
    return nullptr;
}

} // namespace

void WindowBehaviourTest::takesWhatIsPasted()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    QApplication::clipboard()->setText(QStringLiteral("hxxps://www[.]example[.]com/setup.exe"));
    QAction* paste = actionNamed(window, u"Submit from the clipboard");
    QVERIFY(paste && !paste->shortcut().isEmpty());
    paste->trigger();
    ui::SubmitDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = window.findChild<ui::SubmitDialog*>()));
    const auto* samples = dialog->findChild<ui::SampleListModel*>();
    QCOMPARE(samples->rowCount(), 1);
    QCOMPARE(samples->index(0, 0).data().toString(), QStringLiteral("https://www.example.com/setup.exe"));
}

void WindowBehaviourTest::takesWhatTheCommandLineBrings()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    QDir(fixture.folder.path()).mkpath(QStringLiteral("samples"));
    fixture.writeSample(QStringLiteral("samples/a.exe"));
    fixture.writeSample(QStringLiteral("samples/b.exe"), "MZ others");
    ui::DropContent given;
    given.files << fixture.writeSample(QStringLiteral("lite.json"), test::textOf(test::report({})))
                << fixture.folder.filePath(QStringLiteral("samples"));
    window.takeLater(given);
    QTRY_VERIFY(window.currentReport());
    ui::SubmitDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = window.findChild<ui::SubmitDialog*>()));
    QCOMPARE(dialog->findChild<ui::SampleListModel*>()->rowCount(), 2);
}

void WindowBehaviourTest::opensTheReportsOfLastTime()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    const QString first = fixture.writeSample(QStringLiteral("a.json"), test::textOf(test::report({})));
    const QString second = fixture.writeSample(QStringLiteral("b.json"), test::textOf(test::report({})));
    int height = 0;
    {
        ui::MainWindow window(fixture.backend);
        window.show();
        window.resize(window.minimumSizeHint().width(), 690);
        height = window.height();
        window.openReport(first);
        window.openReport(second);
        window.openReport(first);
        window.close();
    }
    ui::MainWindow again(fixture.backend);
    again.show();
    QCOMPARE(again.height(), height);
    again.reopenReports();
    QCOMPARE(again.reports().size(), 2);
    QCOMPARE(again.reports().constFirst()->session().path(), first);
    QCOMPARE(again.currentReport()->session().path(), first);
}

void WindowBehaviourTest::saysErrorsOverThePages()
{
    test::UiFixture fixture;
    ui::MainWindow window(fixture.backend);
    window.show();
    auto* bar = window.findChild<ui::ErrorBar*>();
    QVERIFY(!bar->isVisible());
    window.showError(
        {core::ErrorCode::CannotWrite, QStringLiteral("The tasks cannot be saved."), QStringLiteral("/x")});
    QVERIFY(bar->isVisible());
    QVERIFY(window.findChildren<QMessageBox*>().isEmpty());
    const auto buttons = bar->findChildren<QToolButton*>();
    QCOMPARE(buttons.size(), 2);
    buttons[0]->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("The tasks cannot be saved.\n/x"));
    buttons[1]->click();
    QVERIFY(!bar->isVisible());
}

void WindowBehaviourTest::showsNoRichTextAnywhere()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    const QString hostile = QStringLiteral("<b>&x</b>\u202efdp.exe");
    core::json::Object process = test::process(1, 0).toObject();
    process["process_name"] = hostile.toStdString();
    process["module_path"] = hostile.toStdString();
    core::json::Object report = test::report({process}, {test::signature(test::richText, 3)});
    core::json::Object file;
    file["name"] = hostile.toStdString();
    core::json::Object target;
    target["category"] = "file";
    target["file"] = file;
    report["target"] = target;
    ui::ReportView* view = window.openReport(fixture.writeSample(QStringLiteral("lite.json"), test::textOf(report)));
    QTRY_VERIFY_WITH_TIMEOUT(view->session().result(), 20'000);
    window.showError({core::ErrorCode::CannotRead, hostile, hostile});
    const auto* tabs = window.findChild<QTabWidget*>();
    QVERIFY(tabs->tabText(0).contains(QLatin1String("&&x"))); // no mnemonic
    QVERIFY(!window.windowTitle().contains(QChar(0x202e)));
    QVERIFY(!tabs->tabText(0).contains(QChar(0x202e)));
    for (int row = 0; row < view->pages().size(); ++row) {
        view->showPage(row);
        view->pages()[row]->prepareForTour();
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            QVERIFY2(!widget->toolTip().contains(QLatin1String("<b>")), qPrintable(widget->toolTip()));
            if (const auto* label = qobject_cast<const QLabel*>(widget)) {
                QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(QLatin1Char('<')));
                QVERIFY(!label->text().contains(QChar(0x202e)));
            }
        }
    }
}

void WindowBehaviourTest::exportIsInTheMenuAndTheToolbar()
{
    test::UiFixture fixture;
    ui::MainWindow window(fixture.backend);
    window.show();
    QAction* action = actionNamed(window, u"Export");
    QVERIFY(action && !action->shortcut().isEmpty());
    QVERIFY(!action->isEnabled()); // there is no report yet
    QVERIFY(window.findChild<QToolBar*>()->actions().contains(action));
    const auto menus = window.menuBar()->actions();
    QVERIFY(std::ranges::any_of(
        menus, [action](const QAction* menu) { return menu->menu()->actions().contains(action); }));
}

void WindowBehaviourTest::theNameOfTheSampleComesFirst()
{
    test::UiFixture fixture;
    core::json::Object report = test::report({});
    core::json::Object file;
    file["name"] = "quite_an_ordinary_invoice.docm";
    file["sha256"] = std::string(64, 'a');
    core::json::Object target;
    target["category"] = "file";
    target["file"] = file;
    report["target"] = target;
    core::json::Object info;
    info["route"] = "a route with quite a long name";
    info["package"] = "a package with quite a long name";
    report["info"] = info;
    ui::ReportSession session;
    session.open(fixture.writeSample(QStringLiteral("lite.json"), test::textOf(report)));
    QTRY_VERIFY(session.report());
    ui::ReportHeader header;
    header.resize(620, 40);
    header.show();
    header.showSession(session);
    QTRY_VERIFY(header.width() == 620);
    const auto* name = header.findChild<ui::ElidedLabel*>();
    QVERIFY(name->toolTip().isEmpty() || name->width() >= header.width() / 2);
    QVERIFY(name->width() >= std::min(name->sizeHint().width(), header.width() / 2));
}

void WindowBehaviourTest::saysWhatIsLeftOutOfTheTags()
{
    ui::LeftOutPanel panel;
    QVERIFY(panel.isHidden());
    panel.setItems({});
    QVERIFY(!panel.isHidden());
    const auto* list = panel.findChild<QPlainTextEdit*>();
    QVERIFY(!list->isVisible());
    panel.show();
    panel.setItems({{QStringLiteral("network.dynamic.domain a_b"), QStringLiteral("no domain\u202e")}});
    QVERIFY(list->isVisible());
    QVERIFY(list->toPlainText().contains(QLatin1String("network.dynamic.domain a_b: no domain")));
    QVERIFY(!list->toPlainText().contains(QChar(0x202e)));
}

void WindowBehaviourTest::labelsStandBesideTheirFields()
{
    ui::Theme::install();
    QWidget form;
    auto* layout = new QFormLayout(&form);
    auto* field = new QLineEdit(&form);
    layout->addRow(QStringLiteral("Name:"), field);
    ui::centreLabels(layout);
    form.show();
    const QWidget* label = layout->labelForField(field);
    QTRY_COMPARE(label->geometry().center().y(), field->geometry().center().y());
}

void WindowBehaviourTest::aScoreHasOneColour()
{
    // Assemblyline's steps of a whole result; those of a single section are others.
    QCOMPARE(ui::severityOfTotal(0), 0);
    QCOMPARE(ui::severityOfTotal(299), 2);
    QCOMPARE(ui::severityOfTotal(300), 3);
    QCOMPARE(ui::severityOfTotal(700), 4);
    QCOMPARE(ui::severityOfTotal(1000), 5);
}

REGISTER_TEST(WindowBehaviourTest)
#include "windowbehaviourtest.moc"
