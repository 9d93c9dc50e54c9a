// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/archive.h"
#include "demo/certificate.h"
#include "demo/rawclient.h"
#include "demo/server.h"
#include "demo/serverthread.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSslSocket>
#include <QTimeZone>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

QJsonObject json(const test::RawAnswer& answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QList<int> taskIds(const test::RawAnswer& answer)
{
    QList<int> ids;
    const QJsonArray list = json(answer)[u"data"][u"task_ids"].toArray();
    for (const QJsonValue& id : list) {
        ids.append(id.toInt());
    }
    return ids;
}

} // namespace

class DemoServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void statesAdvanceWithTime();
    void aMachineRunsOneTaskAtATime();
    void higherPriorityGoesFirst();
    void endsAsAsked_data();
    void endsAsAsked();
    void recoveredPointsAtANewTask();
    void recoveredIsJudgedByItsSuccessor();
    void namesTheStatesOfManyTasks();
    void rebootsWhereItIsOffered();
    void vanishedTaskIsGone();
    void machineAllMakesATaskForEachMachine();
    void archiveMakesATaskForEachFile();
    void fileOptionKeepsAnArchiveWhole();
    void lockedArchiveIsOpened();
    void takesUrls();
    void throttlesEachUserOverASlidingWindow();
    void breaksConnectionsInEveryWay();
    void lostAnswerLeavesTheTask();
    void everyThirdAnswerIsAnHtmlPage();
    void slowServerAnswersLate();
    void servesTls();
    void leavesOutTheLiteReport();
    void servesGivenReports();
    void listensOnLoopbackOnly();
    void portInUseIsAnError();
    void refusesBrokenForms_data();
    void refusesBrokenForms();
    void runsInAThread();
    void commandServesUntilTerminated();
    void commandPlaysEveryFault_data();
    void commandPlaysEveryFault();
    void commandServesTls();
    void commandRefusesWrongUsage_data();
    void commandRefusesWrongUsage();

private:
    void start(const std::function<void(demo::ServerOptions&)>& change = {});
    test::RawAnswer get(const QByteArray& path) const { return test::exchange(m_port, "GET", "/apiv2" + path); }
    QString state(int id) const
    {
        return json(get("/tasks/status/" + QByteArray::number(id) + '/'))[u"data"].toString();
    }
    int submit(const QByteArray& words, const QList<test::FormPart>& more = {}) const;

    std::unique_ptr<demo::Server> m_server;
    quint16 m_port = 0;
    QDateTime m_now;
};

void DemoServerTest::init()
{
    m_now = QDateTime({2026, 3, 2}, {9, 0}, QTimeZone::UTC);
    m_server.reset();
}

void DemoServerTest::start(const std::function<void(demo::ServerOptions&)>& change)
{
    demo::ServerOptions options;
    options.clock = [this] { return m_now; };
    options.pace = {seconds(2), seconds(60), seconds(10)};
    if (change) {
        change(options);
    }
    m_server = std::make_unique<demo::Server>(options);
    const auto url = m_server->start();
    QVERIFY(url);
    m_port = quint16(url->port());
}

int DemoServerTest::submit(const QByteArray& words, const QList<test::FormPart>& more) const
{
    const QList<test::FormPart> form = QList<test::FormPart>{{"file", test::fakePe(words), "sample.exe"}} + more;
    return taskIds(test::upload(m_port, form)).value(0);
}

void DemoServerTest::statesAdvanceWithTime()
{
    start();
    const int id = submit("a");
    QCOMPARE(state(id), u"pending"_s);
    m_now = m_now.addSecs(2);
    QCOMPARE(state(id), u"running"_s);
    m_now = m_now.addSecs(59);
    QCOMPARE(state(id), u"running"_s);
    m_now = m_now.addSecs(1);
    QCOMPARE(state(id), u"completed"_s);
    m_now = m_now.addSecs(10);
    QCOMPARE(state(id), u"reported"_s);
    const QJsonObject task = json(get("/tasks/view/1/"))[u"data"].toObject();
    QCOMPARE(task[u"started_on"].toString(), u"2026-03-02 09:00:02"_s);
    QCOMPARE(task[u"completed_on"].toString(), u"2026-03-02 09:01:02"_s);
    QCOMPARE(task[u"reporting_finished_on"].toString(), u"2026-03-02 09:01:12"_s);
    QCOMPARE(get("/tasks/get/report/1/lite/zip/").header("Content-Type"), QByteArray("application/zip"));
}

