// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casepanel.h"
#include "casefixture.h"
#include "support/testregistry.h"
#include "testpaths.h"
#include "ui/cases/casetreemodel.h"
#include "ui/cases/notefield.h"
#include "ui/cases/undobar.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/settings.h"
#include "ui/widgets/emptystate.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

class CasePanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isNeverBlank();
    void findsTheHostOfAnEarlierAnalysis();
    void aNewCaseIsNamedInPlace();
    void movesByTheKeyboard();
    void keepsANoteThatIsLeft();
    void removesWithAWayBack();
    void opensOnEnter();
    void asksForAReportThatIsGone();
    void remembersWhatWasOpen();
    void aDamagedLibraryCanBeMovedAside();
    void theWindowRemembersWhatItOpens();
    void aReportThatIsFoundAgainKeepsItsPlace();
    void filesTheOpenReport();
    void theQueuesReportIsRememberedOnce();
};

namespace {

struct Panel {
    Panel()
        : panel(fixture.cases)
    {
        panel.resize(300, 400);
        panel.show();
        panel.activateWindow();
    }

    bool fill()
    {
        if (!QTest::qWaitForWindowActive(&panel) || !QTest::qWaitFor([this] { return fixture.isReady(); })) {
            return false;
        }
        fixture.cases.remember(fixture.source(QStringLiteral("one.exe"), 'a', "c2.example.com"));
        fixture.cases.remember(fixture.source(QStringLiteral("two.exe"), 'b'));
        return QTest::qWaitFor([this] { return fixture.cases.analyses().size() == 2; });
    }
    QModelIndex row(const QString& name) const
    {
        const QModelIndexList found = panel.view()->model()->match(panel.view()->model()->index(0, 0), Qt::DisplayRole,
            name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.constFirst();
    }
    void select(const QString& name)
    {
        panel.view()->setFocus();
        panel.view()->setCurrentIndex(row(name));
    }
    QAction* action(const QString& text) const
    {
        const auto found = std::ranges::find_if(panel.actions(),
            [&text](const QAction* action) { return action->text().remove(QLatin1Char('&')).startsWith(text); });
        return found == panel.actions().end() ? nullptr : *found;
    }
    bool isEmptyShown() const { return panel.findChild<ui::EmptyState*>()->isVisible(); }
    QString emptyText() const
    {
        QStringList texts;
        for (const QLabel* label : panel.findChild<ui::EmptyState*>()->findChildren<QLabel*>()) {
            texts << label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }
    void pressEmpty() { panel.findChild<ui::EmptyState*>()->findChild<QPushButton*>()->click(); }

    test::CaseFixture fixture;
    ui::CasePanel panel;
};

QMessageBox* messageBox()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* box = qobject_cast<QMessageBox*>(widget); box && box->isVisible()) {
            return box;
        }
    }
    return nullptr;
}

void press(QMessageBox* box, const QString& text)
{
    for (QAbstractButton* button : box->buttons()) {
        if (button->text().remove(QLatin1Char('&')) == text) {
            button->click();
            return;
        }
    }
    QFAIL("there is no such button");
}

QMenu* caseMenu()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* menu = qobject_cast<QMenu*>(widget); menu && menu->objectName() == QLatin1String("cases")) {
            return menu;
        }
    }
    return nullptr;
}

} // namespace

void CasePanelTest::isNeverBlank()
{
    Panel panel;
    QTRY_VERIFY(panel.isEmptyShown());
    QVERIFY(panel.emptyText().contains(QLatin1String("No cases yet")));
    QVERIFY(panel.fill());
    QTRY_VERIFY(!panel.isEmptyShown());
    panel.panel.search(QStringLiteral("no-such-host.example"));
    QTRY_VERIFY(panel.isEmptyShown());
    QVERIFY(panel.emptyText().contains(QLatin1String("No analysis has this")));
    panel.pressEmpty();
    QVERIFY(!panel.isEmptyShown());
    QCOMPARE(panel.panel.view()->model()->rowCount(), 1);
    QVERIFY(panel.panel.view()->isExpanded(panel.row(QStringLiteral("Recent"))));
}

