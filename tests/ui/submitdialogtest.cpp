// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/submitdialog.h"
#include "support/testregistry.h"
#include "ui/settings.h"
#include "ui/submit/dropcontent.h"
#include "ui/submit/parametersform.h"
#include "ui/submit/samplelistmodel.h"
#include "ui/submit/submissionplan.h"
#include "uifixture.h"

#include <QAbstractItemModelTester>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QUrl>

class SubmitDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sortsWhatIsDropped();
    void refangsLinks();
    void saysWhatStandsAgainstASample();
    void refusesWhatAServerWouldSwallow();
    void plansForEachServer();
    void showsAndSendsTheChoices();
    void remembersTheChoicesButNoPassword();
};

void SubmitDialogTest::sortsWhatIsDropped()
{
    test::UiFixture fixture;
    QDir(fixture.folder.path()).mkpath(QStringLiteral("folder/inner"));
    const QString inner = fixture.writeSample(QStringLiteral("folder/inner/a.exe"));
    const QString report = fixture.writeSample(QStringLiteral("lite.json"), "{\"info\": {}, \"signatures\": []}");
    const QString sample = fixture.writeSample(QStringLiteral("config.json"), "{\"name\": 1}");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(fixture.folder.filePath(QStringLiteral("folder"))), QUrl::fromLocalFile(report),
        QUrl::fromLocalFile(sample), QUrl(QStringLiteral("https://www.example.com/setup.exe"))});
    QVERIFY(ui::canRead(data));
    const ui::DropContent content = ui::readMimeData(data);
    QCOMPARE(content.files, (QStringList{inner, sample}));
    QCOMPARE(content.reports, QStringList{report});
    QCOMPARE(content.urls, QStringList{QStringLiteral("https://www.example.com/setup.exe")});
}

void SubmitDialogTest::refangsLinks()
{
    const QStringList links = ui::linksIn(QStringLiteral(
        "see hxxps://www[.]example[.]com/a and hxxp[:]//192.0.2[.]7/b\njavascript:alert(1) file:///etc/passwd word"));
    QCOMPARE(links, (QStringList{QStringLiteral("https://www.example.com/a"), QStringLiteral("http://192.0.2.7/b")}));
}

void SubmitDialogTest::saysWhatStandsAgainstASample()
{
    test::UiFixture fixture;
    ui::SampleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.addFiles({fixture.writeSample(QStringLiteral("good.exe")),
        fixture.writeSample(QStringLiteral("empty.exe"), {}), fixture.writeSample(QStringLiteral("README.exe")),
        fixture.writeSample(QStringLiteral("big.exe"), QByteArray(2000, 'x')),
        fixture.folder.filePath(QStringLiteral("missing.exe")),
        fixture.writeSample(QStringLiteral("lite.json"), "{\"behavior\": {}}")});
    model.addUrls({QStringLiteral("https://www.example.com/")});
    model.setUploadLimit(1000);
    using Problem = ui::Sample::Problem;
    QList<Problem> problems;
    for (const ui::Sample& sample : model.samples()) {
        problems << sample.problem;
    }
    QCOMPARE(problems,
        (QList{Problem::None, Problem::Empty, Problem::JunkName, Problem::TooLarge, Problem::Unreadable,
            Problem::Report, Problem::None}));
    QVERIFY(!model.samples()[2].isBlocked());
    QVERIFY(model.samples()[3].isBlocked());
    QVERIFY(!model.index(1, ui::SampleListModel::ProblemColumn).data().toString().isEmpty());
    model.addFiles({model.samples()[0].path});
    QCOMPARE(model.rowCount(), 7);
    model.removeRows(QList<int>{0, 6});
    QCOMPARE(model.rowCount(), 5);
}

