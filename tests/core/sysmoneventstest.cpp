// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/sysmonevents.h"
#include "support/conversion.h"
#include "support/testregistry.h"

#include <QtTest>

#include <algorithm>
#include <format>

using namespace core;

namespace {

using Data = std::vector<std::pair<std::string, std::string>>;

// An event as Sysmon's XML becomes JSON; numbers are text.
std::string logged(int id, const Data& data)
{
    std::string items;
    for (const auto& [name, text] : data) {
        items += items.empty() ? "" : ",";
        json::Object item{{"@Name", name}, {"#text", text}};
        items += json::dump(item);
    }
    return std::format(R"({{"System": {{"EventID": "{}"}}, "EventData": {{"Data": [{}]}}}})", id, items);
}

Data creation(const std::string& pid, const std::string& guid)
{
    return {{"UtcTime", "2024-01-02 03:04:05.678"}, {"ProcessGuid", guid}, {"ProcessId", pid}, {"Image", "C:\\a.exe"},
        {"CommandLine", "a -x"}, {"ParentProcessId", "4"}, {"ParentProcessGuid", "{p}"}};
}

Data connection(const std::string& pid)
{
    return {{"UtcTime", "2024-01-02 03:04:06.000"}, {"ProcessGuid", "{1}"}, {"ProcessId", pid}, {"Image", "C:\\a.exe"},
        {"Protocol", "TCP"}, {"SourceIp", "192.0.2.1"}, {"SourcePort", "50000"}, {"DestinationIp", "198.51.100.1"},
        {"DestinationPort", "443"}};
}

Data query(const std::string& results)
{
    return {{"UtcTime", "2024-01-02 03:04:06.000"}, {"ProcessGuid", "{1}"}, {"ProcessId", "10"},
        {"Image", "a (deleted)"}, {"QueryName", "www.example.com"}, {"QueryResults", results}};
}

std::string report(std::initializer_list<std::string> events)
{
    std::string all;
    for (const std::string& one : events) {
        all += (all.empty() ? "" : ",") + one;
    }
    return "{\"info\": {}, \"sysmon\": [" + all + "]}";
}

void set(Data& data, const std::string& name, const std::string& text)
{
    std::ranges::find(data, name, &Data::value_type::first)->second = text;
}

} // namespace

class SysmonEventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsProcessCreation()
    {
        Data data = creation("10", "{1}");
        data.insert(data.end(),
            {{"Hashes", "SHA256=abc"}, {"IntegrityLevel", "High"}, {"OriginalFileName", "b.exe"},
                {"ParentImage", "C:\\p.exe"}, {"ParentCommandLine", "p"}});
        test::Conversion conversion(report({logged(1, data)}));
        const SysmonEvents events = SysmonEvents::read(conversion.context);
        QCOMPARE(events.processes().size(), 1U);
        QVERIFY(events.processes()[0].hasPid(10));
        const SysmonEvent& first = events.processes()[0].events[0];
        QCOMPARE(first.startTime, std::string("2024-01-02 03:04:05.678"));
        QCOMPARE(first.guid, std::string("{1}"));
        QCOMPARE(first.parentGuid.value(), std::string("{p}"));
        QCOMPARE(first.ppid.value(), 4);
        QCOMPARE(first.commandLine.value(), std::string("a -x"));
        QCOMPARE(first.parentCommandLine.value(), std::string("p"));
        QVERIFY(!first.parentImage); // only SourceImage names it
        QCOMPARE(first.imageHash.value(), std::string("abc"));
        QCOMPARE(first.integrityLevel.value(), std::string("High"));
        QCOMPARE(first.originalFileName.value(), std::string("b.exe"));
    }

    void severalHashesAreNotTakenApart()
    {
        Data data = creation("10", "{1}");
        data.emplace_back("Hashes", "SHA1=a,SHA256=b");
        test::Conversion conversion(report({logged(1, data)}));
        QVERIFY(!SysmonEvents::read(conversion.context).processes()[0].events[0].imageHash);
    }

    void processEndStartsAtTheBeginningOfTime()
    {
        test::Conversion conversion(report({logged(5, creation("10", "{1}"))}));
        const SysmonEvents events = SysmonEvents::read(conversion.context);
        const SysmonEvent& end = events.processes()[0].events[0];
        QCOMPARE(end.startTime, std::string(MinTime));
        QCOMPARE(end.endTime.value(), std::string("2024-01-02 03:04:05.678"));
    }

    void incompleteAndSafelistedImagesArePassedOver()
    {
        Data withoutGuid = creation("10", "");
        Data deleted = creation("11", "{2}");
        set(deleted, "Image", "C:\\b.exe (deleted)");
        const std::string_view entries = R"({"match": {"dynamic.process.file_name": ["C:\\a.exe"]}})";
        test::Conversion conversion(report({logged(1, withoutGuid), logged(1, creation("12", "{3}")),
                                        logged(1, deleted), logged(10, creation("13", "{4}"))}),
            test::safelist(entries));
        const SysmonEvents events = SysmonEvents::read(conversion.context);
        QCOMPARE(events.processes().size(), 1U);
        QCOMPARE(events.processes()[0].events[0].image, std::string("C:\\b.exe"));
    }

    void safelistedCommandLineIsForgottenAndMarkedOnlyAtTheEnd()
    {
        const std::string_view entries = R"({"match": {"dynamic.process.command_line": ["a -x"]}})";
        Data last = creation("11", "{2}");
        std::ranges::rotate(last, last.begin() + 5); // the command line comes last
        test::Conversion conversion(
            report({logged(1, creation("10", "{1}")), logged(1, last)}), test::safelist(entries));
        const SysmonEvents events = SysmonEvents::read(conversion.context);
        QVERIFY(!events.processes()[0].events[0].safelisted);
        QVERIFY(!events.processes()[0].events[0].commandLine);
        QVERIFY(events.processes()[1].events[0].safelisted);
    }

    void pidUsedAgainMakesAnotherGroup()
    {
        test::Conversion conversion(report({logged(1, creation("10", "{1}")), logged(1, creation("10", "{2}")),
            logged(5, creation("10", "{2}")), logged(5, creation("10", "{1}")), logged(3, connection("10"))}));
        const SysmonEvents events = SysmonEvents::read(conversion.context);
        QCOMPARE(events.processes().size(), 2U);
        QCOMPARE(events.processes()[0].events.size(), 3U);
        QCOMPARE(events.processes()[1].events.size(), 2U);
        QVERIFY(events.processes()[1].key == json::Value("10-->{2}"));
    }

    void connectionNeedsAllItsParts()
    {
        Data sixth = connection("10");
        set(sixth, "DestinationIp", "2001:db8::1");
        Data unknownPort = connection("10");
        unknownPort.pop_back();
        test::Conversion conversion(report({logged(1, creation("10", "{1}")), logged(3, connection("10")),
            logged(3, sixth), logged(3, unknownPort), logged(3, connection("99"))}));
        const SysmonEvents events = SysmonEvents::read(conversion.context);
        QCOMPARE(events.processes().size(), 1U);
        QCOMPARE(events.processes()[0].events.size(), 2U);
        const SysmonEvent& found = events.processes()[0].events[1];
        QCOMPARE(found.destination, std::string("198.51.100.1"));
        QCOMPARE(found.destinationPort, 443);
        QCOMPARE(found.sourcePort, 50000);
        QCOMPARE(found.time, std::string("2024-01-02 03:04:06.000"));
    }

    void dnsAnswersAreTakenApart()
    {
        const std::string results = "type:  5 cdn.example.com;198.51.100.7;198.51.100.7;type:  33 no.example.com;";
        test::Conversion conversion(report({logged(1, creation("10", "{1}")), logged(22, query(results))}));
        const SysmonEvents events = SysmonEvents::read(conversion.context);
        const SysmonEvent& found = events.processes()[0].events[1];
        QCOMPARE(found.request, std::string("www.example.com"));
        QCOMPARE(found.image, std::string("a"));
        const std::vector<SysmonDnsAnswer> expected{{"cdn.example.com", "CNAME"}, {"198.51.100.7", "A"},
            {"198.51.100.", "A"}}; // the pattern for domains takes it too
        QVERIFY(found.answers == expected);
        QVERIFY(conversion.warnsOf(QStringLiteral("QueryResults"))); // the service knows no type 33
    }

    void safelistedRequestIsPassedOver()
    {
        const std::string_view entries = R"({"regex": {"network.dynamic.domain": [".*\\.example\\.com"]}})";
        test::Conversion conversion(
            report({logged(1, creation("10", "{1}")), logged(22, query(""))}), test::safelist(entries));
        QCOMPARE(SysmonEvents::read(conversion.context).processes()[0].events.size(), 1U);
    }

    void oddEventsAreNamed()
    {
        Data badTime = creation("10", "{1}");
        set(badTime, "UtcTime", "yesterday");
        test::Conversion conversion(report({"{}", logged(1, badTime), "{\"System\": {\"EventID\": 1}}"}));
        const SysmonEvents events = SysmonEvents::read(conversion.context);
        QVERIFY(events.isPresent());
        QVERIFY(events.processes().empty());
        QVERIFY(conversion.warnsOf(QStringLiteral("sysmon.System.EventID")));
        QVERIFY(conversion.warnsOf(QStringLiteral("sysmon.EventData.Data ")));
        QVERIFY(conversion.warnsOf(QStringLiteral("UtcTime")));
    }
};

REGISTER_TEST(SysmonEventsTest)
#include "sysmoneventstest.moc"
