// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/networkmap.h"
#include "core/result/etwevents.h"
#include "core/result/httpheaders.h"
#include "core/result/ipnetwork.h"
#include "core/result/processmap.h"
#include "core/result/sysmonevents.h"
#include "support/conversionfixture.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace core;
using test::parsed;

namespace {

constexpr std::string_view safelistText = R"({
    "match": {"network.dynamic.ip": ["198.51.100.200"], "network.dynamic.domain": ["safe.example.org"]},
    "regex": {"network.dynamic.uri": ["http://[^/]*/safe"]}
})";

struct Mapped : test::ConversionFixture {
    explicit Mapped(const std::string& network)
        : ConversionFixture("{\"network\": " + network + "}", safelistText)
    {
    }
    NetworkMap map() { return mapNetwork(context, processes, sysmon, etw); }

    ProcessMap processes;
    SysmonEvents sysmon;
    EtwEvents etw;
};

} // namespace

class NetworkMapTest : public QObject {
    Q_OBJECT

    static std::string flow(const std::string& address, const std::string& port = "8080")
    {
        return "{\"src\": \"203.0.113.5\", \"sport\": 50000, \"dst\": \"" + address + "\", \"dport\": " + port
            + ", \"time\": 1.5}";
    }

    static std::string exchange(const std::string& host, const std::string& uri,
        const std::string& request = "GET / HTTP/1.1", const std::string& response = "")
    {
        return "{\"host\": \"" + host + "\", \"uri\": \"" + uri
            + "\", \"dst\": \"198.51.100.7\", \"dport\": 80, "
              "\"protocol\": \"http\", \"method\": \"GET\", \"request\": \""
            + request + "\", \"response\": \"" + response + "\"}";
    }

    static NetworkMap exchanges(const std::string& records) { return Mapped("{\"http_ex\": [" + records + "]}").map(); }

private Q_SLOTS:
    void withoutNetworkThereIsNothing()
    {
        QVERIFY(!Mapped("{}").map().isPresent);
        QVERIFY(Mapped("{\"udp\": []}").map().isPresent);
    }

    void firstUdpFlowToPort53NamesTheDnsServer()
    {
        Mapped mapped("{\"udp\": [" + flow("198.51.100.1", "123") + "," + flow("198.51.100.2", "53") + ","
            + flow("198.51.100.3", "53") + "]}");
        mapped.options.inetsimDnsServers = {"198.51.100.2", "198.51.100.9"};
        const NetworkMap map = mapped.map();
        QCOMPARE(map.dnsServers, (std::vector<std::string>{"198.51.100.2", "198.51.100.9"}));
        QCOMPARE(map.flows.size(), std::size_t(2)); // the one to the server is noise
    }

    void noiseIsLeftOutOfTheFlows()
    {
        const NetworkMap map = Mapped("{\"tcp\": [" + flow("198.51.100.200") + "," + flow("192.0.2.77") + ","
            + flow("198.51.100.7") + "," + flow("2001:db8::1") + "]}")
                                   .map();
        QCOMPARE(map.flows.size(), std::size_t(2)); // less the safelisted and the random one
        QCOMPARE(map.flows.at(0).row()["timestamp"], json::Value(1.5));
        QCOMPARE(map.flows.at(0).row()["sources"], parsed("[\"PCAP\"]"));
    }

    void flowWithoutAddressCostsItselfAndIsNamed()
    {
        Mapped mapped("{\"tcp\": [{\"src\": \"203.0.113.5\", \"dport\": 80}," + flow("198.51.100.7") + "]}");
        QCOMPARE(mapped.map().flows.size(), std::size_t(1));
        QCOMPARE(mapped.warnings.list().size(), 1);
        QVERIFY(mapped.warnings.list().first().contains(QLatin1String("tcp")));
    }

