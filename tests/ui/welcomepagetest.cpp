// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/welcomepage.h"
#include "hostilereport.h"
#include "support/testregistry.h"
#include "ui/profiles/profiledialog.h"
#include "ui/window/doorbutton.h"
#include "ui/window/mainwindow.h"
#include "ui/window/recentreports.h"
#include "uifixture.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

class WelcomePageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leadsWithTheDemoAtTheFirstStart();
    void leadsWithTheReportsLater();
    void connectingAServerStartsANewOne();
};

namespace {

QStringList doors(const QWidget& page)
{
    QStringList names;
    for (const auto* door : page.findChildren<ui::DoorButton*>()) {
        if (door->isVisibleTo(&page)) {
            names << door->text();
        }
    }
    return names;
}

} // namespace

void WelcomePageTest::leadsWithTheDemoAtTheFirstStart()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::WelcomePage page(fixture.backend);
    QCOMPARE(doors(page),
        (QStringList{QStringLiteral("Try the demo"), QStringLiteral("Connect a server"),
            QStringLiteral("Open a report")}));
    QVERIFY(page.findChild<ui::RecentReports*>()->isHidden());
    QVERIFY(page.findChild<QPushButton*>(QStringLiteral("demoAgain"))->isHidden());
}

void WelcomePageTest::leadsWithTheReportsLater()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::WelcomePage page(fixture.backend);
    page.resize(800, 600);
    page.show();
    const QString server = fixture.connectDemo();
    QVERIFY(!doors(page).contains(QStringLiteral("Try the demo")));
    QCOMPARE(doors(page).constFirst(), QStringLiteral("Submit samples"));
    QVERIFY(page.findChild<QPushButton*>(QStringLiteral("demoAgain"))->isVisible());

    auto* recent = page.findChild<ui::RecentReports*>();
    QVERIFY(recent->isHidden());
    net::Submission submission;
    submission.profileId = server;
    submission.path = fixture.writeSample(QStringLiteral("a.exe"));
    const auto id = fixture.queue.submit(submission);
    QVERIFY(id);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.queue.task(*id)->phase, net::Phase::Parsing, 20'000);
    QVERIFY(recent->isHidden()); // nothing to open yet
    fixture.queue.setParsed(*id, {});
    QTRY_COMPARE(recent->count(), 1);
    QVERIFY(recent->isVisible());
    QSignalSpy asked(&page, &ui::WelcomePage::taskRequested);
    QTest::mouseClick(recent->viewport(), Qt::LeftButton, {}, recent->visualRect(recent->model()->index(0, 0)).center());
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toString(), *id);
}

void WelcomePageTest::connectingAServerStartsANewOne()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.show();
    for (auto* door : window.findChildren<ui::DoorButton*>()) {
        if (door->text() == QStringLiteral("Connect a server")) {
            door->click();
        }
    }
    auto* dialog = window.findChild<ui::ProfileDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY(qobject_cast<QLineEdit*>(dialog->focusWidget()));
    QCOMPARE(dialog->focusWidget()->objectName(), QStringLiteral("name"));
}

REGISTER_TEST(WelcomePageTest)
#include "welcomepagetest.moc"
