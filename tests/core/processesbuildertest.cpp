// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/processesbuilder.h"
#include "core/result/infobuilder.h"
#include "support/conversion.h"
#include "support/testregistry.h"

#include <QtTest>

#include <format>

using namespace core;

namespace {

constexpr std::string_view information = R"("info": {"started": "2024-01-02 03:04:05", "ended": "2024-01-02 03:07:56",
    "duration": 1, "version": "2.4-CAPE", "id": 17, "route": "none"})";

std::string process(int pid, int ppid, std::string_view calls = {})
{
    return std::format(R"({{"process_id": {}, "process_name": "a.exe", "parent_id": {}, "module_path": "C:\\a.exe",
        "first_seen": "2024-01-02 03:04:0{}.000", "environ": {{"CommandLine": "a"}}, "calls": [{}]}})",
        pid, ppid, pid, calls);
}

std::string sysmon(int id, int pid)
{
    return std::format(R"({{"System": {{"EventID": {}}}, "EventData": {{"Data": [
        {{"@Name": "UtcTime", "#text": "2024-01-02 03:04:0{}.500"}},
        {{"@Name": "ProcessGuid", "#text": "{{11111111-1111-1111-1111-11111111111{}}}"}},
        {{"@Name": "ProcessId", "#text": "{}"}}, {{"@Name": "Image", "#text": "C:\\b.exe"}},
        {{"@Name": "ParentProcessId", "#text": "4"}}, {{"@Name": "IntegrityLevel", "#text": "High"}}]}}}})",
        id, id == 1 ? pid : pid + 3, pid, pid);
}

std::string report(std::string_view processes, std::string_view events = {})
{
    return std::format(R"({{{}, "behavior": {{"processes": [{}]}}, "sysmon": [{}]}})", information, processes, events);
}

// Runs what the conversion runs up to the processes.
struct Built {
    explicit Built(const std::string& json, std::string_view traces = {})
        : conversion(json)
    {
        Section parent("Parent");
        infobuilder::addInformation(conversion.context, parent);
        json::Object analysis = conversion.ontology.sandbox()->toJson();
        analysis.erase("objectid");
        events = SandboxEvents(std::move(analysis));
        map = ProcessMap::read(conversion.context);
        EtwEvents etw;
        if (!traces.empty()) {
            etw.readProcesses(traces, conversion.warnings);
        }
        processesbuilder::addProcesses(conversion.context, map, SysmonEvents::read(conversion.context), etw, events);
    }

    test::Conversion conversion;
    ProcessMap map;
    SandboxEvents events;
};

} // namespace

class ProcessesBuilderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void monitoredProcess()
    {
        Built built(report(process(5, 4)));
        QCOMPARE(built.conversion.ontology.processes().size(), 1U);
        const json::Value& event = built.events.processes()[0];
        QVERIFY(event["end_time"] == json::Value("-"));
        QVERIFY(event["sources"] == json::Value(json::Array{"capemon"}));
        QVERIFY(!event.find("objectid") && !event.find("loaded_modules"));
    }

    void sysmonProcessComesFirstAndEnds()
    {
        Built built(report(process(5, 4) + "," + process(6, 5), sysmon(1, 6) + "," + sysmon(5, 6)));
        QCOMPARE(built.events.processes().size(), 2U);
        const json::Value& first = built.events.processes()[0];
        QVERIFY(first["pid"] == json::Value(6));
        QVERIFY(first["image"] == json::Value("C:\\b.exe"));
        QVERIFY(first["integrity_level"] == json::Value("high"));
        QVERIFY(first["sources"] == json::Value(json::Array{"capemon", "sysmon"}));
        QVERIFY(first["end_time"] == json::Value("2024-01-02 03:04:09.500"));
        QVERIFY(built.events.processes()[1]["pid"] == json::Value(5));
    }

    void endWithoutCreationGoesToTheMonitoredProcess()
    {
        Built built(report(process(5, 4), sysmon(5, 5) + "," + sysmon(1, 3)));
        QVERIFY(built.events.processes()[0]["sources"] == json::Value(json::Array{"sysmon"}));
        QVERIFY(built.events.processes()[0]["end_time"] == json::Value(MaxTime));
        QVERIFY(built.events.processes()[1]["end_time"] == json::Value("2024-01-02 03:04:08.500"));
    }

    void modulesAndServicesAreUnique()
    {
        const std::string_view calls = R"({"api": "LdrLoadDll", "arguments": [{"name": "FileName", "value": "a.dll"}]},
            {"api": "LoadLibraryExA", "arguments": [{"name": "lpLibFileName", "value": "a.dll"}]},
            {"api": "LdrGetProcedureAddress", "arguments": [{"name": "FunctionName", "value": "f"}, {"name": "Ordinal", "value": "1"}]},
            {"api": "SetWindowsHookExA", "arguments": [{"name": "HookIdentifier", "value": "13"}]},
            {"api": "CreateServiceA", "arguments": [{"name": "ServiceName", "value": "s"}]})";
        Built monitored(report(process(5, 4, calls)));
        const ProcessFields& fields = monitored.conversion.ontology.processes()[0]->fields;
        QVERIFY(fields.loadedModules == std::optional(json::Array{"a.dll", "f", "13"}));
        QVERIFY(fields.servicesInvolved == std::optional(json::Array{"s"}));
        // For a process that Sysmon saw, hooks are not named.
        Built seen(report(process(5, 4, calls), sysmon(1, 5)));
        QVERIFY(
            seen.conversion.ontology.processes()[0]->fields.loadedModules == std::optional(json::Array{"a.dll", "f"}));
    }

    void servicesNeedAModuleWithoutSysmon()
    {
        const std::string_view calls
            = R"({"api": "CreateServiceA", "arguments": [{"name": "ServiceName", "value": "s"}]})";
        Built monitored(report(process(5, 4, calls)));
        QVERIFY(!monitored.conversion.ontology.processes()[0]->fields.servicesInvolved);
        Built seen(report(process(5, 4, calls), sysmon(1, 5)));
        QVERIFY(seen.conversion.ontology.processes()[0]->fields.servicesInvolved);
    }

    void tracesCorrectTheParent()
    {
        const std::string_view traces
            = R"({"EventHeader": {"EventDescriptor": {"Id": 1}, "ProcessId": 8}, "ProcessID": 5, "ParentProcessID": 4, "ImageName": "x.exe"})";
        Built monitored(report(process(5, 4)), traces);
        QCOMPARE(monitored.map.find(5)->ppid, json::Value(8));
        QVERIFY(monitored.events.processes()[0]["ppid"] == json::Value(8));
        Built seen(report(process(5, 8), sysmon(1, 5)), traces);
        QVERIFY(seen.events.processes()[0]["ppid"] == json::Value(8));
    }

    void refusedByTheBodyButInTheOntology()
    {
        std::string longLine = report(process(5, 4));
        longLine.replace(
            longLine.find("\"CommandLine\": \"a\""), 18, "\"CommandLine\": \"" + std::string(1025, 'a') + "\"");
        Built built(longLine);
        QCOMPARE(built.conversion.ontology.processes().size(), 1U);
        QVERIFY(built.events.processes().empty());
    }

    void processWithoutStartIsNamed()
    {
        std::string unknown = report(process(5, 4));
        unknown.replace(unknown.find("\"2024-01-02 03:04:05.000\""), 25, "null");
        Built built(unknown);
        QVERIFY(built.conversion.ontology.processes().empty());
        QVERIFY(built.conversion.warnsOf(QStringLiteral("first_seen")));
    }

    void suspiciousTreesRaiseTheHeuristic()
    {
        std::string remote = report(process(5, 4) + "," + process(6, 4));
        for (int i = 0; i < 2; ++i) {
            remote.replace(remote.find("C:\\\\a.exe"), 9, "C:\\\\rdpclip.exe");
        }
        Built built(remote);
        const Section section = processesbuilder::processesSection(built.conversion.context, built.events);
        QCOMPARE(section.title(), std::string("Processes"));
        QVERIFY(section.heuristic());
        QCOMPARE(section.heuristic()->id(), 3);
        QCOMPARE(section.heuristic()->signatures().size(), 1U);
        QCOMPARE(section.heuristic()->signatures()[0].name, std::string("Suspicious_Remote_Patterns"));
        QCOMPARE(section.heuristic()->signatures()[0].frequency, 2);
        Built harmless(report(process(5, 4)));
        QVERIFY(!processesbuilder::processesSection(harmless.conversion.context, harmless.events).heuristic());
    }
};

REGISTER_TEST(ProcessesBuilderTest)
#include "processesbuildertest.moc"
