// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/replayserver.h"
#include "support/testregistry.h"
#include "ui/profiles/cleartokenquestion.h"
#include "ui/window/mainwindow.h"
#include "ui/window/serverchip.h"
#include "uifixture.h"

#include <QMessageBox>
#include <QPushButton>

class ClearTokenQuestionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSentBeforeAYes();
    void theServersAreAskedAsSoonAsTheTasksAreThere();
};

namespace {

QList<QMessageBox*> openBoxes(const QWidget& window)
{
    QList<QMessageBox*> open;
    for (QMessageBox* box : window.findChildren<QMessageBox*>(QStringLiteral("clearTokenQuestion"))) {
        if (box->isVisible()) {
            open.append(box);
        }
    }
    return open;
}

} // namespace

void ClearTokenQuestionTest::nothingIsSentBeforeAYes()
{
    const test::ReplayServer proxy(test::jsonAnswer(R"({"error":false,"data":{"version":"2"}})"));
    test::UiFixture fixture;
    net::Profile profile = net::newProfile(QStringLiteral("far"), QUrl(QStringLiteral("http://cape.example.com")));
    profile.proxy = net::ProxyKind::Given;
    profile.proxyUrl = proxy.url();
    profile.id = fixture.profiles.add(profile).value_or(QString());
    fixture.credentials.setToken(profile.id, QStringLiteral("secret-token"));
    ui::MainWindow window(fixture.backend);
    window.show();
    QVERIFY(fixture.queue.open());
    QTRY_COMPARE(openBoxes(window).size(), 1);
    QMessageBox* box = openBoxes(window).constFirst();
    QVERIFY(box->text().contains(QStringLiteral("cape.example.com")));
    QCOMPARE(box->buttonRole(box->defaultButton()), QMessageBox::RejectRole); // Return sends nothing
    box->defaultButton()->click();
    QTRY_VERIFY(openBoxes(window).isEmpty());
    const auto* chip = window.findChild<ui::ServerChip*>();
    QVERIFY(chip->state().isHeld);
    QCOMPARE(proxy.bytesReceived(), 0);

    Q_EMIT fixture.queue.tokenInClear(profile.id); // as the chip's menu does
    QTRY_COMPARE(openBoxes(window).size(), 1);
    box = openBoxes(window).constFirst();
    for (QAbstractButton* button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole) {
            button->click();
        }
    }
    QTRY_VERIFY(!proxy.requests().isEmpty());
    QVERIFY(proxy.requests().constFirst().header("Authorization").contains("secret-token"));
    QVERIFY(net::isClearTextAllowed(*fixture.profiles.profile(profile.id)));
}

void ClearTokenQuestionTest::theServersAreAskedAsSoonAsTheTasksAreThere()
{
    test::UiFixture fixture;
    const QString id = fixture.connectDemo();
    ui::MainWindow window(fixture.backend);
    window.show();
    QVERIFY(fixture.queue.open()); // as at the start of the program: the window is there first
    QTRY_VERIFY(fixture.queue.serverState(id).status.has_value());
}

REGISTER_TEST(ClearTokenQuestionTest)
#include "cleartokenquestiontest.moc"
