// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/rebootoffer.h"

#include "net/serverprobe.h"
#include "support/testregistry.h"
#include "ui/submit/parametersform.h"
#include "uifixture.h"

#include <QCheckBox>

class RebootOfferTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhyAServerCannot_data();
    void saysWhyAServerCannot();
    void isGreyedOutWithTheReason();
};

void RebootOfferTest::saysWhyAServerCannot_data()
{
    QTest::addColumn<bool>("isThere"); // the function, on the server
    QTest::addColumn<bool>("isSetUp"); // in the profile
    QTest::addColumn<QString>("reason");
    QTest::newRow("offered") << true << true << QString();
    QTest::newRow("not set up") << true << false << QStringLiteral("not set up");
    QTest::newRow("a current CAPE") << false << true << QStringLiteral("no such function");
}

void RebootOfferTest::saysWhyAServerCannot()
{
    QFETCH(bool, isThere);
    QFETCH(bool, isSetUp);
    QFETCH(QString, reason);
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    demo::ServerOptions options = demo::DemoSession::options();
    options.reboot = isThere;
    const QString id = fixture.connectDemo(options);
    net::Profile profile = *fixture.profiles.profile(id);
    profile.rebootSupported = isSetUp;
    QVERIFY(fixture.profiles.update(profile));
    fixture.queue.probeServer(id);
    const auto isProbed = [&] {
        const net::ProbeReport* report = fixture.queue.probeReport(id);
        return report && report->find(u"reboot")->state != net::ProbeItem::State::Unknown;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isProbed(), 20'000);
    const QString said = ui::whyNoReboot(net::poolMembers({profile}), fixture.queue);
    QCOMPARE(said.isEmpty(), reason.isEmpty());
    QVERIFY2(said.contains(reason), qPrintable(said));
    QVERIFY(ui::whyNoReboot({}, fixture.queue).isEmpty()); // nothing is chosen yet
}

void RebootOfferTest::isGreyedOutWithTheReason()
{
    ui::ParametersForm form;
    core::submission::Parameters parameters;
    parameters.reboot = true;
    form.setParameters(parameters);
    form.setNoReboot(QStringLiteral("why"));
    const auto* box = form.findChild<QCheckBox*>(QStringLiteral("reboot"));
    QVERIFY(box);
    QVERIFY(!box->isEnabled());
    QCOMPARE(box->toolTip(), QStringLiteral("why"));
    QVERIFY(!form.parameters().reboot); // and it is not asked for either
    form.setNoReboot({});
    QVERIFY(box->isEnabled());
    QVERIFY(form.parameters().reboot);
}

REGISTER_TEST(RebootOfferTest)
#include "rebootoffertest.moc"
