// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/taskfollower.h"
#include "net/queueharness.h"
#include "support/recorded.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QtTest>

using net::Phase;
using test::QueueHarness;

// A queue against the demo server, over sockets; the time is the test's.
class TaskFollowerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesThroughAllPhases();
    void refusesUnfitFilesBeforeSending_data();
    void refusesUnfitFilesBeforeSending();
    void reusesATaskWithTheSameOptions();
    void equalSamplesAreSubmittedOnce();
    void showsTheServersWords_data();
    void showsTheServersWords();
    void followsTheTaskThatReplacesARecoveredOne();
    void givesUpARecoveredTaskWithoutASuccessor();
    void resubmitsOnceWhenTheGuestWasUnreachable();
    void waitsForAServerThatIsDown();
    void waitsOutBadAnswers();
    void waitsOutTimeouts();
    void waitsAtABadToken();
    void stopsAtWhatCannotGetBetter_data();
    void stopsAtWhatCannotGetBetter();
    void fallsBackToTheBareReport();
    void saysWhatIsMissingWithoutReports();
    void deletesOnTheServerAfterTheFetch();
    void cancelsAndRetries();
    void pausesAndGoesOn();
    void deletesAWaitingTaskOnTheServer();
    void goesOnAfterARestartInEveryPhase_data();
    void goesOnAfterARestartInEveryPhase();
    void neverUploadsTwiceWhenTheAnswerIsLost();
    void neverExceedsTheLimitAgain_data();
    void neverExceedsTheLimitAgain();
    void reordersAndRemoves();
    void submitsUrls();
    void onlyOneProgramMayWorkOnAFolder();
};

void TaskFollowerTest::goesThroughAllPhases()
{
    QueueHarness h;
    QVERIFY(h.opened);
    QStringList phases;
    connect(h.queue.get(), &net::TaskQueue::taskChanged, this, [&](const QString& id) {
        const QString phase = net::phaseKey(h.queue->task(id)->phase);
        if (phases.isEmpty() || phases.constLast() != phase) {
            phases.append(phase);
        }
    });
    const QString path = h.makeSample(QStringLiteral("a.exe"), "MZ harmless bytes");
    const QString id = h.submit(path, {{QStringLiteral("timeout"), QStringLiteral("60")}});
    QCOMPARE(int(h.queue->task(id)->phase), int(Phase::Hashing));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    const auto task = h.queue->task(id);
    QCOMPARE(task->sha256,
        QString::fromLatin1(QCryptographicHash::hash("MZ harmless bytes", QCryptographicHash::Sha256).toHex()));
    QCOMPARE(task->score, std::optional(1.0));
    QVERIFY(QFile::exists(task->reportPath));
    for (const char* phase :
        {"searching", "uploading", "pending", "running", "completed", "reported", "downloading", "parsing", "ready"}) {
        QVERIFY2(phases.contains(QString::fromLatin1(phase)), qPrintable(phases.join(u' ')));
    }
    QVERIFY(task->entered.value(Phase::Running) > task->entered.value(Phase::Pending));
    // What is kept of the sample is no executable.
    QFile kept(task->samplePath);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.read(4) == "CART");
    QVERIFY(!(kept.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(h.countRequests("POST", QStringLiteral("create/file")), 1);
}

void TaskFollowerTest::refusesUnfitFilesBeforeSending_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("missing") << -1;
    QTest::newRow("empty") << 0;
    QTest::newRow("too large") << 2000;
}

void TaskFollowerTest::refusesUnfitFilesBeforeSending()
{
    QFETCH(int, size);
    QueueHarness h;
    h.profile.uploadLimit = 1000;
    QVERIFY(h.profiles.update(h.profile));
    const QString path
        = size < 0 ? QStringLiteral("/no/such/file") : h.makeSample(QStringLiteral("a"), QByteArray(size, 'a'));
    const QString id = h.submit(path);
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QCOMPARE(int(h.queue->task(id)->failedIn), int(Phase::Hashing));
    QVERIFY(!h.queue->task(id)->words.isEmpty());
    QVERIFY(h.server.log().isEmpty());
}

