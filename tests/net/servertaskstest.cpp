// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/servertasks.h"
#include "net/queueharness.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QtTest>

using net::ServerTasks;
using net::TaskView;

namespace {

QList<qint64> idsOf(const ServerTasks& tasks)
{
    QList<qint64> ids;
    for (const TaskView& task : tasks.tasks()) {
        ids.append(task.id);
    }
    return ids;
}

} // namespace

// The tasks of a demo server, listed and found.
class ServerTasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsPageByPage();
    void listsOneState();
    void findsATaskByItsNumber();
    void saysThatTheListIsOff();
    void endsWhereAServerRepeatsItself();

private:
    static demo::Server& fill(demo::Server& server, int count)
    {
        for (int i = 0; i < count; ++i) {
            demo::Task task;
            task.target = QStringLiteral("/tmp/sample%1.exe").arg(i);
            server.tasks().add(task);
        }
        return server;
    }

    std::unique_ptr<ServerTasks> open(const QUrl& url)
    {
        net::Profile profile = net::newProfile(QStringLiteral("lab"), url);
        profile.proxy = net::ProxyKind::None;
        return std::make_unique<ServerTasks>(&m_credentials, profile);
    }

    static bool settle(const ServerTasks& tasks)
    {
        return QTest::qWaitFor([&tasks] { return !tasks.isBusy(); }, 10'000);
    }

    net::CredentialStore m_credentials{
        std::make_unique<test::FakeKeychain>(std::make_shared<test::FakeKeychain::Content>())};
};

void ServerTasksTest::listsPageByPage()
{
    demo::Server server;
    const QUrl url = *server.start();
    fill(server, 7);
    const auto tasks = open(url);
    tasks->list({}, 3);
    QVERIFY(settle(*tasks) && !tasks->error());
    QCOMPARE(tasks->tasks().size(), 3);
    QVERIFY(tasks->hasMore());
    QVERIFY(tasks->tasks().first().target.contains(QStringLiteral("sample")));
    tasks->more();
    QVERIFY(settle(*tasks));
    tasks->more();
    QVERIFY(settle(*tasks));
    QCOMPARE(tasks->tasks().size(), 7);
    QVERIFY(!tasks->hasMore());
    const QList<qint64> ids = idsOf(*tasks);
    QCOMPARE(QSet<qint64>(ids.begin(), ids.end()).size(), 7);
}

void ServerTasksTest::listsOneState()
{
    demo::Server server;
    const QUrl url = *server.start();
    fill(server, 3);
    server.tasks().setState(2, demo::TaskState::Reported);
    const auto tasks = open(url);
    tasks->list(QStringLiteral("reported"));
    QVERIFY(settle(*tasks));
    QCOMPARE(idsOf(*tasks), QList<qint64>{2});
    QCOMPARE(tasks->tasks().first().status, QStringLiteral("reported"));
}

void ServerTasksTest::findsATaskByItsNumber()
{
    demo::Server server;
    const QUrl url = *server.start();
    fill(server, 5);
    const auto tasks = open(url);
    tasks->list({}, 2);
    QVERIFY(settle(*tasks));
    tasks->find(5);
    QVERIFY(settle(*tasks) && !tasks->error());
    QCOMPARE(tasks->tasks().first().id, 5);
    QCOMPARE(idsOf(*tasks).count(5), 1);
    tasks->find(99);
    QVERIFY(settle(*tasks) && tasks->error());
    QCOMPARE(int(tasks->error()->code), int(core::ErrorCode::NotFound));
}

void ServerTasksTest::saysThatTheListIsOff()
{
    demo::ServerOptions options;
    options.disabled = {demo::Endpoint::TaskList};
    demo::Server server(options);
    const auto tasks = open(*server.start());
    tasks->list();
    QVERIFY(settle(*tasks) && tasks->error());
    QCOMPARE(int(tasks->error()->code), int(core::ErrorCode::Disabled));
    QVERIFY(tasks->tasks().isEmpty());
}

// A full page that holds nothing new is the last one.
void ServerTasksTest::endsWhereAServerRepeatsItself()
{
    const QByteArray page = R"({"data": [{"id": 1, "status": "reported"}, {"id": 2, "status": "reported"}]})";
    const test::ReplayServer server("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(page.size()) + "\r\n\r\n" + page);
    const auto tasks = open(server.url());
    tasks->list({}, 2);
    QVERIFY(settle(*tasks) && !tasks->error());
    QVERIFY(tasks->hasMore());
    tasks->more();
    QVERIFY(settle(*tasks));
    QCOMPARE(idsOf(*tasks), QList<qint64>({1, 2}));
    QVERIFY(!tasks->hasMore());
}

REGISTER_TEST(ServerTasksTest)
#include "servertaskstest.moc"
