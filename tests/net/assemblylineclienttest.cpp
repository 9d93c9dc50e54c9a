// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/assemblylineclient.h"

#include "core/archive/cart.h"
#include "core/archive/gzip.h"
#include "core/bundle/bundlewriter.h"
#include "demo/certificate.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using core::ErrorCode;
using net::AssemblylineClient;
using net::CapeReply;
using test::httpAnswer;
using test::jsonAnswer;
using test::ReplayServer;
using test::WireRequest;

namespace {

const QString& apiKey()
{
    static const QString key = QStringLiteral("workbench:very-secret-key");
    return key;
}

net::AssemblylineProfile profileFor(const QUrl& url)
{
    auto profile = net::newAssemblylineProfile(QStringLiteral("test"), url);
    profile.proxy = net::ProxyKind::None;
    profile.user = QStringLiteral("analyst");
    return profile;
}

template <typename T>
core::Result<T> outcome(CapeReply<T>& reply)
{
    QObject context;
    std::optional<core::Result<T>> result;
    reply.then(&context, [&](const core::Result<T>& got) { result = got; });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 5000);
    return result.value_or(
        std::unexpected(core::Error{ErrorCode::Database, QStringLiteral("the call did not end"), {}}));
}

QByteArray envelope(const QByteArray& response)
{
    return jsonAnswer(R"({"api_error_message":"","api_server_version":"4.7.0.1","api_status_code":200,"api_response":)"
        + response + '}');
}

QByteArray refusal(const QByteArray& statusLine, const QByteArray& words)
{
    return httpAnswer(statusLine, {"Content-Type: application/json"},
        R"({"api_response":{"success":false},"api_error_message":")" + words + R"(","api_status_code":)"
            + statusLine.left(3) + '}');
}

constexpr QByteArrayView Sample("harmless bytes of a test");

core::AnalysisResult result()
{
    core::AnalysisResult result;
    core::Section section("Analysis");
    section.addTag("network.dynamic.domain", "www.example.com");
    section.addTag("network.dynamic.domain", "not a domain");
    result.sections.push_back(section);
    result.score = 0;
    result.serviceVersion = "2.4-CAPE";
    result.sample.name = "invoice.docm";
    return result;
}

// The results.json of an uploaded bundle: CaRT, gzip and tar are taken off. Empty where one of them is not there.
QJsonObject resultsOf(const QByteArray& bundle, const QTemporaryDir& folder)
{
    QBuffer cart;
    cart.setData(bundle);
    QFile tgz(folder.filePath(QStringLiteral("came.tgz")));
    if (!cart.open(QIODevice::ReadOnly) || !tgz.open(QIODevice::WriteOnly) || !core::cart::unpack(cart, tgz, 1 << 24)) {
        return {};
    }
    tgz.close();
    const auto inflated = core::readGzip(tgz.fileName(), 1 << 24);
    if (!inflated) {
        return {};
    }
    const QByteArray tar(inflated->text.data(), qsizetype(inflated->text.size()));
    const qint64 size = tar.mid(124, 11).toLongLong(nullptr, 8);
    return tar.startsWith("results.json") ? QJsonDocument::fromJson(tar.mid(512, size)).object() : QJsonObject();
}

} // namespace

class AssemblylineClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsNoKeyInClearBeforeItIsAllowed();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void importsABundle();
    void asksAsTheOptionsSay();
    void readsTheSubmissionBack();
    void submitsTheSample();
    void asksWhoTheKeyBelongsTo();
    void refusals_data();
    void refusals();
    void aBrokenImportIsNotSentAgain();
    void noAnswerInTime();
    void webPageInsteadOfAnAnswer();
    void redirectsGetNoKey();
    void theKeyIsInNoError();
    void missingBundle();
    void answerTooLarge();
    void pinnedCertificate();

