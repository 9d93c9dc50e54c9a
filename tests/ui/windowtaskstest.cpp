// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/capewbrun.h"
#include "hostilereport.h"
#include "support/testregistry.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/tasks/tasklistmodel.h"
#include "ui/tasks/taskpanel.h"
#include "ui/window/mainwindow.h"
#include "uifixture.h"

#include <QAction>
#include <QHeaderView>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTreeView>

// What an analyst does in the window itself, with a server behind it, and what the window is like after a restart.
class WindowTasksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void triesATaskAgain();
    void deletesATaskOnTheServer();
    void splittersAreWhereTheyWereLeft();
    void columnsAreAsTheyWereLeft();
};

namespace {

// A window with a server that is done with a task at once.
struct Lab {
    explicit Lab(const demo::ServerOptions& options = test::quickServer())
        : server(options)
        , isOpen(fixture.queue.open().has_value())
        , window(fixture.backend)
    {
        net::Profile profile = net::newProfile(
            QStringLiteral("lab"), net::serverUrl(server.start().value_or(QUrl()).toString()).value_or(QUrl()));
        profile.proxy = net::ProxyKind::None;
        profileId = fixture.profiles.add(profile).value_or(QString());
        fixture.credentials.setToken(profileId, test::demoToken());
        window.show();
    }

    QString submit(const QString& name)
    {
        net::Submission submission;
        submission.profileId = profileId;
        submission.path = fixture.writeSample(name, "MZ " + name.toUtf8());
        return fixture.queue.submit(submission).value_or(QString());
    }
    net::Phase phase(const QString& id) const { return fixture.queue.task(id)->phase; }
    void select(int row) const
    {
        QListView* view = window.tasks()->view();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(row, 0));
    }
    QAction* action(QStringView start) const
    {
        const auto& actions = window.tasks()->actions();
        const auto found = std::ranges::find_if(actions,
            [start](const QAction* action) { return action->text().remove(QLatin1Char('&')).startsWith(start); });
        return found == actions.end() ? nullptr : *found;
    }
    // Answers the question that the window asks.
    bool answer(QMessageBox::ButtonRole role) const
    {
        for (QMessageBox* box : window.findChildren<QMessageBox*>()) {
            for (QAbstractButton* button : box->buttons()) {
                if (box->isVisible() && box->buttonRole(button) == role) {
                    button->click();
                    return true;
                }
            }
        }
        return false;
    }

    test::UiFixture fixture;
    demo::Server server;
    bool isOpen;
    ui::MainWindow window;
    QString profileId;
};

} // namespace

