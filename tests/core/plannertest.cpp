// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "core/submission/planner.h"
#include "support/fixture.h"
#include "support/testregistry.h"

#include <QtTest>

#include <algorithm>

using namespace core;

namespace {

// What counts of an answer: the hosts are a free choice, and of the notes only the one on exports has a body that
// matters.
json::Object comparable(const json::Value& answer)
{
    json::Array submissions;
    for (const json::Value& item : answer["submissions"].toArray()) {
        json::Object submission = item.toObject();
        std::ranges::sort(
            *submission["eligible_hosts"].array(), {}, [](const json::Value& host) { return host.toString(); });
        submissions.emplace_back(std::move(submission));
    }
    json::Array notes;
    for (const json::Value& note : answer["notes"].toArray()) {
        const bool exports = note["title"].toString() == "Executed Multiple DLL Exports";
        notes.push_back(json::Array{note["title"], exports ? note["body"] : json::Value()});
    }
    return {
        {"submissions", std::move(submissions)}, {"notes", std::move(notes)}, {"refused", answer["refused"].toBool()}};
}

submission::Case smallCase()
{
    submission::Case input;
    input.file = {"a.exe", "executable/windows/pe64", {}, {}};
    input.config.allowedImages = {"win10x64"};
    input.hosts = {{"192.0.2.1", {{"win10x64_1", "windows"}}, 0, 1, {}, {}}};
    return input;
}

} // namespace

class PlannerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The service's plan is kept to the letter; what is sent leaves out what has no meaning or does harm.
    void sendsOptionsWithoutIdleParts_data()
    {
        QTest::addColumn<QByteArray>("planned");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("lone comma") << QByteArray(",") << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("comma behind") << QByteArray("free=yes,a=1,") << QByteArray("free=yes,a=1");
        QTest::newRow("export twice") << QByteArray("function=DllMain:Run:DllMain:#7:Run,enable_multi=true,")
                                      << QByteArray("function=DllMain:Run:#7,enable_multi=true");
        QTest::newRow("empty value") << QByteArray("file=,arguments=-a  b") << QByteArray("file=,arguments=-a  b");
    }

    void sendsOptionsWithoutIdleParts()
    {
        QFETCH(QByteArray, planned);
        QFETCH(QByteArray, sent);
        QCOMPARE(QByteArray::fromStdString(submission::sentOptions(planned.toStdString())), sent);
    }

    void plansAsTheServiceDoes_data()
    {
        QTest::addColumn<int>("index");
        m_cases = test::jsonFixture(QStringLiteral("submission/cases.json"));
        for (int i = 0; i < int(m_cases.size()); ++i) {
            QTest::newRow(std::string(m_cases[i]["name"].toString()).c_str()) << i;
        }
        QVERIFY(m_cases.size() > 30);
    }

    void plansAsTheServiceDoes()
    {
        QFETCH(int, index);
        const json::Value& entry = m_cases[index];
        const auto input = submission::Case::fromJson(entry["case"]);
        QVERIFY(input);
        const auto plan = submission::plan(*input);
        if (entry["expected"].find("service_raises")) {
            QVERIFY(!plan || plan->tasks.empty());
            return;
        }
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        const std::string got = json::dump(comparable(plan->toJson()), 1);
        const std::string want = json::dump(comparable(entry["expected"]), 1);
        QVERIFY2(comparable(plan->toJson()) == comparable(entry["expected"]), (want + "\n--- got\n" + got).c_str());
    }

    void shortestQueueOrMostMachinesAmongEquals()
    {
        submission::Case input = smallCase();
        input.hosts.push_back({"192.0.2.2", {{"win10x64_2", "windows"}}, 3, 4, {}, {}});
        input.hosts.push_back({"192.0.2.3", {{"win10x64_3", "windows"}}, 0, 0, {}, {}});
        QCOMPARE(
            submission::plan(input)->tasks.at(0).eligibleHosts, (std::vector<std::string>{"192.0.2.1", "192.0.2.3"}));
        input.config.preferAvailableMachines = true;
        QCOMPARE(submission::plan(input)->tasks.at(0).eligibleHosts, std::vector<std::string>{"192.0.2.2"});
    }

    void unreachableRouteIsRefusedWithAReason()
    {
        submission::Case input = smallCase();
        input.parameters.routing = "internet";
        input.hosts.front().internetConnected = false;
        const auto plan = submission::plan(input);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::Refused);
        QVERIFY(!plan.error().message.isEmpty());
    }

    // With enforced routing the service asks whether a server leads to INetSim only where its list of routes has that
    // very name.
    void enforcedRoutingLooksForTheServicesOwnNames()
    {
        submission::Case input = smallCase();
        input.parameters.routing = "inetsim";
        input.hosts.front().inetsimConnected = false;
        QVERIFY(!submission::plan(input));
        input.config.enforceRouting = true;
        QCOMPARE(submission::plan(input)->tasks.size(), 1U);
        input.config.routes.emplace_back("INetSim");
        QVERIFY(!submission::plan(input));
        input.parameters.routing = "internet";
        input.hosts.front().internetConnected = false;
        QVERIFY(!submission::plan(input));
        std::erase(input.config.routes, "internet"); // then it is not looked at, and INetSim is taken in its place
        input.hosts.front().inetsimConnected = true;
        QCOMPARE(submission::plan(input)->tasks.at(0).fields["route"].toString(), std::string("inetsim"));
    }

    void serversAtOneAddressAreAsGoodAsEachOther()
    {
        submission::Case input = smallCase();
        input.hosts.push_back({"192.0.2.1", {{"ub20x64", "linux"}}, 0, 1, {}, {}});
        const std::vector<std::string> both{"192.0.2.1", "192.0.2.1"};
        QCOMPARE(submission::plan(input)->tasks.at(0).eligibleHosts, both);
        input.parameters.platform = "linux";
        QCOMPARE(submission::plan(input)->tasks.at(0).eligibleHosts, both);
    }

    void prescriptDetectionIsExplained()
    {
        submission::Case input = smallCase();
        input.parameters.customOptions = "prescript_detection=yes";
        const auto plan = submission::plan(input);
        QVERIFY(plan->tasks.at(0).target.ends_with(" (with prescript detection)"));
        QCOMPARE(plan->notes.at(0).title, std::string("Prescript Detection"));
    }

    void aTimeBeyondAllNumbersIsTooLong()
    {
        const auto params = json::parse(R"({"analysis_timeout_in_seconds": 100000000000000000000})");
        const auto input = submission::Case::fromJson(
            json::Object{{"file_name", "a.exe"}, {"file_type", "unknown"}, {"params", *params},
                {"hosts", json::Array{json::Object{{"ip", "192.0.2.1"}}}}});
        QVERIFY(input);
        submission::Case any = *input;
        any.parameters.specificImage.clear();
        const auto plan = submission::plan(any);
        QVERIFY(plan && plan->tasks.empty());
        QCOMPARE(plan->notes.at(0).title, std::string("Invalid Analysis Timeout Requested"));
    }

    // The first export has nothing before it, even where it has no name.
    void exportsWithoutANameKeepTheirPlace()
    {
        submission::Case input = smallCase();
        input.file = {"a.dll", "executable/windows/dll64", {"", "b"}, {}};
        QCOMPARE(submission::plan(input)->tasks.at(0).fields["options"].toString(),
            std::string("function=:b,enable_multi=true,force-sleepskip=1,"));
    }

    void multiRoutingPicksImagesByConnection()
    {
        submission::Case input = smallCase();
        input.config.multiRoutingHosts = true;
        input.config.allowedImages = {"win10x64_on", "win10x64_off"};
        input.hosts.front().machines = {{"win10x64_on", "windows"}, {"win10x64_off", "windows"}};
        input.config.autoArchitecture = json::Object{
            {"win", json::Object{{"x64", json::Object{{"_on", json::Array{}}, {"_off", json::Array{}}}}}}};
        input.parameters.routing = "internet";
        QCOMPARE(submission::plan(input)->tasks.at(0).target, std::string("Analysis Environment Target: win10x64_on"));
        input.parameters.routing = "drop";
        QCOMPARE(submission::plan(input)->tasks.at(0).target, std::string("Analysis Environment Target: win10x64_off"));
        input.config.autoArchitecture = {};
        QCOMPARE(submission::plan(input).error().code, ErrorCode::BadInput);
    }

    void wrongTypedParameterIsNamed()
    {
        const json::Object params{{"analysis_timeout_in_seconds", "soon"}};
        const auto input = submission::Case::fromJson(
            json::Object{{"file_name", "a.exe"}, {"file_type", "unknown"}, {"params", params}});
        QVERIFY(!input);
        QVERIFY(input.error().message.contains(QLatin1String("analysis_timeout_in_seconds")));
    }

private:
    json::Value m_cases;
};

REGISTER_TEST(PlannerTest)
#include "plannertest.moc"
