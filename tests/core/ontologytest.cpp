// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/ontology/ontology.h"
#include "support/testregistry.h"

#include <QtTest>

#include <ctime>

using namespace core;

namespace {

constexpr const char* Start = "2024-01-01 00:00:00.000";

ProcessFields fieldsOf(std::int64_t pid, std::int64_t ppid, const std::string& start, const std::string& end = {})
{
    ProcessFields fields;
    fields.image = "C:\\a" + std::to_string(pid) + ".exe";
    fields.pid = pid;
    fields.ppid = ppid;
    fields.startTime = start;
    fields.endTime = end;
    return fields;
}

OntologyProcessPtr add(Ontology& ontology, const ProcessFields& fields, const std::string& guid = {})
{
    ObjectIdPtr id = ontology.createObjectId(
        normalizedImagePath(*fields.image), "process_x", "session", guid.empty() ? std::nullopt : std::optional(guid));
    const OntologyProcessPtr process = ontology.createProcess(id, fields);
    return process && ontology.addProcess(process) ? process : nullptr;
}

} // namespace

class OntologyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsAreThoseOfAssemblyline()
    {
        QCOMPARE(processOid(1234, 4, "C:\\a\\\xc3\xa9.exe", nullptr), std::string("process_2tPVBoXs0TERlmF2uzXeRJ"));
        QCOMPARE(signatureOid("antidebug_ntcreatethreadex", "CUCKOO"), std::string("signature_17y3A85Gf8EwyQWrkiVqYb"));
        const char* time = "2024-07-16 09:57:59.000";
        QCOMPARE(sandboxOid("CAPE", "2.4-CAPE", time, time, 66515), std::string("sandbox_21g3q7jeAwoIudU8AZeXLS"));
        json::Object connection{{"destination_ip", "192.0.2.1"}, {"destination_port", 53},
            {"transport_layer_protocol", "udp"}, {"connection_type", "dns"},
            {"dns_details", json::Object{{"domain", "example.com"}, {"lookup_type", "A"}, {"resolved_ips", nullptr}}}};
        QCOMPARE(networkOid(connection), std::string("network_dns_3okyJX0XO8AWa2TG6L4g8Y"));
        connection = {{"destination_ip", "192.0.2.1"}, {"destination_port", 80}, {"transport_layer_protocol", "tcp"},
            {"connection_type", "http"}};
        QCOMPARE(networkOid(connection), std::string("network_http_5HJyWRottdSmbZ8H1380Rm"));
    }

    void pidsAreComparedAsPythonDoes()
    {
        Ontology ontology;
        ProcessFields parent = fieldsOf(0, 4, Start, "2024-01-01 01:00:00.000");
        parent.pid = true;
        const auto first = add(ontology, parent);
        ProcessFields child = fieldsOf(0, 0, Start, "2024-01-01 01:00:00.000");
        child.pid = "7";
        child.ppid = 1.0;
        const auto second = add(ontology, child);
        QVERIFY(first && second);
        QCOMPARE(second->parentObjectId, first->objectId);
        QCOMPARE(ontology.processByPid(1), first);
        QVERIFY(!ontology.processByPid(7));
        QCOMPARE(ontology.processByPid("7"), second);
        QCOMPARE(ontology.processByPidAndTime("7", std::string(Start)), second);
        QVERIFY(!ontology.processByPid(nullptr) && !ontology.processByPid(0));
    }

    void oneOfAUsedPidIsNewOnlyAtAnotherTime()
    {
        Ontology ontology;
        QVERIFY(add(ontology, fieldsOf(5, 4, "2024-01-01 00:10:00.000", "2024-01-01 00:20:00.000")));
        QVERIFY(!add(ontology, fieldsOf(5, 4, "2024-01-01 00:15:00.000", "2024-01-01 00:30:00.000")));
        QVERIFY(add(ontology, fieldsOf(5, 4, "2024-01-01 00:20:00.000", "2024-01-01 00:30:00.000")));
        QVERIFY(add(ontology, fieldsOf(5, 4, "2024-01-01 00:00:00.000", "2024-01-01 00:10:00.000")));
        // Apart from one of them is enough.
        QVERIFY(add(ontology, fieldsOf(5, 4, "2024-01-01 00:12:00.000", "2024-01-01 00:18:00.000")));
        // It takes no time, and there is one of just that time.
        QVERIFY(add(ontology, fieldsOf(6, 4, Start, Start)));
        QVERIFY(!add(ontology, fieldsOf(6, 4, Start, Start)));
    }

    void imagePathsAreNormalized_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("tag");
        const auto row = [](const char* image, const char* tag) {
            QTest::newRow(image) << QString::fromLatin1(image) << QString::fromLatin1(tag);
        };
        row("C:\\Windows\\System32\\a.exe", "?sys32\\a.exe");
        row("C:\\Windows\\SysWOW64\\a.exe", "?sys32\\a.exe");
        row("C:\\Program Files (x86)\\a.exe", "?pf86\\a.exe");
        row("C:\\Program Files\\a.exe", "?pf86\\a.exe");
        row("C:\\Users\\x\\AppData\\Local\\Temp\\a", "?usrtmp\\a");
        row("C:\\Users\\x\\y c:\\users\\z\\t\\q", "?usr\\y ?usr\\t\\q");
        row("c:\\users\\\\a\\b", "?c\\users\\\\a\\b");
        row("c:\\users\\c:\\users\\x\\appdata\\local\\temp\\q", "?usr\\q");
        row("C:\\Windows\\a.exe", "?win\\a.exe");
        row("%samplepath%\\a.exe", "?usrtmp\\a.exe");
        row("/usr/bin/df", "/usr/bin/df");
    }

    void imagePathsAreNormalized()
    {
        QFETCH(QString, image);
        QFETCH(QString, tag);
        QCOMPARE(QString::fromStdString(normalizedImagePath(image.toStdString())), tag);
    }

    void guidsOfAnyFormAreOne()
    {
        const std::string guid = "{96EFFAE9-7580-E199-65A2-ADA7BADEBF91}";
        QCOMPARE(normalizedGuid("96effae97580e19965a2ada7badebf91"), std::optional(guid));
        QCOMPARE(normalizedGuid("{96effae9-7580-e199-65a2-ada7badebf91}"), std::optional(guid));
        QCOMPARE(normalizedGuid("no guid"), std::nullopt);
        const std::string random = randomGuid();
        QCOMPARE(normalizedGuid(random), std::optional(random));
    }

    void parentsAreFoundByPidAndTime()
    {
        Ontology ontology;
        const OntologyProcessPtr parent = add(ontology, fieldsOf(10, 4, Start));
        const OntologyProcessPtr child = add(ontology, fieldsOf(11, 10, "2024-01-01 00:00:01.000"));
        QVERIFY(parent && child);
        QCOMPARE(child->parentObjectId, parent->objectId);
        QCOMPARE(child->fields.parentImage, parent->fields.image);
        QVERIFY(parent->objectId->guid);
        QCOMPARE(ontology.processByGuid(parent->objectId->guid), parent);
    }

    void aPidMayComeAgainAtAnotherTime()
    {
        Ontology ontology;
        QVERIFY(add(ontology, fieldsOf(10, 4, Start, "2024-01-01 00:00:05.000")));
        QVERIFY(!add(ontology, fieldsOf(10, 4, "2024-01-01 00:00:04.000", "2024-01-01 00:00:06.000")));
        const OntologyProcessPtr later = add(ontology, fieldsOf(10, 4, "2024-01-01 00:00:05.000"));
        QVERIFY(later);
        QCOMPARE(ontology.processes().size(), std::size_t(2));
        QCOMPARE(ontology.processByPid(10), ontology.processes().front());
        QCOMPARE(ontology.processByPidAndTime(10, "2024-01-01 00:00:09.000"), later);
        QCOMPARE(ontology.processByPidAndTime(10, "2024-01-01 00:00:05.000"), nullptr); // both
    }

    void updatesFillButNeverOverwrite()
    {
        Ontology ontology;
        const std::string guid = "{96EFFAE9-7580-E199-65A2-ADA7BADEBF91}";
        const OntologyProcessPtr process = add(ontology, fieldsOf(10, 4, Start), guid);
        ProcessFields more = fieldsOf(99, 98, "2024-02-01 00:00:00.000", "2024-03-01 00:00:00.000");
        more.integrityLevel = "High";
        QVERIFY(ontology.updateProcess("{96effae9-7580-e199-65a2-ada7badebf91}", more, std::nullopt));
        QCOMPARE(process->fields.pid, json::Value(10));
        QCOMPARE(process->fields.startTime, std::optional<std::string>(Start));
        QCOMPARE(process->fields.endTime, std::optional<std::string>("2024-03-01 00:00:00.000"));
        QCOMPARE(process->fields.integrityLevel, std::optional<std::string>("high"));
        QVERIFY(!ontology.updateProcess("{00000000-0000-0000-0000-000000000000}", more, std::nullopt));
    }

    void finishRemovesSafeProcessesWithTheirNetwork()
    {
        Ontology ontology;
        const OntologyProcessPtr process = add(ontology, fieldsOf(10, 4, Start));
        NetworkConnection connection;
        connection.objectId = ontology.createObjectId("192.0.2.1:80", "network_x", "session", randomGuid(), Start);
        connection.destinationIp = "192.0.2.1";
        connection.destinationPort = 80;
        connection.transportLayerProtocol = "tcp";
        connection.direction = "outbound";
        connection.process = process;
        ontology.addNetworkConnection(ontology.createNetworkConnection(connection));
        add(ontology, fieldsOf(11, 4, "2024-01-01 00:00:02.000"));
        QCOMPARE(ontology.connectionByDetails("192.0.2.1", 80, "outbound", "tcp"), ontology.connections().front());
        ontology.inspectProcessTree({});
        QVERIFY(process->objectId->treeId);
        ontology.finish({*process->objectId->treeId});
        QCOMPARE(ontology.processes().size(), std::size_t(1));
        QVERIFY(ontology.connections().empty());
    }

    void connectionsNeedWhatTheServiceNeeds()
    {
        const Ontology ontology;
        NetworkConnection connection;
        connection.objectId = ontology.createObjectId("x", "network_x", std::nullopt);
        connection.destinationIp = "192.0.2.1";
        connection.destinationPort = "80";
        connection.transportLayerProtocol = "tcp";
        connection.direction = "outbound";
        QVERIFY(!ontology.createNetworkConnection(connection));
        connection.destinationPort = 80;
        QVERIFY(ontology.createNetworkConnection(connection));
        connection.transportLayerProtocol = "icmp";
        QVERIFY(!ontology.createNetworkConnection(connection));
    }

    void timeGrowsInStepWithTheProcesses()
    {
        Ontology ontology;
        const std::clock_t start = std::clock();
        for (std::int64_t pid = 1; pid <= 50'000; ++pid) {
            add(ontology, fieldsOf(pid * 4, (pid / 2) * 4, Start));
        }
        ontology.inspectProcessTree({});
        QCOMPARE(ontology.processes().size(), std::size_t(50'000));
        // Processor time: the machine may be busy with other things.
        const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 20, "comparing each process with all others takes minutes");
    }
};

REGISTER_TEST(OntologyTest)
#include "ontologytest.moc"
