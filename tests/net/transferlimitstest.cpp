// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/capeclient.h"
#include "net/webcall.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QTemporaryDir>
#include <QtTest>

using core::ErrorCode;
using net::CapeClient;
using net::CapeReply;
using test::jsonAnswer;
using test::ReplayServer;

namespace {

constexpr int AnswerTimeout = 400; // ms

// A server that sends its answer in pieces, one each `pause` ms, whatever it is asked.
class SlowServer {
public:
    SlowServer(const QByteArray& head, const QByteArray& piece, int pieces, int pause)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [=, this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [=, this] {
                if (!socket->readAll().contains("\r\n\r\n")) {
                    return;
                }
                socket->write(head);
                auto* timer = new QTimer(socket);
                QObject::connect(timer, &QTimer::timeout, socket, [=, this] {
                    if (m_sent++ < pieces) {
                        socket->write(piece);
                    } else {
                        timer->stop();
                        socket->disconnectFromHost();
                    }
                });
                timer->start(pause);
            });
        });
    }

    net::Profile profile() const
    {
        net::Profile profile = net::newProfile(
            QStringLiteral("slow"), QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())));
        profile.proxy = net::ProxyKind::None;
        profile.answerTimeoutMs = AnswerTimeout;
        return profile;
    }
    int piecesSent() const { return m_sent; }

private:
    QTcpServer m_server;
    int m_sent = 0;
};

template <typename T>
core::Result<T> outcome(CapeReply<T>& reply)
{
    QObject context;
    std::optional<core::Result<T>> result;
    reply.then(&context, [&](const core::Result<T>& got) { result = got; });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 30'000);
    return result.value_or(std::unexpected(core::Error{ErrorCode::Database, QStringLiteral("it did not end"), {}}));
}

const QByteArray ZipHead("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\n\r\n");
const QByteArray JsonHead("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");

} // namespace

// How long a transfer may take, and what a large answer may cost.
class TransferLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerThatDripsEnds();
    void aDownloadThatDripsEnds();
    void headersThatDripEnd();
    void aSlowDownloadGoesOn();
    void whatIsRefusedHereIsNotSent();
    void aLargeAnswerIsReadElsewhere();
    void aLongListIsCutAndTold();
    void anAbortWhileReadingIsTold();

private:
    QTemporaryDir m_folder;
};

void TransferLimitsTest::anAnswerThatDripsEnds()
{
    const SlowServer server(JsonHead, " ", 100'000, 20);
    CapeClient client(server.profile(), QString());
    const auto status = outcome(client.status());
    QVERIFY(!status);
    QCOMPARE(int(status.error().code), int(ErrorCode::Timeout));
    QVERIFY2(status.error().message.contains(QLatin1StringView("too slow")), qPrintable(status.error().message));
}

void TransferLimitsTest::aDownloadThatDripsEnds()
{
    const SlowServer server(ZipHead, "P", 100'000, 20);
    CapeClient client(server.profile(), QString());
    const auto report = outcome(client.fetchReport(1, m_folder.filePath(QStringLiteral("drip.zip"))));
    QVERIFY(!report);
    QCOMPARE(int(report.error().code), int(ErrorCode::Timeout));
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("drip.zip"))));
}

void TransferLimitsTest::headersThatDripEnd()
{
    const SlowServer server("HTTP/1.1 200 OK\r\nX-Slow: ", "x", 100'000, 20);
    CapeClient client(server.profile(), QString());
    const auto status = outcome(client.status());
    QVERIFY(!status);
    QCOMPARE(int(status.error().code), int(ErrorCode::Timeout));
}

// It takes several times as long as an answer may let wait for itself, and is never fast.
void TransferLimitsTest::aSlowDownloadGoesOn()
{
    constexpr int Pieces = 40;
    constexpr int Pause = 50; // ms
    static_assert(Pieces * Pause > 4 * AnswerTimeout);
    const SlowServer server(ZipHead, QByteArray(100, 'z'), Pieces, Pause); // 2 KB/s
    CapeClient client(server.profile(), QString());
    const auto report = outcome(client.fetchReport(1, m_folder.filePath(QStringLiteral("slow.zip"))));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->size, Pieces * 100);
}

