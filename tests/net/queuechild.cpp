// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queuechild.h"

#include "net/queueharness.h"
#include "support/testregistry.h"

#include <QDir>
#include <QtTest>

// The process that TaskQueueKillTest starts and kills: it submits every file of a folder once and follows all of them.
// Without its variables, as when the whole program runs, it does nothing.
class QueueChild : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void run();
};

void QueueChild::run()
{
    const QDir folder(qEnvironmentVariable(test::ChildFolder));
    if (qEnvironmentVariableIsEmpty(test::ChildFolder)) {
        return;
    }
    const bool isRealTime = !qEnvironmentVariableIsEmpty(test::ChildRealTime);
    const auto clock = std::make_shared<test::FakeClock>();
    net::ProfileStore profiles(folder.filePath(QStringLiteral("profiles.json")));
    net::CredentialStore credentials(
        std::make_unique<test::FakeKeychain>(std::make_shared<test::FakeKeychain::Content>()));
    const auto servers = profiles.profiles();
    for (const net::Profile& profile : servers) {
        credentials.setSessionToken(profile.id, test::demoToken());
    }
    net::TaskQueue queue(
        &profiles, &credentials, {folder.filePath(QStringLiteral("queue")), isRealTime ? net::systemClock() : clock});
    connect(&queue, &net::TaskQueue::reportFetched, &queue,
        [&](const QString& id) { queue.setParsed(id, {.score = 1.0}); });
    QVERIFY(queue.open());
    QSet<QString> known;
    const auto before = queue.tasks();
    for (const net::TaskRecord& task : before) {
        known.insert(task.sourcePath);
    }
    const auto files = QDir(folder.filePath(QStringLiteral("samples"))).entryInfoList(QDir::Files, QDir::Name);
    qsizetype turn = 0; // the servers take turns
    for (const QFileInfo& file : files) {
        const QString profileId = servers.at(turn++ % servers.size()).id;
        if (known.contains(file.filePath())) {
            continue;
        }
        net::Submission submission;
        submission.profileId = profileId;
        submission.path = file.filePath();
        QVERIFY(queue.submit(submission));
    }
    const auto isDone = [&] {
        const auto tasks = queue.tasks();
        return std::ranges::all_of(
            tasks, [](const net::TaskRecord& task) { return net::isFinal(task.phase) && !task.deletePending; });
    };
    if (isRealTime) {
        QVERIFY(QTest::qWaitFor(isDone, 3'600'000));
    }
    QVERIFY(test::runUntil([&]() -> net::TaskQueue& { return queue; }, *clock, isDone, 60'000));
    const auto tasks = queue.tasks();
    for (const net::TaskRecord& task : tasks) {
        QVERIFY2(task.phase == net::Phase::Ready, qPrintable(task.words));
    }
}

REGISTER_TEST(QueueChild)
#include "queuechild.moc"
