// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/send/senddialog.h"

#include "core/report/reportparser.h"
#include "core/result/resultwriter.h"
#include "net/assemblylinestore.h"
#include "support/replayserver.h"
#include "support/testregistry.h"
#include "ui/report/reportsession.h"
#include "ui/send/destinationdialog.h"
#include "uifixture.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

using test::ReplayServer;
using test::WireRequest;

class SendDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesADestinationWithItsKey();
    void asksBeforeAKeyGoesInClear();
    void asksBeforeAnUnsavedDestinationIsDropped();
    void sendsAndShowsTheLink();
    void saysWhatWentWrong();
    void convertsAnewWithTheDestinationsSafelist();
    void testsTheConnection();
    void sendsTheQueuesOwnCopy();

private:
    static QString addDestination(test::UiFixture& fixture, const QUrl& url);
    static std::unique_ptr<ui::SendDialog> makeDialog(test::UiFixture& fixture);
};

QString SendDialogTest::addDestination(test::UiFixture& fixture, const QUrl& url)
{
    auto profile = net::newAssemblylineProfile(QStringLiteral("al"), url);
    profile.proxy = net::ProxyKind::None;
    profile.user = QStringLiteral("analyst");
    const QString id = fixture.assemblylines.add(profile).value_or(QString());
    fixture.credentials.setToken(id, QStringLiteral("workbench:very-secret-key"));
    return id;
}

std::unique_ptr<ui::SendDialog> SendDialogTest::makeDialog(test::UiFixture& fixture)
{
    const auto report = core::ReportParser::parse(
        QByteArray(R"({"info":{"id":1},"target":{"category":"file","file":{"name":"a.exe","sha256":")"
            + QByteArray(64, 'a') + R"("}}})"));
    auto result = std::make_shared<core::AnalysisResult>();
    core::Section section("Analysis");
    section.addTag("network.dynamic.domain", "not a domain");
    result->sections.push_back(section);
    result->serviceVersion = "2.4-CAPE";
    return report ? std::make_unique<ui::SendDialog>(fixture.backend, *report, result) : nullptr;
}

void SendDialogTest::savesADestinationWithItsKey()
{
    test::UiFixture fixture;
    auto* dialog = new ui::DestinationDialog(fixture.backend, {});
    const auto type = [dialog](const char* field, const char* text) {
        dialog->findChild<QLineEdit*>(QLatin1String(field))->setText(QLatin1String(text));
    };
    type("url", "al.example.com");
    dialog->accept();
    QVERIFY(fixture.assemblylines.profiles().isEmpty()); // without a user and a key
    type("user", "analyst");
    type("apiKey", "workbench:very-secret-key");
    type("classification", "TLP:AMBER");
    const QString safelist = fixture.folder.filePath(QStringLiteral("safelist.yml"));
    type("safelist", safelist.toUtf8().constData());
    dialog->accept();
    QVERIFY(fixture.assemblylines.profiles().isEmpty()); // there is no such file
    QFile list(safelist);
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("match:\n  file.path: [own.txt]\n");
    list.close();
    dialog->accept();
    QCOMPARE(fixture.assemblylines.profiles().size(), 1);
    const auto saved = fixture.assemblylines.profiles().constFirst();
    QCOMPARE(saved.url, QUrl(QStringLiteral("https://al.example.com")));
    QCOMPARE(saved.name, QStringLiteral("al.example.com"));
    QCOMPARE(saved.classification, QStringLiteral("TLP:AMBER"));
    QCOMPARE(saved.safelist, safelist);
    QString key;
    fixture.credentials.token(saved.id, this, [&key](const QString& read) { key = read; });
    QTRY_COMPARE(key, QStringLiteral("workbench:very-secret-key"));
    QFile file(fixture.folder.filePath(QStringLiteral("assemblylines.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("very-secret-key"));
}

void SendDialogTest::asksBeforeAKeyGoesInClear()
{
    test::UiFixture fixture;
    QPointer<ui::DestinationDialog> dialog = new ui::DestinationDialog(fixture.backend, {});
    dialog->show();
    const auto type = [&dialog](const char* field, const char* text) {
        dialog->findChild<QLineEdit*>(QLatin1String(field))->setText(QLatin1String(text));
    };
    type("url", "http://al.example.com");
    type("user", "analyst");
    type("apiKey", "workbench:very-secret-key");
    dialog->accept();
    QVERIFY(fixture.assemblylines.profiles().isEmpty());
    auto* box = dialog->findChild<QMessageBox*>(QStringLiteral("clearKey"));
    QVERIFY(box && box->isVisible());
    QCOMPARE(box->buttonRole(box->defaultButton()), QMessageBox::RejectRole);
    for (QAbstractButton* button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole) {
            button->click();
        }
    }
    QCOMPARE(fixture.assemblylines.profiles().size(), 1);
    QVERIFY(net::isClearTextAllowed(fixture.assemblylines.profiles().constFirst()));
}

void SendDialogTest::asksBeforeAnUnsavedDestinationIsDropped()
{
    test::UiFixture fixture;
    QPointer<ui::DestinationDialog> dialog = new ui::DestinationDialog(fixture.backend, {});
    dialog->show();
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("url")), QStringLiteral("al.example.com"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog && dialog->isVisible());
    auto* box = dialog->findChild<QMessageBox*>();
    QVERIFY(box && box->isVisible());
    box->button(QMessageBox::Cancel)->click();
    QVERIFY(dialog->isVisible());
    // Cancel says it by itself.
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel)->click();
    QTRY_VERIFY(!dialog);
}

