// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/capeclient.h"
#include "support/recorded.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QTemporaryDir>
#include <QtTest>

using core::ErrorCode;
using net::CapeCall;
using net::CapeClient;

namespace {

// What the client must make of an answer; exchanges that are not named here succeed.
const QHash<int, ErrorCode>& expectedErrors()
{
    static const QHash<int, ErrorCode> errors = [] {
        QHash<int, ErrorCode> all;
        const auto put = [&](ErrorCode code, std::initializer_list<int> numbers) {
            for (const int number : numbers) {
                all.insert(number, code);
            }
        };
        put(ErrorCode::NotReady, {16, 23, 27});
        put(ErrorCode::Refused,
            {17, 24, 41, 42, 50, 56, 65, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 91, 97, 102, 122, 123});
        put(ErrorCode::NoLiteReport, {37, 46});
        put(ErrorCode::Unsupported, {38});
        put(ErrorCode::NotFound, {48, 51, 52, 62, 64, 66, 67, 68, 71});
        put(ErrorCode::BadAnswer, {39, 69, 70, 101, 126});
        put(ErrorCode::Unauthorized, {57, 58, 59, 60, 61});
        put(ErrorCode::Throttled, {108, 109, 110, 111});
        put(ErrorCode::Disabled, {114, 115, 116, 117, 118, 120, 121, 125});
        return all;
    }();
    return errors;
}

const QString& sha256()
{
    static const QString hash = QStringLiteral("FD953D8A3D084D36F28E46E8B75169A33DB56D16A5DE5A647E8F2EC754CC9008");
    return hash;
}

// The client's call for a recorded request; null when the workbench makes no such request.
CapeCall* callFor(CapeClient& client, const test::Recorded& recorded, const QString& folder)
{
    QString path = recorded.path;
    path.replace(QStringLiteral("//"), QStringLiteral("/"));
    const auto starts
        = [&](const char* prefix) { return path.startsWith(QStringLiteral("/apiv2/") + QString::fromLatin1(prefix)); };
    const bool isGet = recorded.method == "GET";
    if (recorded.method == "POST" && starts("tasks/create/file")) {
        return &client.createFile(folder + QStringLiteral("/sample.exe"), QStringLiteral("sample.exe"), {});
    }
    if (isGet && starts("cuckoo/status")) {
        return &client.status();
    }
    if (isGet && starts("machines/list")) {
        return &client.machines();
    }
    if (isGet && starts("tasks/search/sha256/")) {
        return &client.searchSha256(sha256());
    }
    if (isGet && starts("tasks/view/")) {
        return &client.view(1);
    }
    if (isGet && starts("tasks/get/report/") && path.contains(QStringLiteral("/litereport/"))
        && !path.endsWith(QStringLiteral("zip/"))) {
        return &client.fetchLiteReport(1, folder + QStringLiteral("/report"));
    }
    if (isGet && starts("tasks/get/report/")) {
        return &client.fetchReport(1, folder + QStringLiteral("/report"));
    }
    if (isGet && starts("tasks/delete/")) {
        return &client.deleteTask(1);
    }
    return nullptr;
}

} // namespace

// Every exchange that was recorded with a real server is answered to the client as it was recorded.
class CapeClientReplayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyExchange_data();
    void everyExchange();
    void allOptionsAreSentAsRecorded();
};

void CapeClientReplayTest::everyExchange_data()
{
    QTest::addColumn<int>("index");
    const auto all = test::allRecorded();
    QCOMPARE(all.size(), 129);
    for (qsizetype index = 0; index < all.size(); ++index) {
        QTest::newRow(qPrintable(all.at(index).name)) << int(index);
    }
}

