// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "ui/window/mainwindow.h"
#include "uifixture.h"

#include <QDir>

#include <csignal>
#include <unistd.h>

// The process that LibraryKillTest starts: a window that submits every file of a folder once. It kills itself as soon as
// a task is ready, or ends once all are ready and in the case library. Without its variables it does nothing.
class LibraryChild : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void run();
};

void LibraryChild::run()
{
    const QDir folder(qEnvironmentVariable("CAPEWB_LIBRARY_FOLDER"));
    if (qEnvironmentVariableIsEmpty("CAPEWB_LIBRARY_FOLDER")) {
        return;
    }
    const bool killsItself = !qEnvironmentVariableIsEmpty("CAPEWB_LIBRARY_KILL");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.filePath(QStringLiteral("settings")));
    net::ProfileStore profiles(folder.filePath(QStringLiteral("profiles.json")));
    net::CredentialStore credentials(std::make_unique<test::MemoryBackend>());
    const net::Profile profile = profiles.profiles().constFirst();
    credentials.setSessionToken(profile.id, demo::DemoSession::token());
    net::TaskQueue queue(&profiles, &credentials, {.folder = folder.filePath(QStringLiteral("data")), .clock = {}});
    net::AssemblylineStore assemblylines(folder.filePath(QStringLiteral("assemblylines.json")));
    ui::CaseStore cases(folder.filePath(QStringLiteral("cases.sqlite")));
    const ui::MainWindow window({profiles, credentials, queue, assemblylines, cases});
    if (killsItself) {
        connect(&queue, &net::TaskQueue::taskChanged, this, [&](const QString& id) {
            if (queue.task(id)->phase == net::Phase::Ready) {
                ::kill(::getpid(), SIGKILL); // it is on disk, and the library has not heard of it
            }
        });
    }
    cases.open();
    QVERIFY(queue.open());
    QSet<QString> known;
    for (const net::TaskRecord& task : queue.tasks()) {
        known.insert(task.sourcePath);
    }
    const auto files = QDir(folder.filePath(QStringLiteral("samples"))).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo& file : files) {
        if (!known.contains(file.filePath())) {
            net::Submission submission;
            submission.profileId = profile.id;
            submission.path = file.filePath();
            QVERIFY(queue.submit(submission));
            if (killsItself) {
                break; // one a life
            }
        }
    }
    const auto isDone = [&queue] {
        return std::ranges::all_of(queue.tasks(),
            [](const net::TaskRecord& task) { return task.phase == net::Phase::Ready && !task.awaitsLibrary; });
    };
    QVERIFY(QTest::qWaitFor(isDone, 60'000));
}

REGISTER_TEST(LibraryChild)
#include "librarychild.moc"
