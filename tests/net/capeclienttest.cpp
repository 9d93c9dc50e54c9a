// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/capeclient.h"

#include "demo/certificate.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QTemporaryDir>
#include <QtTest>

using core::ErrorCode;
using net::CapeCall;
using net::CapeClient;
using net::CapeReply;
using test::httpAnswer;
using test::jsonAnswer;
using test::ReplayServer;
using test::WireRequest;

namespace {

const QString& token()
{
    static const QString secret = QStringLiteral("very-secret-token");
    return secret;
}

net::Profile profileFor(const QUrl& url)
{
    net::Profile profile = net::newProfile(QStringLiteral("test"), url);
    profile.proxy = net::ProxyKind::None;
    return profile;
}

template <typename T>
core::Result<T> outcome(CapeReply<T>& reply, int milliseconds = 5000)
{
    QObject context;
    std::optional<core::Result<T>> result;
    reply.then(&context, [&](const core::Result<T>& got) { result = got; });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, milliseconds);
    return result.value_or(
        std::unexpected(core::Error{ErrorCode::Database, QStringLiteral("the call did not end"), {}}));
}

QByteArray gzip(const QByteArray& plain)
{
    quint32 crc = 0xffffffff;
    for (const char c : plain) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
        }
    }
    const auto little = [](quint32 value) {
        QByteArray bytes;
        for (int shift = 0; shift < 32; shift += 8) {
            bytes.append(char(value >> shift));
        }
        return bytes;
    };
    const QByteArray zlib = qCompress(plain, 9).mid(4);
    return QByteArray::fromHex("1f8b0800000000000003") + zlib.mid(2, zlib.size() - 6) + little(~crc)
        + little(quint32(plain.size()));
}

std::unique_ptr<QTcpServer> tlsServer(bool other = false)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(demo::serverTls(other));
    return server;
}

QByteArray digest(bool other = false)
{
    return demo::serverCertificate(other).digest(QCryptographicHash::Sha256).toHex();
}

} // namespace

#define FAILS_WITH(result, wanted)                                                                                     \
    do {                                                                                                               \
        const auto got = (result);                                                                                     \
        QVERIFY(!got);                                                                                                 \
        QVERIFY2(got.error().code == (wanted), qPrintable(got.error().message + got.error().detail));                  \
        QVERIFY(!got.error().message.contains(token()) && !got.error().detail.contains(token()));                      \
    } while (false)

class CapeClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsStatus();
    void usesTheTokenKeyOfTheProfile();
    void refusedConnection();
    void connectionBrokenOff();
    void noAnswerInTime();
    void stalledAnswer();
    void abortIsTold();
    void answerCutOff();
    void answerTooLarge();
    void readsGzip();
    void gzipBomb();
    void redirectsStayOnTheServer();
    void aPostIsNotRedirected();
    void wordsOfTheServerWithoutTheToken();
    void uploadsAsItGoes();
    void aSubmissionIsNeverSentTwice();
    void namesAreSentSafely();
    void missingSample();
    void downloadOfAnotherType();
    void downloadCutOff();
    void downloadTooLarge();
    void downloadIntoAMissingFolder();
    void htmlInsteadOfAReport();
    void unknownCertificateIsShown();
    void pinnedCertificateIsAccepted();
    void changedCertificateStops();
    void noTlsThere();

private:
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void CapeClientTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void CapeClientTest::readsStatus()
{
    const ReplayServer server(
        jsonAnswer(R"({"error":[],"data":{"version":"2.5","hostname":7,"machines":{"total":2}}})"));
    CapeClient client(profileFor(server.url()), token());
    const auto status = outcome(client.status());
    QVERIFY(status);
    QCOMPARE(status->version, QStringLiteral("2.5"));
    QCOMPARE(status->hostname, QString()); // wrong type costs that field only
    QCOMPARE(status->machinesTotal, 2);
}

void CapeClientTest::usesTheTokenKeyOfTheProfile()
{
    const ReplayServer server(jsonAnswer(R"({"error":[],"data":[]})"));
    net::Profile profile = profileFor(server.url());
    profile.url.setPath(QStringLiteral("/cape"));
    profile.tokenKey = QStringLiteral("Api-Key");
    CapeClient client(profile, token());
    QVERIFY(outcome(client.machines()));
    QCOMPARE(server.requests().constFirst().header("Authorization"), "Api-Key very-secret-token");
    QCOMPARE(server.requests().constFirst().path, "/cape/apiv2/machines/list/");
    CapeClient without(profile, QString());
    QVERIFY(outcome(without.machines()));
    QCOMPARE(server.requests().constLast().header("Authorization"), QByteArray());
}

