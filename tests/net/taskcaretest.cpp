// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/reportarchive.h"
#include "net/queueharness.h"
#include "net/phase.h"
#include "net/serverprobe.h"
#include "net/tokengate.h"
#include "support/testregistry.h"

#include <QtTest>

using net::Phase;
using test::QueueHarness;

namespace {

constexpr char Post[] = "POST";

QString createFile()
{
    return QStringLiteral("create/file");
}

demo::ServerOptions paced(int pending, int running, int completed)
{
    demo::ServerOptions options;
    options.pace = {std::chrono::seconds(pending), std::chrono::seconds(running), std::chrono::seconds(completed)};
    return options;
}

} // namespace

// What a submission may rely on where a real CAPE makes it hard: over sockets, in the test's time.
class TaskCareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRedTaskIsNoSubstitute_data();
    void aRedTaskIsNoSubstitute();
    void aSubstituteThatGivesNoReportIsReplaced();
    void recognisesTasksUnderTheirStoredName_data();
    void recognisesTasksUnderTheirStoredName();
    void cancellingTakesOutWhatWaits();
    void cancellingLeavesWhatRuns_data();
    void cancellingLeavesWhatRuns();
    void aTaskThatBeganMeanwhileStays();
    void deletingARunningTaskDeletesIt();
    void stopsAndReports();
    void tellsWhenItCannotBeStopped();
    void fetchesTheFullReportWithoutALiteOne();
    void waitsForATokenAndGoesOn_data();
    void waitsForATokenAndGoesOn();
    void aHundredTasksDoNotAllAskWithABadToken();
    void failsOnABadTokenWhereNobodyCanGiveAnother();
    void aLateRefusalOfAnOldTokenIsNoRefusal();
    void slowProcessingIsNotLate();
    void aLateAnalysisIsNotSubmittedAgain();
    void tellsSoonThatAWaitingTaskWasDeleted();
    void knowsDistributedStates();
    void knowsWhetherAServerReboots_data();
    void knowsWhetherAServerReboots();
};

void TaskCareTest::aRedTaskIsNoSubstitute_data()
{
    QTest::addColumn<bool>("other");
    QTest::newRow("uploaded") << false;
    QTest::newRow("another like task") << true;
}

void TaskCareTest::aRedTaskIsNoSubstitute()
{
    QFETCH(bool, other);
    QueueHarness h;
    const QString path = h.makeSample(QStringLiteral("a.exe"), "MZ red");
    if (other) {
        const QString first = h.submit(path, {}, true);
        QVERIFY(h.runUntilPhase(first, Phase::Ready));
    }
    const QString red = h.submit(path, {{QStringLiteral("tlp"), QStringLiteral("RED")}}, true);
    QVERIFY(h.runUntilPhase(red, Phase::Failed)); // the server gives its report to nobody
    QVERIFY2(h.queue->task(red)->words.contains(QStringLiteral("TLP:RED")), qPrintable(h.queue->task(red)->words));
    const QString normal = h.submit(path);
    QVERIFY(h.runUntilPhase(normal, Phase::Ready));
    QCOMPARE(h.queue->task(normal)->isReused, other);
    QCOMPARE(h.queue->task(normal)->serverTaskId(), other ? 1 : 2);
}

// Whatever makes it refuse the report: another task, or the sample itself.
void TaskCareTest::aSubstituteThatGivesNoReportIsReplaced()
{
    QueueHarness h;
    const QString path = h.makeSample(QStringLiteral("a.exe"), "MZ substitute");
    QVERIFY(h.runUntilPhase(h.submit(path, {}, true), Phase::Ready));
    const QString second = h.submit(path, {}, true);
    QVERIFY(h.runUntilPhase(second, Phase::Ready));
    h.server.tasks().setFailure(2, demo::Failure::NoDirectory);
    const QString id = h.submit(path);
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.queue->task(id)->serverTaskId(), 1);
    QCOMPARE(h.queue->task(id)->uselessIds, QList<qint64>{2});
    QVERIFY(!h.queue->task(id)->remark.isEmpty());
    h.server.tasks().setFailure(1, demo::Failure::NoDirectory);
    const QString uploaded = h.submit(path);
    QVERIFY(h.runUntilPhase(uploaded, Phase::Ready));
    QCOMPARE(h.queue->task(uploaded)->serverTaskId(), 3);
    QVERIFY(!h.queue->task(uploaded)->isReused);
}

void TaskCareTest::recognisesTasksUnderTheirStoredName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isChanged");
    QTest::newRow("a hash") << QString(64, u'a') << true;
    QTest::newRow("a hash with an extension") << QString(64, u'b') + QStringLiteral(".exe") << true;
    QTest::newRow("brackets") << QStringLiteral("invoice (1).exe") << true;
    QTest::newRow("accents") << QStringLiteral("r\u00e9sum\u00e9.exe") << true;
    QTest::newRow("plain") << QStringLiteral("a b_c-d.exe") << false;
}

