// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/signaturesbuilder.h"
#include "core/json/python.h"
#include "core/result/processmap.h"
#include "support/conversionfixture.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;
using test::parsed;

namespace {

constexpr std::string_view safelistText = R"({"match": {"network.dynamic.domain": ["safe.example.com"]}})";

struct Built : test::ConversionFixture {
    Built()
        : ConversionFixture("{}", safelistText)
    {
    }
    Section build(const MappedSignature& mapped)
    {
        const auto section = signaturesbuilder::buildSignatures(context, {mapped}, processes, events);
        return section->subsections().at(0);
    }
    const OntologySignature& ontologySignature() const { return *ontology.signatures().back(); }

    ProcessMap processes;
};

} // namespace

class SignaturesBuilderTest : public QObject {
    Q_OBJECT

    static MappedSignature signature(const std::string& name, std::string_view marks = "[]")
    {
        MappedSignature mapped;
        mapped.name = name;
        mapped.description = "described";
        mapped.score = 30;
        mapped.marks = parsed(marks).toArray();
        return mapped;
    }

    static QStringList tagsOf(const MappedSignature& mapped, const char* type)
    {
        Built built;
        QStringList list;
        const Section section = built.build(mapped);
        for (const json::Value& value : section.tags().values(type)) {
            list.append(QString::fromStdString(json::python::str(value)));
        }
        return list;
    }

    static const json::Value& partAt(const Section& section, std::size_t index) { return section.rows().at(index)[1]; }

private Q_SLOTS:
    void nothingRaisedGivesNoSection()
    {
        Built built;
        QVERIFY(!signaturesbuilder::buildSignatures(built.context, {}, built.processes, built.events));
    }

    void sectionHasTitleDescriptionAndScore()
    {
        Built built;
        const Section section = built.build(signature("antidebug_guardpages"));
        QCOMPARE(section.title(), std::string("Signature: antidebug_guardpages"));
        QCOMPARE(partAt(section, 0).toString(), std::string("described"));
        QCOMPARE(section.heuristic()->id(), 1);
        QCOMPARE(section.heuristic()->signatures().at(0).name, std::string("Anti-debug:antidebug_guardpages"));
        QCOMPARE(section.heuristic()->score(), 30);
    }

    void unknownSignatureHasItsOwnHeuristic()
    {
        Built built;
        const Section section = built.build(signature("no_such_signature"));
        QCOMPARE(section.heuristic()->id(), 9999);
        QCOMPARE(section.heuristic()->signatures().at(0).name, std::string("no_such_signature"));
    }

    void familiesAreShownAndTaggedWithoutGeneric()
    {
        Built built;
        MappedSignature mapped = signature("a");
        mapped.families = parsed(R"(["generic", "Emotet", "Trickbot"])").toArray();
        const Section section = built.build(mapped);
        QCOMPARE(partAt(section, 1).toString(), std::string("\tFamilies: Emotet,Trickbot"));
        QCOMPARE(section.tags().values("dynamic.signature.family").size(), std::size_t(2));
        QCOMPARE(built.ontologySignature().malwareFamilies.size(), std::size_t(2));
    }

    void onlyTenMarksAreShown()
    {
        Built built;
        std::string marks = R"([{"type": "call", "pid": 1})";
        for (int i = 0; i < 13; ++i) {
            marks += ", {\"key\": \"value" + std::to_string(i) + "\"}";
        }
        const Section section = built.build(signature("a", marks + "]"));
        QCOMPARE(section.rows().size(), std::size_t(12));
        QCOMPARE(partAt(section, 11).toString(), std::string("There were 3 more marks that were not displayed."));
    }

    void hiddenRepeatedAndSafelistedItemsAreNotShown()
    {
        Built built;
        const Section section = built.build(signature("a", R"([
            {"k": "v"}, {"k": "v"}, {"data_being_encrypted": "x", "empty": ""}, {"where": "safe.example.com"},
            {"k": "v", "other": "w"}])"));
        QCOMPARE(section.rows().size(), std::size_t(3));
        QCOMPARE(partAt(section, 2), parsed("{\"other\": \"w\"}"));
    }

    void longValuesAreCut()
    {
        Built built;
        const Section section = built.build(signature("a", "[{\"k\": \"" + std::string(600, 'x') + "\"}]"));
        QCOMPARE(partAt(section, 1)["k"].toString(), std::string(512, 'x') + "...");
    }

