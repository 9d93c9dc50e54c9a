// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskpanel.h"
#include "support/testregistry.h"
#include "ui/tasks/taskfacts.h"
#include "ui/tasks/tasklistmodel.h"
#include "ui/window/notifier.h"
#include "ui/window/serverbar.h"
#include "ui/window/serverchip.h"
#include "uifixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QScrollBar>
#include <QSignalSpy>

class TaskPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bearsTasksThatGoWhileTheyAreFiltered();
    void bearsAServerThatGoes();
    void saysWhatTheServerSaid();
    void tellsOfATaskWhenNobodyLooks();
    void whatAServerHasSwitchedOffIsGreyedOut();
    void aServerSaysWhenItIsAskedNext();
    void stopsWhatRunsAndReportsIt();
    void aRemarkShowsInTheTooltip();
    void aNewTaskIsInSight();
    void tellsTheWholeReasonOfAFailure();
    void analysesAgainWithTheSameChoices();
    void showsTheHostBeforeItOpensATasksPage();
    void hidesPasswordsInTheFacts();
};

namespace {

struct Panel {
    explicit Panel(const demo::ServerOptions& options = demo::DemoSession::options())
        : opened(fixture.queue.open().has_value())
        , server(fixture.connectDemo(options))
        , panel(fixture.backend)
        , tester(panel.view()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        panel.resize(300, 400);
        panel.show();
    }

    // A task that waits and does not move by itself.
    QString submit(const QString& name)
    {
        net::Submission submission;
        submission.profileId = server;
        submission.path = fixture.writeSample(name, name.toUtf8());
        const QString id = fixture.queue.submit(submission).value_or(QString());
        fixture.queue.setPaused(id, true);
        return id;
    }
    QAction* action(QStringView start) const
    {
        for (QAction* action : panel.actions()) {
            if (action->text().remove(QLatin1Char('&')).startsWith(start)) {
                return action;
            }
        }
        return nullptr;
    }
    int shown() const { return panel.view()->model()->rowCount(); }
    void filter(const QString& text) { panel.findChild<QLineEdit*>()->setText(text); }

    test::UiFixture fixture;
    bool opened;
    QString server;
    ui::TaskPanel panel;
    QAbstractItemModelTester tester;
};

} // namespace

void TaskPanelTest::bearsTasksThatGoWhileTheyAreFiltered()
{
    Panel panel;
    QVERIFY(panel.opened);
    QStringList ids;
    for (const QString& name : {QStringLiteral("a.exe"), QStringLiteral("b.exe"), QStringLiteral("c.js"),
             QStringLiteral("d.js"), QStringLiteral("e.exe")}) {
        ids << panel.submit(name);
    }
    QCOMPARE(panel.shown(), 5);
    panel.filter(QStringLiteral(".js"));
    QCOMPARE(panel.shown(), 2);
    panel.panel.view()->selectAll();
    panel.panel.view()->setCurrentIndex(panel.panel.view()->model()->index(1, 0));
    panel.fixture.queue.remove(ids[0]); // hidden
    panel.fixture.queue.remove(ids[3]); // shown, selected and current
    panel.fixture.queue.remove(ids[3]); // once more
    QCOMPARE(panel.shown(), 1);
    panel.fixture.queue.moveBefore(ids[4], ids[1]);
    panel.fixture.queue.remove(ids[4]);
    panel.filter({});
    QCOMPARE(panel.shown(), 2);
    panel.filter(QStringLiteral("nothing has this"));
    QCOMPARE(panel.shown(), 0);
    panel.fixture.queue.remove(ids[1]);
    panel.fixture.queue.remove(ids[2]);
    ids << panel.submit(QStringLiteral("f.exe"));
    panel.filter({});
    QCOMPARE(panel.shown(), 1);
    panel.fixture.queue.remove(ids.last());
    QCOMPARE(panel.panel.model()->rowCount(), 0);
}