void WindowTasksTest::triesATaskAgain()
{
    demo::ServerOptions options = test::quickServer();
    options.disabled = {demo::Endpoint::CreateFile};
    Lab lab(options);
    QVERIFY(lab.isOpen);
    const QString id = lab.submit(QStringLiteral("a.exe"));
    QTRY_COMPARE_WITH_TIMEOUT(lab.phase(id), net::Phase::Failed, 20'000);
    lab.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&lab.window));
    lab.select(0);
    QVERIFY(lab.action(u"Try again")->isEnabled());
    options.disabled.clear();
    lab.server.setOptions(options);
    QTest::keyClick(lab.window.tasks()->view(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(lab.phase(id), net::Phase::Ready, 20'000);
    QCOMPARE(lab.server.tasks().tasks().size(), 1);
    QCOMPARE(lab.window.tasks()->model()->rowCount(), 1);
    QVERIFY(lab.window.tasks()->model()->record(0).words.isEmpty());
    QVERIFY(!lab.action(u"Try again")->isEnabled());
}

void WindowTasksTest::deletesATaskOnTheServer()
{
    Lab lab;
    const QString id = lab.submit(QStringLiteral("a.exe"));
    QTRY_COMPARE_WITH_TIMEOUT(lab.phase(id), net::Phase::Ready, 20'000);
    QCOMPARE(lab.server.tasks().tasks().size(), 1);
    lab.select(0);
    QAction* remove = lab.action(u"Delete on the server");
    QVERIFY(remove && remove->isEnabled());
    remove->trigger();
    QVERIFY(lab.answer(QMessageBox::RejectRole));
    QVERIFY(!lab.fixture.queue.task(id)->deletePending);
    remove->trigger();
    QVERIFY(lab.answer(QMessageBox::AcceptRole));
    QTRY_VERIFY_WITH_TIMEOUT(lab.server.tasks().tasks().isEmpty(), 10'000);
    QTRY_VERIFY(!lab.fixture.queue.task(id)->deletePending);
    // Here it stays, with its report.
    QCOMPARE(lab.phase(id), net::Phase::Ready);
    QVERIFY(lab.fixture.queue.task(id)->words.isEmpty());
    QVERIFY(QFile::exists(lab.fixture.queue.task(id)->reportPath));
}

namespace {

core::json::Object someReport()
{
    return test::report({test::process(1, 0, {test::call(0, "network", "connect", "192.0.2.7")}), test::process(2, 1)},
        {test::signature("first_sign", 3, {test::mark(1, 1)})});
}

// The window over a report, as it is after a start.
struct Opened {
    explicit Opened(test::UiFixture& fixture)
        : window(fixture.backend)
    {
        window.resize(1400, 900);
        window.show();
        view = window.openReport(fixture.folder.filePath(QStringLiteral("lite.json")));
    }
    bool isReady() const { return view->session().result() != nullptr; }
    ui::ReportPage* show(QStringView id) const
    {
        view->goTo({.page = id.toString()});
        QCoreApplication::processEvents();
        return view->currentPage();
    }
    QSplitter* splitter(QStringView page) const
    {
        return page.isEmpty() ? view->findChild<QSplitter*>() : show(page)->findChild<QSplitter*>();
    }

    ui::MainWindow window;
    ui::ReportView* view;
};

void drag(QSplitter* splitter, int by)
{
    QSplitterHandle* handle = splitter->handle(1);
    const QPoint from = handle->rect().center();
    const QPoint to = from + (splitter->orientation() == Qt::Horizontal ? QPoint(by, 0) : QPoint(0, by));
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    QTest::mouseMove(handle, to);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center());
}

} // namespace

void WindowTasksTest::splittersAreWhereTheyWereLeft()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.writeSample(QStringLiteral("lite.json"), test::textOf(someReport()));
    const QStringList places{QString(), ui::pages::Processes.toString(), ui::pages::Assemblyline.toString()};
    QHash<QString, QList<int>> left;
    {
        Opened before(fixture);
        QTRY_VERIFY_WITH_TIMEOUT(before.isReady(), 20'000);
        for (const QString& place : places) {
            QSplitter* splitter = before.splitter(place);
            QVERIFY2(splitter, qPrintable(place));
            const QList<int> usual = splitter->sizes();
            drag(splitter, 60);
            QVERIFY2(splitter->sizes() != usual, qPrintable(place));
            left.insert(place, splitter->sizes());
        }
        before.window.close();
    }
    Opened after(fixture);
    QTRY_VERIFY_WITH_TIMEOUT(after.isReady(), 20'000);
    for (const QString& place : places) {
        QTRY_COMPARE_WITH_TIMEOUT(after.splitter(place)->sizes(), left.value(place), 2'000);
    }
}

void WindowTasksTest::columnsAreAsTheyWereLeft()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.writeSample(QStringLiteral("lite.json"), test::textOf(someReport()));
    const auto header = [](const Opened& opened) {
        return opened.show(ui::pages::Processes)->findChild<QTableView*>()->horizontalHeader();
    };
    const auto state = [](const QHeaderView* shown) {
        return std::tuple(shown->visualIndex(0), shown->sectionSize(1), shown->sortIndicatorSection());
    };
    std::tuple<int, int, int> left;
    {
        Opened before(fixture);
        QTRY_VERIFY_WITH_TIMEOUT(before.isReady(), 20'000);
        QHeaderView* shown = header(before);
        const auto usual = state(shown);
        shown->resizeSection(1, shown->sectionSize(1) + 37);
        shown->moveSection(0, 2);
        left = state(shown);
        QVERIFY(left != usual);
        before.window.close(); // at once
    }
    Opened after(fixture);
    QTRY_VERIFY_WITH_TIMEOUT(after.isReady(), 20'000);
    QCOMPARE(state(header(after)), left);
}

REGISTER_TEST(WindowTasksTest)
#include "windowtaskstest.moc"
