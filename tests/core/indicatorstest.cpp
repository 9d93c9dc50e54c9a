// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"

#include "core/indicators/indicatorcollector.h"
#include "core/indicators/indicatorwriter.h"
#include "core/json/reader.h"
#include "core/result/analysisresult.h"
#include "core/visibletext.h"

#include <QtTest>

#include <algorithm>

using namespace core;

namespace {

constexpr const char* Sha256 = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

// A result with every kind of indicator, and values that try to break out of each format.
AnalysisResult hostileResult()
{
    AnalysisResult result;
    result.score = 1500;
    result.sample = {"in|voice`.doc", Sha256, "00112233445566778899aabbccddeeff",
        "00112233445566778899aabbccddeeff00112233", 10, "document/office/word"};
    Section top("Analysis");
    Section network("Network <b>activity</b>");
    network.setHeuristic(1008).addAttackId("T1071");
    network.addTag("network.dynamic.domain", "c2.example.com");
    network.addTag("network.dynamic.uri", "http://c2.example.com/it's?a=1");
    network.addTag("network.dynamic.ip", "192.0.2.7");
    network.addTag("network.static.ip", "2001:db8::1");
    network.addTag("network.port", 443);
    Section process("Processes");
    process.addTag("dynamic.process.command_line", "=cmd /c \"start http://c2.example.com/\" | more");
    process.addTag("dynamic.process.file_name", "C:\\Users\\it's me\\evil.exe");
    process.addTag("dynamic.registry_key", "HKCU\\Software\\Run");
    process.addTag("dynamic.signature.family", "AgentTesla");
    process.addTag("network.dynamic.domain", "c2.example.com");
    network.addSubsection(std::move(process));
    top.addSubsection(std::move(network));
    result.sections.push_back(std::move(top));
    AttachedFile dropped;
    dropped.name = "evil.exe";
    dropped.sha256 = "aa112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    dropped.description = "Dropped file";
    result.extracted.push_back(dropped);
    return result;
}

const Indicator* find(const IndicatorSet& set, IndicatorKind kind, std::string_view value)
{
    const auto found = std::ranges::find_if(
        set.indicators, [&](const Indicator& one) { return one.kind == kind && one.value == value; });
    return found == set.indicators.end() ? nullptr : &*found;
}

QByteArray written(IndicatorFormat format, Defanging defanging = Defanging::On)
{
    return QByteArray::fromStdString(writeIndicators(collectIndicators(hostileResult()), format, defanging));
}

json::Value document(IndicatorFormat format)
{
    const auto parsed = json::parse(written(format).toStdString());
    return parsed ? *parsed : json::Value();
}

json::Array objectsOf(const json::Value& bundle, std::string_view type)
{
    json::Array found;
    for (const json::Value& object : bundle["objects"].toArray()) {
        if (object["type"].toString() == type) {
            found.push_back(object);
        }
    }
    return found;
}

} // namespace