void TaskFollowerTest::reusesATaskWithTheSameOptions()
{
    QueueHarness h;
    const QString path = h.makeSample(QStringLiteral("a.exe"), "MZ reused");
    const net::FormFields fields{{QStringLiteral("timeout"), QStringLiteral("60")}};
    const QString first = h.submit(path, fields);
    QVERIFY(h.runUntilPhase(first, Phase::Ready));
    const QString second = h.submit(path, fields);
    QVERIFY(h.runUntilPhase(second, Phase::Ready));
    QVERIFY(h.queue->task(second)->isReused);
    QCOMPARE(h.queue->task(second)->serverTaskId(), h.queue->task(first)->serverTaskId());
    const QString other = h.submit(path, {{QStringLiteral("timeout"), QStringLiteral("61")}});
    QVERIFY(h.runUntilPhase(other, Phase::Ready));
    const QString forced = h.submit(path, fields, true);
    QVERIFY(h.runUntilPhase(forced, Phase::Ready));
    QCOMPARE(h.countRequests("POST", QStringLiteral("create/file")), 3);
    QVERIFY(!h.queue->task(forced)->isReused);
}

void TaskFollowerTest::equalSamplesAreSubmittedOnce()
{
    QueueHarness h;
    const QString path = h.makeSample(QStringLiteral("a.exe"), "MZ twins");
    QStringList ids;
    for (int copy = 0; copy < 4; ++copy) {
        ids.append(h.submit(path));
    }
    for (const QString& id : std::as_const(ids)) {
        QVERIFY(h.runUntilPhase(id, Phase::Ready));
    }
    QCOMPARE(h.countRequests("POST", QStringLiteral("create/file")), 1);
}

void TaskFollowerTest::showsTheServersWords_data()
{
    QTest::addColumn<int>("failure");
    QTest::newRow("analysis") << int(demo::Failure::Analysis);
    QTest::newRow("processing") << int(demo::Failure::Processing);
    QTest::newRow("reporting") << int(demo::Failure::Reporting);
    QTest::newRow("vanished") << int(demo::Failure::Vanished);
    QTest::newRow("no directory") << int(demo::Failure::NoDirectory);
}

void TaskFollowerTest::showsTheServersWords()
{
    QFETCH(int, failure);
    demo::ServerOptions options;
    options.failure = demo::Failure(failure);
    QueueHarness h(options);
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ fails"));
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QVERIFY(!h.queue->task(id)->words.isEmpty());
    const auto& tasks = h.server.tasks().tasks();
    for (const demo::Task& task : tasks) {
        for (const QString& error : task.errors) {
            QVERIFY2(h.queue->task(id)->words.contains(error), qPrintable(h.queue->task(id)->words));
        }
    }
    // A retry is a new submission, as the old one cannot get better.
    demo::ServerOptions well = h.server.options();
    well.failure.reset();
    h.server.setOptions(well);
    h.queue->retry(id);
    if (failure != int(demo::Failure::NoDirectory)) {
        QVERIFY(h.runUntilPhase(id, Phase::Ready));
        QCOMPARE(h.countRequests("POST", QStringLiteral("create/file")), 2);
    }
}

void TaskFollowerTest::followsTheTaskThatReplacesARecoveredOne()
{
    demo::ServerOptions options;
    options.failure = demo::Failure::Recovered;
    QueueHarness h(options);
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ recovered"));
    QVERIFY(h.runUntil([&] { return !h.server.tasks().tasks().isEmpty(); }));
    demo::ServerOptions well = h.server.options();
    well.failure.reset(); // of the next task
    h.server.setOptions(well);
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.queue->task(id)->serverTaskIds, (QList<qint64>{2, 1}));
    QCOMPARE(h.countRequests("POST", QStringLiteral("create/file")), 1);
}

