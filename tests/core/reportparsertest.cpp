// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportparser.h"
#include "core/report/reportreader.h"
#include "core/report/reportwarnings.h"
#include "support/reportrebuild.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QtTest>

using namespace core;

namespace {

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList fixtures()
{
    const QDir folder(QStringLiteral(CAPEWB_FIXTURES "/reports"));
    QStringList paths;
    for (const QString& name : folder.entryList({QStringLiteral("*.json")})) {
        paths.append(folder.filePath(name));
    }
    return paths;
}

QString describe(const std::vector<Warning>& warnings)
{
    QStringList lines;
    for (const Warning& warning : warnings) {
        lines.append(core::describe(warning));
    }
    return lines.join(u'\n');
}

// Compares all that a report keeps with a plain parse of the same text.
void compareWithPlainParse(const QByteArray& text)
{
    const Result<ReportPtr> report = ReportParser::parse(text);
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
    QVERIFY2((*report)->warnings().empty(), qPrintable(describe((*report)->warnings())));
    const Result<json::Value> plain = json::parse(text);
    QVERIFY(plain.has_value());
    QVERIFY(test::rebuilt(**report, *plain) == *plain);
}

bool warnsOf(const ReportPtr& report, std::string_view path)
{
    return std::ranges::any_of(report->warnings(), [path](const Warning& warning) { return warning.path == path; });
}

constexpr const char* minimal = "{\"info\":{\"id\":7},\"target\":{},\"behavior\":{\"processes\":[{\"process_id\":4,"
                                "\"calls\":[{\"api\":\"A\",\"arguments\":[]}]}]},\"signatures\":[]}";

} // namespace

class ReportParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingOfEachFixture()
    {
        const QStringList paths = fixtures();
        QVERIFY(paths.size() >= 10);
        for (const QString& path : paths) {
            compareWithPlainParse(contentsOf(path));
        }
    }

    void keepsEverythingOfEachSyntheticReport()
    {
        QDirIterator cases(QStringLiteral(CAPEWB_SHARED "/golden/synthetic"), QDir::Dirs | QDir::NoDotAndDotDot);
        if (!cases.hasNext()) {
            QSKIP("The synthetic reports are not beside this checkout.");
        }
        int count = 0;
        while (cases.hasNext()) {
            compareWithPlainParse(contentsOf(cases.next() + QStringLiteral("/reports/lite.json")));
            ++count;
        }
        QCOMPARE(count, 200);
    }

    void readsRealReportsWithoutWarnings()
    {
        QDirIterator cases(QStringLiteral(CAPEWB_SHARED "/golden/real"), QDir::Dirs | QDir::NoDotAndDotDot);
        if (!cases.hasNext()) {
            QSKIP("The real reports are not beside this checkout.");
        }
        while (cases.hasNext()) {
            const Result<ReportPtr> report = ReportReader::read(cases.next() + QStringLiteral("/reports/lite.json.gz"));
            QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
            QVERIFY2((*report)->warnings().empty(), qPrintable(describe((*report)->warnings())));
            QVERIFY((*report)->info().id.has_value());
        }
    }

    void aCutTextGivesWhatStoodBefore()
    {
        const QByteArray text = contentsOf(QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0039.json"));
        const qsizetype signatures = text.indexOf("\"signatures\"");
        const qsizetype behavior = text.indexOf("\"behavior\"");
        QVERIFY(signatures > 0 && behavior > signatures);
        const ReportPtr whole = *ReportParser::parse(text);
        for (qsizetype cut = 0; cut < text.size() - 1; cut += 37) {
            const Result<ReportPtr> report = ReportParser::parse(text.left(cut));
            if (!report) {
                QCOMPARE(report.error().code, ErrorCode::NotAReport);
                QVERIFY(cut < signatures);
                continue;
            }
            QVERIFY(!(*report)->warnings().empty());
            if (cut > signatures) {
                QVERIFY((*report)->section("info") == whole->section("info"));
            }
            if (cut > behavior) {
                QVERIFY((*report)->signatures().size() == whole->signatures().size());
            }
            QVERIFY((*report)->calls().callCount() <= whole->calls().callCount());
        }
    }

    void aCutCallIsLeftOutAndEarlierOnesStay()
    {
        const QByteArray text = "{\"behavior\":{\"processes\":[{\"process_id\":4,\"calls\":["
                                "{\"api\":\"A\",\"arguments\":[{\"name\":\"x\",\"value\":\"1\"}]},"
                                "{\"api\":\"B\",\"arguments\":[{\"name\":\"y\",\"value\":\"trunc";
        const ReportPtr report = *ReportParser::parse(text);
        QCOMPARE(report->calls().callCount(), 1u);
        QCOMPARE(report->calls().argumentCount(), 1u);
        QCOMPARE(report->processCalls(0), (IndexRange{0, 1}));
        QCOMPARE(report->processes().at(0).pid, std::optional<std::int64_t>(4));
        QVERIFY(warnsOf(report, ""));
        QVERIFY(!warnsOf(report, "target")); // which may have stood behind the break
    }

    void aSyntaxErrorCostsOnlyWhatFollows()
    {
        QByteArray text(minimal);
        text.replace("\"signatures\":[]", "\"signatures\":[}]");
        const ReportPtr report = *ReportParser::parse(text);
        QCOMPARE(report->calls().callCount(), 1u);
        QVERIFY(warnsOf(report, ""));
    }

    void damagedCharactersAreReplaced()
    {
        QByteArray text(minimal);
        text.replace("\"id\":7", "\"id\":7,\"package\":\"a\xff\x01\"");
        const ReportPtr report = *ReportParser::parse(text);
        QCOMPARE(report->info().package, std::string("a\xef\xbf\xbd "));
        QCOMPARE(report->calls().callCount(), 1u);
        QVERIFY(warnsOf(report, ""));
    }

    void aWrongTypeCostsThatField_data()
    {
        QTest::addColumn<QByteArray>("section");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const char* section, const char* path) {
            QTest::newRow(section) << QByteArray(section) << QByteArray(path);
        };
        row("\"info\":[1]", "info");
        row("\"info\":{\"id\":[]}", "info.id");
        row("\"info\":{\"machine\":7}", "info.machine");
        row("\"info\":{\"options\":[1]}", "info.options");
        row("\"target\":\"x\"", "target");
        row("\"target\":{\"file\":[]}", "target.file");
        row("\"target\":{\"file\":{\"sha256\":{}}}", "target.file.sha256");
        row("\"debug\":{\"log\":{}}", "debug.log");
        row("\"signatures\":{}", "signatures");
        row("\"signatures\":[{\"families\":{}}]", "signatures.families");
        row("\"signatures\":[{\"severity\":\"high\"}]", "signatures.severity");
        row("\"signatures\":[null,3]", "signatures");
        row("\"network\":[]", "network");
        row("\"network\":{\"tcp\":{}}", "network.tcp");
        row("\"network\":{\"tcp\":[3]}", "network.tcp");
        row("\"network\":{\"udp\":[{\"dport\":\"x\"}]}", "network.udp.dport");
        row("\"network\":{\"dns\":[{\"answers\":[1]}]}", "network.dns.answers");
        row("\"behavior\":[]", "behavior");
        row("\"behavior\":{\"processes\":{}}", "behavior.processes");
        row("\"behavior\":{\"processes\":[7]}", "behavior.processes");
        row("\"behavior\":{\"processes\":[{\"calls\":{}}]}", "behavior.processes.calls");
        row("\"behavior\":{\"processes\":[{\"calls\":[7]}]}", "behavior.processes.calls");
        row("\"behavior\":{\"processes\":[{\"calls\":[{\"arguments\":\"x\"}]}]}", "behavior.processes.calls.arguments");
        row("\"behavior\":{\"processtree\":[[]]}", "behavior.processtree");
        row("\"CAPE\":7", "CAPE");
        row("\"CAPE\":{\"payloads\":{}}", "CAPE.payloads");
        row("\"CAPE\":{\"configs\":[[]]}", "CAPE.configs");
    }

    void aWrongTypeCostsThatField()
    {
        QFETCH(QByteArray, section);
        QFETCH(QByteArray, path);
        const Result<ReportPtr> report
            = ReportParser::parse("{" + section + ",\"debug\":{\"log\":\"kept\"},\"extra\":1}");
        QVERIFY(report.has_value());
        QCOMPARE((*report)->section("extra").toInteger(), 1);
        if (!section.startsWith("\"debug\"")) {
            QCOMPARE((*report)->debug().log, std::string("kept"));
        }
    }

    void aWrongTypeIsWarnedOf_data() { aWrongTypeCostsThatField_data(); }

    void aWrongTypeIsWarnedOf()
    {
        QFETCH(QByteArray, section);
        QFETCH(QByteArray, path);
        const ReportPtr report = *ReportParser::parse("{" + section + "}");
        QVERIFY2(warnsOf(report, path.toStdString()), qPrintable(describe(report->warnings())));
    }

    void repeatedWarningsAreCounted()
    {
        QByteArray calls;
        for (int i = 0; i < 1000; ++i) {
            calls += i ? ",7" : "7";
        }
        const ReportPtr report = *ReportParser::parse("{\"behavior\":{\"processes\":[{\"calls\":[" + calls + "]}]}}");
        const auto warning = std::ranges::find(report->warnings(), "behavior.processes.calls", &Warning::path);
        QVERIFY(warning != report->warnings().end());
        QCOMPARE(warning->count, 1000);
    }

    void aWarningNamesNoMoreOfAPathThanCanBeRead()
    {
        ReportWarnings warnings;
        warnings.wrongType("target.x", QString(1000, QChar(0xe9)).toStdString());
        warnings.wrongType("info", "id");
        const std::vector<Warning> found = warnings.take();
        QVERIFY(found.front().path.size() < 300);
        const QString path = QString::fromStdString(found.front().path);
        QVERIFY(path.startsWith(QStringLiteral("target.x.\u00e9")));
        QVERIFY(path.endsWith(QStringLiteral("\u00e9\u2026")));
        QCOMPARE(found.back().path, std::string("info.id"));
    }

    void aWarningIsDescribedInALine()
    {
        const QString what = QStringLiteral("It is %2.");
        QCOMPARE(describe(Warning{{}, what, 1}), what);
        QCOMPARE(describe(Warning{"info.%1", what, 1}), QStringLiteral("info.%1: It is %2."));
        QCOMPARE(describe(Warning{"info", what, 12}), QStringLiteral("info: It is %2. (\u00d712)"));
    }

    void missingSectionsAreNamed()
    {
        const ReportPtr report = *ReportParser::parse(QByteArray("{\"network\":{}}"));
        QVERIFY(warnsOf(report, "info"));
        QVERIFY(warnsOf(report, "signatures"));
        QVERIFY(!report->has("info"));
        QVERIFY(report->section("info").isNull());
    }

    void sayWhatElseItIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("blank") << QByteArray("\n  \n") << QStringLiteral("empty");
        QTest::newRow("html") << QByteArray("<!DOCTYPE html><html><body>x</body></html>") << QStringLiteral("web page");
        QTest::newRow("list") << QByteArray("[1,2]") << QStringLiteral("list");
        QTest::newRow("text") << QByteArray("hello \"world") << QStringLiteral("not JSON");
        QTest::newRow("binary") << QByteArray("MZ\x90\x00\x03\xff\xff", 7) << QStringLiteral("not JSON");
        QTest::newRow("other json") << QByteArray("{\"a\":1}") << QStringLiteral("not a CAPE report");
        QTest::newRow("api error") << QByteArray("{\"error\":true,\"error_value\":\"Task not found\"}")
                                   << QStringLiteral("error message");
        QTest::newRow("broken") << QByteArray("{\"inf") << QStringLiteral("damaged");
    }

    void sayWhatElseItIs()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, word);
        const Result<ReportPtr> report = ReportParser::parse(text);
        QVERIFY(!report.has_value());
        QCOMPARE(report.error().code, ErrorCode::NotAReport);
        QVERIFY2(report.error().message.contains(word), qPrintable(report.error().message));
    }

    void theServersWordsAreKept()
    {
        const QByteArray text = "{\"error\":true,\"error_value\":\"Task not found\"}";
        QCOMPARE(ReportParser::parse(text).error().detail, QStringLiteral("Task not found"));
    }

    void depthAndSizeAreLimited()
    {
        const QByteArray deep = QByteArray(5000, '[') + QByteArray(5000, ']');
        const ReportPtr report = *ReportParser::parse("{\"info\":{\"id\":1},\"network\":" + deep + ",\"debug\":{}}");
        QVERIFY(warnsOf(report, "network"));
        QVERIFY(report->has("debug"));
        ParseControl control;
        control.limits.bytes = 100;
        QCOMPARE(ReportParser::parse(QByteArray(101, ' '), control).error().code, ErrorCode::TooLarge);
        control.limits = {.values = 10};
        const ReportPtr few
            = *ReportParser::parse(QByteArray("{\"network\":[1,2,3,4,5,6,7,8,9,10,11,12],\"info\":{}}"), control);
        QVERIFY(warnsOf(few, "network"));
        QCOMPARE(few->section("network").size(), std::size_t(9)); // what is too much leaves nothing behind
    }

    void repeatedKeysTakeTheLastValue()
    {
        const ReportPtr report = *ReportParser::parse(QByteArray(
            "{\"info\":{\"id\":1},\"behavior\":{\"processes\":[{\"calls\":[{\"api\":\"A\"}]}]},\"info\":{\"id\":2},"
            "\"behavior\":{\"processes\":[{\"calls\":[{\"api\":\"X\"}],\"calls\":[{\"api\":\"B\"},{\"api\":\"C\"}]}]}"
            "}"));
        QCOMPARE(report->info().id, std::optional<std::int64_t>(2));
        const IndexRange range = report->processCalls(0);
        QCOMPARE(range.count, 2u);
        QCOMPARE(report->calls().api(range.first), std::string_view("B"));
    }

    void progressRisesToOne()
    {
        const QByteArray text = contentsOf(QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0125.json"));
        std::vector<double> seen;
        ParseControl control;
        control.progress = [&seen](double share) { seen.push_back(share); };
        QVERIFY(ReportParser::parse(text, control).has_value());
        QVERIFY(seen.size() > 3);
        QVERIFY(std::ranges::is_sorted(seen));
        QCOMPARE(seen.front(), 0.0);
        QCOMPARE(seen.back(), 1.0);
    }

    void canBeStopped()
    {
        const QByteArray text = contentsOf(QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0125.json"));
        std::stop_source stop;
        int calls = 0;
        ParseControl control{stop.get_token(),
            [&](double share) {
                ++calls;
                if (share > 0.2) {
                    stop.request_stop();
                }
            },
            {}};
        QCOMPARE(ReportParser::parse(text, control).error().code, ErrorCode::Cancelled);
        QVERIFY(calls > 1);
    }
};

REGISTER_TEST(ReportParserTest)
#include "reportparsertest.moc"
