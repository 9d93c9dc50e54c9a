// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportparser.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

namespace {

ReportPtr parse(const char* text)
{
    return ReportParser::parse(QByteArray(text)).value();
}

} // namespace

class ReportRecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void infoAndTarget()
    {
        const ReportPtr report
            = parse("{\"info\":{\"id\":12,\"duration\":61,\"timeout\":true,\"route\":false,\"machine\":\"win10\","
                    "\"options\":\"free=yes,procmemdump=1\"},"
                    "\"target\":{\"category\":\"file\",\"file\":{\"name\":[\"a.exe\"],\"size\":3,\"sha256\":\"ab\","
                    "\"guest_paths\":\"C:\\\\a.exe\",\"yara\":[{\"name\":\"R1\",\"meta\":{}}],\"clamav\":[\"Win.X\"]}},"
                    "\"malscore\":7.5,\"detections\":[{\"family\":\"Emotet\",\"details\":[{\"Yara\":\"ab\"}]}]}");
        QCOMPARE(report->info().id, std::optional<std::int64_t>(12));
        QCOMPARE(report->info().duration, std::optional<std::int64_t>(61));
        QVERIFY(report->info().timedOut);
        QCOMPARE(report->info().route, std::string());
        QCOMPARE(report->info().machine.name, std::string("win10"));
        QCOMPARE(report->info().options.size(), std::size_t(2));
        QCOMPARE(report->info().options[0].second, std::string("yes"));
        const FileInfo& file = report->target().file;
        QCOMPARE(file.name, std::string("a.exe"));
        QCOMPARE(file.guestPaths, std::vector<std::string>{"C:\\a.exe"});
        QCOMPARE(file.yara, std::vector<std::string>{"R1"});
        QCOMPARE(report->malscore(), std::optional(7.5));
        QCOMPARE(report->detections().at(0).family, std::string("Emotet"));
    }

    // A text is no list of its letters, and no list of one either.
    void whatStandsInPlaceOfAListIsWarnedOf()
    {
        const ReportPtr report = parse("{\"target\":{\"file\":{\"clamav\":\"Win.X\"}},\"network\":{\"tcp\":\"none\"},"
                                       "\"signatures\":[{\"name\":\"s\",\"families\":\"Emotet\",\"categories\":{\"a\":1},"
                                       "\"references\":5,\"data\":\"x\"}]}");
        const Signature& signature = report->signatures().at(0);
        QVERIFY(signature.families.empty() && signature.categories.empty() && signature.references.empty());
        QVERIFY(signature.marks.empty());
        QVERIFY(report->target().file.clamav.empty());
        QVERIFY(report->network().tcp.empty());
        for (const char* path : {"signatures.families", "signatures.categories", "signatures.references",
                 "signatures.data", "target.file.clamav", "network.tcp"}) {
            QVERIFY2(std::ranges::contains(report->warnings(), std::string(path), &Warning::path), path);
        }
    }

    void signatureTtpsComeFromBothPlaces()
    {
        const ReportPtr report
            = parse("{\"signatures\":[{\"name\":\"s1\",\"ttp\":[\"T1055\"],\"severity\":3,\"data\":[{\"a\":1}]},"
                    "{\"name\":\"s2\",\"marks\":[{\"b\":2},{\"c\":3}]}],"
                    "\"ttps\":[{\"ttp\":\"T1112\",\"signature\":\"s1\"},{\"ttps\":[\"T1055\",\"T1003\"],\"signature\":"
                    "\"s2\"}]}");
        QCOMPARE(report->signatures()[0].ttps, (std::vector<std::string>{"T1055", "T1112"}));
        QCOMPARE(report->signatures()[1].ttps, (std::vector<std::string>{"T1055", "T1003"}));
        QCOMPARE(report->signatures()[0].severity, 3);
        QCOMPARE(report->signatures()[0].marks.size(), std::size_t(1));
        QCOMPARE(report->signatures()[1].marks.size(), std::size_t(2));
    }

    void processesKeepTheirCalls()
    {
        const ReportPtr report = parse(
            "{\"behavior\":{\"processes\":["
            "{\"process_id\":4,\"calls\":[{\"api\":\"A\"},{\"api\":\"B\"}]},5,"
            "{\"process_id\":\"8\",\"parent_id\":4,\"process_name\":\"b.exe\",\"threads\":[\"1\",2],"
            "\"environ\":{\"CommandLine\":\"b.exe /x\",\"UserName\":\"u\"},\"calls\":[{\"api\":\"C\"}],\"x\":1}],"
            "\"processtree\":[{\"pid\":4,\"children\":[{\"pid\":8,\"environ\":{\"CommandLine\":\"b\"},"
            "\"children\":[]}]}],\"summary\":{\"files\":[\"f\"]}}}");
        QCOMPARE(report->processes().size(), std::size_t(2));
        const Process& second = report->processes()[1];
        QCOMPARE(second.pid, std::optional<std::int64_t>(8));
        QCOMPARE(second.parentPid, std::optional<std::int64_t>(4));
        QCOMPARE(second.commandLine, std::string("b.exe /x"));
        QCOMPARE(second.environ.size(), std::size_t(2));
        QCOMPARE(second.threads, (std::vector<std::string>{"1", "2"}));
        QCOMPARE(second.calls, (IndexRange{2, 1}));
        QCOMPARE(report->processCalls(2), second.calls);
        QVERIFY(!report->processHasCalls(1));
        const json::Value& raw = report->section("behavior")["processes"][2];
        QVERIFY(!raw.find("calls"));
        QCOMPARE(raw["x"].toInteger(), 1);
        QCOMPARE(report->processTree().at(0).children.at(0).commandLine, std::string("b"));
        QCOMPARE(report->summary()["files"][0].toString(), std::string("f"));
    }

    void networkInBothForms()
    {
        const ReportPtr report = parse(
            "{\"network\":{\"hosts\":[\"192.0.2.1\",{\"ip\":\"192.0.2.2\",\"country_name\":\"-\",\"ports\":[443]}],"
            "\"domains\":[{\"domain\":\"example.com\",\"ip\":\"192.0.2.3\"}],"
            "\"dns\":[{\"request\":\"example.com\",\"type\":\"A\",\"answers\":[{\"type\":\"A\",\"data\":\"192.0.2.3\"}]"
            ","
            "\"first_seen\":1.5}],\"tcp\":[{\"src\":\"192.0.2.9\",\"sport\":1,\"dst\":\"192.0.2.2\",\"dport\":443,"
            "\"time\":null}],\"dead_hosts\":[[\"192.0.2.4\",80],\"192.0.2.5\"],"
            "\"http_ex\":[{\"host\":\"example.com\",\"status\":200,\"resp\":{\"path\":\"p\",\"sha256\":\"ab\"}}]}}");
        const Network& network = report->network();
        QCOMPARE(network.hosts[0].ip, std::string("192.0.2.1"));
        QCOMPARE(network.hosts[1].ports, std::vector<std::int64_t>{443});
        QCOMPARE(network.dns[0].answers[0].data, std::string("192.0.2.3"));
        QCOMPARE(network.dns[0].firstSeen, std::optional(1.5));
        QCOMPARE(network.tcp[0].destinationPort, std::optional<std::int64_t>(443));
        QVERIFY(!network.tcp[0].time.has_value());
        QCOMPARE(network.deadHosts[0].port, std::optional<std::int64_t>(80));
        QCOMPARE(network.deadHosts[1].ip, std::string("192.0.2.5"));
        QVERIFY(!network.httpEx[0].requestBody.has_value());
        QCOMPARE(network.httpEx[0].responseBody->sha256, std::string("ab"));
    }

    void capeInBothForms()
    {
        const ReportPtr now
            = parse("{\"CAPE\":{\"payloads\":[{\"sha256\":\"ab\",\"pid\":4,\"cape_type\":\"Shellcode\"}],"
                    "\"configs\":[{\"Emotet\":{\"C2\":[\"192.0.2.1\"]},\"_associated_config_hashes\":[]}]}}");
        QCOMPARE(now->payloads().at(0).capeType, std::string("Shellcode"));
        QCOMPARE(now->configs().size(), std::size_t(1));
        QCOMPARE(now->configs()[0].family, std::string("Emotet"));
        const ReportPtr old
            = parse("{\"CAPE\":[{\"sha256\":\"ab\",\"cape_name\":\"RedLine\",\"cape_config\":{\"k\":1}},"
                    "{\"cape_name\":\"Solo\",\"cape_config\":{\"k\":2}}]}");
        QCOMPARE(old->payloads().size(), std::size_t(1));
        QCOMPARE(old->payloads()[0].file.sha256, std::string("ab"));
        QCOMPARE(old->configs().size(), std::size_t(2));
        QCOMPARE(old->configs()[1].family, std::string("Solo"));
    }
};

REGISTER_TEST(ReportRecordsTest)
#include "reportrecordstest.moc"