private:
    core::Result<core::bundle::Written> write(bool withSample = true);
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QString bundle() const { return path("b.al_bundle"); }
    net::BundleImport import() const
    {
        return {.path = bundle(), .sid = QStringLiteral("SID1"), .minClassification = {}};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

core::Result<core::bundle::Written> AssemblylineClientTest::write(bool withSample)
{
    QFile sample(path("sample"));
    if (sample.open(QIODevice::WriteOnly)) {
        sample.write(Sample.data(), Sample.size());
    }
    sample.close();
    core::bundle::Options options;
    options.submitter = "analyst";
    if (withSample) {
        options.openSample = core::bundle::sampleFile(sample.fileName());
    } else {
        options.sample.sha256 = std::string(64, 'a');
    }
    return core::bundle::write(result(), options, bundle());
}

void AssemblylineClientTest::importsABundle()
{
    const auto written = write();
    QVERIFY(written);
    const ReplayServer server(envelope(R"({"success":true})"));
    AssemblylineClient client(profileFor(server.url()), apiKey());
    auto& reply
        = client.importBundle({.path = bundle(), .sid = QString::fromStdString(written->sid), .minClassification = {}});
    const auto imported = outcome(reply);
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QCOMPARE(server.requests().size(), 1);
    const WireRequest request = server.requests().constFirst();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.path, "/api/v4/bundle/");
    QCOMPARE(request.header("X-USER"), "analyst");
    QCOMPARE(request.header("X-APIKEY"), "workbench:very-secret-key");
    QCOMPARE(request.header("Content-Type"), "application/json");
    QFile file(bundle());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(request.body, file.readAll());
    const QJsonObject submission = resultsOf(request.body, *m_folder).value(QStringLiteral("submission")).toObject();
    QCOMPARE(submission.value(QStringLiteral("sid")).toString(), QString::fromStdString(written->sid));
    QCOMPARE(submission.value(QStringLiteral("max_score")).toInteger(), written->score);
    QCOMPARE(submission.value(QStringLiteral("file_count")).toInteger(), written->fileCount);
    QCOMPARE(submission.value(QStringLiteral("params")).toObject().value(QStringLiteral("submitter")).toString(),
        QStringLiteral("analyst"));
    QCOMPARE(written->leftOut.size(), 1U);
    const auto again = write();
    QVERIFY(again && again->sid != written->sid);
}

void AssemblylineClientTest::asksAsTheOptionsSay()
{
    QVERIFY(write(false));
    const ReplayServer server(envelope(R"({"success":true})"));
    auto profile = profileFor(server.url());
    profile.url.setPath(QStringLiteral("/al"));
    AssemblylineClient client(profile, apiKey());
    QVERIFY(outcome(client.importBundle({.path = bundle(),
        .sid = {},
        .minClassification = QStringLiteral("TLP:A&B"),
        .allowIncomplete = true,
        .existOk = true})));
    QCOMPARE(server.requests().constFirst().path,
        "/al/api/v4/bundle/?allow_incomplete=true&exist_ok=true&min_classification=TLP%3AA%26B");
}

void AssemblylineClientTest::readsTheSubmissionBack()
{
    const ReplayServer server(envelope(
        R"({"sid":"SID1","state":"completed","max_score":1200,"file_count":3,"results":{"k1":{"result":{}}},"missing_result_keys":["k2"]})"));
    AssemblylineClient client(profileFor(server.url()), apiKey());
    const auto view = outcome(client.submission(QStringLiteral("SID1")));
    QVERIFY(view);
    QCOMPARE(server.requests().constFirst().path, "/api/v4/submission/full/SID1/");
    QCOMPARE(view->maxScore, 1200);
    QCOMPARE(view->fileCount, 3);
    QCOMPARE(view->resultKeys, QStringList{QStringLiteral("k1")});
    QCOMPARE(view->missingResults, QStringList{QStringLiteral("k2")});
    QCOMPARE(net::submissionLink(client.profile(), view->sid),
        QUrl(server.url().toString() + QStringLiteral("/submission/detail/SID1")));
}

void AssemblylineClientTest::submitsTheSample()
{
    QVERIFY(write());
    const ReplayServer server(envelope(R"({"sid":"NEW"})"));
    AssemblylineClient client(profileFor(server.url()), apiKey());
    auto sample = std::make_unique<QFile>(path("sample"));
    QVERIFY(sample->open(QIODevice::ReadOnly));
    const auto sid = outcome(client.submit({.content = std::move(sample),
        .fileName = QStringLiteral("in\"voice.docm"),
        .classification = QStringLiteral("TLP:AMBER"),
        .description = QStringLiteral("from CAPE")}));
    QVERIFY(sid);
    QCOMPARE(*sid, QStringLiteral("NEW"));
    QCOMPARE(server.requests().constFirst().path, "/api/v4/submit/");
    const auto parts = server.requests().constFirst().parts();
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts[0].name, QStringLiteral("json"));
    const QJsonObject json = QJsonDocument::fromJson(parts[0].value).object();
    QCOMPARE(json.value(QStringLiteral("params")).toObject().value(QStringLiteral("classification")).toString(),
        QStringLiteral("TLP:AMBER"));
    QCOMPARE(parts[1].name, QStringLiteral("bin"));
    QCOMPARE(parts[1].fileName, QStringLiteral("in%22voice.docm"));
    QCOMPARE(parts[1].value, Sample.toByteArray());
}

