// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/assemblylinesender.h"

#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QtTest>

using core::ErrorCode;
using net::AssemblylineSender;
using test::ReplayServer;
using test::WireRequest;

namespace {

const std::string sampleHash(64, 'a');

net::Delivery deliveryTo(const QUrl& url)
{
    auto result = std::make_shared<core::AnalysisResult>();
    result->sample.name = "a.exe";
    result->sample.sha256 = sampleHash;
    result->sections.emplace_back("Analysis");
    net::Delivery delivery;
    delivery.result = result;
    delivery.profile = net::newAssemblylineProfile(QStringLiteral("al"), url);
    delivery.profile.proxy = net::ProxyKind::None;
    delivery.profile.user = QStringLiteral("analyst");
    delivery.credentials = QStringLiteral("workbench:very-secret-key");
    return delivery;
}

QByteArray envelope(const QByteArray& response)
{
    return test::jsonAnswer(R"({"api_error_message":"","api_status_code":200,"api_response":)" + response + '}');
}

// What an Assemblyline says to each step.
QByteArray answerTo(const WireRequest& request)
{
    if (request.path == "/api/v4/bundle/") {
        return envelope(R"({"success":true})");
    }
    if (request.path == "/api/v4/submit/") {
        return envelope(R"({"sid":"NEW"})");
    }
    return envelope(R"({"sid":"X","state":"completed","max_score":0,"file_count":1,"results":{}})");
}

} // namespace

class AssemblylineSenderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Cancelled while the bundle is on its way: the server may have begun, and the next attempt is a fresh submission.
    void cancelsAnImportUnderWay()
    {
        AssemblylineSender sender;
        bool cancel = true;
        const ReplayServer server([&](const WireRequest& request) {
            if (cancel) {
                sender.cancel();
            }
            return cancel ? QByteArray() : answerTo(request);
        });
        QSignalSpy finished(&sender, &AssemblylineSender::finished);
        sender.start(deliveryTo(server.url()));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(sender.step(), AssemblylineSender::Step::Idle);
        QCOMPARE(sender.result().error().code, ErrorCode::Cancelled);
        QCOMPARE(server.requests().size(), 1);
        QVERIFY2(sender.result().error().message.contains(QLatin1String("Half a submission")),
            qPrintable(sender.result().error().message));
        cancel = false;
        sender.start(deliveryTo(server.url()));
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY(sender.result());
        QVERIFY(!sender.result()->sid.isEmpty());
    }

    void cancelledBeforeAnythingIsSent()
    {
        AssemblylineSender sender;
        const ReplayServer server(answerTo);
        QSignalSpy finished(&sender, &AssemblylineSender::finished);
        sender.start(deliveryTo(server.url()));
        sender.cancel();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(sender.result().error().code, ErrorCode::Cancelled);
        QVERIFY(server.requests().isEmpty());
        sender.cancel(); // nothing is under way
        QCOMPARE(finished.size(), 1);
    }

    void hasTheSampleAnalysedAsWell()
    {
        AssemblylineSender sender;
        const ReplayServer server(answerTo);
        net::Delivery delivery = deliveryTo(server.url());
        delivery.analyseName = QStringLiteral("a.exe");
        delivery.analyse = []() -> core::Result<std::unique_ptr<QIODevice>> {
            auto device = std::make_unique<QBuffer>();
            device->setData("bytes");
            device->open(QIODevice::ReadOnly);
            return device;
        };
        QSignalSpy finished(&sender, &AssemblylineSender::finished);
        sender.start(delivery);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(sender.result());
        QCOMPARE(server.requests().size(), 3);
        const auto parts = server.requests().constLast().parts();
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts[1].fileName, QStringLiteral("a.exe"));
        QCOMPARE(parts[1].value, "bytes");
        QCOMPARE(sender.result()->analysisSid, QStringLiteral("NEW"));
        QVERIFY(sender.result()->analysisLink.toString().endsWith(QLatin1String("/submission/detail/NEW")));
    }

    void aSampleThatIsGoneIsARemark()
    {
        AssemblylineSender sender;
        const ReplayServer server(answerTo);
        net::Delivery delivery = deliveryTo(server.url());
        delivery.analyse = core::bundle::sampleFile(QStringLiteral("/nonexistent"));
        QSignalSpy finished(&sender, &AssemblylineSender::finished);
        sender.start(delivery);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(sender.result());
        QVERIFY(sender.result()->differences.join(u'\n').contains(QLatin1String("/nonexistent")));
        QCOMPARE(server.requests().size(), 2);
    }
};

REGISTER_TEST(AssemblylineSenderTest)
#include "assemblylinesendertest.moc"
