// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/sandboxevents.h"
#include "support/conversion.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

namespace {

json::Object process()
{
    return {{"image", "C:\\a.exe"}, {"start_time", "2024-01-02 03:04:05.678"}, {"end_time", "-"}, {"pid", 5},
        {"ppid", 4}, {"command_line", nullptr}, {"safelisted", false}, {"integrity_level", nullptr},
        {"image_hash", nullptr}, {"original_file_name", nullptr}, {"file_count", 1U}, {"registry_count", 2U},
        {"sources", json::Array{"capemon"}}};
}

json::Object connection()
{
    return {{"destination_ip", "198.51.100.1"}, {"destination_port", 80}, {"transport_layer_protocol", "tcp"},
        {"direction", "outbound"}, {"process", nullptr}, {"source_ip", nullptr}, {"source_port", nullptr},
        {"http_details", nullptr}, {"dns_details", nullptr}, {"connection_type", nullptr}, {"time_observed", ""},
        {"sources", json::Array{"PCAP"}}};
}

json::Object signature()
{
    return {{"name", "a"}, {"type", "CUCKOO"}, {"classification", "TLP:C"}, {"attacks", json::Array()},
        {"actors", json::Array()}, {"malware_families", json::Array()}, {"data", json::Array()}, {"score", 10},
        {"pid", nullptr}, {"description", ""}, {"sources", json::Array{"CAPE"}}};
}

json::Object information()
{
    return {{"sandbox_name", "CAPE"}, {"sandbox_version", "2.4"},
        {"analysis_metadata",
            json::Object{{"start_time", "2024-01-02 03:04:05.000"}, {"task_id", 1},
                {"end_time", "2024-01-02 03:05:05.000"}, {"routing", "none"}, {"machine_metadata", nullptr}}}};
}

json::Object base(SandboxEventKind kind)
{
    return kind == SandboxEventKind::Process  ? process()
        : kind == SandboxEventKind::Signature ? signature()
                                              : connection();
}

} // namespace

class SandboxEventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Each row changes one member of a valid event; "same" is kept as it is, "" is refused, else the member's new
    // value.
    void membersAreChecked_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("outcome");
        const auto row
            = [](SandboxEventKind kind, const char* member, const QByteArray& value, const QByteArray& outcome) {
                  QTest::addRow("%s %s", member, value.right(40).constData())
                      << int(kind) << QByteArray(member) << value << outcome;
              };
        const QByteArray same("same");
        const QByteArray refused;
        using enum SandboxEventKind;
        row(Process, "pid", "\"5\"", "5");
        row(Process, "pid", "\" 1_000 \"", "1000");
        row(Process, "pid", "5.7", "5");
        row(Process, "pid", "5.0", same);
        row(Process, "pid", "true", same);
        row(Process, "pid", "null", refused);
        row(Process, "pid", "-1", refused);
        row(Process, "pid", "4294967295", same);
        row(Process, "pid", "4294967296", refused);
        row(Process, "pid", "\"5.0\"", refused);
        row(Process, "ppid", "0", same);
        row(Process, "command_line", "\"" + QByteArray("\xc3\xa9").repeated(1024) + "\"", same);
        row(Process, "command_line", "\"" + QByteArray("a").repeated(1025) + "\"", refused);
        row(Process, "command_line", "5", refused);
        row(Process, "integrity_level", "\"High\"", refused);
        row(Process, "integrity_level", "\"high\"", same);
        row(Process, "integrity_level", "\"\"", refused);
        row(Process, "image_hash", "\"" + QByteArray("aB").repeated(32) + "\"", same);
        row(Process, "image_hash", "\"ab\"", refused);
        row(Process, "end_time", "null", refused);
        row(Process, "end_time", "\"9999-12-31 23:59:59.999999\"", same);
        row(Process, "end_time", "\"2024-01-01 00:00:00\"", refused);
        row(Process, "start_time", "\"1-01-01 00:00:00.000000\"", refused);
        row(Process, "image", "\"\"", same);
        row(Process, "image", "null", refused);
        row(Process, "safelisted", "1", refused);
        row(Process, "file_count", "\"3\"", "3");
        row(Process, "sources", "null", same);
        row(Process, "sources", "[5]", refused);
        row(NetworkConnection, "destination_ip", "\"2001:db8::1\"", same);
        row(NetworkConnection, "destination_ip", "\"198.51.100.1:80\"", refused);
        row(NetworkConnection, "destination_ip", "\"\"", refused);
        row(NetworkConnection, "destination_port", "70000", same);
        row(NetworkConnection, "destination_port", "\"80\"", "80");
        row(NetworkConnection, "destination_port", "-1", refused);
        row(NetworkConnection, "transport_layer_protocol", "\"icmp\"", refused);
        row(NetworkConnection, "process", "{\"pid\": 5}", refused);
        row(NetworkConnection, "source_ip", "\"\"", same);
        row(NetworkConnection, "source_ip", "\"x\"", refused);
        row(NetworkConnection, "source_port", "\"\"", refused);
        row(NetworkConnection, "connection_type", "\"smtp\"", refused);
        row(NetworkConnection, "time_observed", "null", refused);
        row(NetworkConnection, "time_observed", "\"2024\"", refused);
        row(NetworkConnection, "http_details",
            "{\"request_uri\": \"http://example.com/\", \"request_method\": \"GET\", \"request_headers\": {}}",
            refused);
        row(NetworkConnection, "dns_details", "{\"domain\": \"example.com\", \"lookup_type\": \"A\", \"more\": 1}",
            "{\"domain\": \"example.com\", \"lookup_type\": \"A\"}");
        row(NetworkConnection, "dns_details", "{\"domain\": \"1.2.0.192.in-addr.arpa\", \"lookup_type\": \"PTR\"}",
            same);
        row(NetworkConnection, "dns_details", "{\"domain\": \"example\", \"lookup_type\": \"A\"}", refused);
        row(NetworkConnection, "dns_details", "{\"domain\": \"example.com\", \"lookup_type\": \"TXT\"}", refused);
        row(NetworkConnection, "dns_details", "{}", refused);
        row(Signature, "type", "\"YARA\"", refused);
        row(Signature, "description", "\"" + QByteArray("a").repeated(257) + "\"", refused);
        row(Signature, "data", "[{}]", refused);
        row(Signature, "data", "[1]", refused);
        row(Signature, "pid", "[\"7\"]", "[7]");
        row(Signature, "pid", "[null]", refused);
        row(Signature, "attacks", "[{\"attack_id\": \"T1\", \"pattern\": \"a\", \"categories\": null}]", same);
        row(Signature, "attacks", "[{\"attack_id\": \"T1\"}]", refused);
        row(Signature, "score", "\"10\"", "10");
    }

    void membersAreChecked()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, outcome);
        json::Object event = base(SandboxEventKind(kind));
        event.set(member.toStdString(), test::value(value.toStdString()));
        const auto result = validatedSandboxEvent(event, SandboxEventKind(kind));
        QCOMPARE(result.has_value(), !outcome.isEmpty());
        if (result) {
            QCOMPARE(QByteArray::fromStdString(json::dump((*result)[member.toStdString()])),
                outcome == "same" ? value : outcome);
        }
    }

    void missingMembersAreRefusedAndUnknownOnesGo()
    {
        json::Object event = process();
        event.set("more", 1);
        QVERIFY(!validatedSandboxEvent(event, SandboxEventKind::Process)->contains("more"));
        event.erase("ppid");
        QCOMPARE(validatedSandboxEvent(event, SandboxEventKind::Process).error(), std::string_view("ppid"));
    }

    void bodyHasTheLibrarysMembers()
    {
        SandboxEvents events(information());
        QVERIFY(events.addProcess(process()));
        json::Object dns = connection();
        dns.set("connection_type", "dns");
        dns.set("dns_details",
            test::value("{\"domain\": \"example.com\", \"lookup_type\": \"A\", \"resolved_ips\": null}"));
        QVERIFY(events.addNetworkConnection(dns));
        QVERIFY(events.addNetworkConnection(connection()));
        QVERIFY(events.addSignature(signature()));
        const json::Object body = events.body();
        QCOMPARE(body["analysis_information"]["analysis_metadata"].size(), 6U);
        QVERIFY(body["analysis_information"]["analysis_metadata"].find("window_size"));
        QVERIFY(body["processes"][0]["file_count"] == json::Value(0));
        QCOMPARE(body["processes"][0].size(), 13U);
        const json::Value& first = body["network_connections"][0];
        QVERIFY(first["transport_layer_protocol"].isNull());
        QVERIFY(first["dns_details"]["resolved_ips"].isArray());
        QVERIFY(body["network_connections"][1]["transport_layer_protocol"] == json::Value("tcp"));
        QVERIFY(!body["network_connections"][1].find("dns_details"));
        QVERIFY(body["signatures"][0]["pid"].isArray());
        QVERIFY(!body["signatures"][0].find("data"));
    }

    void refusedEventsAreLeftOut()
    {
        SandboxEvents events(information());
        json::Object event = process();
        event.set("pid", -1);
        QCOMPARE(events.addProcess(event).error(), std::string_view("pid"));
        QVERIFY(events.processes().empty());
    }

    void wholeIsNormalisedUnlessTheAnalysisIsOdd()
    {
        for (const char* routing : {"none", "elsewhere"}) {
            json::Object odd = information();
            odd["analysis_metadata"].object()->set("task_id", "17");
            odd["analysis_metadata"].object()->set("routing", routing);
            const json::Object body = SandboxEvents(odd).body();
            const bool isNormal = std::string_view(routing) == "none";
            QVERIFY(body["analysis_information"]["analysis_metadata"]["task_id"].isInteger() == isNormal);
        }
    }

    // What looks the same stays as it was, but not where a part of the whole needed a change.
    void aFloatStaysUnlessTheWholeIsNormalised()
    {
        for (const bool isOdd : {false, true}) {
            json::Object all = information();
            if (isOdd) {
                all["analysis_metadata"].object()->set("task_id", "17");
            }
            SandboxEvents events(all);
            json::Object event = process();
            event.set("ppid", 4.0);
            QVERIFY(events.addProcess(event));
            const json::Object body = events.body();
            QCOMPARE(body["processes"][0]["ppid"].isInteger(), isOdd);
        }
    }

    void endTimeIsSetByPid()
    {
        SandboxEvents events(information());
        events.addProcess(process());
        events.setEndTime(5, "2024-01-02 03:04:06.000");
        events.setEndTime(6, "2024-01-02 03:04:07.000");
        QVERIFY(events.processes()[0]["end_time"] == json::Value("2024-01-02 03:04:06.000"));
    }
};

REGISTER_TEST(SandboxEventsTest)
#include "sandboxeventstest.moc"