void AssemblylineClientTest::asksWhoTheKeyBelongsTo()
{
    const ReplayServer server(envelope(R"({"username":"analyst","roles":["submission_view","submission_create"]})"));
    AssemblylineClient client(profileFor(server.url()), apiKey());
    const auto user = outcome(client.whoAmI());
    QVERIFY(user);
    QCOMPARE(user->name, QStringLiteral("analyst"));
    QVERIFY(user->roles.contains(QLatin1String("submission_create")));
    QCOMPARE(user->serverVersion, QStringLiteral("4.7.0.1"));
    QCOMPARE(server.requests().constFirst().method, "GET");
    QCOMPARE(server.requests().constFirst().path, "/api/v4/user/whoami/");
    QCOMPARE(server.requests().constFirst().header("X-USER"), "analyst");
    const ReplayServer other(envelope("{}"));
    AssemblylineClient lost(profileFor(other.url()), apiKey());
    QCOMPARE(outcome(lost.whoAmI()).error().code, ErrorCode::BadAnswer);
}

void AssemblylineClientTest::refusals_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("halfMayBeLeft");
    const auto row = [](const char* status, ErrorCode code, bool half) {
        QTest::newRow(status) << QByteArray(status) << int(code) << half;
    };
    row("400 BAD REQUEST", ErrorCode::Refused, true);
    row("401 UNAUTHORIZED", ErrorCode::Unauthorized, false);
    row("403 FORBIDDEN", ErrorCode::Unauthorized, false);
    row("404 NOT FOUND", ErrorCode::NotFound, false);
    row("409 CONFLICT", ErrorCode::Refused, false);
    row("413 TOO LARGE", ErrorCode::TooLarge, false);
    row("500 INTERNAL SERVER ERROR", ErrorCode::BadAnswer, true);
}

void AssemblylineClientTest::refusals()
{
    QFETCH(QByteArray, status);
    QFETCH(int, code);
    QFETCH(bool, halfMayBeLeft);
    QVERIFY(write());
    const ReplayServer server(refusal(status, "Incomplete results"));
    AssemblylineClient client(profileFor(server.url()), apiKey());
    const auto imported = outcome(client.importBundle(import()));
    QVERIFY(!imported);
    QCOMPARE(int(imported.error().code), code);
    QVERIFY(imported.error().detail.contains(QStringLiteral("Incomplete results")));
    QCOMPARE(imported.error().message.contains(QStringLiteral("Half a submission")), halfMayBeLeft);
    QCOMPARE(imported.error().message.contains(QStringLiteral("SID1")), halfMayBeLeft);
}

void AssemblylineClientTest::aBrokenImportIsNotSentAgain()
{
    QVERIFY(write());
    const ReplayServer server(QByteArray{});
    AssemblylineClient client(profileFor(server.url()), apiKey());
    const auto imported = outcome(client.importBundle(import()));
    QVERIFY(!imported);
    QCOMPARE(int(imported.error().code), int(ErrorCode::Network));
    QVERIFY(imported.error().message.contains(QStringLiteral("Half a submission")));
    QCOMPARE(server.requests().size(), 1);
}

void AssemblylineClientTest::noAnswerInTime()
{
    QVERIFY(write());
    ReplayServer server([](const WireRequest&) { return QByteArray("HTTP/1.1 "); });
    server.keepsOpen = true;
    auto profile = profileFor(server.url());
    profile.answerTimeoutMs = 100;
    AssemblylineClient client(profile, apiKey());
    const auto imported = outcome(client.importBundle(import()));
    QVERIFY(!imported && imported.error().code == ErrorCode::Timeout);
    QVERIFY(imported.error().message.contains(QStringLiteral("Half a submission")));
}

