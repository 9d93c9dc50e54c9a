// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/assemblylinestore.h"
#include "net/queueharness.h"
#include "net/serverlink.h"
#include "net/taskstore.h"
#include "support/testregistry.h"

#include <QDir>
#include <QtTest>

using net::Phase;
using test::QueueHarness;

// What a queue shows and refuses beside another program, and what it does about a database that cannot be used.
class ReadOnlyQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheTasksAndChangesNothing();
    void profilesStayAsTheyAre();
    void offersToStartAnew();
    void tellsOfUnreadableTasks();
};

void ReadOnlyQueueTest::showsTheTasksAndChangesNothing()
{
    QueueHarness h;
    h.parsesAtOnce = false;
    h.openQueue();
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ shown"));
    QVERIFY(h.runUntilPhase(id, Phase::Parsing));
    const auto requests = h.server.log().size();

    net::TaskQueue second(
        &h.profiles, &h.credentials, net::TaskQueue::Options{h.folder.filePath(QStringLiteral("queue")), h.clock});
    const auto opened = second.open();
    QVERIFY(!opened);
    QCOMPARE(int(opened.error().code), int(core::ErrorCode::Refused));
    QVERIFY(second.problem());
    int fetched = 0;
    int refused = 0;
    connect(&second, &net::TaskQueue::reportFetched, this, [&] { ++fetched; });
    connect(&second, &net::TaskQueue::storeFailed, this, [&](const core::Error& error) {
        QCOMPARE(error, core::readOnlyError());
        ++refused;
    });
    QVERIFY(second.openReadOnly());
    QVERIFY(!second.problem());
    QVERIFY(second.isReadOnly());
    QCOMPARE(second.tasks().size(), 1);
    QCOMPARE(second.task(id)->phase, Phase::Parsing);
    QCOMPARE(fetched, 0); // it is the other's to parse

    const net::TaskRecord before = *second.task(id);
    net::Submission submission;
    submission.profileId = h.profile.id;
    submission.path = h.makeSample(QStringLiteral("b.exe"), "MZ refused");
    QCOMPARE(second.submit(submission).error(), core::readOnlyError());
    QCOMPARE(second.adopt(h.profile.id, {}, {}).error(), core::readOnlyError());
    second.cancel(id);
    second.retry(id);
    second.setPaused(id, true);
    second.deleteOnServer(id);
    second.remove(id);
    second.moveBefore(id, {});
    QCOMPARE(refused, 6);
    second.setParsed(id, {.score = 1.0});
    second.setParseFailed(id, {});
    second.setInLibrary(id);
    second.tryNow(h.profile.id);
    second.refreshServer(h.profile.id);
    second.probeServer(h.profile.id);
    QVERIFY(!second.link(h.profile.id));
    QVERIFY(*second.task(id) == before);
    for (int round = 0; round < 20; ++round) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    QCOMPARE(h.server.log().size(), requests);
    h.queue->setParsed(id, {.score = 1.0}); // the first one goes on
    QCOMPARE(h.queue->task(id)->phase, Phase::Ready);
}

void ReadOnlyQueueTest::profilesStayAsTheyAre()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("profiles.json"));
    net::ProfileStore first(path);
    const auto id = first.add(net::newProfile(QStringLiteral("a"), QUrl(QStringLiteral("http://127.0.0.1:1"))));
    QVERIFY(id);
    const auto contents = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = contents();
    net::ProfileStore second(path, nullptr, core::Access::ReadOnly);
    QCOMPARE(second.profiles(), first.profiles());
    net::Profile changed = second.profiles().constFirst();
    changed.name = QStringLiteral("b");
    QCOMPARE(second.update(changed).error(), core::readOnlyError());
    QCOMPARE(second.add(changed).error(), core::readOnlyError());
    QCOMPARE(second.duplicate(*id).error(), core::readOnlyError());
    QCOMPARE(second.remove(*id).error(), core::readOnlyError());
    QCOMPARE(second.allowClearText(*id).error(), core::readOnlyError());
    QCOMPARE(second.importJson(second.exportJson()).error(), core::readOnlyError());
    QCOMPARE(second.profiles(), first.profiles());
    QCOMPARE(contents(), before);

    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{ damaged");
    file.close();
    const net::ProfileStore third(path, nullptr, core::Access::ReadOnly);
    QVERIFY(third.warning().contains(path));
    const net::AssemblylineStore fourth(path, nullptr, core::Access::ReadOnly);
    QVERIFY(fourth.warning().contains(path));
    QCOMPARE(contents(), "{ damaged"); // not moved by whoever only looks
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void ReadOnlyQueueTest::offersToStartAnew()
{
    QueueHarness h;
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ kept"));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    h.queue.reset();
    const QString database = h.folder.filePath(QStringLiteral("queue/tasks.sqlite"));
    QFile file(database);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(5000, 'x'));
    file.close();
    h.openQueue();
    QVERIFY(!h.opened);
    QVERIFY(h.queue->problem());
    QCOMPARE(int(h.queue->problem()->code), int(core::ErrorCode::BadInput));
    net::Submission submission;
    submission.profileId = h.profile.id;
    submission.url = QStringLiteral("http://x");
    QCOMPARE(h.queue->submit(submission).error(), *h.queue->problem()); // the reason, not "choose a server"
    QString warning;
    int opened = 0;
    connect(h.queue.get(), &net::TaskQueue::warned, this, [&](const QString& told) { warning = told; });
    connect(h.queue.get(), &net::TaskQueue::opened, this, [&] { ++opened; });
    QVERIFY(h.queue->startAnew());
    QVERIFY(!h.queue->problem());
    QCOMPARE(opened, 1);
    QVERIFY2(warning.contains(database + QStringLiteral(".damaged-")), qPrintable(warning));
    const QString again = h.submit(h.makeSample(QStringLiteral("b.exe"), "MZ anew"));
    QVERIFY(h.runUntilPhase(again, Phase::Ready));
    QVERIFY(h.queue->startAnew()); // nothing is wrong: nothing is moved
    QCOMPARE(h.queue->tasks().size(), 1);
}

void ReadOnlyQueueTest::tellsOfUnreadableTasks()
{
    QueueHarness h;
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ readable"));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    h.queue.reset();
    {
        auto store = net::TaskStore::open(h.folder.filePath(QStringLiteral("queue/tasks.sqlite")));
        QVERIFY(store);
        net::TaskRecord nameless;
        nameless.id = QStringLiteral("nameless");
        QVERIFY((*store)->save({nameless}));
    }
    QString warning;
    h.queue = std::make_unique<net::TaskQueue>(
        &h.profiles, &h.credentials, net::TaskQueue::Options{h.folder.filePath(QStringLiteral("queue")), h.clock});
    connect(h.queue.get(), &net::TaskQueue::warned, this, [&](const QString& told) { warning = told; });
    QVERIFY(h.queue->open());
    QCOMPARE(h.queue->tasks().size(), 1);
    QCOMPARE(h.queue->tasks().constFirst().id, id);
    QVERIFY2(warning.contains(QStringLiteral(".unreadable-")), qPrintable(warning));
}

REGISTER_TEST(ReadOnlyQueueTest)
#include "readonlyqueuetest.moc"