void SendDialogTest::sendsAndShowsTheLink()
{
    test::UiFixture fixture;
    const ReplayServer server([](const WireRequest& request) {
        const QByteArray sid = request.path.split('/').value(5);
        const QByteArray response = request.method == "POST"
            ? QByteArray(R"({"success":true})")
            : R"({"sid":")" + sid + R"(","state":"completed","max_score":0,"file_count":7,"results":{")"
                + QByteArray(64, 'a') + R"(.CAPE.v2_4-CAPE.c0":{}},"missing_result_keys":[]})";
        return test::jsonAnswer(R"({"api_error_message":"","api_status_code":200,"api_response":)" + response + '}');
    });
    addDestination(fixture, server.url());
    const auto dialog = makeDialog(fixture);
    QVERIFY(dialog);
    dialog->findChild<QPushButton*>(QStringLiteral("send"))->click();
    auto* status = dialog->findChild<QLabel*>(QStringLiteral("status"));
    QTRY_VERIFY_WITH_TIMEOUT(status->text().contains(QLatin1String("/submission/detail/")), 10'000);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().constFirst().path, "/api/v4/bundle/");
    QCOMPARE(server.requests().constFirst().header("X-APIKEY"), "workbench:very-secret-key");
    const QString notes = dialog->findChild<QPlainTextEdit*>()->toPlainText();
    QVERIFY2(notes.contains(QLatin1String("not a domain")), qPrintable(notes)); // left out of the tags
    QVERIFY2(notes.contains(QLatin1String("7")), qPrintable(notes)); // files that were not sent
}

void SendDialogTest::saysWhatWentWrong()
{
    test::UiFixture fixture;
    const ReplayServer server(test::httpAnswer("500 INTERNAL SERVER ERROR", {"Content-Type: application/json"},
        R"({"api_response":"","api_error_message":"<b>boom</b>","api_status_code":500})"));
    addDestination(fixture, server.url());
    const auto dialog = makeDialog(fixture);
    QVERIFY(dialog);
    dialog->send();
    auto* status = dialog->findChild<QLabel*>(QStringLiteral("status"));
    QTRY_VERIFY_WITH_TIMEOUT(status->text().contains(QLatin1String("Half a submission")), 10'000);
    QVERIFY(status->text().contains(QLatin1String("<b>boom</b>")));
    QCOMPARE(status->textFormat(), Qt::PlainText);
    QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("send"))->isEnabled());
}

