// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/etwevents.h"
#include "core/result/warnings.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace core;

namespace {

std::string networkEvent(
    int id, int pid, const std::string& suffix, const std::string& local, const std::string& remote)
{
    const json::Object descriptor{{"Id", id}};
    const json::Object header{{"EventDescriptor", descriptor}, {"ProcessId", pid}, {"TimeStamp", 133500000693035671}};
    const json::Object event{
        {"EventHeader", header}, {"Task Name", "T"}, {"Local" + suffix, local}, {"Remote" + suffix, remote}};
    return json::dump(event) + '\n';
}

} // namespace

class EtwEventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dnsQueriesGatherProcessesAndAnswers()
    {
        const std::string_view lines
            = R"({'QueryType': 'Response', 'QueryName': 'a.example.com', 'QueryResults': 'early'}
{'QueryType': 'Query', 'QueryName': 'a.example.com', 'ProcessId': 5, 'DNS Server': None}
{"QueryType": "Query", "QueryName": "a.example.com", "ProcessId": 6, "DNS Server": ""}
{"QueryType": "Query", "QueryName": "a.example.com", "ProcessId": 5, "DNS Server": ""}
{broken
{"QueryType": "Response", "QueryName": "a.example.com", "QueryResults": "198.51.100.1"}
{"QueryType": "Response", "QueryName": "a.example.com", "QueryResults": ""}
)";
        EtwEvents events;
        Warnings warnings;
        events.readDns(lines, warnings);
        QVERIFY(events.isPresent());
        QCOMPARE(events.dns().size(), 1U);
        const std::vector<json::Value> pids{5, 6};
        const std::vector<json::Value> responses{"198.51.100.1"};
        QVERIFY(events.dns()[0].pids == pids);
        QVERIFY(events.dns()[0].responses == responses);
        QVERIFY(events.dns()[0].server == json::Value("Null"));
    }

    void connectionsHaveTheServicesIdeaOfPorts()
    {
        const std::string lines = networkEvent(1002, 5, "Address", "192.0.2.1:45569", "198.51.100.1:443")
            + networkEvent(1170, 6, "SockAddr", "[::ffff:0:0%0:60000", "[::ffff:198.51.100.2%0:80")
            + networkEvent(1002, 5, "Address", "here", "198.51.100.1:443") // no address
            + networkEvent(7, 8, "Address", "192.0.2.1:45569", "198.51.100.1:443"); // an event of no interest
        EtwEvents events;
        Warnings warnings;
        events.readNetwork(lines, warnings);
        QCOMPARE(events.network().size(), 2U);
        const EtwConnection& tcp = events.network()[0].second.at(0);
        QCOMPARE(events.network()[0].second.size(), 1U);
        QCOMPARE(tcp.timestamp, std::string("2024-01-17 21:21:09.303568"));
        QCOMPARE(tcp.source, std::string("192.0.2.1"));
        QCOMPARE(tcp.sourcePort, std::string("45569"));
        QCOMPARE(tcp.destinationPort, std::string("443"));
        const EtwConnection& udp = events.network()[1].second.at(0);
        QCOMPARE(udp.source, std::string("127.0.0.1"));
        QCOMPARE(udp.destination, std::string("198.51.100.2"));
        QCOMPARE(udp.destinationPort, std::string("")); // "80" has a digit above 5 in first place
    }

    void firstStartOfAPidCounts()
    {
        const std::string_view lines
            = R"({'EventHeader': {'EventDescriptor': {'Id': 1}, 'ProcessId': 8}, 'ProcessID': 5, 'ParentProcessID': 4, 'ImageName': 'x.exe'}
{'EventHeader': {'EventDescriptor': {'Id': 1}, 'ProcessId': 9}, 'ProcessID': 5, 'ParentProcessID': 9, 'ImageName': 'y.exe'}
{'EventHeader': {'EventDescriptor': {'Id': 2}, 'ProcessId': 9}, 'ProcessID': 6, 'ParentProcessID': 9, 'ImageName': 'y.exe'})";
        EtwEvents events;
        Warnings warnings;
        events.readProcesses(lines, warnings);
        QCOMPARE(events.processes().size(), 1U);
        const EtwProcessStart* start = events.process(5);
        QVERIFY(start);
        QCOMPARE(start->realPpid, json::Value(8));
        QCOMPARE(start->claimedPpid, json::Value(4));
        QVERIFY(start->image == json::Value("x.exe"));
    }

    void readsTheFolderAndFollowsNoLink()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("ETW")));
        const auto path = [&](const QString& name) { return folder.filePath(QStringLiteral("ETW/") + name); };
        QFile dns(path(QStringLiteral("etw_dns.json")));
        QVERIFY(dns.open(QIODevice::WriteOnly));
        dns.write("{'QueryType': 'Query', 'QueryName': 'a.example.com', 'ProcessId': 5, 'DNS Server': ''}\n");
        dns.close();
        QFile target(folder.filePath(QStringLiteral("elsewhere")));
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write("{'EventHeader': {'EventDescriptor': {'Id': 1}, 'ProcessId': 8}, 'ProcessID': 5}\n");
        target.close();
        QVERIFY(QFile::link(target.fileName(), path(QStringLiteral("etw_proc_spoof.json"))));
        Warnings warnings;
        const EtwEvents events = EtwEvents::readFolder(folder.path(), warnings);
        QVERIFY(events.isPresent());
        QCOMPARE(events.dns().size(), 1U);
        QVERIFY(events.processes().empty());
        QVERIFY(!EtwEvents::readFolder(folder.filePath(QStringLiteral("none")), warnings).isPresent());
        QVERIFY(!EtwEvents::readFolder(QString(), warnings).isPresent());
    }
};

REGISTER_TEST(EtwEventsTest)
#include "etweventstest.moc"
