// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/jsonpage.h"
#include "core/report/reportparser.h"
#include "support/testregistry.h"
#include "ui/json/jsonview.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QThreadPool>

namespace {

const QByteArray text = R"({
    "info": {"id": 7, "machine": {"name": "win10"}},
    "behavior": {"processes": [{"process_id": 1234, "process_name": "a.exe", "calls": [
        {"timestamp": "t", "api": "NtCreateFile", "arguments": [{"name": "FileName", "value": "C:\\x\n2"}], "repeated": 0, "id": 0},
        {"timestamp": "t", "api": "NtClose", "arguments": [], "repeated": 0, "id": 1}]}]},
    "signatures": [{"name": "stealth", "description": "hides files"}, {"name": "network", "description": "hides nothing"}]
})";

std::unique_ptr<ui::JsonPage> pageOf(const QByteArray& json)
{
    const auto report = core::ReportParser::parse(json);
    auto page = std::make_unique<ui::JsonPage>();
    page->resize(900, 500);
    page->setReport(report ? *report : nullptr);
    page->show();
    return page;
}

std::string currentPointer(const ui::JsonPage& page)
{
    const auto* view = page.findChild<ui::JsonView*>();
    return view->lines().document().pointer(view->currentPath());
}

} // namespace

class JsonPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheKeyboard();
    void foldsWithTheMouse();
    void goesToAPointer();
    void copiesValueAndPointer();
    void findsBackAndForth();
    void theNewestSearchWins();
    void saysWhenNothingIsFound();
    void leadsToTheProcess();
    void saysWhenTheReportIsEmpty();
    void paintsTheLinesInSightOnly();
};

void JsonPageTest::followsTheKeyboard()
{
    const auto page = pageOf(text);
    auto* view = page->findChild<ui::JsonView*>();
    QSignalSpy inspected(page.get(), &ui::ReportPage::inspectorChanged);
    const auto press = [view](int key) { QTest::keyClick(view, Qt::Key(key)); };
    press(Qt::Key_Down);
    QCOMPARE(currentPointer(*page), std::string("/info"));
    QCOMPARE(inspected.size(), 1);
    QCOMPARE(inspected.last().first().value<ui::InspectorContent>().title, QStringLiteral("info"));
    press(Qt::Key_Right); // unfolds
    QCOMPARE(view->lines().count(), 8);
    press(Qt::Key_Right); // into it
    press(Qt::Key_Down);
    QCOMPARE(currentPointer(*page), std::string("/info/machine"));
    press(Qt::Key_Left); // folded already: out of it
    QCOMPARE(currentPointer(*page), std::string("/info"));
    press(Qt::Key_Left);
    QCOMPARE(view->lines().count(), 5);
    press(Qt::Key_End);
    QCOMPARE(view->currentRow(), 4);
    press(Qt::Key_Up);
    QCOMPARE(currentPointer(*page), std::string("/signatures"));
    press(Qt::Key_Asterisk);
    QCOMPARE(view->lines().count(), 5 + 2 * 4 + 1);
    press(Qt::Key_Home);
    QCOMPARE(view->currentRow(), 0);
    press(Qt::Key_PageUp);
    QCOMPARE(view->currentRow(), 0);
    press(Qt::Key_PageDown);
    press(Qt::Key_PageDown);
    QCOMPARE(view->currentRow(), view->lines().count() - 1);
}

void JsonPageTest::foldsWithTheMouse()
{
    const auto page = pageOf(text);
    auto* view = page->findChild<ui::JsonView*>();
    const int line = view->fontMetrics().height() + 4;
    const QPoint second(400, line + line / 2);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(currentPointer(*page), std::string("/info"));
    QCOMPARE(view->lines().count(), 5);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(view->lines().count(), 8);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(view->lines().count(), 5);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(400, 450)); // below the last line
    QCOMPARE(currentPointer(*page), std::string("/info"));
}

void JsonPageTest::goesToAPointer()
{
    const auto page = pageOf(text);
    auto* view = page->findChild<ui::JsonView*>();
    page->goTo({.page = page->id(), .text = QStringLiteral("/behavior/processes/0/calls/1/api")});
    QCOMPARE(currentPointer(*page), std::string("/behavior/processes/0/calls/1/api"));
    QCOMPARE(view->textOf(view->currentRow()), QStringLiteral("\"api\": \"NtClose\","));
    page->goTo({.page = page->id(), .text = QStringLiteral("/signatures/0/gone")});
    QCOMPARE(currentPointer(*page), std::string("/signatures/0"));
}