void TaskCareTest::recognisesTasksUnderTheirStoredName()
{
    QFETCH(QString, name);
    QFETCH(bool, isChanged);
    QueueHarness h;
    const QString path = h.makeSample(name, "MZ named");
    const QString first = h.submit(path);
    QVERIFY(h.runUntilPhase(first, Phase::Ready));
    const QString stored = h.server.tasks().tasks().first().target;
    QCOMPARE(stored != name, isChanged);
    QCOMPARE(h.queue->task(first)->remark.contains(stored), isChanged);
    const QString second = h.submit(path);
    QVERIFY(h.runUntilPhase(second, Phase::Ready));
    QVERIFY(h.queue->task(second)->isReused);
    QCOMPARE(h.countRequests(Post, createFile()), 1);
}

void TaskCareTest::cancellingTakesOutWhatWaits()
{
    QueueHarness h(paced(600, 5, 5));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ waits"));
    QVERIFY(h.runUntilPhase(id, Phase::Pending));
    h.queue->cancel(id, true);
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->deletePending; }));
    QVERIFY(h.server.tasks().tasks().isEmpty());
    // What is no longer there is submitted anew.
    h.queue->retry(id);
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.countRequests(Post, createFile()), 2);
}

void TaskCareTest::cancellingLeavesWhatRuns_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::newRow("running") << Phase::Running;
    QTest::newRow("completed") << Phase::Completed;
}

void TaskCareTest::cancellingLeavesWhatRuns()
{
    QFETCH(Phase, phase);
    QueueHarness h(paced(2, 60, 60));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ runs"));
    QVERIFY(h.runUntilPhase(id, phase));
    h.queue->cancel(id, true);
    QVERIFY(!h.queue->task(id)->deletePending);
    h.clock->advance(3'600'000);
    for (int turn = 0; turn < 50; ++turn) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    QCOMPARE(h.countRequests("GET", QStringLiteral("/delete/")), 0);
    QCOMPARE(h.server.tasks().tasks().size(), 1);
    h.queue->retry(id);
    QVERIFY(h.runUntilPhase(id, Phase::Ready)); // the finished analysis is there
    QCOMPARE(h.countRequests(Post, createFile()), 1);
}

// The list here still says pending when it is cancelled.
void TaskCareTest::aTaskThatBeganMeanwhileStays()
{
    QueueHarness h(paced(600, 60, 60));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ began"));
    QVERIFY(h.runUntilPhase(id, Phase::Pending));
    h.server.tasks().startNow(
        1, h.server.options().machines.first(), h.clock->now(), h.server.options().pace);
    QCOMPARE(int(h.queue->task(id)->phase), int(Phase::Pending));
    h.queue->cancel(id, true);
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->deletePending; }));
    QCOMPARE(h.countRequests("GET", QStringLiteral("/delete/")), 0);
    QCOMPARE(h.server.tasks().tasks().size(), 1);
    QVERIFY2(h.queue->task(id)->remark.contains(QStringLiteral("stays there")), qPrintable(h.queue->task(id)->remark));
}

void TaskCareTest::deletingARunningTaskDeletesIt()
{
    QueueHarness h(paced(2, 60, 60));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ deleted"));
    QVERIFY(h.runUntilPhase(id, Phase::Running));
    h.queue->deleteOnServer(id);
    QCOMPARE(int(h.queue->task(id)->phase), int(Phase::Cancelled));
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->deletePending; }));
    QVERIFY(h.server.tasks().tasks().isEmpty());
}

void TaskCareTest::stopsAndReports()
{
    demo::ServerOptions options = paced(2, 500, 5);
    options.userStop = true;
    QueueHarness h(options);
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ stop"));
    QVERIFY(h.runUntilPhase(id, Phase::Pending));
    QVERIFY(!h.queue->canStop(*h.queue->task(id)));
    QVERIFY(h.runUntilPhase(id, Phase::Running));
    QVERIFY(h.queue->canStop(*h.queue->task(id)));
    const QDateTime began = h.clock->now();
    h.queue->stopAndReport(id);
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QVERIFY2(began.secsTo(h.clock->now()) < 120, qPrintable(QString::number(began.secsTo(h.clock->now()))));
    QVERIFY2(h.queue->task(id)->remark.contains(QStringLiteral("Stopped early")), qPrintable(h.queue->task(id)->remark));
}