// The report's one flow goes to an address that this Assemblyline has on its safelist, and so is no tag.
void SendDialogTest::convertsAnewWithTheDestinationsSafelist()
{
    test::UiFixture fixture;
    const QString report = fixture.writeSample(QStringLiteral("lite.json"),
        R"({"info": {"id": 1, "started": "2024-01-01 00:00:00", "ended": "2024-01-01 00:01:00", "duration": 60,
            "version": "2.4-CAPE", "route": "none"}, "target": {"category": "file", "file": {"name": "a.exe",
            "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}},
            "behavior": {"processes": []}, "signatures": [],
            "network": {"tcp": [{"src": "10.0.0.5", "sport": 5, "dst": "203.0.113.7", "dport": 8080, "time": 1}]}})");
    const QString id = addDestination(fixture, QUrl(QStringLiteral("https://al.example.com")));
    auto profile = fixture.assemblylines.profile(id).value();
    profile.safelist = fixture.writeSample(
        QStringLiteral("safelist.yml"), "match:\n  network.dynamic.ip: [203.0.113.7, 10.0.0.5]\n");
    QVERIFY(fixture.assemblylines.update(profile));
    ui::ReportSession session;
    session.open(report);
    QTRY_VERIFY_WITH_TIMEOUT(session.result(), 10'000);
    ui::SendDialog dialog(fixture.backend, session.report(), session.result());
    dialog.setReportPath(report);
    const net::Delivery plain = dialog.delivery(net::newAssemblylineProfile({}, {}));
    QVERIFY(!plain.convert);
    const net::Delivery delivery = dialog.delivery(profile);
    QVERIFY(delivery.convert);
    const auto made = delivery.convert();
    QVERIFY(made);
    const auto tagged = [](const core::AnalysisResult& result) {
        return core::json::dump(core::ResultWriter::storedResult(result)).contains("\"ip\": [\"203.0.113.7\"");
    };
    QVERIFY(tagged(*session.result()));
    QVERIFY(!tagged(**made));
}

void SendDialogTest::testsTheConnection()
{
    test::UiFixture fixture;
    const ReplayServer server([](const WireRequest& request) {
        const bool isKnown = request.header("X-APIKEY") == "workbench:very-secret-key";
        return isKnown ? test::jsonAnswer(R"({"api_error_message":"","api_server_version":"4.6.0.14",
                "api_status_code":200,"api_response":{"username":"analyst","roles":["submission_view"]}})")
                       : test::httpAnswer("401 UNAUTHORIZED", {"Content-Type: application/json"},
                             R"({"api_response":"","api_error_message":"<b>no</b>","api_status_code":401})");
    });
    const QString id = addDestination(fixture, server.url());
    auto* dialog = new ui::DestinationDialog(fixture.backend, id);
    auto* key = dialog->findChild<QLineEdit*>(QStringLiteral("apiKey"));
    auto* outcome = dialog->findChild<QLabel*>(QStringLiteral("outcome"));
    QTRY_VERIFY(!key->text().isEmpty());
    dialog->findChild<QPushButton*>(QStringLiteral("test"))->click();
    QTRY_VERIFY(outcome->text().contains(QLatin1String("analyst")));
    QVERIFY(outcome->text().contains(QLatin1String("4.6.0.14")));
    QVERIFY(outcome->text().contains(QLatin1String("may not create submissions")));
    QVERIFY(outcome->text().contains(QLatin1String("older form")));
    QCOMPARE(server.requests().constFirst().path, "/api/v4/user/whoami/");
    key->setText(QStringLiteral("workbench:another"));
    dialog->testConnection();
    auto* problem = dialog->findChild<QLabel*>(QStringLiteral("problem"));
    QTRY_VERIFY(problem->text().contains(QLatin1String("<b>no</b>")));
    QCOMPARE(problem->textFormat(), Qt::PlainText);
    QVERIFY(outcome->isHidden());
    delete dialog;
}

void SendDialogTest::sendsTheQueuesOwnCopy()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    QVERIFY(!fixture.queue.sampleCopy(QString(64, QLatin1Char('a'))));
    const QByteArray bytes("the sample");
    QFile file(fixture.folder.filePath(QStringLiteral("sample.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    net::Submission submission;
    submission.profileId = fixture.connectDemo();
    submission.path = file.fileName();
    QVERIFY(fixture.queue.submit(submission));
    QTRY_VERIFY_WITH_TIMEOUT(bool(fixture.queue.sampleCopy(sha256)), 10'000);
    const auto opened = fixture.queue.sampleCopy(sha256)();
    QVERIFY(opened);
    QCOMPARE((*opened)->readAll(), bytes);
}

REGISTER_TEST(SendDialogTest)
#include "senddialogtest.moc"