void CasePanelTest::findsTheHostOfAnEarlierAnalysis()
{
    Panel panel;
    QVERIFY(panel.fill());
    panel.fixture.addCase(QStringLiteral("Acme"), {panel.fixture.idOf(QStringLiteral("one.exe"))});
    panel.panel.search(QStringLiteral("c2[.]example"));
    QTRY_VERIFY(!panel.row(QStringLiteral("two.exe")).isValid());
    const QModelIndex found = panel.row(QStringLiteral("one.exe"));
    QVERIFY(found.isValid());
    QVERIFY(panel.panel.view()->isExpanded(found.parent()));
    QCOMPARE(found.data(ui::CaseTreeModel::DetailRole).toString(), QStringLiteral("c2.example.com"));
    QTest::keyClick(panel.panel.findChild<QLineEdit*>(), Qt::Key_Return);
    QCOMPARE(panel.panel.view()->currentIndex(), found);
    // What comes while a search stands is found as well.
    panel.fixture.cases.remember(panel.fixture.source(QStringLiteral("three.exe"), 'c', "c2.example.com"));
    QTRY_VERIFY(panel.row(QStringLiteral("three.exe")).isValid());
    panel.panel.search({});
    QVERIFY(panel.row(QStringLiteral("two.exe")).isValid());
    QVERIFY(found.data(ui::CaseTreeModel::DetailRole).toString().contains(QLatin1String("AgentTesla")));
}

