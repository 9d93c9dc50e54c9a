// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/order.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core::submission;

namespace {

Host host(const char* ip, const char* machine, std::int64_t pending = 0)
{
    Host host;
    host.ip = ip;
    host.machines = {{machine, "windows", {"office2019"}}};
    host.pending = pending;
    host.available = 1;
    return host;
}

Order smallOrder()
{
    Order order;
    order.input.file = {"a.exe", "executable/windows/pe64", {}, {}};
    order.input.hosts = {host("one", "win10x64", 3), host("two", "win10x64_b", 1)};
    return order;
}

std::string problemField(const OrderPlan& plan)
{
    return plan.problems.empty() ? std::string("none") : plan.problems.front().field;
}

} // namespace

class OrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Without images of its own, a pool leaves the choice to the server.
    void leavesTheChoiceToTheServer()
    {
        const OrderPlan plan = planOrder(smallOrder());
        QVERIFY(plan.canBeSent() && plan.problems.empty());
        QCOMPARE(plan.plan.tasks.size(), 1U);
        QCOMPARE(plan.plan.tasks[0].target, std::string("Analysis Environment Target: First Machine Available"));
        QCOMPARE(plan.plan.tasks[0].eligibleHosts, std::vector<std::string>{"two"});
        QVERIFY(!plan.plan.tasks[0].fields.contains("tags"));
    }

    void eachHost()
    {
        Order order = smallOrder();
        order.spread = Order::Spread::EachHost;
        const OrderPlan plan = planOrder(order);
        QCOMPARE(plan.plan.tasks.size(), 2U);
        QCOMPARE(plan.plan.tasks[0].eligibleHosts, std::vector<std::string>{"one"});
        QCOMPARE(plan.plan.tasks[1].eligibleHosts, std::vector<std::string>{"two"});
    }

    void findsImagesByNameAndByTag()
    {
        Order order = smallOrder();
        order.input.parameters.specificImage = "win10x64_b";
        QCOMPARE(planOrder(order).plan.tasks.at(0).eligibleHosts, std::vector<std::string>{"two"});
        order.input.parameters.specificImage = "office2019";
        const OrderPlan plan = planOrder(order);
        QVERIFY(plan.canBeSent());
        QCOMPARE(plan.plan.tasks[0].fields["tags"].toString(), std::string("office2019"));
        order.input.parameters.specificImage = "win7";
        const OrderPlan missing = planOrder(order);
        QVERIFY(!missing.canBeSent());
        QCOMPARE(problemField(missing), std::string("specific_image"));
    }

    void tellsWhatIsThere()
    {
        Order order = smallOrder();
        order.input.hosts.pop_back();
        order.input.parameters.specificMachine = "win11";
        const OrderPlan machine = planOrder(order);
        QCOMPARE(problemField(machine), std::string("specific_machine"));
        QVERIFY(machine.problems[0].reason.contains(QStringLiteral("win10x64")));
        order.input.parameters.specificMachine.clear();
        order.input.parameters.platform = "linux";
        const OrderPlan platform = planOrder(order);
        QCOMPARE(problemField(platform), std::string("platform"));
        QVERIFY(platform.problems[0].reason.contains(QStringLiteral("windows")));
    }

    // A server that does not list its machines is asked for what the analyst wants, and may refuse it.
    void trustsAHostThatDoesNotTell()
    {
        Order order = smallOrder();
        order.input.hosts = {Host{}};
        order.input.hosts[0].ip = "one";
        order.input.hosts[0].machinesKnown = false;
        for (const auto& [name, value] : {std::pair("specific_machine", "m"), {"platform", "linux"},
                 {"specific_image", "win10x64"}, {"specific_machine", "one:m"}}) {
            Order asked = order;
            QVERIFY(asked.input.parameters.set(name, value));
            QVERIFY2(planOrder(asked).canBeSent(), value);
        }
        order.input.config.allowedImages = {"win10x64", "ub2204x64"};
        QCOMPARE(planOrder(order).plan.tasks.at(0).fields["tags"].toString(), std::string("win10x64"));
    }

    // A host that is known not to be connected gets nothing that needs it, not even where the server chooses.
    void keepsToTheRoute()
    {
        Order order = smallOrder();
        order.input.parameters.routing = "Internet";
        order.input.hosts[1].internetConnected = false; // the less busy one
        QCOMPARE(planOrder(order).plan.tasks.at(0).eligibleHosts, std::vector<std::string>{"one"});
        order.input.hosts[0].internetConnected = false;
        QVERIFY(!planOrder(order).canBeSent());
        order.input.parameters.routing = "tor";
        QCOMPARE(planOrder(order).plan.tasks.at(0).eligibleHosts, std::vector<std::string>{"two"});
        QCOMPARE(planOrder(order).plan.tasks[0].possibleHosts, (std::vector<std::string>{"one", "two"}));
    }

    void refusesBeforePlanning()
    {
        Order order = smallOrder();
        order.input.parameters.clock = "noon";
        const OrderPlan plan = planOrder(order);
        QVERIFY(!plan.canBeSent() && plan.plan.tasks.empty());
        QCOMPARE(problemField(plan), std::string("clock"));
    }

    void refusesUnknownTypes()
    {
        Order order = smallOrder();
        order.input.file = {"notes", "text/plain", {}, {}};
        QCOMPARE(problemField(planOrder(order)), std::string("file_type"));
    }

    void tellsThePlannersErrors()
    {
        Order order = smallOrder();
        order.input.parameters.specificMachine = "win10x64"; // of which server?
        QVERIFY(!planOrder(order).canBeSent());
        QVERIFY(!planOrder(order).problems.front().reason.isEmpty());
    }

    void warnsOfJunkNames()
    {
        Order order = smallOrder();
        order.input.file.name = "README-setup.exe";
        const OrderPlan plan = planOrder(order);
        QVERIFY(plan.canBeSent());
        QCOMPARE(problemField(plan), std::string("file_name"));
        QVERIFY(plan.problems[0].reason.contains(QStringLiteral("readme")));
    }

    void ownFieldsReplacePlannedOnes()
    {
        Order order = smallOrder();
        order.ownFields = {{"timeout", "60"}, {"tags", "x64,win10"}};
        const OrderPlan plan = planOrder(order);
        QCOMPARE(plan.plan.tasks.at(0).fields["timeout"].toString(), std::string("60"));
        QCOMPARE(plan.plan.tasks[0].fields["tags"].toString(), std::string("x64,win10"));
        order.ownFields = {{"timeout", "soon"}};
        QCOMPARE(problemField(planOrder(order)), std::string("timeout"));
    }

    // What the service never sends appears only where it was chosen.
    void ownParametersOfCape()
    {
        Order order = smallOrder();
        for (const char* name : {"priority", "tlp", "tags_tasks", "custom"}) {
            QVERIFY(!planOrder(order).plan.tasks.at(0).fields.contains(name));
        }
        QVERIFY(order.input.parameters.set("priority", "2") && order.input.parameters.set("tlp", "green")
            && order.input.parameters.set("tags_tasks", "a,b") && order.input.parameters.set("custom", "mine")
            && order.input.parameters.set("deep_scan", "yes"));
        const auto fields = planOrder(order).plan.tasks.at(0).fields;
        QCOMPARE(fields["priority"].toInteger(), 2);
        QCOMPARE(fields["tlp"].toString(), std::string("green"));
        QCOMPARE(fields["tags_tasks"].toString(), std::string("a,b"));
        QCOMPARE(fields["custom"].toString(), std::string("mine"));
        QVERIFY(fields["options"].toString().contains("hollowshunter=all"));
    }

    // A DLL with more exports than may be run: the service's choice, and a note with the others.
    void choosesAmongManyExports()
    {
        Order order = smallOrder();
        order.input.file = {"many.dll", "executable/windows/dll64", {}, {}};
        for (int i = 0; i < 40; ++i) {
            order.input.file.dllExports.push_back("Export" + std::to_string(i));
        }
        const OrderPlan plan = planOrder(order);
        const QString options = QString::fromUtf8(plan.plan.tasks.at(0).fields["options"].toString());
        const QString functions = options.section(QStringLiteral("function="), 1).section(u',', 0, 0);
        QCOMPARE(functions.split(u':').size(), 5);
        QVERIFY(functions.startsWith(QStringLiteral("DllMain:DllRegisterServer:Export0:Export39")));
        QVERIFY(options.contains(QStringLiteral("enable_multi=true")));
        QCOMPARE(plan.plan.notes.size(), 1U);
        QCOMPARE(plan.plan.notes[0].title, std::string("Executed Multiple DLL Exports"));
    }
};

REGISTER_TEST(OrderTest)
#include "ordertest.moc"