void TaskFollowerTest::givesUpARecoveredTaskWithoutASuccessor()
{
    QueueHarness h;
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ abandoned"));
    QVERIFY(h.runUntilPhase(id, Phase::Pending));
    h.server.tasks().setState(1, demo::TaskState::Recovered); // its sample was not to be found any more
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QVERIFY2(h.queue->task(id)->words.contains(QStringLiteral("restarted")), qPrintable(h.queue->task(id)->words));
    h.queue->retry(id);
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.queue->task(id)->serverTaskId(), 2);
}

void TaskFollowerTest::resubmitsOnceWhenTheGuestWasUnreachable()
{
    QueueHarness h;
    const QString words = QStringLiteral("it appears that this Virtual Machine hasn't been configured properly as the "
                                         "CAPE Host wasn't able to connect to the Guest.");
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ guest"));
    QVERIFY(h.runUntilPhase(id, Phase::Pending));
    h.server.tasks().setState(1, demo::TaskState::FailedAnalysis, words);
    QVERIFY(h.runUntil([&] { return h.queue->task(id)->serverTaskId() == 2; }));
    h.server.tasks().setState(2, demo::TaskState::FailedAnalysis, words);
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QVERIFY(h.queue->task(id)->words.contains(words));
    QCOMPARE(h.countRequests("POST", QStringLiteral("create/file")), 2);
}

void TaskFollowerTest::waitsForAServerThatIsDown()
{
    QueueHarness h;
    const QUrl url = h.server.url();
    h.server.stop();
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ down"));
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->words.isEmpty(); }));
    QVERIFY(h.queue->task(id)->nextTry > h.clock->now());
    QVERIFY(!h.queue->serverState(h.profile.id).isReachable);
    const QDateTime before = h.clock->now();
    int tries = 0;
    QDateTime last = h.queue->task(id)->nextTry;
    QVERIFY(h.runUntil([&] {
        if (h.queue->task(id)->nextTry != last && ++tries) {
            last = h.queue->task(id)->nextTry;
        }
        return h.clock->now() > before.addSecs(3600);
    }));
    QVERIFY2(tries >= 8 && tries < 40, qPrintable(QString::number(tries))); // growing pauses
    QCOMPARE(int(h.queue->task(id)->phase), int(Phase::Searching));
    demo::ServerOptions options = h.server.options();
    options.port = quint16(url.port());
    h.server.setOptions(options);
    QVERIFY(h.server.start());
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QVERIFY(h.queue->task(id)->words.isEmpty());
    QVERIFY(h.queue->serverState(h.profile.id).isReachable);
}

void TaskFollowerTest::waitsOutBadAnswers()
{
    demo::ServerOptions options;
    options.htmlErrors = true;
    options.dropConnections = 0.2;
    QueueHarness h(options);
    QStringList ids;
    for (int number = 0; number < 5; ++number) {
        ids.append(h.submit(h.makeSample(QStringLiteral("%1.exe").arg(number), "MZ " + QByteArray::number(number))));
    }
    for (const QString& id : std::as_const(ids)) {
        QVERIFY2(h.runUntilPhase(id, Phase::Ready),
            qPrintable(net::phaseKey(h.queue->task(id)->phase) + h.queue->task(id)->words));
    }
    QCOMPARE(h.server.tasks().tasks().size(), 5); // whatever broke, none was submitted twice
}

