// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/networkbuilder.h"
#include "core/result/processmap.h"
#include "core/result/seeniocs.h"
#include "support/conversionfixture.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>

using namespace core;
using test::parsed;

class NetworkBuilderTest : public QObject {
    Q_OBJECT

    struct Built : test::ConversionFixture {
        Built()
            : ConversionFixture("{}")
        {
            network.isPresent = true;
        }
        std::optional<Section> build() { return networkbuilder::buildNetwork(context, network, processes, events); }

        NetworkMap network;
        ProcessMap processes;
    };

    static const Section* find(const Section& parent, std::string_view title)
    {
        const auto found = std::ranges::find(parent.subsections(), title, &Section::title);
        return found != parent.subsections().end() ? &*found : nullptr;
    }

    static NetworkFlow flow(const char* address, int port, const char* protocol = "tcp")
    {
        NetworkFlow made;
        made.timestamp = 1.5;
        made.protocol = protocol;
        made.sourceIp = "203.0.113.5";
        made.sourcePort = 50000;
        made.destinationIp = address;
        made.destinationPort = port;
        made.sources = {"PCAP"};
        return made;
    }

    static HttpCall call(const std::string& uri)
    {
        HttpCall made;
        made.protocol = "http";
        made.host = "a.example.org";
        made.uri = uri;
        made.destinationIp = "198.51.100.7";
        made.port = 80;
        made.method = "GET";
        made.sources = {"PCAP"};
        return made;
    }

    static DnsRequest request(const char* domain, const char* type, json::Array answers)
    {
        DnsAttempt attempt;
        attempt.answers = std::move(answers);
        attempt.type = type;
        attempt.time = "2024-01-01 00:00:02.000";
        attempt.sources = {"PCAP"};
        return {domain, {attempt}};
    }

private Q_SLOTS:
    void withoutNetworkThereIsNoSection()
    {
        Built built;
        built.network.isPresent = false;
        QVERIFY(!built.build());
    }

    void flowsAreListedOnceWithTheirTime()
    {
        Built built;
        built.network.flows = {flow("198.51.100.7", 8080), flow("198.51.100.7", 8080), flow("198.51.100.8", 53, "udp")};
        const Section section = *built.build();
        const Section* table = find(section, "TCP/UDP Network Traffic");
        QVERIFY(table);
        QCOMPARE(table->rows().size(), std::size_t(2));
        QCOMPARE(table->rows().at(0)["timestamp"].toString(), std::string("2024-01-01 00:00:01.500000"));
        QCOMPARE(table->heuristic()->id(), 1004);
        QVERIFY(find(*table, "TCP Network Traffic Detected"));
        QVERIFY(find(*table, "UDP Network Traffic Detected"));
        QCOMPARE(table->tags().values("network.port").at(0), json::Value(8080));
        QCOMPARE(built.ontology.connections().size(), std::size_t(3));
        QCOMPARE(built.events.networkConnections().size(), std::size_t(3));
        QVERIFY(find(section, "Non-HTTP Traffic Over HTTP Ports") == nullptr);
    }

    void flowTheOntologyRefusesIsNotListed()
    {
        Built built;
        built.network.flows = {flow("198.51.100.7", 8080)};
        built.network.flows[0].destinationPort = "8080";
        QVERIFY(find(*built.build(), "TCP/UDP Network Traffic")->rows().empty());
    }

    void flowIsLinkedToTheProcessThatRanThen()
    {
        Built built;
        const auto process = built.addProcess(7, "c:\\a.exe");
        built.network.flows = {flow("198.51.100.7", 8080), flow("198.51.100.8", 8080)};
        built.network.flows[0].pid = 7;
        built.network.flows[0].image = "a.exe";
        built.network.flows[1].pid = 8;
        built.build();
        QCOMPARE(built.ontology.connections().at(0)->process, process);
        QVERIFY(!built.ontology.connections().at(1)->process);
        QCOMPARE(built.events.networkConnections().at(0)["process"], json::Value(7));
        QCOMPARE(built.events.networkConnections().at(1)["process"], json::Value(8));
    }

    void trafficOnHttpPortsWithoutHttpIsRemarkable()
    {
        Built built;
        built.network.flows = {flow("198.51.100.7", 443), flow("198.51.100.7", 8080)};
        const Section silent = *built.build();
        const Section* table = find(silent, "Non-HTTP Traffic Over HTTP Ports");
        QVERIFY(table);
        QCOMPARE(table->rows().size(), std::size_t(1));
        QCOMPARE(table->heuristic()->id(), 1005);
    }

