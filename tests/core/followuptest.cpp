// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/followup.h"
#include "support/testregistry.h"

#include <QtTest>

// What a result asks for after it: a reboot, or another submission.
class FollowUpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheResult_data();
    void readsTheResult();
};

void FollowUpTest::readsTheResult_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<bool>("reboot");
    QTest::addColumn<bool>("submitAgain");
    QTest::newRow("nothing") << QByteArray("Signature: antivm_generic_disk") << QByteArray("A module failed.") << false
                             << false;
    QTest::newRow("autorun") << QByteArray("Signature: persistence_autorun") << QByteArray("A module failed.") << true
                             << false;
    QTest::newRow("service") << QByteArray("Signature: creates_service") << QByteArray("A module failed.") << true
                             << false;
    QTest::newRow("guest") << QByteArray("Signature: antivm_generic_disk")
                           << QByteArray("it appears that this Virtual Machine hasn't been configured properly as the "
                                         "CAPE Host wasn't able to connect to the Guest.")
                           << false << true;
}

void FollowUpTest::readsTheResult()
{
    QFETCH(QByteArray, signature);
    QFETCH(QByteArray, error);
    core::Section signatures("Signatures");
    signatures.addSubsection(core::Section(signature.toStdString()));
    core::Section errors("Analysis Errors");
    errors.addLine(error.toStdString());
    core::Section analysis("Analysis Information");
    analysis.addSubsection(std::move(errors));
    analysis.addSubsection(std::move(signatures));
    core::AnalysisResult result;
    result.sections.push_back(std::move(analysis));
    const core::FollowUp followUp = core::followUpOf(result);
    QTEST(followUp.reboot, "reboot");
    QTEST(followUp.submitAgain, "submitAgain");
}

REGISTER_TEST(FollowUpTest)
#include "followuptest.moc"
