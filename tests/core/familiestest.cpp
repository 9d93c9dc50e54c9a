// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/analysisfacts.h"
#include "core/indicators/indicatorcollector.h"
#include "core/report/capefamily.h"
#include "core/report/families.h"
#include "core/report/reportparser.h"
#include "core/result/analysisresult.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

namespace {

ReportPtr parse(const char* text)
{
    return ReportParser::parse(QByteArray(text)).value();
}

std::vector<std::string> namesOf(const std::vector<Family>& families)
{
    std::vector<std::string> names;
    for (const Family& family : families) {
        names.push_back(family.name);
    }
    return names;
}

// As CAPE writes it now, and as it did before the underscores.
constexpr const char* configured
    = R"({"info":{},"CAPE":{"payloads":[],"configs":[
        {"Stager":{"C2":["192.0.2.1"]},"associated_config_hashes":{"md5":"a"},"associated_analysis_hashes":{"md5":"b"}},
        {"Loader":{"C2":[]},"_associated_config_hashes":[{"md5":"a"}],"_associated_analysis_hashes":{"md5":"b"}}]}})";

} // namespace

class FamiliesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPayloadWithoutANameIsToldByThePartsOfItsHash()
    {
        const std::string hash = "4159568a96e8ae7b6bbfb5d1b8f9d9b4a05cd2b4cfa68a9dfc07365e468be902";
        QCOMPARE(describe({FamilySource::Payload, hash}), QStringLiteral("payload of 415956\u20268be902"));
        QCOMPARE(describe({FamilySource::Payload, "a.exe (12)"}), QStringLiteral("payload of a.exe (12)"));
    }

    void capeTypesNameFamilies_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("family");
        const auto row = [](const char* type, const char* family) { QTest::newRow(type) << type << family; };
        row("QakBot Payload: 32-bit DLL", "QakBot");
        row("Dridex v4 Payload", "Dridex v4");
        row("SocGholish Loader", "SocGholish");
        row("Emotet config", "Emotet");
        row("Formbook Strings", "Formbook");
        row("Unpacked Shellcode", "");
        row("Injected Shellcode/Data", "");
        row("Unpacked PE Image: 32-bit executable", "");
        row("Injected Payload", "");
        row("UPX Payload", "");
        row("Payload", "");
        row(" Payload", "");
        row("", "");
    }

    void capeTypesNameFamilies()
    {
        QFETCH(QString, type);
        QFETCH(QString, family);
        QCOMPARE(QString::fromStdString(familyOfCapeType(type.toStdString())), family);
    }

    void bookkeepingIsNoFamily()
    {
        const ReportPtr report = parse(configured);
        QCOMPARE(report->configs().size(), std::size_t(2));
        const std::vector<Family> families = familiesOf(*report);
        QCOMPARE(namesOf(families), (std::vector<std::string>{"Stager", "Loader"}));
        QCOMPARE(families[0].mentions.front().source, FamilySource::Config);
        QCOMPARE(analysisOf(*report, nullptr).families, (QStringList{QStringLiteral("Stager"), QStringLiteral("Loader")}));
    }

    // The service's result has the bookkeeping as tags.
    void bookkeepingInAResultIsNoFamily()
    {
        AnalysisResult result;
        Section section("Configs");
        section.addTag("attribution.family", "associated_config_hashes");
        section.addTag("attribution.family", "Stager");
        result.sections.push_back(std::move(section));
        QCOMPARE(collectIndicators(result).families, std::vector<std::string>{"Stager"});
        QCOMPARE(analysisOf(*parse(configured), &result).families, (QStringList{QStringLiteral("Stager"), QStringLiteral("Loader")}));
    }

    void everySourceIsFound()
    {
        const ReportPtr report = parse(R"({"info":{},
            "detections":[{"family":"Detected","details":[{"Yara":"ab"},{"Behavior":""},{"Yara":"cd"}]}],
            "malfamily":"Older","malfamily_tag":"VirusTotal","detections2pid":{"12":["ByPid"]},
            "target":{"file":{"name":"a.exe","cape_yara":[{"name":"r","meta":{"cape_type":"InSample Payload"}},
                {"name":"s","meta":{"author":"x"}}]}},
            "procdump":[{"sha256":"d1","cape_yara":[{"name":"r","meta":{"cape_type":"InDump Payload"}}]}],
            "dropped":[{"sha256":"d2","cape_yara":[{"name":"r","meta":{"cape_type":"InDrop Loader"}}]}],
            "CAPE":{"payloads":[{"sha256":"p1","pid":1852,"process_name":"explorer.exe",
                    "cape_type":"QakBot Payload: 32-bit DLL","cape_yara":[{"name":"QakBot",
                    "meta":{"cape_type":"QakBot Payload"}}],"detections":["OnPayload"]},
                {"sha256":"p2","cape_type":"Unpacked Shellcode"}],
              "configs":[{"Configured":{"k":1}}]},
            "signatures":[{"name":"s1","families":["SunCrypt","generic"]},
              {"name":"cape_detected_threat","description":"CAPE detected the qakbot, Third malware family"}]})");
        const std::vector<Family> families = familiesOf(*report);
        QCOMPARE(namesOf(families),
            (std::vector<std::string>{"Configured", "Detected", "Older", "QakBot", "OnPayload", "ByPid", "InDump",
                "InDrop", "InSample", "SunCrypt", "Third"}));
        // One family, however it is written, with all places that name it.
        QCOMPARE(families[3].mentions,
            (std::vector<FamilyMention>{{FamilySource::Payload, "explorer.exe (1852)"},
                {FamilySource::Signature, "cape_detected_threat"}}));
        QCOMPARE(families[1].mentions, (std::vector<FamilyMention>{{FamilySource::Detection, "Yara, Behavior"}}));
        QCOMPARE(describe(families[3].mentions[0]), QStringLiteral("payload of explorer.exe (1852)"));
        QCOMPARE(describe(families[9].mentions[0]), QStringLiteral("signature s1"));
    }

    void aNameAloneIsADetection()
    {
        QCOMPARE(namesOf(familiesOf(*parse(R"({"info":{},"detections":"QakBot"})"))),
            std::vector<std::string>{"QakBot"});
        QCOMPARE(namesOf(familiesOf(*parse(R"({"info":{},"detections":["QakBot","Emotet"]})"))),
            (std::vector<std::string>{"QakBot", "Emotet"}));
        // Sentences of other signatures are none.
        QVERIFY(familiesOf(*parse(R"({"info":{},"signatures":[{"name":"other",
            "description":"CAPE detected the X malware"}]})")).empty());
    }

    // A search finds a host that only the flows have, however it is written.
    void hostsOfEveryTableAreSearchTerms()
    {
        const QStringList terms = searchTerms(*parse(R"({"info":{},"target":{"file":{"md5":"00ff"}},"network":{
            "hosts":[{"ip":"192.0.2.1","hostname":"h.example"}],"domains":[{"domain":"d.example","ip":"192.0.2.2"}],
            "dns":[{"request":"q.example","answers":[{"type":"A","data":"192.0.2.3"}]}],
            "tcp":[{"src":"192.0.2.100","dst":"192.0.2.4","dport":443},{"src":"192.0.2.100","dst":"192.0.2.4"}],
            "udp":[{"src":"192.0.2.100","dst":"192.0.2.5"}],"icmp":[{"src":"192.0.2.100","dst":"192.0.2.6"}],
            "http":[{"host":"w.example","uri":"http:\/\/w.example/x"}],
            "http_ex":[{"host":"e.example","dst":"192.0.2.7"}],"smtp":[{"dst":"192.0.2.8"}],
            "dead_hosts":[["192.0.2.9",80]]}})"),
            nullptr);
        for (const char* term : {"00ff", "192.0.2.1", "h.example", "d.example", "192.0.2.2", "q.example", "192.0.2.3",
                 "192.0.2.4", "192.0.2.5", "192.0.2.6", "w.example", "http://w.example/x", "e.example", "192.0.2.7",
                 "192.0.2.8", "192.0.2.9"}) {
            QVERIFY2(terms.count(QString::fromLatin1(term)) == 1, term);
        }
    }

    void aHostileReportNamesNoEndOfThem()
    {
        QByteArray text = "{\"info\":{},\"detections\":[";
        for (int i = 0; i < 5000; ++i) {
            text += (i == 0 ? "\"f" : ",\"f") + QByteArray::number(i) + "\"";
        }
        text += "]}";
        QVERIFY(familiesOf(*parse(text.constData())).size() < 200);
    }
};

REGISTER_TEST(FamiliesTest)
#include "familiestest.moc"