void TaskCareTest::tellsWhenItCannotBeStopped()
{
    QueueHarness h(paced(2, 100, 5)); // [user_stop] is off, as by default
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ no stop"));
    QVERIFY(h.runUntilPhase(id, Phase::Running));
    h.queue->stopAndReport(id);
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->remark.isEmpty(); }));
    QVERIFY2(h.queue->task(id)->remark.contains(QStringLiteral("[user_stop]")), qPrintable(h.queue->task(id)->remark));
    QVERIFY(h.runUntilPhase(id, Phase::Ready)); // and it is followed as before
}

void TaskCareTest::fetchesTheFullReportWithoutALiteOne()
{
    demo::ServerOptions options;
    options.lite = false; // CAPE's default
    QueueHarness h(options);
    demo::ServerOptions story = h.server.options();
    story.reports.clear();
    h.server.setOptions(story);
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ full"));
    QVERIFY2(h.runUntilPhase(id, Phase::Ready), qPrintable(h.queue->task(id)->words));
    const auto task = h.queue->task(id);
    auto archive = core::ReportArchive::open(task->reportPath);
    QVERIFY(archive);
    QVERIFY(archive->readLiteReport()); // the full one, read as the other would be
    QVERIFY(archive->contains(QStringLiteral("files.json"))); // beside the files of the analysis
    QVERIFY(task->litePath.isEmpty());
    QVERIFY2(task->remark.contains(task->reportPath), qPrintable(task->remark));
    QCOMPARE(h.countRequests("GET", QStringLiteral("/json/")), 1);
}

void TaskCareTest::waitsForATokenAndGoesOn_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<bool>("restart");
    for (const Phase phase : {Phase::Searching, Phase::Uploading, Phase::Pending, Phase::Running, Phase::Completed}) {
        QTest::newRow(qPrintable(net::phaseKey(phase))) << phase << false;
    }
    QTest::newRow("after a restart") << Phase::Running << true;
}

void TaskCareTest::waitsForATokenAndGoesOn()
{
    QFETCH(Phase, phase);
    QFETCH(bool, restart);
    QueueHarness h(paced(20, 20, 20));
    QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ token"));
    const QString other = h.submit(h.makeSample(QStringLiteral("b.exe"), "MZ other"));
    bool isChanged = false;
    connect(h.queue.get(), &net::TaskQueue::taskChanged, h.queue.get(), [&] {
        if (!isChanged && h.queue->task(id)->phase == phase) {
            isChanged = true;
            h.credentials.setSessionToken(h.profile.id, QStringLiteral("changed"));
        }
    });
    QVERIFY(h.runUntil([&] { return isChanged; }));
    if (restart) {
        h.openQueue();
    }
    const auto waits = [&](const QString& task) {
        return h.queue->task(task)->words.startsWith(QStringLiteral("Token needed"));
    };
    QVERIFY(h.runUntil([&] { return waits(id) && waits(other); }));
    QVERIFY(h.queue->serverState(h.profile.id).needsToken);
    const qsizetype asked = h.server.log().size();
    h.clock->advance(3'600'000);
    for (int turn = 0; turn < 50; ++turn) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    QCOMPARE(h.server.log().size(), asked); // nothing is asked with a token that is not accepted
    h.credentials.setSessionToken(h.profile.id, test::demoToken());
    QVERIFY2(h.runUntilPhase(id, Phase::Ready), qPrintable(h.queue->task(id)->words));
    QVERIFY(h.runUntilPhase(other, Phase::Ready));
    QVERIFY(!h.queue->serverState(h.profile.id).needsToken);
    QCOMPARE(h.server.tasks().tasks().size(), 2);
}

void TaskCareTest::aHundredTasksDoNotAllAskWithABadToken()
{
    QueueHarness h;
    h.credentials.setSessionToken(h.profile.id, QStringLiteral("wrong"));
    for (int number = 0; number < 100; ++number) {
        (void)h.submit(h.makeSample(QStringLiteral("%1.exe").arg(number), "MZ " + QByteArray::number(number)));
    }
    const auto wait = [](const net::TaskRecord& task) { return task.words.startsWith(QStringLiteral("Token needed")); };
    QVERIFY(h.runUntil([&] { return std::ranges::all_of(h.queue->tasks(), wait); }));
    QVERIFY2(h.server.log().size() <= 8, qPrintable(QString::number(h.server.log().size())));
}