    void callWithoutPortClaimsFlows_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<bool>("claims");
        QTest::newRow("any flow") << QByteArray(R"({"HostName": "other.example.org"})") << true;
        QTest::newRow("with port") << QByteArray(R"({"IP": "198.51.100.7", "Port": "8080"})") << false;
        QTest::newRow("no target") << QByteArray(R"({"Buffer": "x"})") << false;
        QTest::newRow("all three, one fits")
            << QByteArray(R"({"HostName": "a", "URL": "b", "IP": "198.51.100.7"})") << true;
        QTest::newRow("all three, none fits")
            << QByteArray(R"({"HostName": "a", "URL": "b", "IP": "198.51.100.8"})") << false;
    }

    void callWithoutPortClaimsFlows()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(bool, claims);
        Mapped mapped("{\"tcp\": [" + flow("198.51.100.7") + "]}");
        ProcessEntry entry;
        entry.pid = 7;
        entry.name = "a.exe";
        entry.networkCalls.push_back({"Connect", "Network", "connect", parsed(arguments.toStdString()).toObject()});
        mapped.processes.insert(entry);
        const NetworkFlow found = mapped.map().flows.at(0);
        QCOMPARE(found.pid, claims ? json::Value(7) : json::Value());
        QCOMPARE(found.image, claims ? json::Value("a.exe") : json::Value());
        QCOMPARE(found.sources.size(), std::size_t(claims ? 2 : 1));
    }

    void reverseLookupsAreMeaninglessInSimulatedNetworks()
    {
        const std::string dns = R"({"dns": [{"request": "7.100.51.198.in-addr.arpa", "type": "PTR", "answers": []},
                                            {"request": "a.example.org", "type": "A", "first_seen": 1700000000.25,
                                             "answers": [{"data": "198.51.100.7", "type": "A"}]},
                                            {"request": "a.example.org", "type": "AAAA", "answers": []}]})";
        Mapped simulated(dns);
        simulated.options.routing = "INetSim";
        QCOMPARE(simulated.map().dnsRequests.size(), std::size_t(1));
        Mapped real(dns);
        real.options.routing = "internet";
        const NetworkMap map = real.map();
        QCOMPARE(map.dnsRequests.size(), std::size_t(2));
        QCOMPARE(map.dnsRequests.at(1).attempts.size(), std::size_t(2));
        QCOMPARE(map.dnsRequests.at(1).attempts.at(0).time, json::Value("2023-11-14 22:13:20.250"));
    }

    void exchangeGetsItsUriFromHostAndPath()
    {
        const NetworkMap map = exchanges(
            exchange("a.example.org:80", "/x/file.exe") + "," + exchange("a.example.org", "http://a.example.org/y"));
        QCOMPARE(map.httpCalls.at(0).uri, std::string("http://a.example.org/x/file.exe"));
        QVERIFY(map.httpCalls.at(0).isDownload);
        QCOMPARE(map.httpCalls.at(1).uri, std::string("http://a.example.org/y"));
        QVERIFY(!map.httpCalls.at(1).isDownload);
    }

    void requestsNotWorthShowingAreLeftOut()
    {
        QCOMPARE(exchanges(exchange("safe.example.org", "/") + "," + exchange("a.example.org", "/safe") + ","
                     + exchange("a.example.org", "/wpad.dat") + "," + exchange("", "/") + "," + exchange("a b", "/"))
                     .httpCalls.size(),
            std::size_t(0));
    }

    void requestToADnsServerIsLeftOut()
    {
        Mapped mapped("{\"http_ex\": [" + exchange("a.example.org", "/") + "]}");
        mapped.options.inetsimDnsServers = {"198.51.100.7"};
        QVERIFY(mapped.map().httpCalls.empty());
    }

    void addressAsHostIsTheDestination()
    {
        const NetworkMap map
            = Mapped("{\"http\": [{\"host\": \"198.51.100.7\", \"uri\": \"http://198.51.100.7/\", \"port\": 80, "
                     "\"method\": \"GET\", \"data\": \"GET / HTTP/1.1\"}]}")
                  .map();
        QCOMPARE(map.httpCalls.at(0).destinationIp, json::Value("198.51.100.7"));
    }

    void headersAreReadWithoutHyphens()
    {
        const json::Object headers
            = parseHttpHeaders("GET / HTTP/1.1\r\nUser-Agent: x\r\nOdd: a: b\r\nHost: h\r\n\r\n");
        QCOMPARE(json::Value(headers), parsed("{\"UserAgent\": \"x\", \"Host\": \"h\"}"));
        QVERIFY(parseHttpHeaders("Host: h").empty());
        QVERIFY(parseHttpHeaders(json::Value(5)).empty());
    }

    void lastHeaderThatIsNotStandardStays()
    {
        const NetworkMap map
            = exchanges(exchange("a.example.org", "/", "GET /\\r\\nX-One: 1\\r\\nAGE: 1\\r\\nX-Two: 2\\r\\n",
                            "HTTP/1.1 200\\r\\nServer: s\\r\\n")
                + "," + exchange("b.example.org", "/", "GET /", "HTTP/1.1 200\\r\\nX-Odd: o\\r\\n"));
        QCOMPARE(json::Value(map.httpCalls.at(0).requestHeaders),
            parsed("{\"XOne\": \"1\", \"AGE\": \"AGE\", \"XTwo\": \"2\"}"));
        QCOMPARE(json::Value(map.httpCalls.at(0).nonStandardHeaders), parsed("{\"Server\": \"2\"}"));
        QCOMPARE(json::Value(map.httpCalls.at(1).nonStandardHeaders), parsed("{\"XOdd\": \"2\"}"));
    }

    void suspiciousLanguagesAndAgentsAreFlagged()
    {
        Mapped mapped(
            "{\"http\": [{\"host\": \"a.example.org\", \"dst\": \"198.51.100.7\", \"uri\": \"http://a.example.org/\", "
            "\"port\": 80, \"method\": \"GET\", \"user-agent\": \"Microsoft BITS\", "
            "\"data\": \"GET / HTTP/1.1\\r\\nAccept-Language: en, RU-ru;q=0.9\\r\\n\"}]}");
        mapped.options.suspiciousLanguages = {"ru-RU", "zh"};
        const HttpCall call = mapped.map().httpCalls.at(0);
        QVERIFY(call.hasSuspiciousAgent);
        QCOMPARE(call.flaggedLanguages, std::vector<std::string>{"ru-RU"});
    }

    void bodiesAreLinkedBelowTheNetworkFolder()
    {
        Mapped mapped(R"({"https_ex": [{"host": "a.example.org", "dst": "198.51.100.7", "uri": "/", "dport": 443,
            "protocol": "https", "method": "GET", "request": "", "response": "",
            "req": {"path": "/opt/storage/1/network/abc"}, "resp": {"path": "/elsewhere/abc"}}]})");
        const HttpCall call = mapped.map().httpCalls.at(0);
        QCOMPARE(call.requestBodyPath, json::Value("network/abc"));
        QCOMPARE(call.responseBodyPath, json::Value());
        QCOMPARE(mapped.warnings.list().size(), 1);
    }

    void httpCallClaimsItsRequest()
    {
        Mapped mapped("{\"http_ex\": [" + exchange("a.example.org", "/") + "]}");
        ProcessEntry other;
        other.pid = 6;
        other.name = "other.exe";
        other.networkCalls.push_back(
            {"Connect", "Network", "InternetConnectA", {{"HostName", "b.example.org"}, {"Service", "3"}}});
        mapped.processes.insert(other);
        ProcessEntry entry;
        entry.pid = 7;
        entry.name = "a.exe";
        entry.networkCalls.push_back(
            {"Connect", "Network", "InternetConnectA", {{"HostName", "a.example.org"}, {"Service", "3"}}});
        mapped.processes.insert(entry);
        const HttpCall call = mapped.map().httpCalls.at(0);
        QCOMPARE(call.pid, json::Value(7));
        QCOMPARE(call.image, json::Value("a.exe"));
        QCOMPARE(call.sources, (std::vector<std::string>{"PCAP", "API"}));
    }

    void networksContainTheirAddresses()
    {
        const auto network = IpNetwork::parse("198.51.100.128/25");
        QVERIFY(network->contains("198.51.100.128"));
        QVERIFY(network->contains("198.51.100.255"));
        QVERIFY(!network->contains("198.51.100.127"));
        QVERIFY(!network->contains("2001:db8::1"));
        QVERIFY(!network->contains("198.51.100.0128"));
        QVERIFY(IpNetwork::parse("2001:db8::/33")->contains("2001:db8:7fff::1"));
        QVERIFY(!IpNetwork::parse("2001:db8::/33")->contains("2001:db8:8000::1"));
        QVERIFY(!IpNetwork::parse("198.51.100.0/33"));
        QVERIFY(!IpNetwork::parse("x/8"));
    }

    void manyFlowsTakeLittleTime()
    {
        std::string flows;
        for (int i = 0; i < 10'000; ++i) {
            flows += (i ? "," : "") + flow("203.0." + std::to_string(i / 250) + "." + std::to_string(i % 250 + 1));
        }
        Mapped mapped("{\"tcp\": [" + flows + "]}");
        for (int pid = 1; pid <= 200; ++pid) {
            ProcessEntry entry;
            entry.pid = pid;
            entry.networkCalls.push_back({"Connect", "Network", "connect",
                {{"HostName", "a"}, {"URL", "b"}, {"IP", "c" + std::to_string(pid)}}});
            mapped.processes.insert(entry);
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(mapped.map().flows.size(), std::size_t(10'000));
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

REGISTER_TEST(NetworkMapTest)
#include "networkmaptest.moc"