void AssemblylineClientTest::webPageInsteadOfAnAnswer()
{
    const ReplayServer server(httpAnswer("200 OK", {"Content-Type: text/html"}, "<!DOCTYPE html><p>log in"));
    AssemblylineClient client(profileFor(server.url()), apiKey());
    const auto view = outcome(client.submission(QStringLiteral("SID1")));
    QVERIFY(!view && view.error().code == ErrorCode::BadAnswer);
    QVERIFY(view.error().message.contains(QStringLiteral("web page")));
    const ReplayServer cape(jsonAnswer(R"({"error":false,"data":{}})"));
    AssemblylineClient second(profileFor(cape.url()), apiKey());
    const auto other = outcome(second.submission(QStringLiteral("SID1")));
    QVERIFY(!other && other.error().code == ErrorCode::BadAnswer);
}

void AssemblylineClientTest::redirectsGetNoKey()
{
    QVERIFY(write());
    const ReplayServer elsewhere(envelope(R"({"success":true})"));
    const ReplayServer server(
        httpAnswer("302 Found", {"Location: " + elsewhere.url().toEncoded() + "/api/v4/bundle/"}, {}));
    AssemblylineClient client(profileFor(server.url()), apiKey());
    QVERIFY(!outcome(client.submission(QStringLiteral("SID1"))));
    QVERIFY(!outcome(client.importBundle(import())));
    QVERIFY(elsewhere.requests().isEmpty());
}

void AssemblylineClientTest::theKeyIsInNoError()
{
    const ReplayServer server(refusal("400 BAD REQUEST", "workbench:very-secret-key is not very-secret-key"));
    AssemblylineClient client(profileFor(server.url()), apiKey());
    const auto view = outcome(client.submission(QStringLiteral("SID1")));
    QVERIFY(!view);
    QVERIFY(!(view.error().message + view.error().detail).contains(QStringLiteral("very-secret-key")));
}

void AssemblylineClientTest::missingBundle()
{
    const ReplayServer server(envelope(R"({"success":true})"));
    AssemblylineClient client(profileFor(server.url()), apiKey());
    const auto imported = outcome(client.importBundle(import()));
    QVERIFY(!imported);
    QCOMPARE(int(imported.error().code), int(ErrorCode::CannotRead));
    QVERIFY(!imported.error().message.contains(QStringLiteral("Half a submission")));
}

void AssemblylineClientTest::answerTooLarge()
{
    const ReplayServer server(envelope('"' + QByteArray(200'000, 'x') + '"'));
    AssemblylineClient client(profileFor(server.url()), apiKey());
    client.setAnswerLimit(100'000);
    const auto view = outcome(client.submission(QStringLiteral("SID1")));
    QVERIFY(!view && view.error().code == ErrorCode::TooLarge);
}

void AssemblylineClientTest::pinnedCertificate()
{
    const auto secure = [](bool other) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(demo::serverTls(other));
        return server;
    };
    const auto answer = [](const WireRequest&) { return envelope(R"({"sid":"SID1"})"); };
    const ReplayServer known(answer, secure(false));
    auto profile = profileFor(known.url());
    profile.tlsPin = demo::serverCertificate().digest(QCryptographicHash::Sha256).toHex();
    AssemblylineClient client(profile, apiKey());
    QVERIFY(outcome(client.submission(QStringLiteral("SID1"))));
    const ReplayServer changed(answer, secure(true));
    profile.url = changed.url();
    AssemblylineClient second(profile, apiKey());
    const auto view = outcome(second.submission(QStringLiteral("SID1")));
    QVERIFY(!view && view.error().code == ErrorCode::Tls);
    QCOMPARE(changed.bytesReceived(), 0);
}

void AssemblylineClientTest::sendsNoKeyInClearBeforeItIsAllowed()
{
    const ReplayServer proxy(envelope(R"({"username":"analyst"})"));
    auto profile = profileFor(QUrl(QStringLiteral("http://al.example.com")));
    profile.proxy = net::ProxyKind::Given;
    profile.proxyUrl = proxy.url();
    AssemblylineClient client(profile, apiKey());
    const auto refused = outcome(client.whoAmI());
    QVERIFY(!refused);
    QCOMPARE(int(refused.error().code), int(ErrorCode::Unauthorized));
    QCOMPARE(proxy.bytesReceived(), 0);
    net::allowClearText(profile);
    AssemblylineClient allowed(profile, apiKey());
    QVERIFY(outcome(allowed.whoAmI()));
    QCOMPARE(proxy.requests().size(), 1);
}

REGISTER_TEST(AssemblylineClientTest)
#include "assemblylineclienttest.moc"