void TransferLimitsTest::whatIsRefusedHereIsNotSent()
{
    const ReplayServer server(jsonAnswer(R"({"error":false,"data":{"task_ids":[1]}})"));
    net::Profile profile = net::newProfile(QStringLiteral("test"), server.url());
    profile.proxy = net::ProxyKind::None;
    CapeClient client(profile, QStringLiteral("secret-token"));
    auto& reply = client.createFile(m_folder.filePath(QStringLiteral("none")), QStringLiteral("none"), {});
    bool wasSent = true;
    connect(&reply, &net::CapeCall::finished, this, [&] { wasSent = reply.wasSent(); });
    QVERIFY(!outcome(reply));
    QVERIFY(!wasSent);
    QCOMPARE(server.bytesReceived(), 0);
}

namespace {

// A call for what the server has, with the thread in which its answer was read as the outcome.
CapeReply<QThread*>& askWho(QNetworkAccessManager& network, const ReplayServer& server, QObject* parent)
{
    net::Connection connection;
    connection.url = server.url();
    connection.proxy = net::ProxyKind::None;
    net::Transfer transfer;
    transfer.request = net::webRequest(connection, QStringLiteral("/"));
    transfer.limit = 32 << 20;
    return *new net::WebReply<QThread*>(
        network, std::move(transfer), connection, {},
        [](const net::Received& received) -> core::Result<QThread*> {
            return received.answer.transform([](const net::Answer&) { return QThread::currentThread(); });
        },
        parent);
}

QByteArray listOf(int entries)
{
    return R"({"error":false,"data":[)" + QByteArray(R"({"name":"m","label":"win10"},)").repeated(entries).chopped(1)
        + "]}";
}

} // namespace

void TransferLimitsTest::aLargeAnswerIsReadElsewhere()
{
    QNetworkAccessManager network;
    const ReplayServer small(jsonAnswer(listOf(10)));
    QCOMPARE(outcome(askWho(network, small, this)).value_or(nullptr), QThread::currentThread());
    const ReplayServer large(jsonAnswer(listOf(10'000)));
    const auto reader = outcome(askWho(network, large, this));
    QVERIFY(reader);
    QVERIFY(*reader != QThread::currentThread());
}

void TransferLimitsTest::aLongListIsCutAndTold()
{
    const ReplayServer server(jsonAnswer(listOf(400'000)));
    net::Profile profile = net::newProfile(QStringLiteral("test"), server.url());
    profile.proxy = net::ProxyKind::None;
    CapeClient client(profile, QString());
    auto& reply = client.machines();
    QString remark;
    connect(&reply, &net::CapeCall::finished, this, [&] { remark = reply.remark(); });
    const auto machines = outcome(reply);
    QVERIFY2(machines, machines ? "" : qPrintable(machines.error().message));
    QCOMPARE(machines->size(), 5000);
    QVERIFY2(remark.contains(QLocale().toString(400'000)) && remark.contains(QLocale().toString(5000)),
        qPrintable(remark));
}

void TransferLimitsTest::anAbortWhileReadingIsTold()
{
    QNetworkAccessManager network;
    const ReplayServer server(jsonAnswer(listOf(10'000)));
    QSemaphore mayRead;
    net::Connection connection;
    connection.url = server.url();
    connection.proxy = net::ProxyKind::None;
    net::Transfer transfer;
    transfer.request = net::webRequest(connection, QStringLiteral("/"));
    transfer.limit = 32 << 20;
    std::atomic_bool isReading = false;
    auto* reply = new net::WebReply<int>(
        network, std::move(transfer), connection, {},
        [&](const net::Received&) -> core::Result<int> {
            isReading = true;
            mayRead.acquire();
            return 1;
        },
        this);
    int ends = 0;
    std::optional<ErrorCode> code;
    reply->then(this, [&](const core::Result<int>& got) {
        ++ends;
        code = got ? std::nullopt : std::optional(got.error().code);
    });
    const QPointer<QObject> alive = reply;
    QTRY_VERIFY(isReading.load());
    reply->abort();
    mayRead.release();
    QTRY_VERIFY(!alive);
    net::readingThread().waitForDone();
    QCOMPARE(ends, 1);
    QVERIFY(code == ErrorCode::Cancelled);
}

REGISTER_TEST(TransferLimitsTest)
#include "transferlimitstest.moc"