    void valuesAreTaggedByKey_data()
    {
        QTest::addColumn<QByteArray>("marks");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char* name, const char* marks, const char* type, const QStringList& values) {
            QTest::newRow(name) << QByteArray(marks) << QByteArray(type) << values;
        };
        const char* file = "dynamic.process.file_name";
        row("process", R"x([{"Process": "Process: A.exe (12)"}])x", file, {QStringLiteral("a.exe")});
        row("arrow", R"([{"copy": "a.exe->b.exe"}])", file, {QStringLiteral("a.exe")});
        row("drive", R"([{"file": "C:\\a b.exe"}])", file, {QStringLiteral("C:\\a")});
        row("colon", R"([{"cookie": "a.exe: b"}])", file, {QStringLiteral("a.exe")});
        row("executable", R"([{"evil_one_exe": 1}])", file, {QStringLiteral("evil.one.exe")});
        row("list", R"([{"binary": ["a.exe", 5]}])", file, {QStringLiteral("a.exe")});
        row("command", R"([{"command": "cmd /c x"}])", "dynamic.process.command_line", {QStringLiteral("cmd /c x")});
        row("registry", R"([{"regkey": "HKLM\\x"}])", "dynamic.registry_key", {QStringLiteral("HKLM\\x")});
        row("address", R"x([{"ip": "198.51.100.7:443 (DE)"}])x", "network.dynamic.ip",
            {QStringLiteral("198.51.100.7")});
        row("port", R"x([{"ip": "198.51.100.7:443 (DE)"}])x", "network.port", {QStringLiteral("443")});
        row("plain address", R"([{"IP": "198.51.100.7"}])", "network.dynamic.ip", {QStringLiteral("198.51.100.7")});
        row("uri", R"([{"url": "http://evil.example.org/a"}])", "network.dynamic.uri",
            {QStringLiteral("http://evil.example.org/a")});
        row("request", "[{\"request\": \"GET / HTTP/1.1\\r\\nHost: evil.example.org\\r\\n\"}]",
            "network.dynamic.domain", {QStringLiteral("evil.example.org")});
        row("function", R"([{"dynamicloader": "kernel32.dll/Sleep"}])", "file.pe.exports.function_name",
            {QStringLiteral("kernel32.dll/Sleep")});
        row("domain", R"([{"domain": "evil.example.org"}])", "network.dynamic.domain",
            {QStringLiteral("evil.example.org")});
        row("yara", R"([{"hit": "PID 1234 triggered the Yara rule 'Emotet'"}])", "file.rule.cape",
            {QStringLiteral("CAPE.Emotet")});
    }

    void valuesAreTaggedByKey()
    {
        QFETCH(QByteArray, marks);
        QFETCH(QByteArray, type);
        QFETCH(QStringList, values);
        QCOMPARE(tagsOf(signature("a", marks.toStdString()), type.constData()), values);
    }

    void yaraHitScoresAndNamesItsProcess()
    {
        Built built;
        const auto process = built.addProcess(1234, "c:\\a.exe");
        const Section section
            = built.build(signature("a", R"([{"hit": "PID 1234 triggered the Yara rule 'Emotet'"}])"));
        QCOMPARE(section.heuristic()->signatures().at(1).name, std::string("emotet"));
        QCOMPARE(section.heuristic()->score(), 530);
        QCOMPARE(built.ontologySignature().attributes.size(), std::size_t(1));
        QCOMPARE(built.ontologySignature().attributes.at(0).source, process->objectId);
    }

    void iocsOfUnknownKeysMakeATableUnlessAKnownKeyFollows()
    {
        Built built;
        const Section found = built.build(signature("a", "[{\"text\": \"see http://evil.example.org/a.exe\"}]"));
        QCOMPARE(found.subsections().at(0).title(), std::string("IOCs found in Signature data"));
        QVERIFY(found.subsections().at(0).tags().contains("network.static.domain"));
        const Section forgotten
            = built.build(signature("b", "[{\"text\": \"see http://evil.example.org/a.exe\"}, {\"command\": \"x\"}]"));
        QVERIFY(forgotten.subsections().empty());
    }

    void callsNameTheirProcessOnceForAnAction()
    {
        Built built;
        built.addProcess(10, "c:\\a.exe");
        built.addProcess(11, "c:\\b.exe");
        built.build(signature("dead_connect", R"([{"type": "call", "pid": 10}, {"type": "call", "pid": 11}])"));
        const OntologySignature& made = built.ontologySignature();
        QCOMPARE(made.attributes.size(), std::size_t(1));
        QCOMPARE(made.attributes.at(0).action, std::optional<std::string>("network_connection"));
        QCOMPARE(built.events.signatures().at(0)["pid"], parsed("[10, 11]"));
    }

    void uriGoesToTheProcessThatMayHaveAskedForIt()
    {
        Built built;
        built.addProcess(10, "c:\\a.exe");
        ProcessEntry entry;
        entry.pid = 10;
        entry.networkCalls.push_back({"Connect", "Network", "InternetConnectA", {{"Service", "3"}}});
        built.processes.insert(entry);
        built.build(
            signature("dead_connect", "[{\"type\": \"call\", \"pid\": 10}, {\"url\": \"http://evil.example.org/a\"}]"));
        QCOMPARE(
            built.ontologySignature().attributes.at(0).uri, std::optional<std::string>("http://evil.example.org/a"));
    }

    void eventLeavesOutCallsAndIds()
    {
        Built built;
        built.build(signature("a", R"([{"k": "v"}, {"type": "call", "pid": 7}])"));
        const json::Value& event = built.events.signatures().at(0);
        QCOMPARE(event["name"].toString(), std::string("a"));
        QCOMPARE(event["score"], json::Value(30));
        QCOMPARE(event["sources"], parsed("[\"CAPE\"]"));
        QVERIFY(!event.find("objectid"));
    }

    void proxiedUrisBecomeHttps()
    {
        Built built;
        built.options.httpsProxyInSandbox = true;
        const Section section = built.build(signature("a", "[{\"url\": \"http://evil.example.org:443/a\"}]"));
        QCOMPARE(
            section.tags().values("network.dynamic.uri").at(0).toString(), std::string("https://evil.example.org/a"));
    }
};

REGISTER_TEST(SignaturesBuilderTest)
#include "signaturesbuildertest.moc"