void TaskCareTest::failsOnABadTokenWhereNobodyCanGiveAnother()
{
    QueueHarness h;
    h.credentials.setSessionToken(h.profile.id, QStringLiteral("wrong"));
    net::TaskQueue::Options options;
    options.folder = h.folder.filePath(QStringLiteral("unattended"));
    options.clock = h.clock;
    options.waitsForTokens = false;
    net::TaskQueue queue(&h.profiles, &h.credentials, options);
    QVERIFY(queue.open());
    net::Submission submission;
    submission.profileId = h.profile.id;
    submission.path = h.makeSample(QStringLiteral("a.exe"), "MZ unattended");
    const QString id = queue.submit(submission).value_or(QString());
    QVERIFY(test::runUntil([&]() -> net::TaskQueue& { return queue; }, *h.clock,
        [&] { return queue.task(id)->phase == Phase::Failed; }, 20'000));
}

void TaskCareTest::aLateRefusalOfAnOldTokenIsNoRefusal()
{
    net::TokenGate gate;
    const QString server = QStringLiteral("server");
    const int before = gate.serial(server);
    QVERIFY(gate.refuse(server, before));
    QVERIFY(gate.isNeeded(server));
    gate.give(server);
    QVERIFY(!gate.isNeeded(server));
    QVERIFY(!gate.refuse(server, before)); // it was on its way when there was another
    QVERIFY(!gate.isNeeded(server));
    QVERIFY(gate.refuse(server, gate.serial(server)));
}

void TaskCareTest::slowProcessingIsNotLate()
{
    QueueHarness h(paced(2, 20, 5'000));
    QVERIFY(h.profile.timeLimitSeconds < 5'000);
    h.profile.moreTries = 2;
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ processing"));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.queue->task(id)->lateTries, 0);
    QCOMPARE(h.countRequests(Post, createFile()), 1);
}

void TaskCareTest::aLateAnalysisIsNotSubmittedAgain()
{
    QueueHarness h(paced(2, 5'000, 5));
    QCOMPARE(h.profile.moreTries, 0);
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ late"));
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QVERIFY2(h.queue->task(id)->words.contains(QStringLiteral("Retry")), qPrintable(h.queue->task(id)->words));
    QCOMPARE(h.countRequests(Post, createFile()), 1);
    QCOMPARE(h.server.tasks().tasks().size(), 1);
    demo::ServerOptions quick = h.server.options();
    quick.pace.running = std::chrono::seconds(20);
    h.server.setOptions(quick);
    h.queue->retry(id);
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.countRequests(Post, createFile()), 2);
}

void TaskCareTest::tellsSoonThatAWaitingTaskWasDeleted()
{
    QueueHarness h(paced(10'000, 5, 5));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ gone"));
    QVERIFY(h.runUntilPhase(id, Phase::Pending)); // nobody has looked at it yet
    QVERIFY(!h.queue->task(id)->wasSeen);
    h.server.tasks().remove(1);
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QCOMPARE(h.countRequests("GET", QStringLiteral("/view/")), 2);
    QVERIFY(h.queue->task(id)->words.contains(QStringLiteral("deleted there")));
    h.queue->retry(id);
    QVERIFY(h.runUntilPhase(id, Phase::Pending));
}

void TaskCareTest::knowsDistributedStates()
{
    QCOMPARE(net::phaseOfStatus(u"distributed"), std::optional(Phase::Running));
    QCOMPARE(net::phaseOfStatus(u"distributed_completed"), std::optional(Phase::Completed));
    QVERIFY(!net::phaseOfStatus(u"uploading")); // a phase of ours is no state of a server's
}

void TaskCareTest::knowsWhetherAServerReboots_data()
{
    QTest::addColumn<bool>("offered");
    QTest::newRow("an older server") << true;
    QTest::newRow("a current one") << false;
}

void TaskCareTest::knowsWhetherAServerReboots()
{
    QFETCH(bool, offered);
    demo::ServerOptions options;
    options.reboot = offered;
    QueueHarness h(options);
    h.profile.rebootSupported = true;
    QVERIFY(h.profiles.update(h.profile));
    h.queue->probeServer(h.profile.id);
    const auto* report = h.queue->probeReport(h.profile.id);
    QVERIFY(h.runUntil([&] {
        report = h.queue->probeReport(h.profile.id);
        return report && report->find(u"url")->state == net::ProbeItem::State::On;
    }));
    QCOMPARE(report->switchedOff(u"reboot") != nullptr, !offered);
    QVERIFY(h.server.tasks().tasks().isEmpty()); // to ask makes none
    net::Submission submission;
    submission.profileId = h.profile.id;
    submission.path = h.makeSample(QStringLiteral("a.exe"), "MZ again");
    submission.reboot = true;
    const QString id = h.queue->submit(submission).value_or(QString());
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.queue->tasks().size(), offered ? 2 : 1);
    QCOMPARE(h.queue->task(id)->remark.contains(QStringLiteral("does not offer it")), !offered);
}

REGISTER_TEST(TaskCareTest)
#include "taskcaretest.moc"
