// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportparser.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

namespace {

// A report with these processes and one signature with these marks.
ReportPtr reportWith(const QByteArray& signature)
{
    const QByteArray text = R"x({"info":{},"behavior":{"processes":[
        {"process_id":1180,"process_name":"jxoqwn.exe","environ":{"CommandLine":"C:\\jxoqwn.exe /C"}},
        {"process_id":1852,"process_name":"explorer.exe"},{"process_id":1248,"process_name":"explorer.exe"},
        {"process_id":3052,"process_name":"My Sample (1).exe"},{"process_id":1644,"process_name":"powershell.exe"}],
        "processtree":[{"pid":460,"name":"services.exe","children":[{"pid":576,"name":"svchost.exe"}]}]},
        "signatures":[)x"
        + signature + "]}";
    return ReportParser::parse(text).value();
}

using Pids = std::vector<std::int64_t>;

} // namespace

// The forms are those of CAPE's own and its community's signatures.
class ProcessMentionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marks_data()
    {
        QTest::addColumn<QByteArray>("mark");
        QTest::addColumn<QList<qint64>>("pids");
        const auto row = [](const char* name, const char* mark, const QList<qint64>& pids) {
            QTest::newRow(name) << QByteArray(mark) << pids;
        };
        row("a call", R"x({"type":"call","pid":1180,"cid":3})x", {1180});
        row("a pid that is a text", R"x({"pid":"1180"})x", {1180});
        row("a pid beside other things", R"x({"ransom_note":"x.txt","pid":1644,"directories_count":12})x", {1644});
        row("injection", R"x({"Injection":"jxoqwn.exe(1180) -> explorer.exe(1852)"})x", {1180, 1852});
        row("injection of a process without a name", R"x({"injection":"None(1180) -> explorer.exe(1852)"})x",
            {1180, 1852});
        row("name and pid in brackets", R"x({"Process":"explorer.exe (1852)"})x", {1852});
        row("name with brackets", R"x({"Process":"My Sample (1).exe(3052)"})x", {3052});
        row("name, PID", R"x({"process":"My Sample (1).exe, PID 3052"})x", {3052});
        row("name with pid", R"x({"process":"explorer.exe with pid 1248"})x", {1248});
        row("name:pid", R"x({"process":"jxoqwn.exe:1180"})x", {1180});
        row("(PID: n)", R"x({"creator_process":"x.exe (PID: 1180)","accessor_process":"y.exe (pid 1644)"})x",
            {1180, 1644});
        row("YARA hit", R"x({"Hit":"PID 1644 trigged the Yara rule 'shellcode_get_eip'"})x", {1644});
        row("a sentence", R"x({"ksecdd_abuse":"Process explorer.exe pid 1852 issued 12 IOCTLs calls"})x", {1852});
        row("an event", R"x({"API":"Process: jxoqwn.exe(1180)"})x", {1180});
        row("pid as the key", R"x({"1644":"Downloader, Crypto"})x", {1644});
        row("name as the key", R"x({"powershell_exe":"Cobalt"})x", {1644});
        row("a list of texts", R"x({"unbacked_dns_resolutions":["a (PID: 1180)","b (PID: 1852)"]})x", {1180, 1852});
        row("a list of objects", R"x({"events":[{"pid":1180},{"process_id":1644}]})x", {1180, 1644});
        row("a name alone", R"x({"process":"services.exe"})x", {460});
        row("a name before words", R"x({"Process":"powershell.exe tried to sleep 399.24 seconds"})x", {1644});
        row("a name before an API", R"x({"http_request":"powershell.exe_InternetCrackUrlA_http:\/\/192.0.2.1"})x", {1644});
        row("a command line", R"x({"command":"c:\\JXOQWN.exe /c "})x", {1180});
        row("a name that two have", R"x({"process":"explorer.exe"})x", {});
        row("a file's name", R"x({"file":"powershell.exe"})x", {});
        row("a number that is none", R"x({"note":"slept 1852 seconds, Sleep(1180), 0x1644, 1852.5"})x", {});
        row("another process's pid", R"x({"note":"pid 99999 and pid 18522"})x", {});
        row("no mark", R"x("pid")x", {});
    }

    void marks()
    {
        QFETCH(QByteArray, mark);
        QFETCH(QList<qint64>, pids);
        const ReportPtr report = reportWith(R"x({"name":"s","data":[)x" + mark + "]}");
        const Pids& found = report->signatures().at(0).pids;
        QCOMPARE(QList<qint64>(found.begin(), found.end()), pids);
    }

    void matchesOfNewData()
    {
        const ReportPtr report = reportWith(R"x({"name":"s","data":[],"new_data":[
            {"process":{"process_name":"explorer.exe","process_id":1248},"signs":[{"type":"api","value":"x"}]},
            {"process":null,"signs":[{"type":"note","value":"jxoqwn.exe(1180) -> svchost.exe(576)"}]}]})x");
        QCOMPARE(report->signatures().at(0).pids, (Pids{576, 1180, 1248}));
        QCOMPARE(report->signatures().at(0).marks.size(), std::size_t(2));
        QCOMPARE(report->injections(), (std::vector<Injection>{{1180, 576}}));
    }

    void onlyArrowsAreInjections()
    {
        const ReportPtr report = reportWith(R"x({"name":"s","data":[{"a":"jxoqwn.exe(1180), explorer.exe(1852)"},
            {"b":"jxoqwn.exe pid 1180 injected into powershell.exe with path C:\\x and pid 1644"},
            {"c":"explorer.exe(1852) -> explorer.exe(1852)"},{"d":"explorer.exe(1248) -> jxoqwn.exe(1180)"}]})x");
        QCOMPARE(report->injections(), (std::vector<Injection>{{1180, 1644}, {1248, 1180}}));
    }

    void processesThatWereLookedAtDidNothing()
    {
        const ReportPtr report = reportWith(
            R"x({"name":"enumerates_running_processes","data":[{"process":"services.exe with pid 460"}]})x");
        QVERIFY(report->signatures().at(0).pids.empty());
    }
};

REGISTER_TEST(ProcessMentionsTest)
#include "processmentionstest.moc"
