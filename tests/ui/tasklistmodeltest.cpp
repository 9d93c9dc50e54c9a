// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/tasklistmodel.h"
#include "support/testregistry.h"
#include "uifixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

class TaskListModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheQueueWithoutAReset();
    void saysWhereATaskStands();
    void showsTheNewestFirst();
};

void TaskListModelTest::followsTheQueueWithoutAReset()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    const QString server = fixture.connectDemo();
    ui::TaskListModel model(fixture.queue, fixture.profiles);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

    net::Submission submission;
    submission.profileId = server;
    submission.path = fixture.writeSample(QStringLiteral("sample.exe"));
    const auto id = fixture.queue.submit(submission);
    QVERIFY(id);
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data().toString(), QStringLiteral("sample.exe"));
    QCOMPARE(row.data(ui::TaskListModel::IdRole).toString(), *id);
    QCOMPARE(row.data(ui::TaskListModel::ServerRole).toString(), QStringLiteral("lab-cape"));
    QTRY_VERIFY_WITH_TIMEOUT(!model.record(0).sha256.isEmpty(), 10'000);
    QVERIFY(!changes.isEmpty());
    for (const QList<QVariant>& change : changes) {
        QCOMPARE(change[0].toModelIndex().row(), 0);
        QCOMPARE(change[1].toModelIndex().row(), 0);
    }
    fixture.queue.cancel(*id);
    QTRY_COMPARE(model.record(0).phase, net::Phase::Cancelled);
    fixture.queue.remove(*id);
    QTRY_COMPARE(model.rowCount(), 0);
    QCOMPARE(resets.count(), 0);
}

void TaskListModelTest::saysWhereATaskStands()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    net::TaskRecord record;
    record.createdOn = now.addSecs(-100);
    record.phase = net::Phase::Uploading;
    record.entered.insert(net::Phase::Uploading, now.addSecs(-5));
    record.progress = 63;
    QVERIFY(ui::statusText(record).contains(QLatin1String("63 %")));
    record.progress = -1;
    QVERIFY(ui::secondsInPhase(record) >= 5);
    record.isPaused = true;
    QVERIFY(ui::statusText(record).startsWith(QLatin1String("paused")));
    record.isPaused = false;
    record.nextTry = now.addSecs(40);
    QVERIFY(ui::statusText(record).contains(QLatin1String("next try in")));
    record.failedIn = net::Phase::Uploading;
    record.phase = net::Phase::Failed;
    record.entered.insert(net::Phase::Failed, now.addSecs(-40));
    QVERIFY(ui::statusText(record).startsWith(QLatin1String("failed")));
    QCOMPARE(qRound(ui::elapsedSeconds(record)), 60);
}

void TaskListModelTest::showsTheNewestFirst()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    const QString server = fixture.connectDemo();
    ui::TaskListModel model(fixture.queue, fixture.profiles);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QStringList ids;
    for (const QString& name : {QStringLiteral("a.exe"), QStringLiteral("b.exe"), QStringLiteral("c.exe")}) {
        net::Submission submission;
        submission.profileId = server;
        submission.path = fixture.writeSample(name);
        ids << fixture.queue.submit(submission).value_or(QString());
    }
    const auto shown = [&model] {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            rows << model.record(row).id;
        }
        return rows;
    };
    QCOMPARE(shown(), (QStringList{ids[2], ids[1], ids[0]}));
    // What is to be worked on first stands lowest, before a restart as after it.
    fixture.queue.moveBefore(ids[2], ids[0]);
    QCOMPARE(shown(), (QStringList{ids[1], ids[0], ids[2]}));
    const ui::TaskListModel again(fixture.queue, fixture.profiles);
    QCOMPARE(again.record(2).id, ids[2]);
    net::Submission submission;
    submission.profileId = server;
    submission.path = fixture.writeSample(QStringLiteral("d.exe"));
    const auto last = fixture.queue.submit(submission);
    QVERIFY(last);
    QCOMPARE(shown(), (QStringList{*last, ids[1], ids[0], ids[2]}));
}

REGISTER_TEST(TaskListModelTest)
#include "tasklistmodeltest.moc"