void DemoServerTest::aMachineRunsOneTaskAtATime()
{
    start();
    const int first = submit("a");
    const int second = submit("b");
    m_now = m_now.addSecs(10);
    QCOMPARE(state(first), u"running"_s);
    QCOMPARE(state(second), u"pending"_s);
    QCOMPARE(json(get("/cuckoo/status/"))[u"data"][u"machines"][u"available"].toInt(), 1);
    m_now = m_now.addSecs(53); // the machine was free again at 62
    QCOMPARE(state(second), u"running"_s);
    m_now = m_now.addDays(1);
    QCOMPARE(state(second), u"reported"_s);
    QCOMPARE(json(get("/tasks/view/2/"))[u"data"][u"started_on"].toString(), u"2026-03-02 09:01:02"_s);
}

void DemoServerTest::higherPriorityGoesFirst()
{
    start();
    const int low = submit("a");
    const int high = submit("b", {{"priority", "3"}});
    m_now = m_now.addSecs(3);
    QCOMPARE(state(low), u"pending"_s);
    QCOMPARE(state(high), u"running"_s);
}

void DemoServerTest::endsAsAsked_data()
{
    QTest::addColumn<demo::Failure>("failure");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("report");
    const QString failed = u"Task failed"_s;
    const QString waiting = u"Task is still being analyzed"_s;
    QTest::newRow("analysis") << demo::Failure::Analysis << u"failed_analysis"_s << failed;
    QTest::newRow("processing") << demo::Failure::Processing << u"failed_processing"_s << failed;
    QTest::newRow("reporting") << demo::Failure::Reporting << u"failed_reporting"_s << failed;
    QTest::newRow("guest") << demo::Failure::Guest << u"failed_analysis"_s << failed;
    QTest::newRow("banned") << demo::Failure::Banned << u"banned"_s << waiting;
    QTest::newRow("no folder") << demo::Failure::NoDirectory << u"reported"_s << u"No analysis directory for task 1"_s;
}

void DemoServerTest::endsAsAsked()
{
    QFETCH(demo::Failure, failure);
    QFETCH(QString, state);
    QFETCH(QString, report);
    start([&](auto& o) { o.failure = failure; });
    const int id = submit("a");
    m_now = m_now.addSecs(3600);
    QCOMPARE(this->state(id), state);
    QCOMPARE(json(get("/tasks/get/report/1/lite/zip/"))[u"error_value"].toString(), report);
}

void DemoServerTest::recoveredPointsAtANewTask()
{
    start([](auto& o) { o.failure = demo::Failure::Recovered; });
    const int id = submit("a");
    m_now = m_now.addSecs(3600);
    QCOMPARE(state(id), u"recovered"_s);
    // Asked for the old task, it shows the new one; only a search shows the old one itself.
    const QJsonObject shown = json(get("/tasks/view/1/"))[u"data"].toObject();
    QCOMPARE(shown[u"id"].toInt(), 2);
    QCOMPARE(shown[u"custom"].toString(), QString());
    QCOMPARE(shown[u"status"].toString(), u"reported"_s);
    QCOMPARE(m_server->tasks().find(1)->custom, u"Recovery_2"_s);
    QCOMPARE(get("/tasks/get/report/1/lite/zip/").header("Content-Type"), QByteArray("application/zip"));
}

void DemoServerTest::recoveredIsJudgedByItsSuccessor()
{
    start([](auto& o) { o.failure = demo::Failure::Recovered; });
    submit("a");
    m_now = m_now.addSecs(63);
    QCOMPARE(json(get("/tasks/delete/1/"))[u"failed"].toString(), u"Task(s) ID(s) 1 failed to remove"_s);
    m_now = m_now.addSecs(3600);
    QVERIFY(m_server->tasks().remove(2));
    QCOMPARE(get("/tasks/view/1/").status, 500);
    QCOMPARE(get("/tasks/delete/1/recovered/").status, 500);
}

