// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/servertasksdialog.h"

#include "demo/server.h"
#include "support/testregistry.h"
#include "ui/uifixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using ui::ServerTasksDialog;

// The browser of what is on a server, with a demo server behind it.
class ServerTasksDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::UiFixture>();
        QVERIFY(m_fixture->queue.open());
        m_server = std::make_unique<demo::Server>();
        for (int i = 1; i <= 3; ++i) {
            demo::Task task;
            task.target = QStringLiteral("/tmp/seen%1.exe").arg(i);
            m_server->tasks().add(task);
        }
        m_server->tasks().setState(2, demo::TaskState::Reported);
        net::Profile profile = net::newProfile(QStringLiteral("lab-cape"), *m_server->start());
        profile.proxy = net::ProxyKind::None;
        QVERIFY(m_fixture->profiles.add(profile));
        m_dialog = std::make_unique<ServerTasksDialog>(m_fixture->backend);
        m_table = m_dialog->findChild<QTableView*>();
        QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 3, 10'000);
    }

    void cleanup()
    {
        m_dialog.reset();
        m_fixture.reset();
        m_server.reset();
    }

    void listsAndFilters()
    {
        QCOMPARE(m_table->model()->index(0, 1).data().toString().left(4), QStringLiteral("seen"));
        m_dialog->findChild<QLineEdit*>()->setText(QStringLiteral("seen2"));
        QCOMPARE(m_table->model()->rowCount(), 1);
        QCOMPARE(m_table->model()->index(0, 0).data().toString(), QStringLiteral("2"));
    }

    void adoptsTheTaskOfANumber()
    {
        auto* fetch = m_dialog->findChild<QPushButton*>(QStringLiteral("fetch"));
        QVERIFY(!fetch->isEnabled());
        m_dialog->findChild<QLineEdit*>(QStringLiteral("number"))->setText(QStringLiteral("2"));
        m_dialog->findChild<QPushButton*>(QStringLiteral("find"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(fetch->isEnabled(), 10'000);
        const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().data().toString(), QStringLiteral("2"));
        fetch->click();
        QCOMPARE(m_fixture->queue.tasks().size(), 1);
        const net::TaskRecord record = m_fixture->queue.tasks().first();
        QCOMPARE(record.serverTaskId(), 2);
        QCOMPARE(record.fileName, QStringLiteral("seen2.exe"));
        QVERIFY(record.isReused); // not ours to delete
        QVERIFY(!fetch->isEnabled()); // it is in the task list
        QTRY_COMPARE_WITH_TIMEOUT(
            m_fixture->queue.tasks().first().phase, net::Phase::Parsing, 20'000);
    }

private:
    std::unique_ptr<test::UiFixture> m_fixture;
    std::unique_ptr<demo::Server> m_server;
    std::unique_ptr<ServerTasksDialog> m_dialog;
    QTableView* m_table = nullptr;
};

REGISTER_TEST(ServerTasksDialogTest)
#include "servertasksdialogtest.moc"