void SubmitDialogTest::refusesWhatAServerWouldSwallow()
{
    core::submission::Parameters parameters;
    QCOMPARE(ui::problemOf(parameters), QString());
    parameters.clock = "01-15-2024 10:20:30";
    QCOMPARE(ui::problemOf(parameters), QString());
    for (const char* clock : {"13-45-2024 10:20:30", "2024-01-15", "1-5-2024 1:2:3"}) {
        parameters.clock = clock;
        QVERIFY2(!ui::problemOf(parameters).isEmpty(), clock);
    }
}

void SubmitDialogTest::plansForEachServer()
{
    test::UiFixture fixture;
    const ui::Sample sample = ui::inspectSample(fixture.writeSample(QStringLiteral("a.exe")), 1000);
    const ui::Sample empty = ui::inspectSample(fixture.writeSample(QStringLiteral("b.exe"), {}), 1000);
    core::submission::Parameters parameters;
    parameters.routing = "internet";
    parameters.analysisTimeout = 60;
    const QList<ui::SubmitServer> servers{
        {.profileId = QStringLiteral("one"), .name = QStringLiteral("one"), .machines = {}},
        {.profileId = QStringLiteral("two"), .name = QStringLiteral("two"), .machines = {}}};
    const ui::SubmissionPlan plan = ui::planSubmissions({sample, empty}, servers, parameters);
    QCOMPARE(plan.submissions.size(), 2);
    QCOMPARE(plan.submissions[0].profileId, QStringLiteral("one"));
    QCOMPARE(plan.submissions[1].profileId, QStringLiteral("two"));
    QCOMPARE(net::fieldValue(plan.submissions[0].fields, u"route"), QStringLiteral("internet"));
    QCOMPARE(net::fieldValue(plan.submissions[0].fields, u"timeout"), QStringLiteral("60"));
}

void SubmitDialogTest::showsAndSendsTheChoices()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    const QString server = fixture.connectDemo();
    ui::SubmitDialog dialog(fixture.backend);
    auto* submit = dialog.findChild<QPushButton*>(QStringLiteral("submit"));
    QVERIFY(submit);
    QVERIFY(!submit->isEnabled());
    ui::DropContent content;
    content.files << fixture.writeSample(QStringLiteral("invoice.exe"));
    content.urls << QStringLiteral("https://www.example.com/setup.exe");
    dialog.addContent(content);
    auto* form = dialog.findChild<ui::ParametersForm*>();
    core::submission::Parameters parameters = form->parameters();
    parameters.routing = "internet";
    parameters.clock = "tomorrow";
    form->setParameters(parameters);
    QVERIFY(!submit->isEnabled());
    parameters.clock.clear();
    form->setParameters(parameters);
    QVERIFY(submit->isEnabled());
    const auto* preview = dialog.findChild<QPlainTextEdit*>();
    QVERIFY(preview->toPlainText().contains(QLatin1String("route = internet")));
    submit->click();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(fixture.queue.tasks().size(), 2);
    for (const net::TaskRecord& record : fixture.queue.tasks()) {
        QCOMPARE(record.profileId, server);
        QCOMPARE(net::fieldValue(record.fields, u"route"), QStringLiteral("internet"));
    }
}

void SubmitDialogTest::remembersTheChoicesButNoPassword()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    {
        ui::SubmitDialog dialog(fixture.backend);
        ui::DropContent content;
        content.files << fixture.writeSample(QStringLiteral("invoice.zip"), "PK no archive");
        dialog.addContent(content);
        auto* form = dialog.findChild<ui::ParametersForm*>();
        core::submission::Parameters parameters;
        parameters.routing = "tor";
        parameters.password = "infected-and-secret";
        form->setParameters(parameters);
        dialog.accept();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }
    ui::SubmitDialog again(fixture.backend);
    const auto recalled = again.findChild<ui::ParametersForm*>()->parameters();
    QCOMPARE(recalled.routing, std::string("tor"));
    QCOMPARE(recalled.password, std::string());
    QSettings().sync();
    QFile settings(QSettings().fileName());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(!settings.readAll().contains("infected-and-secret"));
}

REGISTER_TEST(SubmitDialogTest)
#include "submitdialogtest.moc"