void CasePanelTest::aNewCaseIsNamedInPlace()
{
    Panel panel;
    QTRY_VERIFY(panel.isEmptyShown());
    panel.pressEmpty();
    QLineEdit* editor = nullptr;
    QTRY_VERIFY((editor = panel.panel.view()->viewport()->findChild<QLineEdit*>()));
    QVERIFY(!editor->accessibleName().isEmpty());
    editor->setText(QStringLiteral("Acme"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(panel.row(QStringLiteral("Acme")).isValid());
    QCOMPARE(panel.fixture.written().cases.value(0).name, QStringLiteral("Acme"));
    // "Recent" is nobody's to name.
    panel.select(QStringLiteral("Recent"));
    QVERIFY(!panel.action(QStringLiteral("Rename"))->isEnabled());
    QVERIFY(!panel.action(QStringLiteral("Remove"))->isEnabled());
}

void CasePanelTest::movesByTheKeyboard()
{
    Panel panel;
    QVERIFY(panel.fill());
    const qint64 acme = panel.fixture.addCase(QStringLiteral("A & B"));
    panel.select(QStringLiteral("one.exe"));
    panel.action(QStringLiteral("Move"))->trigger();
    QMenu* menu = nullptr;
    QTRY_VERIFY((menu = caseMenu()) && menu->isVisible());
    QCOMPARE(menu->actions().constFirst()->text(), QStringLiteral("A && B"));
    menu->actions().constFirst()->trigger();
    QCOMPARE(panel.fixture.caseOf(QStringLiteral("one.exe")), acme);
    menu->close();
}

void CasePanelTest::keepsANoteThatIsLeft()
{
    Panel panel;
    QVERIFY(panel.fill());
    panel.select(QStringLiteral("one.exe"));
    QSignalSpy inspected(&panel.panel, &ui::CasePanel::inspectorChanged);
    panel.action(QStringLiteral("Edit the note"))->trigger();
    auto* field = panel.panel.findChild<ui::NoteField*>();
    QVERIFY(field->isVisible());
    auto* text = field->findChild<QPlainTextEdit*>();
    text->setPlainText(QStringLiteral("first line\nsecond"));
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!field->isVisible());
    const qint64 id = panel.fixture.idOf(QStringLiteral("one.exe"));
    QCOMPARE(panel.fixture.cases.analyses().value(id).note, QStringLiteral("first line\nsecond"));
    const auto content = inspected.last()[0].value<ui::InspectorContent>();
    QCOMPARE(content.facts.back().value, QStringLiteral("first line\nsecond"));
    // Given up.
    panel.action(QStringLiteral("Edit the note"))->trigger();
    text->setPlainText(QStringLiteral("a mistake"));
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QCOMPARE(panel.fixture.cases.analyses().value(id).note, QStringLiteral("first line\nsecond"));
    // Left for another place.
    panel.action(QStringLiteral("Edit the note"))->trigger();
    text->setPlainText(QStringLiteral("third"));
    panel.panel.focusSearch();
    QCOMPARE(panel.fixture.cases.analyses().value(id).note, QStringLiteral("third"));
    QCOMPARE(panel.fixture.written().analyses[0].note, QStringLiteral("third"));
}

void CasePanelTest::removesWithAWayBack()
{
    Panel panel;
    QVERIFY(panel.fill());
    const qint64 acme = panel.fixture.addCase(QStringLiteral("Acme"), {panel.fixture.idOf(QStringLiteral("one.exe"))});
    const QString path = panel.fixture.cases.analyses().value(panel.fixture.idOf(QStringLiteral("two.exe"))).path;
    auto* bar = panel.panel.findChild<ui::UndoBar*>();
    QVERIFY(!bar->isVisible());
    panel.select(QStringLiteral("two.exe"));
    QTest::keyClick(panel.panel.view(), Qt::Key_Delete);
    QVERIFY(!panel.row(QStringLiteral("two.exe")).isValid());
    QVERIFY(bar->isVisible());
    QTest::keyClick(panel.panel.view(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(panel.row(QStringLiteral("two.exe")).isValid());
    QVERIFY(!bar->isVisible());
    panel.select(QStringLiteral("Acme"));
    QTest::keyClick(panel.panel.view(), Qt::Key_Delete);
    QVERIFY(!panel.row(QStringLiteral("Acme")).isValid());
    QCOMPARE(panel.fixture.caseOf(QStringLiteral("one.exe")), 0);
    panel.panel.findChild<ui::UndoBar*>()->findChild<QToolButton*>()->click();
    QCOMPARE(panel.fixture.caseOf(QStringLiteral("one.exe")), acme);
    QVERIFY(QFile::exists(path)); // the library never deletes a report
    panel.select(QStringLiteral("one.exe"));
    QTest::keyClick(panel.panel.view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QString(64, u'a'));
}

void CasePanelTest::opensOnEnter()
{
    Panel panel;
    QVERIFY(panel.fill());
    QSignalSpy opened(&panel.panel, &ui::CasePanel::openRequested);
    panel.select(QStringLiteral("one.exe"));
    QTest::keyClick(panel.panel.view(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened[0][0].toString().endsWith(QLatin1String("one.exe.json")));
    panel.select(QStringLiteral("Recent"));
    QTest::keyClick(panel.panel.view(), Qt::Key_Return);
    QVERIFY(!panel.panel.view()->isExpanded(panel.row(QStringLiteral("Recent"))));
    QCOMPARE(opened.size(), 1);
}

void CasePanelTest::asksForAReportThatIsGone()
{
    Panel panel;
    QVERIFY(panel.fill());
    QSignalSpy opened(&panel.panel, &ui::CasePanel::openRequested);
    QVERIFY(QFile::remove(panel.fixture.cases.analyses().value(panel.fixture.idOf(QStringLiteral("one.exe"))).path));
    panel.select(QStringLiteral("one.exe"));
    QTest::keyClick(panel.panel.view(), Qt::Key_Return);
    QTRY_VERIFY(panel.row(QStringLiteral("one.exe")).data(ui::CaseTreeModel::MissingRole).toBool());
    QMessageBox* box = nullptr;
    QTRY_VERIFY((box = messageBox()));
    QVERIFY(box->text().contains(QLatin1String("one.exe")));
    press(box, QStringLiteral("Keep"));
    QVERIFY(panel.row(QStringLiteral("one.exe")).isValid());
    QTRY_VERIFY(!messageBox());
    panel.action(QStringLiteral("Open"))->trigger();
    QTRY_VERIFY((box = messageBox()));
    press(box, QStringLiteral("Forget it"));
    QTRY_VERIFY(!panel.row(QStringLiteral("one.exe")).isValid());
    QCOMPARE(opened.size(), 0);
}

void CasePanelTest::remembersWhatWasOpen()
{
    test::CaseFixture fixture;
    QTRY_VERIFY(fixture.isReady());
    const qint64 acme = fixture.addCase(QStringLiteral("Acme"));
    const auto rowOf = [](const ui::CasePanel& panel, int row) { return panel.view()->model()->index(row, 0); };
    {
        const ui::CasePanel panel(fixture.cases);
        QVERIFY(!panel.view()->isExpanded(rowOf(panel, 0)));
        QVERIFY(panel.view()->isExpanded(rowOf(panel, 1))); // "Recent", at first
        panel.view()->expand(rowOf(panel, 0));
        panel.view()->collapse(rowOf(panel, 1));
    }
    QCOMPARE(ui::Settings::value(ui::Setting::OpenCases).toStringList(), QStringList{QString::number(acme)});
    const ui::CasePanel again(fixture.cases);
    QVERIFY(again.view()->isExpanded(rowOf(again, 0)));
    QVERIFY(!again.view()->isExpanded(rowOf(again, 1)));
}

void CasePanelTest::aDamagedLibraryCanBeMovedAside()
{
    test::UiFixture fixture;
    const QString path = fixture.writeSample(QStringLiteral("cases.sqlite"), QByteArray(5000, 'x'));
    ui::CasePanel panel(fixture.cases);
    panel.show();
    fixture.cases.open();
    QTRY_COMPARE(fixture.cases.state(), ui::CaseStore::State::Failed);
    auto* empty = panel.findChild<ui::EmptyState*>();
    QVERIFY(empty->isVisible());
    auto* button = empty->findChild<QPushButton*>();
    QCOMPARE(button->text(), QStringLiteral("Move it aside"));
    button->click();
    QTRY_COMPARE(fixture.cases.state(), ui::CaseStore::State::Ready);
    const QStringList aside = QDir(fixture.folder.path()).entryList({QStringLiteral("cases.sqlite.damaged-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(QFileInfo(fixture.folder.filePath(aside[0])).size(), 5000);
    QVERIFY(QFile::exists(path));
}

void CasePanelTest::theWindowRemembersWhatItOpens()
{
    test::CaseFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    QVERIFY(window.findChild<QDockWidget*>(QStringLiteral("cases"))->isVisible());
    const QString path = QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0014.json");
    const ui::ReportView* view = window.openReport(path);
    QTRY_VERIFY_WITH_TIMEOUT(view->session().result(), 30'000);
    QTRY_COMPARE(fixture.cases.analyses().size(), 1);
    const core::Analysis kept = *fixture.cases.analyses().cbegin();
    QCOMPARE(kept.name, view->session().name());
    QCOMPARE(kept.sha256, view->session().sha256());
    QCOMPARE(kept.path, QFileInfo(path).absoluteFilePath());
    QCOMPARE(kept.score, std::optional<qint64>(view->session().result()->score));
    QCOMPARE(kept.caseId, 0);
}

void CasePanelTest::aReportThatIsFoundAgainKeepsItsPlace()
{
    test::CaseFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    QTRY_VERIFY(fixture.isReady());
    const ui::CaseStore::Source source = fixture.source(QStringLiteral("one.exe"), 'a');
    const ui::CaseStore::Source other = fixture.source(QStringLiteral("other.exe"), 'b');
    fixture.cases.remember(source);
    QTRY_COMPARE(fixture.cases.analyses().size(), 1);
    const qint64 id = fixture.idOf(QStringLiteral("one.exe"));
    const qint64 acme = fixture.addCase(QStringLiteral("Acme"), {id});
    const QString moved = fixture.folder.filePath(QStringLiteral("moved.json"));
    QVERIFY(QFile::rename(source.place.path, moved));
    // Another sample's report is none of it.
    QSignalSpy another(&fixture.cases, &ui::CaseStore::foundAnother);
    Q_EMIT window.cases()->openRequested(other.place.path, id);
    QTRY_COMPARE_WITH_TIMEOUT(another.count(), 1, 20'000);
    QCOMPARE(fixture.cases.analyses().value(id).path, source.place.path);
    Q_EMIT window.cases()->openRequested(moved, id);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cases.analyses().value(id).path, moved, 20'000);
    QCOMPARE(fixture.cases.analyses().value(id).caseId, acme);
    QCOMPARE(fixture.cases.analyses().size(), 2);
}

void CasePanelTest::filesTheOpenReport()
{
    test::CaseFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    QTRY_VERIFY(fixture.isReady());
    const qint64 acme = fixture.addCase(QStringLiteral("Acme"));
    const ui::ReportView* view = window.openReport(QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0014.json"));
    QTRY_VERIFY_WITH_TIMEOUT(view->session().report(), 30'000); // and its conversion is still under way
    const QList<QAction*> actions = window.findChildren<QAction*>();
    const auto add = std::ranges::find(actions, QStringLiteral("Add to a c&ase\u2026"), &QAction::text);
    QVERIFY(add != actions.end() && (*add)->isEnabled());
    (*add)->trigger();
    QMenu* menu = nullptr;
    QTRY_VERIFY((menu = caseMenu()) && menu->isVisible());
    menu->actions().constFirst()->trigger();
    menu->close();
    const auto kept = [&fixture] { return fixture.cases.analyses().values().value(0); };
    QTRY_COMPARE(kept().caseId, acme);
    QTRY_VERIFY_WITH_TIMEOUT(view->session().result(), 30'000);
    QTRY_VERIFY(kept().score);
    QCOMPARE(kept().caseId, acme);
    QCOMPARE(fixture.written().analyses.value(0).caseId, acme);
    // A move while a report is taken in is not undone by it.
    const qint64 other = fixture.addCase(QStringLiteral("Other"));
    fixture.cases.remember(fixture.source(QStringLiteral("two.exe"), 'b'));
    QTRY_COMPARE(fixture.cases.analyses().size(), 2);
    fixture.cases.remember(fixture.source(QStringLiteral("two.exe"), 'b'));
    fixture.cases.move({fixture.idOf(QStringLiteral("two.exe"))}, other);
    QCOMPARE(fixture.written().analyses.value(1).caseId, other);
    QCOMPARE(fixture.caseOf(QStringLiteral("two.exe")), other);
    QCOMPARE(fixture.cases.analyses().size(), 2);
}

void CasePanelTest::theQueuesReportIsRememberedOnce()
{
    test::CaseFixture fixture;
    QVERIFY(fixture.queue.open());
    const QString server = fixture.connectDemo();
    ui::MainWindow window(fixture.backend);
    window.show();
    net::Submission submission;
    submission.profileId = server;
    submission.path = fixture.writeSample(QStringLiteral("invoice.docm"));
    const auto id = fixture.queue.submit(submission);
    QVERIFY(id);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cases.analyses().size(), 1, 60'000);
    // The window opens the first report by itself; that is the same analysis.
    QTRY_VERIFY_WITH_TIMEOUT(window.currentReport() && window.currentReport()->session().result(), 60'000);
    QCOMPARE(fixture.written().analyses.size(), 1);
    const core::Analysis kept = *fixture.cases.analyses().cbegin();
    QCOMPARE(kept.server, QStringLiteral("lab-cape"));
    QCOMPARE(kept.taskId, fixture.queue.task(*id)->serverTaskId());
    QCOMPARE(kept.sha256, fixture.queue.task(*id)->sha256);
    QVERIFY(!kept.families.isEmpty());
    // The queue takes the report with the task; the library says so.
    fixture.queue.remove(*id);
    QTRY_VERIFY(fixture.cases.isMissing(kept.id));
}

REGISTER_TEST(CasePanelTest)
#include "casepaneltest.moc"
