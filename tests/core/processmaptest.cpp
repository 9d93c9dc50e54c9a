// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/processmap.h"
#include "support/conversion.h"
#include "support/testregistry.h"

#include <QtTest>

#include <format>

using namespace core;

namespace {

// A report of one process with these calls.
std::string withCalls(std::string_view calls)
{
    return std::string(R"({"behavior": {"processes": [{"process_id": 10, "process_name": "a.exe", "parent_id": 4,
        "module_path": "C:\\a.exe", "first_seen": "2024-01-02 03:04:05,678", "environ": {"CommandLine": "a -x"},
        "calls": [)")
        + std::string(calls) + "]}]}}";
}

std::string call(std::string_view api, std::string_view arguments, std::string_view category = "system")
{
    return std::format(R"({{"api": "{}", "category": "{}", "arguments": [{}]}})", api, category, arguments);
}

std::string argument(std::string_view name, std::string_view value)
{
    return std::format(R"({{"name": "{}", "value": "{}"}})", name, value);
}

std::string joined(std::initializer_list<std::string> parts)
{
    std::string all;
    for (const std::string& part : parts) {
        all += all.empty() ? part : "," + part;
    }
    return all;
}

QByteArray dump(const json::Object& object)
{
    return QByteArray::fromStdString(json::dump(object));
}

} // namespace

class ProcessMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheProcess()
    {
        test::Conversion conversion(withCalls({}));
        const ProcessMap map = ProcessMap::read(conversion.context);
        const ProcessEntry* entry = map.find(10);
        QVERIFY(entry);
        QCOMPARE(entry->name, std::string("a.exe"));
        QCOMPARE(entry->image.value(), std::string("C:\\a.exe"));
        QCOMPARE(entry->ppid, json::Value(4));
        QCOMPARE(entry->startTime, std::string("2024-01-02 03:04:05.678"));
        QCOMPARE(entry->commandLine, json::Value("a -x"));
        QVERIFY(conversion.warnings.list().isEmpty());
    }

