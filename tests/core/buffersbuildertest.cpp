// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/buffersbuilder.h"
#include "core/ioc/safelist.h"
#include "core/report/reportreader.h"
#include "core/result/commands.h"
#include "core/result/configsbuilder.h"
#include "core/result/conversioncontext.h"
#include "core/result/hollowshunterbuilder.h"
#include "core/result/powershellbuilder.h"
#include "support/testregistry.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace core;

namespace {

// A report made of JSON text, and a context to convert it in.
class Conversion {
public:
    explicit Conversion(const QByteArray& text)
    {
        QFile file(m_folder.filePath(QStringLiteral("lite.json")));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(text);
            file.close();
        }
        m_report = ReportReader::read(file.fileName()).value_or(nullptr);
    }

    bool isRead() const { return m_report != nullptr; }

    ConversionContext context() { return {*m_report, m_options, m_safelist, m_ontology, warnings, {}, {}, {}, {}}; }

    Warnings warnings;

private:
    QTemporaryDir m_folder;
    ReportPtr m_report;
    ConversionOptions m_options;
    Safelist m_safelist = Safelist::system();
    Ontology m_ontology;
};

ApiEvent buffer(std::string text)
{
    return {
        .event = "Crypt_Decrypt", .object = "Crypt", .api = "CryptDecrypt", .arguments = {{"Buffer", std::move(text)}}};
}

ProcessMap oneProcess(ProcessEntry entry)
{
    entry.pid = 7;
    entry.name = "a.exe";
    ProcessMap processes;
    processes.insert(std::move(entry));
    return processes;
}

const std::string executable = "MZ This program cannot be run in DOS mode http://a.example.net/x";

} // namespace

class BuffersBuilderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void limitsRowsButReadsAllBuffers()
    {
        ProcessEntry entry;
        for (int i = 0; i < 12; ++i) {
            entry.cryptoBuffers.push_back(buffer("number " + std::to_string(i)));
        }
        entry.cryptoBuffers.push_back(buffer("http://www.example.net/x"));
        Conversion conversion(R"({"info": {}, "behavior": {}})");
        QVERIFY(conversion.isRead());
        ConversionContext context = conversion.context();
        Section parent("Parent");
        QVERIFY(buffersbuilder::addBuffers(context, oneProcess(std::move(entry)), parent).empty());
        const Section& section = parent.subsections().at(0);
        QCOMPARE(section.title(), std::string("Buffers"));
        QCOMPARE(section.rows().size(), std::size_t(10));
        QCOMPARE(section.rows()[0]["Process"].toString(), std::string("a.exe (7)"));
        QCOMPARE(section.heuristic()->id(), 1006);
        QCOMPARE(section.subsections().at(0).rows().size(), std::size_t(3)); // domain, URI, path
    }

    void carvesExecutables()
    {
        ProcessEntry entry;
        entry.cryptoBuffers = {buffer(executable), buffer(executable), buffer("MZ only")};
        std::string real(64, '\0'); // what a PE parser takes is not kept by the service either
        real.replace(0, 2, "MZ");
        real[60] = 64;
        real += std::string("PE\0\0 This program cannot be run in DOS mode", 44);
        entry.miscEvents = {buffer(real)};
        Conversion conversion(R"({"info": {}, "behavior": {}})");
        ConversionContext context = conversion.context();
        Section parent("Parent");
        const auto carved = buffersbuilder::addBuffers(context, oneProcess(std::move(entry)), parent);
        QCOMPARE(carved.size(), std::size_t(1));
        QCOMPARE(carved[0].bytes, QByteArray::fromStdString(executable));
        QVERIFY(carved[0].name.starts_with("7--"));
        QCOMPARE(carved[0].name.size(), std::size_t(3 + 64));
    }

    void networkBuffersNeedAnIoc()
    {
        ProcessEntry entry;
        entry.networkCalls = {buffer("nothing to see"), buffer("\\x00GET http://198.51.100.7/page\\x0d"),
            buffer("GET http://198.51.100.7/page")};
        Conversion conversion(R"({"info": {}, "behavior": {}})");
        ConversionContext context = conversion.context();
        Section parent("Parent");
        buffersbuilder::addBuffers(context, oneProcess(std::move(entry)), parent);
        QCOMPARE(parent.subsections().at(0).rows().size(), std::size_t(1));
        QCOMPARE(
            parent.subsections().at(0).rows()[0]["Buffer"].toString(), std::string("GET http://198.51.100.7/page"));
        QCOMPARE(buffersbuilder::withoutEscapedBytes("\\x41first piece\\x00\\short\\second piece"),
            std::string("first piece,second piece"));
    }

    void aCallWithoutItsBufferIsNamed()
    {
        ProcessEntry entry;
        ApiEvent call = buffer("");
        call.arguments = {{"Key", "0x1"}};
        entry.cryptoBuffers = {call};
        Conversion conversion(R"({"info": {}, "behavior": {}})");
        ConversionContext context = conversion.context();
        Section parent("Parent");
        buffersbuilder::addBuffers(context, oneProcess(std::move(entry)), parent);
        QVERIFY(parent.subsections().empty());
        QCOMPARE(conversion.warnings.list().size(), 1);
    }

    void powershellActivity()
    {
        Conversion conversion(
            R"({"info": {}, "behavior": {}, "curtain": {"7": {"events": [{"c": {"original": "a", "altered": "b"}},)"
            R"({"c": {"original": "x", "altered": "No alteration of event."}}, {"c": {}}],)"
            R"("behaviors": ["Downloader"]}, "8": {"events": [{"d": {"original": "y", "altered": "z"}}]}}})");
        ConversionContext context = conversion.context();
        Section parent("Parent");
        powershellbuilder::addActivity(context, oneProcess({}), parent);
        const Section& section = parent.subsections().at(0);
        QCOMPARE(section.rows().size(), std::size_t(3));
        QCOMPARE(section.rows()[0]["process_name"].toString(), std::string("a.exe"));
        QCOMPARE(section.rows()[0]["reformatted"].toString(), std::string("b"));
        QVERIFY(section.rows()[1]["reformatted"].isNull());
        QCOMPARE(section.rows()[2]["process_name"].toString(), std::string("powershell.exe"));
        QCOMPARE(section.tags().values("file.behavior").size(), std::size_t(1));
        QCOMPARE(conversion.warnings.list().size(), 1);
    }

    void hollowsHunterCountsMustAgree()
    {
        Conversion conversion(
            R"({"info": {}, "behavior": {}, "hollowshunter": {"7": {"scanned": {"modified": {"implanted_pe": 1}}, "scans":)"
            R"([{"workingset_scan": {"has_pe": 1, "module": "m"}}, {"other": {}}]},)"
            R"("8": {"scanned": {"modified": {"implanted_pe": 2}}, "scans": [{"workingset_scan": {"has_pe": 1, "module": "m"}}]},)"
            R"("9": {"scanned": {"modified": {"implanted_pe": 0}}}}})");
        ConversionContext context = conversion.context();
        Section parent("Parent");
        hollowshunterbuilder::addAnalysis(context, oneProcess({}), parent);
        const Section& section = parent.subsections().at(0);
        QCOMPARE(section.rows().size(), std::size_t(1));
        QCOMPARE(section.rows()[0]["Process"].toString(), std::string("a.exe (7)"));
        QCOMPARE(section.rows()[0]["Description"].toString(), std::string("Modules found: ['m']"));
    }

    void configurationsAndPayloads()
    {
        Conversion conversion(
            R"({"info": {}, "behavior": {}, "CAPE": {"configs": [{"Family": {"C2": ["a"], "Key": 1}, "_associated": {"x": 1}}],)"
            R"("payloads": [{"sha256": "s", "pid": 3, "cape_yara": [{}]}, {"sha256": "t"}]}})");
        ConversionContext context = conversion.context();
        Section parent("Parent");
        configsbuilder::addConfigs(context, parent);
        const Section& section = parent.subsections().at(0);
        QCOMPARE(section.heuristic()->score(), 1000);
        QCOMPARE(section.subsections().size(), std::size_t(1));
        QCOMPARE(section.subsections()[0].title(), std::string("Family Config"));
        QCOMPARE(section.subsections()[0].rows().size(), std::size_t(2));
        const json::Array artifacts = configsbuilder::capeArtifacts(context);
        QCOMPARE(artifacts.size(), std::size_t(1));
        QCOMPARE(artifacts[0]["is_yara_hit"], json::Value(true));
    }

    void commandsOnce()
    {
        Conversion conversion(R"({"info": {}, "behavior": {}, "sysmon": []})");
        ConversionContext context = conversion.context();
        const ExtractedCommands none = extractCommands(SysmonEvents::read(context));
        QVERIFY(none.powershell.isEmpty());
        QVERIFY(none.batch.isEmpty());
    }
};

REGISTER_TEST(BuffersBuilderTest)
#include "buffersbuildertest.moc"
