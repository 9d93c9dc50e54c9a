// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queueharness.h"
#include "support/recorded.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QtTest>

using net::Phase;
using test::QueueHarness;

// What the service does beyond the straight way: time limit and further tries, the next server, reboot, deletion, and
// the order of the queue; over sockets, in the test's time.
class TaskFlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesUpATaskThatTakesTooLong_data();
    void givesUpATaskThatTakesTooLong();
    void waitingInTheServersQueueIsNotTooLong();
    void submitsOnceMoreWhenTheReportSaysTheGuestWasUnreachable();
    void deletesReplacedTasksToo_data();
    void deletesReplacedTasksToo();
    void takesTheNextServer_data();
    void takesTheNextServer();
    void staysWhereTheSampleMayBe();
    void goesOnWaitingWhenNoServerAnswers();
    void rebootsOnRequest_data();
    void rebootsOnRequest();
    void saysWhenAServerCannotReboot();
    void followsEveryTaskOfASubmission();
    void uploadsInTheOrderOfTheList();
    void uploadsOnlySoManyAtOnce();
    void waitsOutAServersInternalErrors();
};

namespace {

constexpr char Post[] = "POST";

demo::ServerOptions paced(int running)
{
    demo::ServerOptions options;
    options.pace = {std::chrono::seconds(2), std::chrono::seconds(running), std::chrono::seconds(2)};
    return options;
}

QString createFile()
{
    return QStringLiteral("create/file");
}

QByteArray jsonAnswer(const QByteArray& body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n\r\n" + body;
}

// A second demo server beside the harness's, with a profile of its own.
struct SecondServer {
    explicit SecondServer(QueueHarness& h)
    {
        demo::ServerOptions options = h.server.options();
        options.port = 0;
        server.setOptions(options);
        profile = net::newProfile(QStringLiteral("second"), server.start().value_or(QUrl()));
        profile.url = net::serverUrl(profile.url.toString()).value_or(QUrl());
        profile.proxy = net::ProxyKind::None;
        profile.id = h.profiles.add(profile).value_or(QString());
        h.credentials.setSessionToken(profile.id, test::demoToken());
    }

    demo::Server server;
    net::Profile profile;
};

} // namespace

void TaskFlowTest::givesUpATaskThatTakesTooLong_data()
{
    QTest::addColumn<int>("moreTries");
    QTest::newRow("no more tries") << 0;
    QTest::newRow("two more tries") << 2;
}

void TaskFlowTest::givesUpATaskThatTakesTooLong()
{
    QFETCH(int, moreTries);
    QueueHarness h(paced(5'000));
    QCOMPARE(h.profile.timeLimitSeconds, 800); // the service's
    QCOMPARE(h.profile.moreTries, 0); // the service's is 2
    h.profile.moreTries = moreTries;
    h.profile.deleteAfterFetch = true;
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ slow"));
    QVERIFY(h.runUntilPhase(id, Phase::Running));
    const QDateTime began = h.clock->now();
    if (moreTries > 0) {
        QVERIFY(h.runUntil([&] { return h.queue->task(id)->lateTries == 1; }));
        const qint64 waited = began.secsTo(h.clock->now());
        QVERIFY2(waited >= 790 && waited <= 830, qPrintable(QString::number(waited))); // up to one look later
        QVERIFY2(h.queue->task(id)->remark.contains(QStringLiteral("800")), qPrintable(h.queue->task(id)->remark));
    }
    QVERIFY(h.runUntilPhase(id, Phase::Failed));
    QVERIFY2(h.queue->task(id)->words.contains(QStringLiteral("800")), qPrintable(h.queue->task(id)->words));
    QCOMPARE(h.countRequests(Post, createFile()), 1 + moreTries);
    // None of them is left on the server, once it lets them go.
    if (moreTries == 0) { // nothing of it was fetched yet
        QVERIFY(!h.queue->task(id)->deletePending);
        QCOMPARE(h.server.tasks().tasks().size(), 1);
        return;
    }
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->deletePending; }));
    QVERIFY(h.server.tasks().tasks().isEmpty());
}

