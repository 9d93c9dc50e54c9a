// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/archive.h"
#include "net/queueharness.h"
#include "support/testregistry.h"

#include <QtTest>

using net::Phase;
using test::QueueHarness;

// An archive that the server takes apart, as it does without the option "file=": all that comes of it is followed.
class ArchiveTasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsAnArchiveWhole_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("a child task in its place") << QStringList{QStringLiteral("inner.exe")};
        QTest::newRow("several tasks") << QStringList{
            QStringLiteral("one.exe"), QStringLiteral("two.js"), QStringLiteral("three.pdf")};
    }

    void followsAnArchiveWhole()
    {
        QFETCH(QStringList, names);
        std::vector<demo::ArchiveEntry> entries;
        for (const QString& name : names) {
            entries.push_back({name, "MZ " + name.toUtf8()});
        }
        QueueHarness h;
        const auto zip = demo::packZip(entries, QDateTime::currentDateTimeUtc());
        QVERIFY(zip);
        const QString id = h.submit(h.makeSample(QStringLiteral("parcel.zip"), *zip));
        QVERIFY(h.runUntil([&] {
            const auto tasks = h.queue->tasks();
            return std::ranges::all_of(tasks, [](const net::TaskRecord& task) { return task.phase == Phase::Ready; });
        }));
        QVERIFY(h.queue->task(id));
        QSet<qint64> followed;
        const auto tasks = h.queue->tasks();
        for (const net::TaskRecord& task : tasks) {
            followed.insert(task.serverTaskId());
            QVERIFY(QFile::exists(task.reportPath));
        }
        QSet<qint64> onServer;
        QStringList targets;
        for (const demo::Task& task : h.server.tasks().tasks()) {
            onServer.insert(task.id);
            targets << task.target;
        }
        QCOMPARE(followed, onServer);
        targets.sort();
        names.sort();
        QCOMPARE(targets, names); // and not the archive
    }

    void followsAnArchiveThatIsKeptWhole()
    {
        QueueHarness h;
        const auto zip = demo::packZip({{QStringLiteral("one.exe"), "MZ 1"}, {QStringLiteral("two.exe"), "MZ 2"}},
            QDateTime::currentDateTimeUtc());
        const QString id = h.submit(h.makeSample(QStringLiteral("parcel.zip"), *zip),
            {{QStringLiteral("options"), QStringLiteral("file=,")}});
        QVERIFY(h.runUntilPhase(id, Phase::Ready));
        QCOMPARE(h.queue->tasks().size(), 1);
        QCOMPARE(h.server.tasks().tasks().size(), 1);
    }
};

REGISTER_TEST(ArchiveTasksTest)
#include "archivetaskstest.moc"