void DemoServerTest::namesTheStatesOfManyTasks()
{
    start();
    for (const char* words : {"a", "b", "c"}) {
        submit(words);
    }
    m_now = m_now.addSecs(75); // the first is reported, the second runs, the third waits
    const auto ask = [this](const QByteArray& form) {
        return json(test::exchange(m_port, "POST", "/apiv2/tasks/extendedsearch/",
            {{"Content-Type", "application/x-www-form-urlencoded"}}, form));
    };
    const auto data = [&] { return ask("option=ids&argument=1%2C2,3,99")[u"data"].toArray(); };
    QCOMPARE(data().size(), 3);
    QCOMPARE(data()[0][u"analysis"][u"id"].toInt(), 2);
    QCOMPARE(data()[0][u"analysis"][u"status"].toString(), u"running"_s);
    QCOMPARE(data()[1][u"analysis"][u"status"].toString(), u"pending"_s);
    QCOMPARE(data()[2][u"info"][u"id"].toInt(), 1);
    QCOMPARE(ask("option=ids&argument=99")[u"error_value"].toString(), u"Unable to retrieve records"_s);
    QCOMPARE(ask("option=ids&argument=1,x")[u"error_value"].toString(), u"Not all values are valid task ids"_s);
    QCOMPARE(ask("option=ids")[u"error_value"].toString(), u"No argument provided."_s);
    demo::ServerOptions options = m_server->options();
    options.reportDatabase = false;
    m_server->setOptions(options);
    QCOMPARE(data().size(), 2);
    QCOMPARE(get("/tasks/extendedsearch/").status, 405);
}

void DemoServerTest::rebootsWhereItIsOffered()
{
    start();
    submit("a");
    m_now = m_now.addSecs(3600);
    QCOMPARE(get("/tasks/reboot/1/").status, 404);
    demo::ServerOptions options = m_server->options();
    options.reboot = true;
    m_server->setOptions(options);
    QCOMPARE(json(get("/tasks/reboot/1/"))[u"reboot_id"].toInt(), 2);
    QCOMPARE(state(2), u"pending"_s);
    QCOMPARE(json(get("/tasks/reboot/9/"))[u"error"].toBool(), true);
}

void DemoServerTest::vanishedTaskIsGone()
{
    start([](auto& o) { o.failure = demo::Failure::Vanished; });
    submit("a");
    m_now = m_now.addSecs(3600);
    QCOMPARE(json(get("/tasks/view/1/"))[u"error_value"].toString(), u"Task not found in database"_s);
}

void DemoServerTest::machineAllMakesATaskForEachMachine()
{
    start([](auto& o) {
        o.machineAll = true;
        o.machines.append({3, u"win11x64"_s, u"192.0.2.107"_s, u"windows"_s, {u"x64"_s, u"win11"_s}});
    });
    const auto answer = test::upload(m_port, {{"file", test::fakePe("a"), "a.exe"}, {"machine", "all"}});
    QCOMPARE(taskIds(answer), (QList<int>{1, 2}));
    QCOMPARE(json(answer)[u"data"][u"message"].toString(), u"Task IDs 1, 2 have been submitted"_s);
    QCOMPARE(json(get("/tasks/view/2/"))[u"data"][u"machine"].toString(), u"win11x64"_s);
}

void DemoServerTest::archiveMakesATaskForEachFile()
{
    start();
    const QByteArray zip = *demo::packZip({{u"folder/a.exe"_s, test::fakePe("a")}, {u"b.js"_s, "1"}}, m_now);
    QCOMPARE(taskIds(test::upload(m_port, {{"file", zip, "two.zip"}})), (QList<int>{1, 2}));
    QCOMPARE(json(get("/tasks/view/1/"))[u"data"][u"target"].toString(), u"a.exe"_s);
    const QByteArray sha256 = QCryptographicHash::hash(zip, QCryptographicHash::Sha256).toHex();
    QCOMPARE(json(get("/tasks/search/sha256/" + sha256 + '/'))[u"data"].toArray().size(), 2);
}

void DemoServerTest::fileOptionKeepsAnArchiveWhole()
{
    start();
    const QByteArray zip = *demo::packZip({{u"a.exe"_s, test::fakePe("a")}, {u"b.js"_s, "1"}}, m_now);
    const auto answer = test::upload(m_port, {{"file", zip, "two.zip"}, {"options", "file="}});
    QCOMPARE(taskIds(answer), QList<int>{1});
    QCOMPARE(json(get("/tasks/view/1/"))[u"data"][u"target"].toString(), u"two.zip"_s);
}