// What is worth sharing of an analysis, and the formats it is shared in.
class IndicatorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void collectsEachValueOnceWithItsHighestScore()
    {
        const IndicatorSet set = collectIndicators(hostileResult());
        const Indicator* domain = find(set, IndicatorKind::Domain, "c2.example.com");
        QVERIFY(domain);
        QCOMPARE(domain->sources, (std::vector<std::string>{"Network <b>activity</b>", "Processes"}));
        const int score = hostileResult().sections[0].subsections()[0].heuristic()->score();
        QVERIFY(score > 0);
        QCOMPARE(domain->score, score);
        const Indicator* inherited = find(set, IndicatorKind::RegistryKey, "HKCU\\Software\\Run");
        QVERIFY(inherited);
        QCOMPARE(inherited->score, score);
        QVERIFY(find(set, IndicatorKind::Sha256, Sha256));
        QCOMPARE(find(set, IndicatorKind::Sha256, hostileResult().extracted[0].sha256)->sources.front(),
            std::string("Dropped file"));
        QCOMPARE(set.families, std::vector<std::string>{"AgentTesla"});
        QCOMPARE(set.techniques.size(), std::size_t(1));
        QCOMPARE(set.techniques[0].id, std::string("T1071"));
        QVERIFY(!set.techniques[0].name.empty());
    }

    void csvNeutralisesFormulasAndQuotes()
    {
        const QByteArray csv = written(IndicatorFormat::Csv);
        QVERIFY(csv.startsWith("kind,value,score,sources\n"));
        const QByteArray formula = "\"'=cmd /c \"\"start hxxp://c2[.]example[.]com/\"\" | more\"";
        QVERIFY2(csv.contains(formula), csv.constData());
        QVERIFY(!csv.contains("http://"));
        QVERIFY(written(IndicatorFormat::Csv, Defanging::Off).contains("\"c2.example.com\""));
    }

    // What would turn text around or drive a terminal stands in no format as it is; machines get the value all the
    // same.
    void nothingInvisibleStandsInAFile_data()
    {
        QTest::addColumn<IndicatorFormat>("format");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("csv") << IndicatorFormat::Csv << QByteArray("a<U+202E>gpj<U+009B>.exe");
        QTest::newRow("json") << IndicatorFormat::Json << QByteArray("a\\u202egpj\\u009b.exe");
        QTest::newRow("stix") << IndicatorFormat::Stix << QByteArray("a\\u202egpj\\u009b.exe");
        QTest::newRow("misp") << IndicatorFormat::Misp << QByteArray("a\\u202egpj\\u009b.exe");
        QTest::newRow("markdown") << IndicatorFormat::Markdown << QByteArray("a<U+202E>gpj");
    }

    void nothingInvisibleStandsInAFile()
    {
        QFETCH(IndicatorFormat, format);
        QFETCH(QByteArray, shown);
        const QString name = QStringLiteral("a\u202egpj\u009b.exe");
        AnalysisResult result = hostileResult();
        result.sample.name = name.toStdString();
        Section& section = result.sections.emplace_back(name.toStdString());
        section.addTag("dynamic.process.file_name", name.toStdString());
        const std::string file = writeIndicators(collectIndicators(result), format, Defanging::On);
        QVERIFY2(QByteArray::fromStdString(file).contains(shown), file.c_str());
        for (const char32_t c : QString::fromStdString(file).toUcs4()) {
            QVERIFY(c == U'\n' || !isInvisible(c));
        }
        if (format == IndicatorFormat::Json) {
            const auto document = json::parse(file);
            QVERIFY(document);
            QCOMPARE((*document)["sample"]["name"].toString(), name.toStdString());
        }
    }

    void jsonSaysWhetherItIsDefanged()
    {
        const json::Value json = document(IndicatorFormat::Json);
        QVERIFY(json["defanged"].toBool());
        QCOMPARE(json["sample"]["sha256"].toString(), std::string(Sha256));
        const json::Array& indicators = json["indicators"].toArray();
        QVERIFY(std::ranges::any_of(
            indicators, [](const json::Value& one) { return one["value"].toString() == "c2[.]example[.]com"; }));
    }

    void markdownKeepsMarkupOfTheReportHarmless()
    {
        const QByteArray markdown = written(IndicatorFormat::Markdown);
        QVERIFY(markdown.contains("Network \\<b\\>activity\\</b\\>"));
        QVERIFY(!markdown.contains("<b>"));
        QVERIFY(markdown.contains("# CAPE analysis of in\\|voice\\`.doc"));
        QVERIFY(markdown.contains("`192[.]0[.]2[.]7`"));
        QVERIFY(markdown.contains(" \\| more`"));
    }

    void stixPatternsAreQuotedAndNeverDefanged()
    {
        const json::Value bundle = document(IndicatorFormat::Stix);
        QStringList patterns;
        for (const json::Value& indicator : objectsOf(bundle, "indicator")) {
            patterns.append(QString::fromUtf8(indicator["pattern"].toString()));
        }
        QVERIFY(patterns.contains(QLatin1StringView("[domain-name:value = 'c2.example.com']")));
        QVERIFY(patterns.contains(QLatin1StringView("[url:value = 'http://c2.example.com/it\\'s?a=1']")));
        QVERIFY(patterns.contains(QLatin1StringView("[ipv6-addr:value = '2001:db8::1']")));
        QVERIFY(patterns.contains(QLatin1StringView("[file:name = 'evil.exe' AND file:parent_directory_ref.path = "
                                                    "'C:\\\\Users\\\\it\\'s me']")));
        QVERIFY(patterns.contains(QLatin1StringView("[windows-registry-key:key = 'HKCU\\\\Software\\\\Run']")));
        QCOMPARE(objectsOf(bundle, "malware").size(), std::size_t(1));
        QCOMPARE(objectsOf(bundle, "attack-pattern").size(), std::size_t(1));
    }

    void everyReferenceOfStixIsThere()
    {
        const json::Value bundle = document(IndicatorFormat::Stix);
        std::vector<std::string> ids;
        for (const json::Value& object : bundle["objects"].toArray()) {
            ids.emplace_back(object["id"].toString());
        }
        std::ranges::sort(ids);
        QVERIFY(std::ranges::adjacent_find(ids) == ids.end());
        const json::Array reports = objectsOf(bundle, "report");
        QCOMPARE(reports.size(), std::size_t(1));
        for (const json::Value& reference : reports[0]["object_refs"].toArray()) {
            QVERIFY(std::ranges::binary_search(ids, reference.toString()));
        }
        for (const json::Value& relation : objectsOf(bundle, "relationship")) {
            QVERIFY(std::ranges::binary_search(ids, relation["source_ref"].toString()));
            QVERIFY(std::ranges::binary_search(ids, relation["target_ref"].toString()));
        }
    }

    void mispNamesTechniquesAsItsGalaxyDoes()
    {
        const json::Value event = document(IndicatorFormat::Misp)["Event"];
        QCOMPARE(event["threat_level_id"].toString(), std::string("1"));
        const json::Array& attributes = event["Attribute"].toArray();
        const auto domain = std::ranges::find_if(
            attributes, [](const json::Value& one) { return one["type"].toString() == "domain"; });
        QVERIFY(domain != attributes.end());
        QCOMPARE((*domain)["value"].toString(), std::string("c2.example.com"));
        QVERIFY((*domain)["to_ids"].toBool());
        QVERIFY(event["Tag"][0]["name"].toString().ends_with(" - T1071\""));
    }

    void anotherImportOfTheSameUpdatesIt()
    {
        QCOMPARE(document(IndicatorFormat::Misp)["Event"]["uuid"], document(IndicatorFormat::Misp)["Event"]["uuid"]);
        AnalysisResult other = hostileResult();
        other.sample.sha256.front() = 'f';
        const auto parsed
            = json::parse(writeIndicators(collectIndicators(other), IndicatorFormat::Misp, Defanging::On));
        QVERIFY(parsed);
        QVERIFY((*parsed)["Event"]["uuid"] != document(IndicatorFormat::Misp)["Event"]["uuid"]);
    }

    void navigatorLayerHasTheTechniques()
    {
        const json::Value layer = document(IndicatorFormat::Navigator);
        QCOMPARE(layer["domain"].toString(), std::string("enterprise-attack"));
        QCOMPARE(layer["techniques"][0]["techniqueID"].toString(), std::string("T1071"));
        QVERIFY(layer["techniques"][0]["score"].toInteger() > 0);
    }

    void nothingToShareIsStillAValidDocument()
    {
        for (const IndicatorFormat format :
            {IndicatorFormat::Json, IndicatorFormat::Stix, IndicatorFormat::Misp, IndicatorFormat::Navigator}) {
            QVERIFY(json::parse(writeIndicators(IndicatorSet(), format, Defanging::On)));
        }
        QCOMPARE(writeIndicators(IndicatorSet(), IndicatorFormat::Csv, Defanging::On),
            std::string("kind,value,score,sources\n"));
    }
};

REGISTER_TEST(IndicatorsTest)
#include "indicatorstest.moc"
