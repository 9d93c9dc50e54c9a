// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/infobuilder.h"
#include "support/conversion.h"
#include "support/testregistry.h"

#include <QtTest>

#include <format>

using namespace core;

namespace {

std::string info(std::string_view duration = "231", std::string_view route = "\"tor\"")
{
    return std::format(R"({{"info": {{"started": "2024-01-02 03:04:05", "ended": "2024-01-02 03:07:56", "duration": {},
        "version": "2.4-CAPE", "id": 17, "route": {}}}}})",
        duration, route);
}

MachineInfo machine()
{
    return {"win10x64", "kvm", "windows", "192.0.2.5", {}};
}

std::string errorsOf(std::string_view report)
{
    test::Conversion conversion(report);
    Section parent("Parent");
    infobuilder::addErrors(conversion.context, parent);
    return parent.subsections().empty() ? std::string() : std::string(parent.subsections()[0].body().toString());
}

bool saysNotExecuted(test::Conversion& conversion)
{
    Section parent("Parent");
    infobuilder::addDidNotExecute(conversion.context, parent);
    return !parent.subsections().empty();
}

} // namespace

class InfoBuilderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void informationAndSandbox()
    {
        test::Conversion conversion(info());
        Section parent("Parent");
        infobuilder::addInformation(conversion.context, parent);
        QCOMPARE(parent.subsections().size(), 1U);
        QCOMPARE(QByteArray::fromStdString(json::dump(parent.subsections()[0].body())),
            QByteArray("{\"CAPE Task ID\": 17, \"Duration\": \"00h 03m 51s\\t(2024-01-02 03:04:05.000 to "
                       "2024-01-02 03:07:56.000)\", \"Routing\": \"tor\", \"CAPE Version\": \"2.4-CAPE\"}"));
        const SandboxPtr sandbox = conversion.ontology.sandbox();
        QVERIFY(sandbox);
        QCOMPARE(sandbox->startTime, std::string("2024-01-02 03:04:05.000"));
        QVERIFY(sandbox->taskId == json::Value(17));
        QVERIFY(sandbox->objectId->session);
        QVERIFY(conversion.warnings.list().isEmpty());
    }

    void durationsWrapAtADayAndMayBeUnknown()
    {
        for (const auto& [duration, text] : {std::pair("90061", "\"01h 01m 01s"), std::pair("\"7\"", "\"00h 00m 07s"),
                 std::pair("-5", "\"23h 59m 55s"), std::pair("\"long\"", "-1"), std::pair("1e300", "-1")}) {
            test::Conversion conversion(info(duration));
            Section parent("Parent");
            infobuilder::addInformation(conversion.context, parent);
            QVERIFY2(json::dump(parent.subsections()[0].body()["Duration"]).starts_with(text), duration);
        }
    }

    void missingRouteIsNamed()
    {
        for (const char* route : {"null", "false", "\"elsewhere\""}) {
            test::Conversion conversion(info("1", route));
            Section parent("Parent");
            infobuilder::addInformation(conversion.context, parent);
            QVERIFY2(conversion.warnsOf(QStringLiteral("info.route")), route);
            QVERIFY(conversion.ontology.sandbox());
        }
    }

    void noInformationNoSandbox()
    {
        test::Conversion conversion("{\"info\": {}, \"debug\": {}}");
        Section parent("Parent");
        infobuilder::addInformation(conversion.context, parent);
        QVERIFY(parent.subsections().empty());
        QVERIFY(!conversion.ontology.sandbox());
    }

    void errorsOfTheLogAreCleanedUp()
    {
        const std::string_view report = R"({"debug": {"errors": ["First", "", "Second"], "log":
            "x ERROR: The analyzer could not START\ny error: short\nz Error: the analyzer could not start \u00a0\nINFO: fine\nERROR: could not open file C:\\x\nERROR: a: error: nested is kept"}})";
        QCOMPARE(QByteArray::fromStdString(errorsOf(report)),
            QByteArray("First\nSecond\nThe analyzer could not start\nA: error: nested is kept"));
    }

    // As Python's str.capitalize: a title letter, which may be more than one, and small ones after it.
    void errorsOfTheLogBeginWithATitleLetter()
    {
        const std::string_view report = R"({"debug": {"errors": [], "log":
            "ERROR: \u00dfUPER LONG TO BE SHOWN\nERROR: \ufb01ND THIS LINE, PLEASE\nERROR: \u01c4 IS ONE LETTER, AS IS \u00c9"}})";
        QCOMPARE(QByteArray::fromStdString(errorsOf(report)),
            QByteArray("Ssuper long to be shown\nFind this line, please\n\u01c5 is one letter, as is \u00e9"));
    }

    // What the service makes of errors that are no list of texts.
    void oddErrorsAreShownAsTheServiceWould_data()
    {
        QTest::addColumn<QByteArray>("errors");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("a text: no list of its letters") << QByteArray("\"ab\u00e9\"") << QByteArray();
        QTest::newRow("an object: no list of its keys") << QByteArray("{\"a\": 1, \"b\": 2}") << QByteArray();
        QTest::newRow("numbers between texts") << QByteArray("[\"a\", 7, true]") << QByteArray("a\n7\nTrue");
        QTest::newRow("a list: one line") << QByteArray("[[\"b\", \"c\"], \"d\"]") << QByteArray("bc\nd");
        QTest::newRow("nothing and null") << QByteArray("[\"\", null, \"x\"]") << QByteArray("x");
        QTest::newRow("a number") << QByteArray("3") << QByteArray();
    }

    void oddErrorsAreShownAsTheServiceWould()
    {
        QFETCH(QByteArray, errors);
        QFETCH(QByteArray, shown);
        QCOMPARE(QByteArray::fromStdString(
                     errorsOf(("{\"debug\": {\"log\": \"\", \"errors\": " + errors + "}}").toStdString())),
            shown);
        test::Conversion conversion(("{\"debug\": {\"log\": \"\", \"errors\": " + errors + "}}").toStdString());
        Section parent("Parent");
        infobuilder::addErrors(conversion.context, parent);
        const bool isOdd = errors != "[\"\", null, \"x\"]";
        QVERIFY(!isOdd || conversion.warnsOf(QStringLiteral("debug.errors")));
    }

    void ransomwareHidesErrors()
    {
        const std::string_view report
            = R"({"debug": {"errors": ["First"], "log": ""}, "signatures": [{"name": "some_ransomware_x"}]})";
        QVERIFY(errorsOf(report).empty());
    }

    void notExecutedNeedsAMachineAndNoProcesses()
    {
        test::Conversion none("{\"behavior\": {\"processtree\": [], \"processes\": []}}");
        QVERIFY(!saysNotExecuted(none)); // machine unknown
        none.context.machine = machine();
        none.options.fileExtension = ".exe";
        Section parent("Parent");
        infobuilder::addDidNotExecute(none.context, parent);
        QCOMPARE(QByteArray(QByteArrayView(parent.subsections()[0].body().toString())),
            QByteArray("Either no program is available to execute a file with the extension: .exe OR see the 'Analysis "
                       "Errors' section for details."));
        none.context.machine->platform = "linux";
        QVERIFY(!saysNotExecuted(none));

        test::Conversion unwatched("{\"info\": {\"options\": {\"free\": \"yes\"}}, \"behavior\": {\"processes\": []}}");
        unwatched.context.machine = machine();
        QVERIFY(!saysNotExecuted(unwatched));
        test::Conversion executed("{\"behavior\": {\"processtree\": [{}], \"processes\": []}}");
        executed.context.machine = machine();
        QVERIFY(!saysNotExecuted(executed));
        test::Conversion withoutBehavior("{\"behavior\": {}}");
        withoutBehavior.context.machine = machine();
        QVERIFY(!saysNotExecuted(withoutBehavior));
    }

    void machineIsLookedUpByName()
    {
        test::Conversion conversion("{\"info\": {\"machine\": {\"name\": \"win10x64\", \"manager\": \"kvm\"}}}");
        conversion.options.machines = test::value(
            R"([{"name": "win7x86"}, {"name": "win10x64", "platform": "windows", "ip": "192.0.2.5", "tags": ["big_one"]}])")
                                          .toArray();
        const auto found = infobuilder::findMachine(*conversion.report, conversion.options);
        QVERIFY(found);
        QCOMPARE(found->manager, std::string("kvm"));
        QCOMPARE(found->ip, std::string("192.0.2.5"));
        QVERIFY(found->tags[0] == json::Value("big one"));
        conversion.options.machines->pop_back();
        QVERIFY(!infobuilder::findMachine(*conversion.report, conversion.options));
    }

    void machineSectionHasTagsOfTheSystem()
    {
        const Section section = infobuilder::machineSection(machine());
        QCOMPARE(section.title(), std::string("Machine Information"));
        QVERIFY(section.tags().values("dynamic.operating_system.platform")[0] == json::Value("Windows"));
        QVERIFY(section.tags().values("dynamic.operating_system.processor")[0] == json::Value("x64"));
        QVERIFY(section.tags().values("dynamic.operating_system.version")[0] == json::Value("10"));
        QVERIFY(infobuilder::machineSection({"box", "kvm", "", "", {}}).tags().empty());
    }

    void sandboxGetsTheMachine()
    {
        test::Conversion conversion(info());
        conversion.context.machine = machine();
        Section parent("Parent");
        infobuilder::addInformation(conversion.context, parent);
        infobuilder::setMachine(conversion.context);
        QCOMPARE(QByteArray::fromStdString(json::dump(conversion.ontology.sandbox()->machine->toJson())),
            QByteArray("{\"ip\": \"192.0.2.5\", \"hypervisor\": \"kvm\", \"hostname\": \"win10x64\", \"platform\": "
                       "\"Windows\", \"version\": \"10\", \"architecture\": \"x64\"}"));
    }

    void mainProcessesAreTheSiblingsOfTheFirst()
    {
        const std::string_view report = R"({"behavior": {"processes": [
            {"process_id": 1, "parent_id": 9, "process_name": "iexplore.exe", "calls": []},
            {"process_id": 2, "parent_id": 1, "process_name": "iexplore.exe", "calls": []},
            {"process_id": 3, "parent_id": 1, "process_name": "cmd.exe", "calls": []},
            {"process_id": 4, "parent_id": 9, "process_name": "b.exe", "calls": []}]}})";
        test::Conversion browser(report);
        const std::vector<std::pair<json::Value, json::Value>> expected{
            {1, "iexplore.exe"}, {2, "iexplore.exe"}, {4, "b.exe"}};
        QVERIFY(infobuilder::mainProcesses(browser.context) == expected);
        std::string other(report);
        while (other.contains("iexplore.exe")) {
            other.replace(other.find("iexplore.exe"), 12, "a.exe");
        }
        test::Conversion plain(other);
        QCOMPARE(infobuilder::mainProcesses(plain.context).size(), 2U);
    }
};

REGISTER_TEST(InfoBuilderTest)
#include "infobuildertest.moc"