void CapeClientReplayTest::everyExchange()
{
    QFETCH(int, index);
    static const auto all = test::allRecorded();
    const test::Recorded& recorded = all.at(index);
    QTemporaryDir folder;
    QFile sample(folder.filePath(QStringLiteral("sample.exe")));
    QVERIFY(sample.open(QIODevice::WriteOnly));
    sample.write("MZ harmless");
    sample.close();

    test::ReplayServer server(test::wireAnswer(recorded));
    CapeClient client(net::newProfile(QStringLiteral("recorded"), server.url()), QStringLiteral("secret-token-1"));
    CapeCall* call = callFor(client, recorded, folder.path());
    if (!call) {
        // Not a request of ours: its answer must still be told apart without harm.
        net::Answer answer{recorded.status, "application/json", {}, recorded.body};
        const auto read = net::readAnswer(answer);
        QVERIFY(read || !read.error().message.isEmpty());
        return;
    }
    int status = 0;
    std::optional<int> retryAfter;
    std::optional<core::Error> error;
    QSignalSpy finished(call, &CapeCall::finished);
    connect(call, &CapeCall::finished, this, [&, call] {
        status = call->httpStatus();
        retryAfter = call->retryAfter();
        if (call->error()) {
            error = *call->error();
        }
    });
    QVERIFY(finished.wait(5000));

    const bool fails = expectedErrors().contains(recorded.number());
    if (!fails) {
        QVERIFY2(!error, error ? qPrintable(error->message + error->detail) : "");
    } else {
        QVERIFY(error);
        QCOMPARE(int(error->code), int(expectedErrors().value(recorded.number())));
        QVERIFY(!error->message.isEmpty());
        if (status != 0 && (status < 300 || status >= 400)) {
            QCOMPARE(status, recorded.status);
        }
    }
    if (recorded.status == 429) {
        QCOMPARE(retryAfter, std::optional(60));
    }
    // A report is there as it was sent, or not at all; nothing else is left in the folder.
    QFile report(folder.filePath(QStringLiteral("report")));
    const bool isReport = !fails && recorded.path.contains(QStringLiteral("/get/report/"));
    QCOMPARE(report.exists(), isReport);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), isReport ? 2 : 1);
    if (isReport) {
        QVERIFY(report.open(QIODevice::ReadOnly));
        QCOMPARE(report.readAll(), recorded.body);
        QCOMPARE(report.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    const test::WireRequest& request = server.requests().constFirst();
    QVERIFY(request.path.endsWith('/'));
    QCOMPARE(request.header("Accept"), "application/json");
    QCOMPARE(request.header("Authorization"), "Token secret-token-1");
    QVERIFY(!request.path.contains("secret"));
}

void CapeClientReplayTest::allOptionsAreSentAsRecorded()
{
    const auto all = test::allRecorded();
    const test::Recorded& recorded = all.at(7);
    QCOMPARE(recorded.name, QStringLiteral("008_create_file_all_options"));
    net::FormFields fields;
    for (const QJsonValue& part : recorded.multipart) {
        if (part[QStringLiteral("filename")].isNull()) {
            fields.append({part[QStringLiteral("name")].toString(), part[QStringLiteral("value")].toString()});
        }
    }
    QCOMPARE(fields.size(), 14);

    test::ReplayServer server(test::wireAnswer(recorded));
    CapeClient client(net::newProfile(QStringLiteral("recorded"), server.url()), QStringLiteral("secret-token-1"));
    QTemporaryDir folder;
    QFile sample(folder.filePath(QStringLiteral("any")));
    QVERIFY(sample.open(QIODevice::WriteOnly));
    sample.write("MZ harmless");
    sample.close();
    auto& reply = client.createFile(sample.fileName(), QStringLiteral("rec2.exe"), fields);
    QSignalSpy finished(&reply, &CapeCall::finished);
    core::Result<net::Submitted> result;
    reply.then(this, [&](const core::Result<net::Submitted>& got) { result = got; });
    QVERIFY(finished.wait(5000));
    QVERIFY(result);
    QCOMPARE(result->taskIds, QList<qint64>{2});
    QCOMPARE(result->message, QStringLiteral("Task ID 2 has been submitted"));

    const auto parts = server.requests().constFirst().parts();
    QCOMPARE(parts.size(), recorded.multipart.size());
    for (qsizetype index = 0; index < parts.size(); ++index) {
        const QJsonValue expected = recorded.multipart.at(index);
        QCOMPARE(parts.at(index).name, expected[QStringLiteral("name")].toString());
        QCOMPARE(parts.at(index).fileName, expected[QStringLiteral("filename")].toString());
        if (index > 0) {
            QCOMPARE(QString::fromUtf8(parts.at(index).value), expected[QStringLiteral("value")].toString());
        }
    }
    QCOMPARE(parts.constFirst().value, "MZ harmless");
}

REGISTER_TEST(CapeClientReplayTest)
#include "capeclientreplaytest.moc"