void TaskPanelTest::bearsAServerThatGoes()
{
    Panel panel;
    const QString id = panel.submit(QStringLiteral("a.exe"));
    panel.filter(QStringLiteral("lab-cape"));
    QCOMPARE(panel.shown(), 1);
    QVERIFY(panel.fixture.profiles.remove(panel.server));
    QCOMPARE(panel.shown(), 0);
    panel.filter({});
    QCOMPARE(panel.shown(), 1);
    panel.panel.view()->setCurrentIndex(panel.panel.view()->model()->index(0, 0));
    panel.fixture.queue.setPaused(id, false);
    panel.fixture.queue.cancel(id, true);
    panel.fixture.queue.remove(id);
    QCOMPARE(panel.shown(), 0);
}

void TaskPanelTest::saysWhatTheServerSaid()
{
    Panel panel;
    net::Submission submission;
    submission.profileId = panel.server;
    submission.path = panel.fixture.writeSample(QStringLiteral("empty.bin"), {});
    QVERIFY(panel.fixture.queue.submit(submission));
    QTRY_COMPARE_WITH_TIMEOUT(panel.panel.model()->record(0).phase, net::Phase::Failed, 10'000);
    const QModelIndex row = panel.panel.model()->index(0);
    const QString words = panel.panel.model()->record(0).words;
    QVERIFY(!words.isEmpty());
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(words.left(12)));
    QVERIFY(row.data(ui::TaskListModel::StatusRole).toString().startsWith(QLatin1String("failed")));
    panel.panel.view()->setCurrentIndex(panel.panel.view()->model()->index(0, 0));
    QVERIFY(!panel.panel.grab().isNull());
    const auto& actions = panel.panel.actions();
    const auto copy = std::ranges::find(actions, QStringLiteral("Copy the &error"), &QAction::text);
    QVERIFY(copy != actions.end() && (*copy)->isEnabled());
    (*copy)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("empty.bin: ") + words);
}

void TaskPanelTest::tellsOfATaskWhenNobodyLooks()
{
    Panel panel;
    QWidget window; // never shown, so never active
    ui::Notifier notifier(panel.fixture.queue, &window);
    QSignalSpy told(&notifier, &ui::Notifier::told);
    net::Submission submission;
    submission.profileId = panel.server;
    submission.path = panel.fixture.writeSample(QStringLiteral("<b>empty.bin"), {});
    const auto id = panel.fixture.queue.submit(submission);
    QVERIFY(id);
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, 10'000);
    QVERIFY(told[0][1].toString().contains(QLatin1String("empty.bin")));
    // The same news is told once.
    Q_EMIT panel.fixture.queue.taskChanged(*id);
    QCOMPARE(told.count(), 1);
}