void CapeClientTest::refusedConnection()
{
    QUrl url;
    {
        const ReplayServer gone(jsonAnswer("{}"));
        url = gone.url();
    }
    CapeClient client(profileFor(url), token());
    auto& reply = client.status();
    FAILS_WITH(outcome(reply), ErrorCode::Network);
}

void CapeClientTest::connectionBrokenOff()
{
    const ReplayServer server(QByteArray{});
    CapeClient client(profileFor(server.url()), token());
    auto& reply = client.deleteTask(1);
    bool wasSent = false;
    connect(&reply, &CapeCall::finished, this, [&] { wasSent = reply.wasSent(); });
    FAILS_WITH(outcome(reply), ErrorCode::Network);
    QVERIFY(wasSent);
}

void CapeClientTest::noAnswerInTime()
{
    ReplayServer server([](const WireRequest&) { return QByteArray("HTTP/1.1 "); });
    server.keepsOpen = true;
    net::Profile profile = profileFor(server.url());
    profile.answerTimeoutMs = 100;
    CapeClient client(profile, token());
    FAILS_WITH(outcome(client.status()), ErrorCode::Timeout);
}

void CapeClientTest::stalledAnswer()
{
    ReplayServer server("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"error\"");
    server.keepsOpen = true;
    net::Profile profile = profileFor(server.url());
    profile.answerTimeoutMs = 100;
    CapeClient client(profile, token());
    FAILS_WITH(outcome(client.status()), ErrorCode::Timeout);
}

void CapeClientTest::abortIsTold()
{
    ReplayServer server([](const WireRequest&) { return QByteArray("HTTP/1.1 "); });
    server.keepsOpen = true;
    CapeClient client(profileFor(server.url()), token());
    auto& reply = client.status();
    QTimer::singleShot(0, &reply, [&] { reply.abort(); });
    FAILS_WITH(outcome(reply), ErrorCode::Cancelled);
}

void CapeClientTest::answerCutOff()
{
    const ReplayServer server(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"error\":[]");
    CapeClient client(profileFor(server.url()), token());
    FAILS_WITH(outcome(client.status()), ErrorCode::Network);
    const ReplayServer damaged(jsonAnswer(R"({"error":[],"data":)"));
    CapeClient second(profileFor(damaged.url()), token());
    FAILS_WITH(outcome(second.status()), ErrorCode::BadAnswer);
}