void TaskFlowTest::waitingInTheServersQueueIsNotTooLong()
{
    demo::ServerOptions options = paced(5);
    options.pace.pending = std::chrono::seconds(3'000);
    QueueHarness h(options);
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ waits"));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.queue->task(id)->lateTries, 0);
    QCOMPARE(h.countRequests(Post, createFile()), 1);
}

void TaskFlowTest::submitsOnceMoreWhenTheReportSaysTheGuestWasUnreachable()
{
    QueueHarness h;
    h.parsesAtOnce = false;
    h.openQueue();
    connect(h.queue.get(), &net::TaskQueue::reportFetched, this,
        [&](const QString& task) { h.queue->setParsed(task, {.score = 1.0, .guestUnreachable = true}); });
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ unreachable"));
    QVERIFY(h.runUntilPhase(id, Phase::Ready)); // the second report is taken as it is
    QCOMPARE(h.countRequests(Post, createFile()), 2);
    QVERIFY(h.queue->task(id)->resubmitted);
    QCOMPARE(h.queue->task(id)->replacedIds, QList<qint64>{1});
    QVERIFY(!h.queue->task(id)->remark.isEmpty());
}

void TaskFlowTest::deletesReplacedTasksToo_data()
{
    QTest::addColumn<bool>("recovered");
    QTest::newRow("guest unreachable") << false;
    QTest::newRow("recovered") << true;
}

void TaskFlowTest::deletesReplacedTasksToo()
{
    QFETCH(bool, recovered);
    demo::ServerOptions options;
    if (recovered) {
        options.failure = demo::Failure::Recovered;
    }
    QueueHarness h(options);
    h.profile.deleteAfterFetch = true;
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ replaced"));
    QVERIFY(h.runUntilPhase(id, Phase::Pending));
    if (recovered) {
        demo::ServerOptions well = h.server.options();
        well.failure.reset();
        h.server.setOptions(well);
    } else {
        h.server.tasks().setState(1, demo::TaskState::FailedAnalysis,
            QStringLiteral("it appears that this Virtual Machine hasn't been configured properly as the CAPE Host "
                           "wasn't able to connect to the Guest."));
    }
    QVERIFY(h.runUntil([&] { return h.queue->task(id)->phase == Phase::Ready && !h.queue->task(id)->deletePending; }));
    QVERIFY(h.server.tasks().tasks().isEmpty());
    QCOMPARE(h.countRequests(Post, createFile()), recovered ? 1 : 2);
}

void TaskFlowTest::takesTheNextServer_data()
{
    QTest::addColumn<bool>("url");
    QTest::newRow("file") << false;
    QTest::newRow("URL") << true;
}

void TaskFlowTest::takesTheNextServer()
{
    QFETCH(bool, url);
    QueueHarness h;
    SecondServer second(h);
    h.server.stop();
    QStringList ids;
    for (int number = 0; number < 3; ++number) {
        net::Submission submission;
        submission.profileId = h.profile.id;
        submission.otherProfiles = {second.profile.id};
        if (url) {
            submission.url = QStringLiteral("http://example.com/%1").arg(number);
        } else {
            submission.path = h.makeSample(QStringLiteral("%1.exe").arg(number), "MZ " + QByteArray::number(number));
        }
        ids.append(h.queue->submit(submission).value_or(QString()));
    }
    const QDateTime began = h.clock->now();
    for (const QString& id : std::as_const(ids)) {
        QVERIFY2(h.runUntilPhase(id, Phase::Ready), qPrintable(h.queue->task(id)->words));
        QCOMPARE(h.queue->task(id)->profileId, second.profile.id);
        QVERIFY(h.queue->task(id)->remark.contains(QStringLiteral("second")));
    }
    // After three connections that did not come about, not after an hour.
    QVERIFY2(began.secsTo(h.clock->now()) < 120, qPrintable(QString::number(began.secsTo(h.clock->now()))));
    QCOMPARE(second.server.tasks().tasks().size(), 3);
}

void TaskFlowTest::staysWhereTheSampleMayBe()
{
    QueueHarness h;
    SecondServer second(h);
    net::Submission submission;
    submission.profileId = h.profile.id;
    submission.otherProfiles = {second.profile.id};
    submission.path = h.makeSample(QStringLiteral("a.exe"), "MZ unsure");
    submission.ignoreExisting = true;
    const QString id = h.queue->submit(submission).value_or(QString());
    // The first server takes the sample, and its answer is lost with it.
    bool isTaken = false;
    connect(&h.server, &demo::Server::answered, &h.server, [&](const QByteArray& method) {
        if (method == Post && !std::exchange(isTaken, true)) {
            h.openQueue();
        }
    });
    QVERIFY(h.runUntil([&] { return isTaken; }));
    const quint16 port = quint16(h.server.url().port());
    h.server.stop();
    const QDateTime began = h.clock->now();
    QVERIFY(h.runUntil([&] { return began.secsTo(h.clock->now()) > 3'600; }));
    QCOMPARE(h.queue->task(id)->profileId, h.profile.id);
    QVERIFY(second.server.tasks().tasks().isEmpty());
    demo::ServerOptions options = h.server.options();
    options.port = port;
    h.server.setOptions(options);
    QVERIFY(h.server.start());
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(h.server.tasks().tasks().size(), 1);
}

void TaskFlowTest::goesOnWaitingWhenNoServerAnswers()
{
    QueueHarness h;
    SecondServer second(h);
    h.server.stop();
    const quint16 port = quint16(second.server.url().port());
    second.server.stop();
    net::Submission submission;
    submission.profileId = h.profile.id;
    submission.otherProfiles = {second.profile.id};
    submission.path = h.makeSample(QStringLiteral("a.exe"), "MZ nobody");
    const QString id = h.queue->submit(submission).value_or(QString());
    const QDateTime began = h.clock->now();
    QVERIFY(h.runUntil([&] { return began.secsTo(h.clock->now()) > 3'600; }));
    QVERIFY(!net::isFinal(h.queue->task(id)->phase));
    demo::ServerOptions options = second.server.options();
    options.port = port;
    second.server.setOptions(options);
    QVERIFY(second.server.start());
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QCOMPARE(second.server.tasks().tasks().size(), 1);
}

void TaskFlowTest::rebootsOnRequest_data()
{
    QTest::addColumn<bool>("asked");
    QTest::addColumn<bool>("bySignature");
    QTest::addColumn<bool>("supported");
    QTest::addColumn<int>("tasks");
    QTest::newRow("asked for") << true << false << true << 2;
    QTest::newRow("by a signature") << false << true << true << 2;
    QTest::newRow("not offered") << true << true << false << 1;
    QTest::newRow("not asked for") << false << false << true << 1;
}

void TaskFlowTest::rebootsOnRequest()
{
    QFETCH(bool, asked);
    QFETCH(bool, bySignature);
    QFETCH(bool, supported);
    QFETCH(int, tasks);
    const auto recorded = test::allRecorded();
    const auto answer = [&](int number) { return test::wireAnswer(recorded.at(number - 1)); };
    const test::ReplayServer server([&](const test::WireRequest& request) {
        if (request.path.contains("/search/")) {
            return answer(6);
        }
        if (request.path.contains("/create/")) {
            return answer(7);
        }
        if (request.path.contains("/reboot/")) {
            return jsonAnswer("{\"error\": false, \"task_id\": 1, \"reboot_id\": 77}");
        }
        if (request.path.contains("/delete/")) {
            return answer(49);
        }
        return request.path.contains("/view/") ? answer(28) : answer(30);
    });
    QueueHarness h;
    h.profile.url = server.url();
    h.profile.rebootSupported = supported;
    h.profile.deleteAfterFetch = true;
    QVERIFY(h.profiles.update(h.profile));
    h.parsesAtOnce = false;
    h.openQueue();
    connect(h.queue.get(), &net::TaskQueue::reportFetched, this,
        [&](const QString& task) { h.queue->setParsed(task, {.score = 1.0, .asksForReboot = bySignature}); });
    net::Submission submission;
    submission.profileId = h.profile.id;
    submission.path = h.makeSample(QStringLiteral("a.exe"), "MZ reboot");
    submission.reboot = asked;
    const QString id = h.queue->submit(submission).value_or(QString());
    QVERIFY(h.runUntil([&] {
        const auto all = h.queue->tasks();
        return std::ranges::all_of(
            all, [](const net::TaskRecord& task) { return task.phase == Phase::Ready && !task.deletePending; });
    }));
    const auto all = h.queue->tasks();
    QCOMPARE(all.size(), tasks);
    if (tasks == 2) {
        QCOMPARE(all.last().rebootOf, id);
        QCOMPARE(all.last().serverTaskId(), 77);
        // The first task stays on the server until the second is done.
        QByteArrayList order;
        for (const test::WireRequest& request : server.requests()) {
            order.append(request.path);
        }
        const qsizetype report = order.indexOf("/apiv2/tasks/get/report/77/lite/zip/");
        QVERIFY(report > 0);
        const auto first
            = std::ranges::find_if(order, [](const QByteArray& path) { return path.contains("/delete/"); });
        QVERIFY(first - order.begin() > report);
    }
}

void TaskFlowTest::saysWhenAServerCannotReboot()
{
    QueueHarness h; // as the real server, it has no such endpoint
    h.profile.rebootSupported = true;
    h.profile.deleteAfterFetch = true;
    QVERIFY(h.profiles.update(h.profile));
    net::Submission submission;
    submission.profileId = h.profile.id;
    submission.path = h.makeSample(QStringLiteral("a.exe"), "MZ no reboot");
    submission.reboot = true;
    const QString id = h.queue->submit(submission).value_or(QString());
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QVERIFY(h.runUntil([&] { return h.queue->tasks().last().phase == Phase::Failed; }));
    QVERIFY(h.queue->tasks().last().words.contains(QStringLiteral("reboot")));
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->deletePending; }));
    QVERIFY(h.server.tasks().tasks().isEmpty());
}

void TaskFlowTest::followsEveryTaskOfASubmission()
{
    demo::ServerOptions options;
    options.machineAll = true;
    options.machines
        = {{1, QStringLiteral("first"), QStringLiteral("192.0.2.10"), QStringLiteral("windows"), {}, false},
            {2, QStringLiteral("other"), QStringLiteral("192.0.2.11"), QStringLiteral("windows"), {}, false}};
    QueueHarness h(options);
    const QString id = h.submit(
        h.makeSample(QStringLiteral("a.exe"), "MZ everywhere"), {{QStringLiteral("machine"), QStringLiteral("all")}});
    QVERIFY(h.runUntil([&] {
        const auto tasks = h.queue->tasks();
        return std::ranges::all_of(tasks, [](const net::TaskRecord& task) { return task.phase == Phase::Ready; });
    }));
    QVERIFY(h.queue->tasks().size() > 1);
    QCOMPARE(h.queue->tasks().size(), h.server.tasks().tasks().size());
    QSet<qint64> followed;
    const auto tasks = h.queue->tasks();
    for (const net::TaskRecord& task : tasks) {
        followed.insert(task.serverTaskId());
    }
    QCOMPARE(followed.size(), tasks.size());
    QCOMPARE(h.countRequests(Post, createFile()), 1);
    QVERIFY(h.queue->task(id));
}

void TaskFlowTest::uploadsInTheOrderOfTheList()
{
    demo::ServerOptions options;
    options.rate = demo::RateLimit{2, std::chrono::seconds(60)};
    QueueHarness h(options);
    QStringList ids;
    for (int number = 0; number < 5; ++number) {
        ids.append(
            h.submit(h.makeSample(QStringLiteral("%1.exe").arg(number), "MZ order" + QByteArray::number(number))));
    }
    QVERIFY(h.runUntil([&] {
        const auto tasks = h.queue->tasks();
        return std::ranges::none_of(tasks, [](const net::TaskRecord& task) { return task.phase == Phase::Hashing; });
    }));
    h.queue->moveBefore(ids.at(4), ids.at(1));
    QVERIFY(h.runUntil([&] { return h.server.tasks().tasks().size() == 5; }, 30'000));
    QStringList order;
    for (const demo::Task& task : h.server.tasks().tasks()) {
        order.append(task.target);
    }
    QVERIFY2(
        order.indexOf(QStringLiteral("4.exe")) < order.indexOf(QStringLiteral("2.exe")), qPrintable(order.join(u' ')));
    QVERIFY2(
        order.indexOf(QStringLiteral("4.exe")) < order.indexOf(QStringLiteral("3.exe")), qPrintable(order.join(u' ')));
    QVERIFY2(
        order.indexOf(QStringLiteral("2.exe")) < order.indexOf(QStringLiteral("3.exe")), qPrintable(order.join(u' ')));
}

void TaskFlowTest::uploadsOnlySoManyAtOnce()
{
    int under = 0;
    int most = 0;
    QueueHarness h;
    h.profile.maxUploads = 2;
    QVERIFY(h.profiles.update(h.profile));
    demo::ServerOptions options = h.server.options();
    options.slow = std::chrono::milliseconds(20);
    h.server.setOptions(options);
    for (int number = 0; number < 12; ++number) {
        (void)h.submit(h.makeSample(QStringLiteral("%1.exe").arg(number), "MZ many" + QByteArray::number(number)));
    }
    QVERIFY(h.runUntil([&] {
        const auto tasks = h.queue->tasks();
        under = int(std::ranges::count_if(
            tasks, [](const net::TaskRecord& task) { return task.phase == Phase::Uploading && task.uploadStarted; }));
        most = std::max(most, under);
        return std::ranges::all_of(tasks, [](const net::TaskRecord& task) { return task.phase == Phase::Ready; });
    }));
    QVERIFY2(most >= 1 && most <= 2, qPrintable(QString::number(most)));
    QCOMPARE(h.countRequests(Post, createFile()), 12);
}

void TaskFlowTest::waitsOutAServersInternalErrors()
{
    const auto recorded = test::allRecorded();
    const auto answer = [&](int number) { return test::wireAnswer(recorded.at(number - 1)); };
    int failures = 12;
    const test::ReplayServer server([&](const test::WireRequest& request) {
        if (failures-- > 0) {
            return QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 6\r\n"
                              "Connection: close\r\n\r\n<html>");
        }
        if (request.path.contains("/search/")) {
            return answer(6);
        }
        if (request.path.contains("/create/")) {
            return answer(7);
        }
        return request.path.contains("/view/") ? answer(28) : answer(30);
    });
    QueueHarness h;
    h.profile.url = server.url();
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ patient"));
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->words.isEmpty() && h.queue->task(id)->nextTry.isValid(); }));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QVERIFY(failures < 0);
}

REGISTER_TEST(TaskFlowTest)
#include "taskflowtest.moc"