void DemoServerTest::lockedArchiveIsOpened()
{
    // A stored entry "a.js" with the text "1", locked with "infected" by PKWARE's cipher.
    QTemporaryDir folder;
    QFile(folder.filePath(u"a.js"_s)).open(QIODevice::WriteOnly);
    QProcess zip;
    zip.setWorkingDirectory(folder.path());
    zip.start(u"zip"_s, {u"-q"_s, u"-P"_s, u"infected"_s, u"a.zip"_s, u"a.js"_s});
    if (!zip.waitForFinished() || zip.exitCode() != 0) {
        QSKIP("there is no zip program to make a locked archive with");
    }
    QFile file(folder.filePath(u"a.zip"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    start();
    test::upload(m_port, {{"file", file.readAll(), "locked.zip"}});
    QCOMPARE(json(get("/tasks/view/1/"))[u"data"][u"target"].toString(), u"a.js"_s);
}

void DemoServerTest::takesUrls()
{
    start();
    const auto answer = test::exchange(m_port, "POST", "/apiv2/tasks/create/url/",
        {{"Content-Type", "application/x-www-form-urlencoded"}},
        "url=https%3A%2F%2Fwww.example.com%2Fa%3Fb%3D1&route=internet");
    QCOMPARE(taskIds(answer), QList<int>{1});
    const QJsonObject task = json(get("/tasks/view/1/"))[u"data"].toObject();
    QCOMPARE(task[u"target"].toString(), u"https://www.example.com/a?b=1"_s);
    QCOMPARE(task[u"category"].toString(), u"url"_s);
    QCOMPARE(task[u"route"].toString(), u"internet"_s);
}

void DemoServerTest::throttlesEachUserOverASlidingWindow()
{
    start([](auto& o) {
        o.accounts = {{u"a"_s, {}, u"one"_s}, {u"b"_s, {}, u"two"_s}, {u"c"_s, {}, u"boss"_s, true}};
        o.rate = demo::RateLimit::fromText(u"2/m"_s);
    });
    const auto ask = [this](const QByteArray& token) {
        return test::exchange(m_port, "GET", "/apiv2/cuckoo/status/", {{"Authorization", "Token " + token}});
    };
    QCOMPARE(ask("one").status, 200);
    m_now = m_now.addSecs(20);
    QCOMPARE(ask("one").status, 200);
    const auto refused = ask("one");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("Retry-After"), QByteArray("40"));
    QCOMPARE(ask("two").status, 200);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(ask("boss").status, 200);
    }
    m_now = m_now.addSecs(40);
    QCOMPARE(ask("one").status, 200);
    QCOMPARE(ask("one").status, 429);
}

void DemoServerTest::breaksConnectionsInEveryWay()
{
    start([](auto& o) { o.dropConnections = 1; });
    bool sawPart = false;
    bool sawNothing = false;
    for (int i = 0; i < 30; ++i) {
        const auto answer = get("/machines/list/");
        QCOMPARE(answer.status, 0);
        sawPart = sawPart || !answer.body.isEmpty();
        sawNothing = sawNothing || answer.headers.isEmpty();
    }
    QVERIFY(sawPart);
    QVERIFY(sawNothing);
}

void DemoServerTest::lostAnswerLeavesTheTask()
{
    start([](auto& o) { o.dropConnections = 1; });
    for (int i = 0; i < 30; ++i) {
        submit("a");
    }
    const qsizetype tasks = m_server->tasks().tasks().size();
    QVERIFY2(tasks > 5 && tasks < 30, qPrintable(QString::number(tasks)));
}

void DemoServerTest::everyThirdAnswerIsAnHtmlPage()
{
    start([](auto& o) { o.htmlErrors = true; });
    QCOMPARE(get("/cuckoo/status/").status, 200);
    QCOMPARE(get("/cuckoo/status/").status, 200);
    const auto third = get("/cuckoo/status/");
    QCOMPARE(third.status, 502);
    QCOMPARE(third.header("Content-Type"), QByteArray("text/html; charset=utf-8"));
}

void DemoServerTest::slowServerAnswersLate()
{
    start([](auto& o) { o.slow = milliseconds(80); });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(get("/cuckoo/status/").status, 200);
    QVERIFY(timer.elapsed() >= 80);
}

void DemoServerTest::servesTls()
{
    start([](auto& o) { o.tls = true; });
    QCOMPARE(m_server->url().scheme(), u"https"_s);
    QVERIFY(demo::serverCertificate(false) != demo::serverCertificate(true));
    QSslSocket socket;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({demo::serverCertificate()});
    socket.setSslConfiguration(configuration);
    QSignalSpy encrypted(&socket, &QSslSocket::encrypted);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_port);
    QVERIFY2(encrypted.wait(), qPrintable(socket.errorString()));
    socket.write("GET /apiv2/cuckoo/status/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QTRY_VERIFY(socket.peek(100'000).contains("\"hostname\""));
}