void TaskFollowerTest::waitsOutTimeouts()
{
    QueueHarness h;
    h.profile.answerTimeoutMs = 100;
    QVERIFY(h.profiles.update(h.profile));
    demo::ServerOptions options = h.server.options();
    options.slow = std::chrono::seconds(60); // never, for a client that waits a tenth of a second
    h.server.setOptions(options);
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ timeout"));
    QVERIFY(h.runUntil([&] { return h.queue->task(id)->attempts >= 3; }));
    QVERIFY2(h.queue->task(id)->words.contains(QStringLiteral("in time")), qPrintable(h.queue->task(id)->words));
    QVERIFY(h.queue->task(id)->nextTry > h.clock->now());
    options.slow = {};
    h.server.setOptions(options);
    h.profile.answerTimeoutMs = 30'000;
    QVERIFY(h.profiles.update(h.profile));
    QVERIFY2(h.runUntilPhase(id, Phase::Ready), qPrintable(h.queue->task(id)->words));
    QCOMPARE(h.server.tasks().tasks().size(), 1);
}

void TaskFollowerTest::stopsAtWhatCannotGetBetter_data()
{
    QTest::addColumn<int>("disabled"); // -1: none
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    const QString exe = QStringLiteral("a.exe");
    const QString off = QStringLiteral("switched off");
    QTest::newRow("no submissions") << int(demo::Endpoint::CreateFile) << exe << off;
    QTest::newRow("no task details") << int(demo::Endpoint::View) << exe << off;
    QTest::newRow("no reports") << int(demo::Endpoint::Report) << exe << off;
    QTest::newRow("refused file") << -1 << QStringLiteral("readme.txt") << QStringLiteral("refused");
}

void TaskFollowerTest::stopsAtWhatCannotGetBetter()
{
    QFETCH(int, disabled);
    QFETCH(QString, name);
    QFETCH(QString, words);
    demo::ServerOptions options;
    if (disabled >= 0) {
        options.disabled = {demo::Endpoint(disabled)};
    }
    QueueHarness h(options);
    const QString id = h.submit(h.makeSample(name, "MZ hopeless"));
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QVERIFY2(h.queue->task(id)->words.contains(words), qPrintable(h.queue->task(id)->words));
    QVERIFY(!h.queue->task(id)->nextTry.isValid());
    QVERIFY(h.countRequests("POST", QStringLiteral("create/file")) <= 1);
}

void TaskFollowerTest::waitsAtABadToken()
{
    QueueHarness h;
    h.credentials.setSessionToken(h.profile.id, QStringLiteral("wrong-token-entirely"));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ token"));
    QVERIFY(h.runUntil([&] { return h.queue->task(id)->words.contains(QStringLiteral("Token needed")); }));
    QCOMPARE(int(h.queue->task(id)->phase), int(Phase::Searching));
    QVERIFY(!h.queue->task(id)->words.contains(QStringLiteral("wrong-token-entirely")));
    h.credentials.setSessionToken(h.profile.id, test::demoToken());
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
}

void TaskFollowerTest::fallsBackToTheBareReport()
{
    const auto recorded = test::allRecorded();
    const auto answer = [&](int number) { return test::wireAnswer(recorded.at(number - 1)); };
    const test::ReplayServer server([&](const test::WireRequest& request) {
        if (request.path.contains("/search/")) {
            return answer(6);
        }
        if (request.path.contains("/create/")) {
            return answer(7);
        }
        if (request.path.contains("/view/")) {
            return answer(28);
        }
        return request.path.contains("/litereport/") ? answer(35) : answer(45);
    });
    QueueHarness h;
    h.profile.url = server.url();
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ bare"));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QFile lite(h.queue->task(id)->litePath);
    QVERIFY(lite.open(QIODevice::ReadOnly));
    QCOMPARE(lite.readAll(), recorded.at(34).body);
    QVERIFY(QFile::exists(h.queue->task(id)->reportPath));
}

void TaskFollowerTest::saysWhatIsMissingWithoutReports()
{
    demo::ServerOptions options;
    options.lite = false;
    options.fullReport = false;
    QueueHarness h(options);
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ nolite"));
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QVERIFY2(h.queue->task(id)->words.contains(QStringLiteral("[litereport]")), qPrintable(h.queue->task(id)->words));
    QVERIFY(QFile::exists(h.queue->task(id)->reportPath));
    QVERIFY(h.queue->task(id)->words.contains(h.queue->task(id)->reportPath)); // where the archive lies
}