    // A key of a Python dict: 7, 7.0 and "7" tell two processes apart, not three.
    void idsAreWhatTheReportHas()
    {
        test::Conversion conversion(R"({"behavior": {"processes": [
            {"process_id": "7", "process_name": "text.exe", "parent_id": 4.0, "module_path": "t", "calls": [],
             "first_seen": "2024-01-02 03:04:05,678", "environ": {"CommandLine": 5}},
            {"process_id": 1, "process_name": "one.exe", "parent_id": 4, "module_path": "o", "calls": [],
             "first_seen": true, "environ": {"CommandLine": "o"}},
            {"process_id": true, "process_name": "true.exe", "parent_id": 4, "module_path": "u", "calls": [],
             "first_seen": "2024-01-02 03:04:05,678", "environ": {"CommandLine": "u"}},
            {"process_id": null, "process_name": "null.exe", "parent_id": 4, "module_path": "n", "calls": [],
             "first_seen": "2024-01-02 03:04:05,678", "environ": {"CommandLine": "n"}}]}})");
        const ProcessMap map = ProcessMap::read(conversion.context);
        QCOMPARE(map.entries().size(), 3U);
        QVERIFY(!map.find(7));
        QVERIFY(map.find("7"));
        QVERIFY(map.find("7")->pid.isString());
        QCOMPARE(map.find("7")->ppid.type(), json::Value::Type::Double);
        QCOMPARE(map.find("7")->commandLine, json::Value(5));
        QCOMPARE(map.find(1.0)->name, json::Value("true.exe"));
        QVERIFY(map.find(1)->pid.isInteger()); // the key that came first
        QCOMPARE(map.find(nullptr)->name, json::Value("null.exe"));
        QVERIFY(conversion.warnsOf(QStringLiteral("1 (one.exe)")));
    }

    void aTruthIsATimeToo()
    {
        std::string report = withCalls({});
        report.replace(report.find("\"2024-01-02 03:04:05,678\""), 25, "true");
        test::Conversion conversion(report);
        QCOMPARE(ProcessMap::read(conversion.context).find(10)->startTime, std::string("1970-01-01 00:00:01.000"));
    }

    void aProcessWithoutAnIdIsNamed()
    {
        test::Conversion conversion(R"({"behavior": {"processes": [
            {"process_name": "lost.exe", "calls": []}, {"process_id": [1], "process_name": "list.exe", "calls": []}]}})");
        QVERIFY(ProcessMap::read(conversion.context).empty());
        QVERIFY(conversion.warnsOf(QStringLiteral("lost.exe")));
        QVERIFY(conversion.warnsOf(QStringLiteral("list.exe")));
    }

    void numericFirstSeenIsUtcCutToMilliseconds()
    {
        std::string report = withCalls({});
        report.replace(report.find("\"2024-01-02 03:04:05,678\""), 25, "1700000000.9996");
        test::Conversion conversion(report);
        const ProcessMap map = ProcessMap::read(conversion.context);
        QCOMPARE(map.find(10)->startTime, std::string("2023-11-14 22:13:20.999"));
    }

    void equalEventsCountOnce()
    {
        const std::string open = call("RegOpenKeyExA", argument("FullName", "HKLM"));
        const std::string other = call("RegOpenKeyExA", argument("FullName", "HKCU"));
        const std::string otherApi = call("RegOpenKeyExW", argument("FullName", "HKLM"));
        const std::string file = call("NtReadFile", argument("HandleName", "C:\\\\a"));
        const std::string folder = call("CreateDirectoryW", argument("DirectoryName", "C:\\\\b"));
        test::Conversion conversion(withCalls(joined({open, open, other, otherApi, file, file, folder})));
        const ProcessMap map = ProcessMap::read(conversion.context);
        QCOMPARE(map.find(10)->registryCount, 3U);
        QCOMPARE(map.find(10)->fileCount, 2U);
    }

    void orderOfArgumentsDoesNotMatterForEquality()
    {
        const std::string ip = argument("ip", "198.51.100.1");
        const std::string port = argument("port", "80");
        test::Conversion conversion(
            withCalls(joined({call("connect", joined({ip, port})), call("connect", joined({port, ip}))})));
        const ProcessMap map = ProcessMap::read(conversion.context);
        QCOMPARE(map.find(10)->networkCalls.size(), 1U);
        QCOMPARE(
            dump(map.find(10)->networkCalls[0].arguments), QByteArray("{\"IP\": \"198.51.100.1\", \"Port\": \"80\"}"));
    }

    void laterArgumentOfTheSameNameTakesItsPlace()
    {
        test::Conversion conversion(withCalls(call("connect",
            joined({argument("ip", "198.51.100.1"), argument("Port", "1"), argument("IP", "198.51.100.2")}))));
        const ProcessMap map = ProcessMap::read(conversion.context);
        QCOMPARE(
            dump(map.find(10)->networkCalls[0].arguments), QByteArray("{\"IP\": \"198.51.100.2\", \"Port\": \"1\"}"));
    }

    void callsWithoutKeptArgumentsMakeNoEvent()
    {
        // The table writes "InternetHandle" with capitals, and names are compared in lower case: it never matches.
        test::Conversion conversion(withCalls(joined({call("WinHttpSendRequest", argument("InternetHandle", "0x1")),
            call("connect", argument("socket", "1")), call("NtClose", argument("Handle", "1"))})));
        const ProcessMap map = ProcessMap::read(conversion.context);
        QVERIFY(map.find(10)->networkCalls.empty());
    }

    void safelistedValueDropsNetworkCallsOnly()
    {
        const std::string_view entries = R"({"match": {"network.dynamic.domain": ["safe.example.com"]}})";
        const std::string name = argument("nodename", "SAFE.example.com");
        test::Conversion conversion(
            withCalls(joined({call("getaddrinfo", name, "network"), call("GetAddrInfoW", name, "misc")})),
            test::safelist(entries));
        const ProcessMap map = ProcessMap::read(conversion.context);
        QCOMPARE(map.find(10)->networkCalls.size(), 1U);
        QVERIFY(map.find(10)->networkCalls[0].api == "GetAddrInfoW");
    }

    void eventsGoToTheirLists()
    {
        test::Conversion conversion(withCalls(joined({call("LdrLoadDll", argument("FileName", "ws2_32.dll")),
            call("LdrGetProcedureAddress", argument("FunctionName", "send")),
            call("SetWindowsHookExA", argument("HookIdentifier", "13")),
            call("CreateServiceA", argument("ServiceName", "svc")),
            call("StartServiceA", argument("ServiceName", "svc")),
            call("OutputDebugStringA", argument("OutputString", "hello")),
            call("CryptEncrypt", argument("Buffer", "text"), "crypto")})));
        const ProcessMap map = ProcessMap::read(conversion.context);
        const ProcessEntry& entry = *map.find(10);
        const ApiCallStore& calls = conversion.report->calls();
        QCOMPARE(entry.moduleEvents.size(), 3U);
        QVERIFY(calls.text(entry.moduleEvents[0].library) == "ws2_32.dll");
        QVERIFY(calls.text(entry.moduleEvents[1].function) == "send");
        QVERIFY(calls.text(entry.moduleEvents[2].hook) == "13");
        QCOMPARE(entry.services.size(), 1U);
        QCOMPARE(entry.miscEvents.size(), 1U);
        QVERIFY(entry.miscEvents[0].object == "DebugString");
        QCOMPARE(entry.cryptoBuffers.size(), 1U);
        QVERIFY(entry.cryptoBuffers[0].event == "Crypt_Decrypt");
    }

    void laterProcessOfThePidTakesThePlace()
    {
        const std::string_view report = R"({"behavior": {"processes": [
            {"process_id": 1, "process_name": "a", "parent_id": 0, "module_path": "a", "first_seen": "x",
             "environ": {"CommandLine": null}, "calls": []},
            {"process_id": 2, "process_name": "b", "parent_id": 0, "module_path": "b", "first_seen": "x",
             "environ": {"CommandLine": null}, "calls": []},
            {"process_id": 1, "process_name": "c", "parent_id": 0, "module_path": "c", "first_seen": "x",
             "environ": {"CommandLine": null}, "calls": []}]}})";
        test::Conversion conversion(report);
        const ProcessMap map = ProcessMap::read(conversion.context);
        QCOMPARE(map.entries().size(), 2U);
        QCOMPARE(map.entries()[0].name.toString(), std::string("c"));
        QCOMPARE(map.entries()[1].name.toString(), std::string("b"));
        QCOMPARE(conversion.warnings.list().size(), 1);
        QVERIFY(conversion.warnsOf(QStringLiteral("1 (a)")));
    }

    void oddNamesStayWhatTheyAre()
    {
        const std::string_view report = R"({"behavior": {"processes": [
            {"process_id": 1, "process_name": null, "calls": []}, {"process_id": 2, "process_name": 7, "calls": []},
            {"process_id": 3, "calls": []}]}})";
        test::Conversion conversion(report);
        const ProcessMap map = ProcessMap::read(conversion.context);
        QCOMPARE(map.entries().size(), 3U);
        QVERIFY(map.entries()[0].name.isNull());
        QVERIFY(map.entries()[1].name == json::Value(7));
        QVERIFY(map.entries()[2].name == json::Value(""));
        QVERIFY(conversion.warnsOf(QStringLiteral("behavior.processes.process_name")));
    }

    void missingFieldsCostThemselves()
    {
        const std::string_view report = R"({"behavior": {"processes": [{"process_id": 7, "first_seen": null},
            {"process_id": "x"}, 5]}})";
        test::Conversion conversion(report);
        const ProcessMap map = ProcessMap::read(conversion.context);
        QCOMPARE(map.entries().size(), 2U); // a text is an id too
        for (const char* field :
            {"process_id", "process_name", "module_path", "parent_id", "first_seen", "environ.CommandLine", "calls"}) {
            QVERIFY2(conversion.warnsOf(QStringLiteral("behavior.processes.") + QLatin1String(field)), field);
        }
    }
};

REGISTER_TEST(ProcessMapTest)
#include "processmaptest.moc"