void CapeClientTest::answerTooLarge()
{
    const QByteArray large = "{\"error\":[],\"data\":\"" + QByteArray(200'000, 'x') + "\"}";
    const ReplayServer announced(jsonAnswer(large));
    CapeClient first(profileFor(announced.url()), token());
    first.setLimits({.json = 100'000});
    FAILS_WITH(outcome(first.status()), ErrorCode::TooLarge);
    const ReplayServer silent("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + large);
    CapeClient second(profileFor(silent.url()), token());
    second.setLimits({.json = 100'000});
    FAILS_WITH(outcome(second.status()), ErrorCode::TooLarge);
}

void CapeClientTest::readsGzip()
{
    const ReplayServer server(httpAnswer("200 OK", {"Content-Type: application/json", "Content-Encoding: gzip"},
        gzip(R"({"error":[],"data":{"version":"2.5"}})")));
    CapeClient client(profileFor(server.url()), token());
    const auto status = outcome(client.status());
    QVERIFY2(status, status ? "" : qPrintable(status.error().detail));
    QCOMPARE(status->version, QStringLiteral("2.5"));
}

void CapeClientTest::gzipBomb()
{
    const QByteArray packed = gzip("{\"error\":[],\"data\":\"" + QByteArray(3'000'000, 'x') + "\"}");
    QVERIFY(packed.size() < 20'000);
    const ReplayServer server(
        httpAnswer("200 OK", {"Content-Type: application/json", "Content-Encoding: gzip"}, packed));
    CapeClient client(profileFor(server.url()), token());
    client.setLimits({.json = 1'000'000});
    FAILS_WITH(outcome(client.status()), ErrorCode::TooLarge);
}

void CapeClientTest::redirectsStayOnTheServer()
{
    const ReplayServer elsewhere(jsonAnswer(R"({"error":[],"data":{}})"));
    const ReplayServer server(
        httpAnswer("302 Found", {"Location: " + elsewhere.url().toEncoded() + "/apiv2/cuckoo/status/"}, {}));
    CapeClient client(profileFor(server.url()), token());
    FAILS_WITH(outcome(client.status()), ErrorCode::BadAnswer);
    QVERIFY(elsewhere.requests().isEmpty()); // and so no token went there
    const ReplayServer same([](const WireRequest& request) {
        return request.path == "/moved/" ? jsonAnswer(R"({"error":[],"data":{"version":"9"}})")
                                         : httpAnswer("301 Moved", {"Location: /moved/"}, {});
    });
    CapeClient second(profileFor(same.url()), token());
    QCOMPARE(outcome(second.status())->version, QStringLiteral("9"));
}

void CapeClientTest::aPostIsNotRedirected()
{
    const ReplayServer server(httpAnswer("302 Found", {"Location: /other/"}, {}));
    CapeClient client(profileFor(server.url()), token());
    FAILS_WITH(outcome(client.createUrl(QStringLiteral("http://example.com/"), {})), ErrorCode::Refused);
    QCOMPARE(server.requests().size(), 1);
}

void CapeClientTest::wordsOfTheServerWithoutTheToken()
{
    const ReplayServer server(jsonAnswer(R"({"error":true,"error_value":"bad token very-secret-token"})"));
    CapeClient client(profileFor(server.url()), token());
    FAILS_WITH(outcome(client.status()), ErrorCode::Refused);
}

void CapeClientTest::uploadsAsItGoes()
{
    const QByteArray bytes(3'000'000, 's');
    QFile sample(path("sample"));
    QVERIFY(sample.open(QIODevice::WriteOnly));
    sample.write(bytes);
    sample.close();
    const ReplayServer server(
        jsonAnswer(R"({"error":[],"data":{"task_ids":[4,5],"message":"ok"},"errors":[{"option":"file=a"}]})"));
    CapeClient client(profileFor(server.url()), token());
    auto& reply = client.createFile(
        sample.fileName(), QStringLiteral("a.exe"), {{QStringLiteral("timeout"), QStringLiteral("60")}});
    QSignalSpy progress(&reply, &CapeCall::progress);
    const auto submitted = outcome(reply);
    QVERIFY(submitted);
    QCOMPARE(submitted->taskIds, (QList<qint64>{4, 5}));
    QCOMPARE(submitted->remarks, QStringList{QStringLiteral("option: file=a")});
    QCOMPARE(server.requests().constFirst().parts().constFirst().value, bytes);
    QVERIFY(progress.size() > 3);
    QVERIFY(progress.constLast().at(0).toLongLong() > bytes.size());
}

// Qt repeats a request whose connection broke; a server that broke it after taking the sample would have two tasks.
void CapeClientTest::aSubmissionIsNeverSentTwice()
{
    QFile sample(path("sample"));
    QVERIFY(sample.open(QIODevice::WriteOnly));
    sample.write("MZ once");
    sample.close();
    const ReplayServer server(QByteArray{}); // takes the request, and breaks the connection
    CapeClient client(profileFor(server.url()), token());
    auto& file = client.createFile(sample.fileName(), QStringLiteral("a"), {});
    bool wasSent = false;
    connect(&file, &CapeCall::finished, this, [&] { wasSent = file.wasSent(); });
    FAILS_WITH(outcome(file), ErrorCode::Network);
    QVERIFY(wasSent);
    QCOMPARE(server.requests().size(), 1);
    FAILS_WITH(outcome(client.createUrl(QStringLiteral("http://example.com/"), {})), ErrorCode::Network);
    QCOMPARE(server.requests().size(), 2);
}

void CapeClientTest::namesAreSentSafely()
{
    QFile sample(path("sample"));
    QVERIFY(sample.open(QIODevice::WriteOnly));
    sample.write("x");
    sample.close();
    const ReplayServer server(jsonAnswer(R"({"error":[],"data":{"task_ids":[1]}})"));
    CapeClient client(profileFor(server.url()), token());
    const QString name = QStringLiteral("r\u00e9sum\u00e9\"\r\nX-Evil: 1.exe");
    QVERIFY(outcome(
        client.createFile(sample.fileName(), name, {{QStringLiteral("options"), QStringLiteral("a=1\r\n--x")}})));
    const auto parts = server.requests().constFirst().parts();
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts.at(0).fileName, QStringLiteral("r\u00e9sum\u00e9%22X-Evil: 1.exe"));
    QCOMPARE(parts.at(1).value, "a=1\r\n--x");
}

void CapeClientTest::missingSample()
{
    const ReplayServer server(jsonAnswer(R"({"error":[],"data":{"task_ids":[1]}})"));
    CapeClient client(profileFor(server.url()), token());
    FAILS_WITH(outcome(client.createFile(path("nothing"), QStringLiteral("a"), {})), ErrorCode::CannotRead);
}

void CapeClientTest::downloadOfAnotherType()
{
    const ReplayServer server(httpAnswer("200 OK", {"Content-Type: application/octet-stream"}, "PK\3\4"));
    CapeClient client(profileFor(server.url()), token());
    FAILS_WITH(outcome(client.fetchReport(1, path("report.zip"))), ErrorCode::BadAnswer);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void CapeClientTest::downloadCutOff()
{
    const ReplayServer server("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 100000\r\n\r\nPK"
        + QByteArray(50'000, 'z'));
    CapeClient client(profileFor(server.url()), token());
    FAILS_WITH(outcome(client.fetchReport(1, path("report.zip"))), ErrorCode::Network);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void CapeClientTest::downloadTooLarge()
{
    const ReplayServer server("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\n\r\nPK" + QByteArray(500'000, 'z'));
    CapeClient client(profileFor(server.url()), token());
    client.setLimits({.report = 100'000});
    FAILS_WITH(outcome(client.fetchReport(1, path("report.zip"))), ErrorCode::TooLarge);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void CapeClientTest::downloadIntoAMissingFolder()
{
    const ReplayServer server(httpAnswer("200 OK", {"Content-Type: application/zip"}, "PK\3\4"));
    CapeClient client(profileFor(server.url()), token());
    FAILS_WITH(outcome(client.fetchReport(1, path("no/such/report.zip"))), ErrorCode::CannotWrite);
}

void CapeClientTest::htmlInsteadOfAReport()
{
    const ReplayServer server(httpAnswer("502 Bad Gateway", {"Content-Type: text/html"}, "<!DOCTYPE html><p>bad"));
    CapeClient client(profileFor(server.url()), token());
    FAILS_WITH(outcome(client.fetchReport(1, path("report.zip"))), ErrorCode::BadAnswer);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void CapeClientTest::unknownCertificateIsShown()
{
    const ReplayServer server([](const WireRequest&) { return jsonAnswer("{}"); }, tlsServer());
    CapeClient client(profileFor(server.url()), token());
    auto& reply = client.status();
    QByteArray certificate;
    connect(&reply, &CapeCall::finished, this, [&] { certificate = reply.certificateSha256(); });
    FAILS_WITH(outcome(reply), ErrorCode::Tls);
    QCOMPARE(certificate, digest());
    QCOMPARE(server.bytesReceived(), 0);
}

void CapeClientTest::pinnedCertificateIsAccepted()
{
    const ReplayServer server(
        [](const WireRequest&) { return jsonAnswer(R"({"error":[],"data":{"version":"2.5"}})"); }, tlsServer());
    net::Profile profile = profileFor(server.url());
    profile.tlsPin = digest();
    CapeClient client(profile, token());
    const auto status = outcome(client.status());
    QVERIFY2(status, status ? "" : qPrintable(status.error().message));
    QCOMPARE(status->version, QStringLiteral("2.5"));
}

void CapeClientTest::changedCertificateStops()
{
    const ReplayServer server([](const WireRequest&) { return jsonAnswer("{}"); }, tlsServer(true));
    net::Profile profile = profileFor(server.url());
    profile.tlsPin = digest();
    CapeClient client(profile, token());
    FAILS_WITH(outcome(client.status()), ErrorCode::Tls);
    QCOMPARE(server.bytesReceived(), 0);
}

void CapeClientTest::noTlsThere()
{
    const ReplayServer server(jsonAnswer("{}"));
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    net::Profile profile = profileFor(url);
    profile.connectTimeoutMs = 500;
    CapeClient client(profile, token());
    const auto status = outcome(client.status());
    QVERIFY(!status);
    QVERIFY(server.requests().isEmpty());
}

REGISTER_TEST(CapeClientTest)
#include "capeclienttest.moc"