void TaskFollowerTest::deletesOnTheServerAfterTheFetch()
{
    QueueHarness h;
    h.profile.deleteAfterFetch = true;
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ delete"));
    QVERIFY(h.runUntil([&] { return h.queue->task(id)->phase == Phase::Ready && !h.queue->task(id)->deletePending; }));
    QVERIFY(h.server.tasks().tasks().isEmpty());
    QVERIFY(QFile::exists(h.queue->task(id)->reportPath));
}

void TaskFollowerTest::cancelsAndRetries()
{
    QueueHarness h;
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ cancel"));
    QVERIFY(h.runUntilPhase(id, Phase::Pending));
    h.queue->cancel(id);
    QCOMPARE(int(h.queue->task(id)->phase), int(Phase::Cancelled));
    // What was on its way when it was cancelled may still arrive.
    QVERIFY(h.runUntil([&] { return h.queue->isIdle(); }));
    for (int round = 0; round < 20; ++round) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    const qsizetype asked = h.server.log().size();
    h.clock->advance(3'600'000);
    for (int round = 0; round < 20; ++round) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    QCOMPARE(h.server.log().size(), asked);
    h.queue->retry(id);
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.countRequests("POST", QStringLiteral("create/file")), 1); // the server still had it
}

void TaskFollowerTest::pausesAndGoesOn()
{
    QueueHarness h;
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ pause"));
    QVERIFY(h.runUntilPhase(id, Phase::Searching));
    h.queue->setPaused(id, true);
    h.openQueue(); // it stays paused
    QVERIFY(h.queue->task(id)->isPaused);
    for (int round = 0; round < 50; ++round) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    QCOMPARE(int(h.queue->task(id)->phase), int(Phase::Searching));
    h.queue->setPaused(id, false);
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
}

void TaskFollowerTest::deletesAWaitingTaskOnTheServer()
{
    QueueHarness h;
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ waiting"));
    QVERIFY(h.runUntilPhase(id, Phase::Pending));
    h.queue->deleteOnServer(id);
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->deletePending; }));
    QVERIFY(h.server.tasks().tasks().isEmpty());
    QCOMPARE(int(h.queue->task(id)->phase), int(Phase::Cancelled));
}

void TaskFollowerTest::goesOnAfterARestartInEveryPhase_data()
{
    QTest::addColumn<int>("phase");
    for (const Phase phase : net::PhaseSteps) {
        if (phase != Phase::Ready) {
            QTest::newRow(qPrintable(net::phaseKey(phase))) << int(phase);
        }
    }
}

void TaskFollowerTest::goesOnAfterARestartInEveryPhase()
{
    QFETCH(int, phase);
    QueueHarness h;
    h.parsesAtOnce = Phase(phase) != Phase::Parsing;
    h.openQueue();
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ restart"));
    bool reached = false;
    connect(h.queue.get(), &net::TaskQueue::taskChanged, h.queue.get(),
        [&] { reached = reached || h.queue->task(id)->phase == Phase(phase); });
    QVERIFY(h.runUntil([&] { return reached || h.queue->task(id)->phase == Phase(phase); }));
    h.parsesAtOnce = true;
    h.openQueue(); // all that was under way is gone with the old queue
    QVERIFY(h.queue->task(id));
    if (h.queue->task(id)->phase == Phase::Parsing) {
        h.queue->setParsed(id, {.score = 1.0});
    }
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.server.tasks().tasks().size(), 1);
}

