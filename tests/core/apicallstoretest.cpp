// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/apicallstore.h"
#include "core/report/reportparser.h"
#include "support/reportrebuild.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

namespace {

ReportPtr reportWithCalls(const QByteArray& calls)
{
    return ReportParser::parse("{\"behavior\":{\"processes\":[{\"calls\":[" + calls + "]}]}}").value();
}

} // namespace

class ApiCallStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalTextsShareANumber()
    {
        const ReportPtr report = reportWithCalls("{\"api\":\"NtClose\",\"category\":\"x\"},{\"api\":\"NtOpen\"},"
                                                 "{\"api\":\"NtClose\",\"caller\":\"NtClose\"}");
        const ApiCallStore& calls = report->calls();
        const std::optional<StringId> close = calls.find("NtClose");
        QVERIFY(close.has_value());
        QCOMPARE(calls.apiId(0), *close);
        QCOMPARE(calls.apiId(2), *close);
        QCOMPARE(calls.callerId(2), *close);
        QVERIFY(calls.apiId(1) != *close);
        QCOMPARE(calls.api(2), std::string_view("NtClose"));
        QVERIFY(!calls.find("NtNothing").has_value());
        QVERIFY(calls.apiId(1) < calls.stringCount());
    }

    void escapedTextsAreTheSameAsPlainOnes()
    {
        const ReportPtr report = reportWithCalls("{\"api\":\"A\\u0042\"},{\"api\":\"AB\"}");
        QCOMPARE(report->calls().apiId(0), report->calls().apiId(1));
    }

    void oddTypesAreKept_data()
    {
        QTest::addColumn<QByteArray>("call");
        const auto row = [](const char* call) { QTest::newRow(call) << QByteArray(call); };
        row("{\"thread_id\":1234,\"api\":\"A\",\"arguments\":[]}");
        row("{\"caller\":1.5,\"api\":null,\"status\":\"SUCCESS\",\"return\":-1}");
        row("{\"timestamp\":true,\"category\":{\"x\":[]},\"api\":[1,{\"a\":\"b\"}]}");
        row("{\"arguments\":[{\"name\":\"n\",\"value\":12345678901234567890}]}");
        row("{\"arguments\":[{\"name\":\"n\",\"value\":[\"x\",1,null]},{\"name\":3,\"value\":{\"k\":1.5}}]}");
        row("{\"arguments\":[{\"name\":\"n\"},{\"value\":\"v\"},{\"name\":\"p\",\"value\":\"1\",\"pretty_value\":\"P\"}"
            "]}");
        row("{\"arguments\":[{\"name\":\"\",\"value\":\"\"}]}");
        row("{}");
        row("{\"status\":false,\"pretty_return\":\"STATUS_OK\",\"repeated\":12,\"id\":0}");
        row("{\"api\":\"A\\u0000B\",\"return\":\"\\ud83d\\ude00\"}");
    }

    void oddTypesAreKept()
    {
        QFETCH(QByteArray, call);
        const ReportPtr report = reportWithCalls(call);
        const json::Value original = json::parse(call).value();
        QCOMPARE(json::dump(test::rebuiltCall(report->calls(), 0, original)).c_str(), json::dump(original).c_str());
    }

    void numbersAndTheirTextsAreTold()
    {
        const ReportPtr report = reportWithCalls("{\"arguments\":[{\"name\":\"a\",\"value\":\"1\"},"
                                                 "{\"name\":\"a\",\"value\":1},{\"name\":\"a\",\"value\":1.0}]}");
        const ApiCallStore& calls = report->calls();
        QCOMPARE(calls.tag(calls.argumentValueId(0)), ValueTag::String);
        QCOMPARE(calls.tag(calls.argumentValueId(1)), ValueTag::Integer);
        QCOMPARE(calls.tag(calls.argumentValueId(2)), ValueTag::Double);
        QCOMPARE(calls.argumentText(0), calls.argumentText(1));
        QVERIFY(calls.argumentValueId(0) != calls.argumentValueId(1));
        QCOMPARE(calls.argumentNameId(0), calls.argumentNameId(2));
    }

    void absentIsNotEmpty()
    {
        const ReportPtr report = reportWithCalls("{\"api\":\"A\"},{\"api\":\"\",\"arguments\":[]},{\"arguments\":7}");
        const ApiCallStore& calls = report->calls();
        QVERIFY(!calls.hasArguments(0));
        QVERIFY(calls.hasArguments(1));
        QVERIFY(!calls.hasArguments(2));
        QCOMPARE(calls.apiId(2), 0u);
        QVERIFY(calls.apiId(1) != 0);
        QVERIFY(!calls.status(0).has_value());
        QCOMPARE(calls.callId(0), -1);
    }

    void argumentsAreFoundByName()
    {
        const ReportPtr report = reportWithCalls("{\"arguments\":[{\"name\":\"a\",\"value\":\"1\"}]},"
                                                 "{\"arguments\":[{\"name\":\"b\",\"value\":\"2\"},"
                                                 "{\"name\":\"a\",\"value\":\"3\"}]}");
        const ApiCallStore& calls = report->calls();
        const std::optional<ArgumentIndex> found = calls.findArgument(1, *calls.find("a"));
        QVERIFY(found.has_value());
        QCOMPARE(calls.argumentText(*found), std::string_view("3"));
        QVERIFY(!calls.findArgument(0, *calls.find("b")).has_value());
    }

    void manyStringsStayApart()
    {
        StringTable table;
        std::vector<StringId> ids;
        for (int i = 0; i < 50'000; ++i) {
            ids.push_back(table.intern(std::to_string(i)));
        }
        for (int i = 0; i < 50'000; ++i) {
            QCOMPARE(table.intern(std::to_string(i)), ids[std::size_t(i)]);
            QCOMPARE(table.text(ids[std::size_t(i)]), std::string_view(std::to_string(i)));
        }
        QCOMPARE(table.count(), 50'001u);
        QVERIFY(!table.find("1", ValueTag::Integer).has_value());
    }
};

REGISTER_TEST(ApiCallStoreTest)
#include "apicallstoretest.moc"