void DemoServerTest::leavesOutTheLiteReport()
{
    start([](auto& o) { o.lite = false; });
    submit("a");
    m_now = m_now.addSecs(3600);
    const auto answer = get("/tasks/get/report/1/lite/zip/");
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/zip"));
    const auto entries = demo::unpackZip(answer.body, {}, 1000);
    QVERIFY(!entries.empty());
    QVERIFY(!std::ranges::contains(entries, u"reports/lite.json"_s, &demo::ArchiveEntry::path));
}

void DemoServerTest::servesGivenReports()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"given.zip"_s);
    const QByteArray zip = *demo::packZip({{u"reports/lite.json"_s, R"({"info":{"id":7}})"}}, m_now);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(zip) == zip.size());
    file.close();
    start([&](auto& o) { o.reports = {path}; });
    submit("a");
    m_now = m_now.addSecs(3600);
    QCOMPARE(get("/tasks/get/report/1/lite/zip/").body, zip);
    QCOMPARE(get("/tasks/get/report/1/litereport/").body, QByteArray(R"({"info":{"id":7}})"));
}

void DemoServerTest::listensOnLoopbackOnly()
{
    start();
    QCOMPARE(m_server->url().host(), u"127.0.0.1"_s);
    m_server->stop();
    QVERIFY(m_server->url().isEmpty());
    QCOMPARE(get("/cuckoo/status/").status, 0);
}

void DemoServerTest::portInUseIsAnError()
{
    start();
    demo::ServerOptions options;
    options.port = m_port;
    demo::Server second(options);
    const auto url = second.start();
    QVERIFY(!url);
    QCOMPARE(url.error().code, core::ErrorCode::Network);
}

void DemoServerTest::refusesBrokenForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no end") << QByteArray(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx");
    QTest::newRow("no blank line") << QByteArray("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n--b--\r\n");
    QTest::newRow("delimiters only") << QByteArray("--b--b--b--b");
    QTest::newRow("no name") << QByteArray("--b\r\n\r\n\r\nx\r\n--b--\r\n");
}

void DemoServerTest::refusesBrokenForms()
{
    QFETCH(QByteArray, body);
    start();
    const auto answer = test::exchange(
        m_port, "POST", "/apiv2/tasks/create/file/", {{"Content-Type", "multipart/form-data; boundary=b"}}, body);
    QCOMPARE(json(answer)[u"error_value"].toString(), u"No file was submitted"_s);
}

void DemoServerTest::runsInAThread()
{
    demo::ServerThread thread;
    const auto url = thread.start({});
    QVERIFY(url);
    QCOMPARE(test::exchange(quint16(url->port()), "GET", "/apiv2/cuckoo/status/").status, 200);
    QVERIFY(thread.start({})); // anew
    QCOMPARE(test::exchange(quint16(thread.url().port()), "GET", "/apiv2/cuckoo/status/").status, 200);
    thread.stop();
    QVERIFY(thread.url().isEmpty());
    demo::DemoSession session;
    QVERIFY(session.start());
    QCOMPARE(test::exchange(quint16(session.url().port()), "GET", "/apiv2/cuckoo/status/",
                 {{"Authorization", "Token " + demo::DemoSession::token().toLatin1()}})
                 .status,
        200);
}