void TaskFollowerTest::neverUploadsTwiceWhenTheAnswerIsLost()
{
    QueueHarness h;
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ lost"), {}, true);
    // The server takes the sample, and this side dies before it reads the answer.
    bool isTaken = false;
    connect(&h.server, &demo::Server::answered, &h.server, [&](const QByteArray& method) {
        if (method == "POST" && !std::exchange(isTaken, true)) {
            h.openQueue();
        }
    });
    QVERIFY(h.runUntil([&] { return isTaken; }));
    QVERIFY(h.queue->task(id)->uploadStarted);
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.server.tasks().tasks().size(), 1);
    QCOMPARE(h.queue->task(id)->serverTaskId(), 1);
}

void TaskFollowerTest::neverExceedsTheLimitAgain_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("looked at together") << true;
    QTest::newRow("looked at one by one") << false;
}

void TaskFollowerTest::neverExceedsTheLimitAgain()
{
    QFETCH(bool, atOnce);
    demo::ServerOptions options;
    if (!atOnce) {
        options.disabled = {demo::Endpoint::ExtendedSearch};
    }
    options.rate = demo::RateLimit{5, std::chrono::seconds(60)};
    QueueHarness h(options);
    constexpr int Samples = 200;
    const QDateTime began = h.clock->now();
    for (int number = 0; number < Samples; ++number) {
        (void)h.submit(h.makeSample(QStringLiteral("%1.exe").arg(number), "MZ many " + QByteArray::number(number)));
    }
    const auto all = [&](Phase phase) {
        const auto tasks = h.queue->tasks();
        return std::ranges::count(tasks, phase, &net::TaskRecord::phase);
    };
    QVERIFY2(h.runUntil([&] { return all(Phase::Ready) == Samples; }, 60'000),
        qPrintable(QString::number(all(Phase::Ready))));
    QCOMPARE(h.countRequests("", QString(), 429) + h.countRequests("GET", QString(), 429)
            + h.countRequests("POST", QString(), 429),
        1);
    QCOMPARE(h.queue->serverState(h.profile.id).requestsPerMinute, std::optional(5));
    QCOMPARE(h.server.tasks().tasks().size(), Samples);
    const double each = double(h.server.log().size()) / Samples;
    qInfo("%.2f requests a sample, %lld minutes", each, began.secsTo(h.clock->now()) / 60);
    QVERIFY2(each < (atOnce ? 4.0 : 6.0), qPrintable(QString::number(each)));
}

void TaskFollowerTest::reordersAndRemoves()
{
    QueueHarness h;
    QStringList ids;
    for (const char* name : {"a", "b", "c"}) {
        ids.append(h.submit(h.makeSample(QString::fromLatin1(name), name)));
    }
    for (const QString& id : std::as_const(ids)) {
        QVERIFY(h.runUntilPhase(id, Phase::Ready));
    }
    h.queue->moveBefore(ids.at(2), ids.at(0));
    h.openQueue();
    QCOMPARE(h.queue->tasks().constFirst().id, ids.at(2));
    const auto task = *h.queue->task(ids.at(0));
    h.queue->remove(ids.at(0));
    QVERIFY(!QFile::exists(task.samplePath));
    QVERIFY(!QFile::exists(task.reportPath));
    h.openQueue();
    QCOMPARE(h.queue->tasks().size(), 2);
}

void TaskFollowerTest::submitsUrls()
{
    QueueHarness h;
    net::Submission submission;
    submission.profileId = h.profile.id;
    submission.url = QStringLiteral("http://example.com/page");
    const QString id = *h.queue->submit(submission);
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.server.tasks().tasks().first().target, submission.url);
}

void TaskFollowerTest::onlyOneProgramMayWorkOnAFolder()
{
    QueueHarness h;
    net::TaskQueue second(&h.profiles, &h.credentials, {h.folder.filePath(QStringLiteral("queue")), h.clock});
    const auto opened = second.open();
    QVERIFY(!opened);
    QCOMPARE(int(opened.error().code), int(core::ErrorCode::Refused));
    h.queue.reset();
    QVERIFY(second.open());
}

REGISTER_TEST(TaskFollowerTest)
#include "taskfollowertest.moc"