void JsonPageTest::copiesValueAndPointer()
{
    const auto page = pageOf(text);
    const QString pointer = QStringLiteral("/behavior/processes/0/calls/0/arguments/0/value");
    page->goTo({.page = page->id(), .text = pointer});
    page->copyValue();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("C:\\x\n2"));
    page->copyPointer();
    QCOMPARE(QGuiApplication::clipboard()->text(), pointer);
    page->goTo({.page = page->id(), .text = QStringLiteral("/info/machine")});
    page->copyValue();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("{\n  \"name\": \"win10\"\n}"));
}

void JsonPageTest::findsBackAndForth()
{
    const auto page = pageOf(text);
    auto* field = page->findChild<QLineEdit*>();
    field->setText(QStringLiteral("HIDES"));
    QTRY_COMPARE(currentPointer(*page), std::string("/signatures/0/description"));
    page->findNext();
    QCOMPARE(currentPointer(*page), std::string("/signatures/1/description"));
    page->findNext(); // around
    QCOMPARE(currentPointer(*page), std::string("/signatures/0/description"));
    page->findPrevious();
    QCOMPARE(currentPointer(*page), std::string("/signatures/1/description"));
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(currentPointer(*page), std::string("/signatures/0/description"));
}

void JsonPageTest::theNewestSearchWins()
{
    const auto page = pageOf(text);
    auto* field = page->findChild<QLineEdit*>();
    field->setText(QStringLiteral("stealth"));
    page->findNext(); // starts without waiting for the typing to pause
    field->setText(QStringLiteral("win10"));
    page->findNext();
    QTRY_COMPARE(currentPointer(*page), std::string("/info/machine/name"));
    // Whatever the first one still brings must not take the place of the second's.
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(currentPointer(*page), std::string("/info/machine/name"));
}

void JsonPageTest::saysWhenNothingIsFound()
{
    const auto page = pageOf(text);
    page->findChild<QLineEdit*>()->setText(QStringLiteral("nowhere at all"));
    page->findNext();
    QTRY_VERIFY(std::ranges::any_of(page->findChildren<QLabel*>(),
        [](const QLabel* label) { return label->text() == QStringLiteral("not found"); }));
    QCOMPARE(page->findChild<ui::JsonView*>()->currentRow(), 0);
}

void JsonPageTest::leadsToTheProcess()
{
    const auto page = pageOf(text);
    auto* view = page->findChild<ui::JsonView*>();
    QSignalSpy asked(page.get(), &ui::ReportPage::navigationRequested);
    page->goTo({.page = page->id(), .text = QStringLiteral("/behavior/processes/0/calls/1/api")});
    Q_EMIT view->menuRequested(view->mapToGlobal(QPoint(10, 10)));
    auto* menu = page->findChild<QMenu*>();
    QVERIFY(menu);
    menu->actions().constLast()->trigger();
    menu->close();
    QCOMPARE(asked.size(), 1);
    const auto target = asked.first().first().value<ui::Target>();
    QCOMPARE(target.page, ui::pages::Processes);
    QCOMPARE(target.pid, std::optional<qint64>(1234));
    QCOMPARE(target.callIndex, std::optional<qint64>(1));
}

void JsonPageTest::saysWhenTheReportIsEmpty()
{
    const auto page = std::make_unique<ui::JsonPage>();
    page->setReport(std::make_shared<const core::Report>(core::ReportParts()));
    page->show();
    QVERIFY(!page->findChild<ui::JsonView*>()->isVisible());
}

void JsonPageTest::paintsTheLinesInSightOnly()
{
    QByteArray items;
    for (int i = 0; i < 200'000; ++i) {
        items += (i > 0 ? ",\"" : "\"") + QByteArray::number(i) + '"';
    }
    const auto page = pageOf("{\"info\": {}, \"debug\": {\"log\": [" + items + "]}}");
    auto* view = page->findChild<ui::JsonView*>();
    page->goTo({.page = page->id(), .text = QStringLiteral("/debug/log/199999")});
    QCOMPARE(view->textOf(view->currentRow()), QStringLiteral("\"199999\""));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        view->verticalScrollBar()->setValue(i * 9000);
        QVERIFY(!view->grab().isNull());
    }
    QVERIFY2(timer.elapsed() < 2000, "a paint costs what is in sight");
}

REGISTER_TEST(JsonPageTest)
#include "jsonpagetest.moc"