void TaskPanelTest::whatAServerHasSwitchedOffIsGreyedOut()
{
    demo::ServerOptions options = demo::DemoSession::options();
    options.disabled = {demo::Endpoint::Delete};
    options.accounts.first().staff = false; // who may delete all the same
    Panel panel(options);
    ui::ServerBar bar(panel.fixture.backend); // asks when it is made
    const auto* chip = bar.findChild<ui::ServerChip*>();
    QVERIFY(chip);
    QTRY_VERIFY_WITH_TIMEOUT(
        chip->accessibleDescription().contains(QLatin1String("[taskdelete] enabled = yes")), 10'000);
    QVERIFY(chip->toolTip().contains(QLatin1String("[taskdelete]")));
    net::Submission submission;
    submission.profileId = panel.server;
    submission.path = panel.fixture.writeSample(QStringLiteral("a.exe"));
    const auto id = panel.fixture.queue.submit(submission);
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(panel.fixture.queue.task(*id)->serverTaskId() > 0, 10'000);
    panel.panel.view()->setCurrentIndex(panel.panel.view()->model()->index(0, 0));
    const auto& actions = panel.panel.actions();
    const auto isDelete
        = [](const QAction* action) { return action->text().contains(QLatin1String("elete on the server")); };
    const auto found = std::ranges::find_if(actions, isDelete);
    QVERIFY(found != actions.end());
    QVERIFY(!(*found)->isEnabled());
    QVERIFY((*found)->text().contains(QLatin1String("[taskdelete]")));
}

void TaskPanelTest::aServerSaysWhenItIsAskedNext()
{
    ui::ServerChip chip(QStringLiteral("lab-cape"));
    QVERIFY(!chip.accessibleName().contains(QLatin1String("next look")));
    net::ServerState state;
    state.wasReached = true;
    state.requestsLeft = 3;
    state.requestsPerMinute = 5;
    state.nextTry = QDateTime::currentDateTimeUtc().addSecs(30);
    net::ServerStatus status;
    status.tasksPending = 2;
    status.machinesAvailable = 1;
    status.machinesTotal = 2;
    state.status = status;
    chip.setState(state);
    for (const char* part : {"2 pending", "1 of 2 machines free", "3/5 requests left", "next look in"}) {
        QVERIFY2(chip.accessibleName().contains(QLatin1String(part)), qPrintable(chip.accessibleName()));
    }
    state.needsToken = true;
    chip.setState(state);
    QVERIFY(chip.accessibleName().contains(QLatin1String("token needed")));
    state.isReachable = false;
    chip.setState(state);
    QVERIFY(chip.accessibleName().contains(QLatin1String("not reachable, next try in")));
}

void TaskPanelTest::stopsWhatRunsAndReportsIt()
{
    demo::ServerOptions options = demo::DemoSession::options();
    options.userStop = true;
    options.pace = {std::chrono::seconds(0), std::chrono::hours(1), std::chrono::seconds(0)};
    Panel panel;
    const auto url = panel.fixture.server.start(options); // slower than the one that the panel has by itself
    QVERIFY(url);
    auto profile = *panel.fixture.profiles.profile(panel.server);
    profile.url = net::serverUrl(url->toString()).value_or(QUrl());
    QVERIFY(panel.fixture.profiles.update(profile));
    net::Submission submission;
    submission.profileId = panel.server;
    submission.path = panel.fixture.writeSample(QStringLiteral("a.exe"));
    const auto id = panel.fixture.queue.submit(submission);
    QVERIFY(id);
    panel.panel.view()->setCurrentIndex(panel.panel.view()->model()->index(0, 0));
    const auto& actions = panel.panel.actions();
    const auto isStop = [](const QAction* action) { return action->text().contains(QLatin1String("and report")); };
    const auto found = std::ranges::find_if(actions, isStop);
    QVERIFY(found != actions.end());
    QVERIFY(!(*found)->isEnabled()); // nothing runs yet
    QTRY_COMPARE_WITH_TIMEOUT(panel.fixture.queue.task(*id)->phase, net::Phase::Running, 30'000);
    QVERIFY((*found)->isEnabled());
    (*found)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(panel.fixture.queue.task(*id)->phase, net::Phase::Parsing, 60'000);
    QVERIFY(panel.fixture.queue.task(*id)->remark.contains(QLatin1String("Stopped early")));
}

void TaskPanelTest::aRemarkShowsInTheTooltip()
{
    Panel panel;
    net::Submission submission;
    submission.profileId = panel.server;
    submission.path = panel.fixture.writeSample(QStringLiteral("r\u00e9sum\u00e9.exe"));
    const auto id = panel.fixture.queue.submit(submission);
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(panel.fixture.queue.task(*id)->serverTaskId() > 0, 20'000);
    const QString tip = panel.panel.model()->index(0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QLatin1String("r_sum_.exe")), qPrintable(tip));
}

void TaskPanelTest::aNewTaskIsInSight()
{
    Panel panel;
    for (int i = 0; i < 20; ++i) {
        panel.submit(QStringLiteral("sample-%1.exe").arg(i));
    }
    QListView* view = panel.panel.view();
    QTRY_VERIFY(view->verticalScrollBar()->maximum() > 0);
    view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
    const QString id = panel.submit(QStringLiteral("newest.exe"));
    const QModelIndex row = view->model()->index(0, 0);
    QCOMPARE(row.data(ui::TaskListModel::IdRole).toString(), id);
    QTRY_VERIFY(view->viewport()->rect().contains(view->visualRect(row)));
}

void TaskPanelTest::tellsTheWholeReasonOfAFailure()
{
    Panel panel;
    QSignalSpy told(&panel.panel, &ui::TaskPanel::inspectorChanged);
    QSignalSpy updated(&panel.panel, &ui::TaskPanel::inspectorUpdated);
    net::Submission submission;
    submission.profileId = panel.server;
    submission.path = panel.fixture.writeSample(QStringLiteral("empty.bin"), {});
    QVERIFY(panel.fixture.queue.submit(submission));
    panel.panel.view()->setCurrentIndex(panel.panel.view()->model()->index(0, 0));
    QCOMPARE(told.count(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(panel.panel.model()->record(0).phase, net::Phase::Failed, 10'000);
    QVERIFY(!updated.isEmpty());
    const auto now = updated.last()[1].value<ui::InspectorContent>();
    const QString words = panel.panel.model()->record(0).words;
    QVERIFY(!words.isEmpty());
    QVERIFY(std::ranges::contains(now.facts, words, &ui::InspectorContent::Fact::value));
    QCOMPARE(now.title, QStringLiteral("empty.bin"));
}

void TaskPanelTest::analysesAgainWithTheSameChoices()
{
    Panel panel;
    net::Submission submission;
    submission.profileId = panel.server;
    submission.path = panel.fixture.writeSample(QStringLiteral("a.exe"));
    submission.fields = {{QStringLiteral("route"), QStringLiteral("tor")}};
    const auto first = panel.fixture.queue.submit(submission);
    QVERIFY(first);
    QTRY_VERIFY_WITH_TIMEOUT(panel.fixture.queue.task(*first)->serverTaskId() > 0, 10'000);
    panel.panel.view()->setCurrentIndex(panel.panel.view()->model()->index(0, 0));
    QAction* again = panel.action(u"Analyse again");
    QVERIFY(again && !again->isEnabled()); // it is under way
    panel.fixture.queue.cancel(*first);
    QTRY_VERIFY(again->isEnabled());
    QVERIFY(QFile::remove(submission.path)); // the queue has its own copy
    again->trigger();
    QCOMPARE(panel.fixture.queue.tasks().size(), 2);
    const QString second = panel.panel.model()->record(0).id;
    QVERIFY(second != *first);
    QTRY_VERIFY_WITH_TIMEOUT(panel.fixture.queue.task(second)->serverTaskId() > 0, 10'000);
    const auto record = panel.fixture.queue.task(second);
    QVERIFY(record->serverTaskId() != panel.fixture.queue.task(*first)->serverTaskId());
    QCOMPARE(record->fields, submission.fields);
    QCOMPARE(record->sha256, panel.fixture.queue.task(*first)->sha256);
}

void TaskPanelTest::showsTheHostBeforeItOpensATasksPage()
{
    net::TaskRecord record;
    const net::Profile profile
        = net::newProfile(QStringLiteral("lab"), QUrl(QStringLiteral("https://cape.example.com/sandbox")));
    QVERIFY(ui::taskPage(record, profile).isEmpty());
    record.serverTaskIds = {17, 4};
    QCOMPARE(ui::taskPage(record, profile), QUrl(QStringLiteral("https://cape.example.com/sandbox/analysis/17/")));

    Panel panel;
    net::Submission submission;
    submission.profileId = panel.server;
    submission.path = panel.fixture.writeSample(QStringLiteral("a.exe"));
    const auto id = panel.fixture.queue.submit(submission);
    QVERIFY(id);
    panel.panel.view()->setCurrentIndex(panel.panel.view()->model()->index(0, 0));
    QAction* open = panel.action(u"Open on CAPE's page");
    QVERIFY(open && !open->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(open->isEnabled(), 10'000);
    open->trigger();
    const auto* box = panel.panel.findChild<QMessageBox*>();
    QVERIFY(box);
    QVERIFY(box->text().contains(QLatin1String("127.0.0.1")));
    QVERIFY(box->informativeText().contains(
        QStringLiteral("/analysis/%1/").arg(panel.fixture.queue.task(*id)->serverTaskId())));
}

void TaskPanelTest::hidesPasswordsInTheFacts()
{
    net::TaskRecord record;
    record.fields = {{QStringLiteral("options"), QStringLiteral("free=yes,password=infected,procmemdump=1")}};
    const QString body = ui::taskFacts(record, {}).body;
    QVERIFY(body.contains(QLatin1String("free=yes")) && body.contains(QLatin1String("procmemdump=1")));
    QVERIFY2(!body.contains(QLatin1String("infected")), qPrintable(body));
}

REGISTER_TEST(TaskPanelTest)
#include "taskpaneltest.moc"