void DemoServerTest::commandServesUntilTerminated()
{
    QProcess program;
    program.start(QStringLiteral(CAPEWB_PROGRAM), {u"demo-server"_s, u"--token"_s, u"secret"_s, u"--rate"_s, u"1/m"_s});
    QVERIFY(program.waitForReadyRead(20'000));
    const QUrl url(QString::fromUtf8(program.readAllStandardOutput().trimmed()));
    const auto ask = [&](const QByteArray& token) {
        return test::exchange(
            quint16(url.port()), "GET", "/apiv2/machines/list/", {{"Authorization", "Token " + token}});
    };
    QCOMPARE(ask("wrong").status, 401);
    QCOMPARE(ask("secret").status, 200);
    QCOMPARE(ask("secret").status, 429);
    ::kill(pid_t(program.processId()), SIGTERM);
    QVERIFY(program.waitForFinished(20'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
}

void DemoServerTest::commandPlaysEveryFault_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status"); // of the last of three requests; 0: the connection broke
    QTest::addColumn<QByteArray>("words");
    const QByteArray statusPath = "/cuckoo/status/";
    QTest::newRow("disable") << QStringList{u"--disable"_s, u"status"_s} << statusPath << 200
                             << QByteArray("Cuckoo Status API is disabled");
    QTest::newRow("rate") << QStringList{u"--rate"_s, u"2/m"_s} << statusPath << 429 << QByteArray("throttled");
    QTest::newRow("html errors") << QStringList{u"--html-errors"_s} << statusPath << 502 << QByteArray("<html");
    QTest::newRow("dropped connections") << QStringList{u"--drop-connections"_s, u"1"_s} << statusPath << 0
                                         << QByteArray();
    QTest::newRow("fail") << QStringList{u"--fail"_s, u"failed_analysis"_s, u"--pace"_s, u"0,0,0"_s}
                          << QByteArray("/tasks/status/1/") << 200 << QByteArray("failed_analysis");
    QTest::newRow("guest") << QStringList{u"--fail"_s, u"guest-unreachable"_s, u"--pace"_s, u"0,0,0"_s}
                           << QByteArray("/tasks/view/1/") << 200 << QByteArray("able to connect to the Guest");
    QTest::newRow("reboot") << QStringList{u"--reboot"_s, u"--pace"_s, u"0,0,0"_s} << QByteArray("/tasks/reboot/1/")
                            << 200 << QByteArray("reboot_id");
    QTest::newRow("no lite") << QStringList{u"--no-lite"_s, u"--pace"_s, u"0,0,0"_s}
                             << QByteArray("/tasks/get/report/1/litereport/") << 200 << QByteArray("error_value");
}

void DemoServerTest::commandPlaysEveryFault()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    QProcess program;
    program.start(QStringLiteral(CAPEWB_PROGRAM), QStringList{u"demo-server"_s} + options);
    QVERIFY(program.waitForReadyRead(20'000));
    const quint16 port = quint16(QUrl(QString::fromUtf8(program.readAllStandardOutput().trimmed())).port());
    if (path.startsWith("/tasks/")) {
        QCOMPARE(taskIds(test::upload(port, {{"file", test::fakePe("x"), "sample.exe"}})), QList<int>{1});
    }
    test::RawAnswer answer;
    for (int number = 0; number < 3; ++number) {
        answer = test::exchange(port, "GET", "/apiv2" + path);
    }
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.body.contains(words), answer.body.constData());
    ::kill(pid_t(program.processId()), SIGTERM);
    QVERIFY(program.waitForFinished(20'000));
}

void DemoServerTest::commandServesTls()
{
    for (const bool other : {false, true}) {
        QProcess program;
        program.start(QStringLiteral(CAPEWB_PROGRAM),
            QStringList{u"demo-server"_s, u"--tls"_s, u"--slow"_s, u"50"_s}
                + (other ? QStringList{u"--other-certificate"_s} : QStringList()));
        QVERIFY(program.waitForReadyRead(20'000));
        const QUrl url(QString::fromUtf8(program.readAllStandardOutput().trimmed()));
        QCOMPARE(url.scheme(), u"https"_s);
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::QueryPeer);
        socket.ignoreSslErrors();
        socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(url.port()));
        QVERIFY(socket.waitForEncrypted(20'000));
        QCOMPARE(socket.peerCertificate(), demo::serverCertificate(other));
        QElapsedTimer timer;
        timer.start();
        socket.write("GET /apiv2/cuckoo/status/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        QVERIFY(socket.waitForReadyRead(20'000));
        QVERIFY(timer.elapsed() >= 45); // --slow
        ::kill(pid_t(program.processId()), SIGTERM);
        QVERIFY(program.waitForFinished(20'000));
    }
}

void DemoServerTest::commandRefusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("rate") << QStringList{u"--rate"_s, u"many"_s};
    QTest::newRow("port") << QStringList{u"--port"_s, u"70000"_s};
    QTest::newRow("endpoint") << QStringList{u"--disable"_s, u"nosuch"_s};
    QTest::newRow("state") << QStringList{u"--fail"_s, u"nosuch"_s};
    QTest::newRow("option") << QStringList{u"--nosuch"_s};
    QTest::newRow("word") << QStringList{u"word"_s};
    QTest::newRow("report") << QStringList{u"--report"_s, u"/nosuch.zip"_s};
    QTest::newRow("pace") << QStringList{u"--pace"_s, u"1,2"_s};
}

void DemoServerTest::commandRefusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    QProcess program;
    program.start(QStringLiteral(CAPEWB_PROGRAM), QStringList{u"demo-server"_s} + arguments);
    QVERIFY(program.waitForFinished(20'000));
    QCOMPARE(program.exitCode(), 2);
    QVERIFY(!program.readAllStandardError().isEmpty());
}

REGISTER_TEST(DemoServerTest)
#include "demoservertest.moc"