    void dnsAnswersAreListed()
    {
        Built built;
        built.network.dnsServers = {"198.51.100.1"};
        built.network.dnsRequests = {request("a.example.org", "A", {"198.51.100.7"}),
            request("b.example.org", "TXT", {"12345"}), request("c.example.org", "A", {})};
        const Section section = *built.build();
        const Section* table = find(section, "Protocol: DNS");
        QVERIFY(table);
        QCOMPARE(table->heuristic()->id(), 1000);
        const char* const expected = R"([
            {"domain": "a.example.org", "answer": "198.51.100.7", "type": "A"},
            {"domain": "b.example.org", "type": "TXT"}])";
        QCOMPARE(json::Value(table->rows()), parsed(expected));
        QCOMPARE(table->subsections().at(0).heuristic()->id(), 1009);
        QVERIFY(table->subsections().at(0).body().toString().ends_with("\t-\tTXT"));
        QCOMPARE(built.ontology.dns().size(), std::size_t(3));
        QCOMPARE(built.ontology.dns().at(0)->resolvedIps, parsed("[\"198.51.100.7\"]"));
        QCOMPARE(built.ontology.dns().at(2)->resolvedIps, parsed("[\"\"]"));
    }

    void queriesWithoutAServerMakeNoConnection()
    {
        Built built;
        built.network.dnsRequests = {request("a.example.org", "A", {"198.51.100.7"})};
        built.build();
        QVERIFY(built.ontology.connections().empty());
        QVERIFY(built.ontology.dns().empty());
    }

    void dnsServerOutsideTheSimulationIsRemarkable()
    {
        Built built;
        built.network.dnsServers = {"198.51.100.1", "198.51.100.2", "192.0.2.9"};
        built.options.inetsimDnsServers = {"198.51.100.2"};
        QVERIFY(find(*built.build(), "Protocol: DNS") == nullptr);
        built.options.routing = "inetsim";
        const Section section = *built.build();
        const Section& servers = section.subsections().at(0);
        QCOMPARE(servers.heuristic()->id(), 1008);
        QVERIFY(servers.body().toString().ends_with("\n\t-\t198.51.100.1"));
    }

    void requestsAreListedWithTheirProcess()
    {
        Built built;
        built.network.httpCalls = {call("http://a.example.org/"), call("http://a.example.org/")};
        built.network.httpCalls[0].pid = 7;
        built.network.httpCalls[0].image = "a.exe";
        const Section section = *built.build();
        const Section* table = find(section, "Protocol: HTTP/HTTPS");
        QVERIFY(table);
        QCOMPARE(table->heuristic()->id(), 1002);
        QCOMPARE(table->rows().at(0)["process_name"].toString(), std::string("a.exe (7)"));
        QCOMPARE(table->rows().at(1)["process_name"].toString(), std::string("None (None)"));
        QCOMPARE(built.ontology.http().size(), std::size_t(1)); // an equal request is the same
    }

    void connectionKeepsTheDetailsOfItsFirstRequest()
    {
        Built built;
        built.network.httpCalls
            = {call("http://a.example.org/1"), call("http://a.example.org/2"), call("http://a.example.org/2")};
        const Section section = *built.build();
        QCOMPARE(built.ontology.connections().size(), std::size_t(1));
        QCOMPARE(built.ontology.connections().at(0)->http->requestUri, std::string("http://a.example.org/1"));
        QCOMPARE(built.ontology.http().size(), std::size_t(2));
        QCOMPARE(find(section, "Protocol: HTTP/HTTPS")->rows().size(), std::size_t(2));
    }

    void downloadsAreListedUnlessAListedOneBeginsWithThem()
    {
        Built built;
        for (const char* uri :
            {"http://a.example.org/x.exe", "http://a.example.org/x.ex", "http://b.example.org/y.exe"}) {
            built.network.httpCalls.push_back(call(uri));
            built.network.httpCalls.back().isDownload = true;
        }
        const Section section = *built.build();
        const Section* files = find(*find(section, "Protocol: HTTP/HTTPS"), "Access Remote File");
        QVERIFY(files);
        QCOMPARE(files->body().toString(),
            std::string("The sample attempted to download the following files:\n\thttp://a.example.org/x.exe\n"
                        "\thttp://b.example.org/y.exe"));
        QCOMPARE(files->heuristic()->id(), 1003);
        QCOMPARE(files->tags().values("network.dynamic.uri").size(), std::size_t(1));
    }

    void suspiciousAgentsBringTheirHeadersAndLanguages()
    {
        Built built;
        HttpCall suspicious = call("http://a.example.org/");
        suspicious.hasSuspiciousAgent = true;
        suspicious.userAgent = "Microsoft BITS";
        suspicious.nonStandardHeaders = {{"XOdd", "1"}};
        suspicious.flaggedLanguages = {"ru-RU"};
        built.network.httpCalls = {suspicious, suspicious};
        const Section section = *built.build();
        const Section* table = find(section, "Protocol: HTTP/HTTPS");
        const Section* agents = find(*table, "Suspicious User Agent(s)");
        QVERIFY(agents);
        QCOMPARE(agents->body().toString(),
            std::string("The sample made HTTP calls via the following user agents:\n\tMicrosoft BITS\nMicrosoft BITS"));
        const Section* headers = find(*table, "Non-Standard HTTP Headers");
        QVERIFY(headers);
        QCOMPARE(headers->rows().size(), std::size_t(2));
        QCOMPARE(headers->heuristic()->signatures().at(0).name, std::string("suspicious_language_accepted_ru"));
    }

    void iocsInHeadersAreListed()
    {
        Built built;
        built.network.httpCalls = {call("http://a.example.org/")};
        built.network.httpCalls[0].requestHeaders = {{"Host", "evil.example.org"}};
        const Section section = *built.build();
        const Section* iocs = find(*find(section, "Protocol: HTTP/HTTPS"), "IOCs found in HTTP/HTTPS Headers");
        QVERIFY(iocs);
        QCOMPARE(iocs->rows().at(0)["ioc"].toString(), std::string("evil.example.org"));
    }

    void iocsOfCallsThatNeverShowedAreListed()
    {
        Built built;
        built.network.dnsServers = {"198.51.100.1"};
        built.network.dnsRequests = {request("seen.example.org", "A", {"198.51.100.7"})};
        ProcessEntry entry;
        entry.pid = 7;
        for (const char* host : {"seen.example.org", "unseen.example.org"}) {
            entry.networkCalls.push_back(
                {"DNS", "Network", "getaddrinfo", {{"HostName", host}, {"Service", "x.example.org"}}});
        }
        entry.networkCalls.push_back(
            {"Connect", "Network", "InternetOpenUrlA", {{"URL", "http://evil.example.org:80/a"}}});
        built.processes.insert(entry);
        const Section section = *built.build();
        const Section& unseen = section.subsections().back();
        QCOMPARE(unseen.heuristic()->id(), 1013);
        const char* const expected = R"([
            {"ioc_type": "domain", "ioc": "evil.example.org"}, {"ioc_type": "domain", "ioc": "unseen.example.org"},
            {"ioc_type": "uri", "ioc": "http://evil.example.org/a"}])";
        QCOMPARE(json::Value(unseen.rows()), parsed(expected));
        QVERIFY(unseen.tags().contains("network.dynamic.uri"));
    }

    void seenUrisAreKnownInOtherSpellings()
    {
        SeenIocs seen;
        seen.add("http://a.example.org/x");
        seen.add("a.example.org");
        QVERIFY(seen.contains("a.example.org"));
        QVERIFY(seen.contains("http://a.example.org:80/x"));
        QVERIFY(seen.contains("https://a.example.org/x"));
        QVERIFY(seen.contains("http://a.example.org/x/"));
        QVERIFY(!seen.contains("http://a.example.org/y"));
        QVERIFY(!seen.contains("b.example.org"));
    }

    void manyFlowsAndRequestsTakeLittleTime()
    {
        Built built;
        for (int i = 0; i < 1'000; ++i) {
            const std::string address = "198.51." + std::to_string(i / 250) + "." + std::to_string(i % 250 + 1);
            built.network.flows.push_back(flow(address.c_str(), 8080));
            built.network.httpCalls.push_back(call("http://a.example.org/" + std::to_string(i) + ".exe"));
            built.network.httpCalls.back().isDownload = true;
        }
        QElapsedTimer timer;
        timer.start();
        built.build();
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

REGISTER_TEST(NetworkBuilderTest)
#include "networkbuildertest.moc"
