// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "core/reference/service.h"
#include "core/submission/check.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;
using submission::Parameters;
using submission::PoolConfig;
using submission::Problem;

namespace {

// The fields that are refused when this parameter has this text.
QStringList refusedFields(const char* name, const QByteArray& text, const PoolConfig& config = {})
{
    Parameters parameters;
    const auto set = parameters.set(name, text.toStdString());
    if (!set) {
        return {QString::fromUtf8(name)};
    }
    QStringList fields;
    for (const Problem& problem : submission::check(parameters, config)) {
        if (!problem.isWarning) {
            fields << QString::fromStdString(problem.field);
        }
    }
    return fields;
}

} // namespace

class CheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreGood() { QVERIFY(submission::check({}, {}).empty()); }

    // The names and defaults of the service's own parameters, and none of them left out.
    void defaultsAreTheServices()
    {
        const json::Object own = Parameters().toJson();
        QVERIFY(!reference::submissionParams().empty());
        for (const reference::SubmissionParam& param : reference::submissionParams()) {
            const json::Value* value = own.find(param.name);
            QVERIFY2(value, std::string(param.name).c_str());
            QCOMPARE(json::dump(*value), json::dump(*json::parse(param.defaultJson)));
        }
    }

    void takesWhatCapeTakes_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("clock") << QByteArray("clock") << QByteArray("02-29-2024 23:59:59");
        QTest::newRow("no clock") << QByteArray("clock") << QByteArray();
        QTest::newRow("a server's own route") << QByteArray("routing") << QByteArray("vpn_office");
        QTest::newRow("a package of the Linux analyzer") << QByteArray("package") << QByteArray("python_whl");
        QTest::newRow("a package of the community") << QByteArray("package") << QByteArray("acme_reader");
        QTest::newRow("route in capitals") << QByteArray("routing") << QByteArray("INetSim");
        QTest::newRow("longest time") << QByteArray("analysis_timeout_in_seconds") << QByteArray("860");
        QTest::newRow("default time") << QByteArray("analysis_timeout_in_seconds") << QByteArray("0");
        QTest::newRow("package") << QByteArray("package") << QByteArray("zip_compound");
        QTest::newRow("no package") << QByteArray("package") << QByteArray("None");
        QTest::newRow("options") << QByteArray("custom_options") << QByteArray("procmemdump=1,free=no");
        QTest::newRow("option with two equals") << QByteArray("custom_options") << QByteArray("a=b=c,");
        QTest::newRow("tags") << QByteArray("tags_tasks") << QByteArray("t1,t2");
        QTest::newRow("tlp") << QByteArray("tlp") << QByteArray("amber");
        QTest::newRow("priority") << QByteArray("priority") << QByteArray("3");
        QTest::newRow("several passwords") << QByteArray("password") << QByteArray("a:b");
        QTest::newRow("image without a list") << QByteArray("specific_image") << QByteArray("win10x64");
        QTest::newRow("flag") << QByteArray("dump_memory") << QByteArray("Yes");
    }

    void takesWhatCapeTakes()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, text);
        QCOMPARE(refusedFields(name, text), QStringList());
    }

    void refusesWhatWouldBeSwallowed_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("clock of another order") << QByteArray("clock") << QByteArray("2024-01-02 03:04:05");
        QTest::newRow("clock without seconds") << QByteArray("clock") << QByteArray("01-02-2024 03:04");
        QTest::newRow("day that there is not") << QByteArray("clock") << QByteArray("02-30-2024 00:00:00");
        QTest::newRow("1970") << QByteArray("clock") << QByteArray("01-02-1970 00:00:00");
        QTest::newRow("clock with a line break") << QByteArray("clock") << QByteArray("01-02-2024 03:04:05\n");
        QTest::newRow("word for a time") << QByteArray("analysis_timeout_in_seconds") << QByteArray("abc");
        QTest::newRow("half a number") << QByteArray("analysis_timeout_in_seconds") << QByteArray("60s");
        QTest::newRow("no number") << QByteArray("analysis_timeout_in_seconds") << QByteArray("");
        QTest::newRow("negative time") << QByteArray("analysis_timeout_in_seconds") << QByteArray("-1");
        QTest::newRow("too long") << QByteArray("analysis_timeout_in_seconds") << QByteArray("861");
        QTest::newRow("beyond 64 bits") << QByteArray("analysis_timeout_in_seconds")
                                        << QByteArray("99999999999999999999");
        QTest::newRow("platform") << QByteArray("platform") << QByteArray("Windows");
        QTest::newRow("option without a value") << QByteArray("custom_options") << QByteArray("procmemdump");
        QTest::newRow("option without a name") << QByteArray("custom_options") << QByteArray("a=1,=2");
        QTest::newRow("option twice") << QByteArray("custom_options") << QByteArray("a=1,b=2,a=3");
        QTest::newRow("arguments with a comma") << QByteArray("arguments") << QByteArray("-a,-b");
        QTest::newRow("password with a comma") << QByteArray("password") << QByteArray("in,fected");
        QTest::newRow("password with a blank") << QByteArray("password") << QByteArray("infected ");
        QTest::newRow("function with a comma") << QByteArray("dll_function") << QByteArray("A,B");
        QTest::newRow("hollowshunter with a comma") << QByteArray("hh_args") << QByteArray("/a,/b");
        QTest::newRow("empty tag") << QByteArray("tags_tasks") << QByteArray("t1,,t2");
        QTest::newRow("long tags") << QByteArray("tags_tasks") << QByteArray(257, 'a');
        QTest::newRow("tlp") << QByteArray("tlp") << QByteArray("purple");
        QTest::newRow("priority") << QByteArray("priority") << QByteArray("0");
        QTest::newRow("long custom") << QByteArray("custom") << QByteArray(256, 'a');
        QTest::newRow("custom like a recovery") << QByteArray("custom") << QByteArray("Recovery_12");
        QTest::newRow("flag") << QByteArray("dump_memory") << QByteArray("perhaps");
    }

    void refusesWhatWouldBeSwallowed()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, text);
        const QStringList fields = refusedFields(name, text);
        QVERIFY2(fields.contains(QString::fromUtf8(name)), qPrintable(fields.join(u' ')));
    }

    void keepsToThePool()
    {
        PoolConfig config;
        config.allowedImages = {"win10x64"};
        config.routes = {"none", "office"};
        config.serviceTimeout = 100;
        QCOMPARE(refusedFields("specific_image", "win11x64", config), QStringList{QStringLiteral("specific_image")});
        QCOMPARE(refusedFields("specific_image", "win10x64", config), QStringList());
        QCOMPARE(refusedFields("specific_image", "auto_all", config), QStringList());
        QCOMPARE(refusedFields("analysis_timeout_in_seconds", "161", config),
            QStringList{QStringLiteral("analysis_timeout_in_seconds")});
    }

    void warnsOfAnUnknownRouteAndSendsIt()
    {
        Parameters parameters;
        parameters.routing = "moon";
        const auto problems = submission::check(parameters, {});
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems.front().field, std::string("routing"));
        QVERIFY(problems.front().isWarning);
        QVERIFY(problems.front().reason.contains(QStringLiteral("none, inetsim, drop, internet, tor, vpn")));
        PoolConfig config;
        config.routes = {"none", "Office-VPN"};
        parameters.routing = "Office-VPN";
        QVERIFY(submission::check(parameters, config).empty());
        config.serverRoutes = {"vpn_north"};
        parameters.routing = "vpn_north";
        QVERIFY(submission::check(parameters, config).empty());
    }

    void refusesARouteThatEnforcementWouldReplace()
    {
        PoolConfig config;
        config.enforceRouting = true;
        config.routes = {"none", "inetsim"};
        QCOMPARE(refusedFields("routing", "tor", config), QStringList{QStringLiteral("routing")});
        QCOMPARE(refusedFields("routing", "inetsim", config), QStringList());
    }

    void warnsOfAnUnknownPackageAndSendsIt()
    {
        Parameters parameters;
        parameters.package = "acme_reader";
        const auto problems = submission::check(parameters, {});
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems.front().field, std::string("package"));
        QVERIFY(problems.front().isWarning);
        parameters.package = "bash";
        QVERIFY(submission::check(parameters, {}).empty());
        parameters.package = "acme\nreader";
        QVERIFY(submission::isRefused(submission::check(parameters, {})));
    }

    void warnsOfWhatIsOutweighed()
    {
        Parameters parameters;
        parameters.specificMachine = "win10";
        parameters.platform = "windows";
        parameters.specificImage = "win10x64";
        parameters.noMonitor = true;
        parameters.monitoredAndUnmonitored = true;
        parameters.dumpMemory = true;
        const auto problems = submission::check(parameters, {});
        QVERIFY(!submission::isRefused(problems));
        QStringList fields;
        for (const Problem& problem : problems) {
            fields << QString::fromStdString(problem.field);
        }
        QCOMPARE(fields.join(u' '), QStringLiteral("platform specific_image monitored_and_unmonitored dump_memory"));
    }

    void warnsThatARedTaskGivesNoReport()
    {
        Parameters parameters;
        parameters.tlp = "amber";
        QVERIFY(submission::check(parameters, {}).empty());
        parameters.tlp = "red";
        const auto problems = submission::check(parameters, {});
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems.front().field, std::string("tlp"));
        QVERIFY(problems.front().isWarning);
    }

    void noRoomForAReboot()
    {
        Parameters parameters;
        parameters.analysisTimeout = 500;
        QVERIFY(submission::check(parameters, {}).empty());
        parameters.reboot = true;
        QCOMPARE(submission::check(parameters, {}).front().field, std::string("reboot"));
    }

    void warnsForTheFile()
    {
        Parameters parameters;
        parameters.password = "infected";
        parameters.dllFunction = "Run";
        submission::FileFacts file{"a.exe", "executable/windows/pe64", {}, {}};
        QCOMPARE(submission::checkForFile(parameters, file).size(), 2U);
        file.type = "archive/zip";
        QCOMPARE(submission::checkForFile(parameters, file).front().field, std::string("dll_function"));
        file.type = "executable/windows/dll32";
        QCOMPARE(submission::checkForFile(parameters, file).front().field, std::string("password"));
    }

    void judgesFieldsOfCape()
    {
        QVERIFY(!submission::checkField("timeout", "60", {}));
        QVERIFY(submission::checkField("timeout", "abc", {}));
        QVERIFY(submission::checkField("memory", "please", {}));
        QVERIFY(!submission::checkField("memory", "1", {}));
        QVERIFY(submission::checkField("clock", "yesterday", {}));
        QVERIFY(submission::checkField("route", "moon", {})->isWarning);
        QVERIFY(submission::checkField("package", "acme_reader", {})->isWarning);
        QVERIFY(!submission::checkField("route", "mo\non", {})->isWarning);
        QVERIFY(submission::checkField("options", "free", {}));
        QVERIFY(!submission::checkField("machine", "win10", {}));
    }

    void setsParametersByName()
    {
        Parameters parameters;
        QVERIFY(parameters.set("simulate_user", "off") && !parameters.simulateUser);
        QVERIFY(parameters.set("priority", "2") && parameters.priority == 2);
        QVERIFY(parameters.set("tags_tasks", "a,b") && parameters.taskTags == "a,b");
        QCOMPARE(parameters.set("timeout", "1").error().code, ErrorCode::NotFound);
        QCOMPARE(Parameters::fromJson(parameters.toJson()), parameters);
        QVERIFY(std::ranges::contains(Parameters::names(), "hh_args"));
    }
};

REGISTER_TEST(CheckTest)
#include "checktest.moc"
