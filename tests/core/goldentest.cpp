// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldencase.h"
#include "support/testregistry.h"

#include "core/report/reportparser.h"
#include "core/result/resultbuilder.h"
#include "testpaths.h"

#include <QFileInfo>
#include <QtTest>

using namespace core;

// Reports with what the reference service made of them: the conversion must make the same.
class GoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertsAsTheService_data()
    {
        QTest::addColumn<QString>("folder");
        const QStringList cases = test::goldenCases(QStringLiteral(CAPEWB_FIXTURES "/golden/synthetic"))
            + test::goldenCases(QStringLiteral(CAPEWB_FIXTURES "/golden/corners"));
        QVERIFY(cases.size() >= 36);
        for (const QString& folder : cases) {
            QTest::newRow(qPrintable(QFileInfo(folder).fileName())) << folder;
        }
    }

    void convertsAsTheService()
    {
        QFETCH(QString, folder);
        const QStringList found = test::goldenDifferences(folder);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void namesWhatWasMissing()
    {
        const QByteArray text = "{\"info\": {\"id\": 1, \"started\": \"2024-01-01 00:00:00\","
                                "\"ended\": \"2024-01-01 00:01:00\", \"duration\": 60, \"version\": \"2.4-CAPE\"}}";
        const auto report = ReportParser::parse(text);
        QVERIFY(report);
        const auto result = buildResult(**report, {});
        QVERIFY(result);
        QVERIFY((*result)->warnings.join(u' ').contains(QStringLiteral("route")));
        QCOMPARE((*result)->ontology["sandboxes"].size(), std::size_t(1));
    }

    // Whatever is lost of a process is said, and which one it is.
    void namesTheProcessesThatAreMissing()
    {
        const auto process = [](int pid, int ppid, const char* name, const json::Value& path, const json::Value& line) {
            return json::Object{{"process_id", pid}, {"process_name", name}, {"parent_id", ppid}, {"module_path", path},
                {"first_seen", "2024-01-01 00:00:00,5"}, {"calls", json::Array()},
                {"environ", json::Object{{"CommandLine", line}}}};
        };
        json::Array processes;
        for (int i = 1; i <= 15; ++i) { // each the parent of the next
            processes.push_back(process(100 + i, 99 + i, "p.exe", "C:\\p" + std::to_string(i) + ".exe", "p"));
        }
        processes.push_back(process(7, 4, "number.exe", "C:\\n.exe", 5));
        processes.push_back(process(8, 4, "nopath.exe", nullptr, "p"));
        const json::Object info{{"id", 1}, {"started", "2024-01-01 00:00:00"}, {"ended", "2024-01-01 00:01:00"},
            {"duration", 60}, {"version", "2.4-CAPE"}, {"route", "none"}};
        const std::string text
            = json::dump(json::Object{{"info", info}, {"behavior", json::Object{{"processes", std::move(processes)}}}});
        const auto report = ReportParser::parse(QByteArray::fromStdString(text));
        QVERIFY(report);
        const auto result = buildResult(**report, {});
        QVERIFY(result);
        const QString all = (*result)->warnings.join(u'\n');
        QVERIFY2(all.contains(QStringLiteral("7 (number.exe) is missing")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("command_line")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("8 (nopath.exe) is left out")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("deeper in the process tree")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("115")), qPrintable(all)); // the last of the chain
    }

    void stopsWhenAsked()
    {
        const auto report = ReportParser::parse(QByteArray("{\"info\": {\"id\": 1}}"));
        QVERIFY(report);
        std::stop_source source;
        source.request_stop();
        const auto result = buildResult(**report, {}, {}, source.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }
};

REGISTER_TEST(GoldenTest)
#include "goldentest.moc"
