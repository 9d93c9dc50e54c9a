// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sandboxtime.h"
#include "openedreport.h"
#include "support/testregistry.h"
#include "ui/models/networkrows.h"
#include "ui/pages/recordpanel.h"
#include "ui/report/filterbar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>

class NetworkPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheTime();
    void showsTheTimeOfTheRun();
    void followsTheProcess();
    void aFilterGivesWayToATarget();
    void tellsOfARequestOnce();
    void columnsWithoutAnythingGiveWay();
    void aFilterThatHidesAllOffersToClearItself();
    void aFilterSaysWhereItsMatchesAre();
};

namespace {

core::json::Object query(const std::string& domain, double time)
{
    core::json::Object made;
    made["request"] = domain;
    made["type"] = "A";
    made["answers"] = core::json::Array();
    made["first_seen"] = time;
    return made;
}

core::json::Object flow(const std::string& address, double time)
{
    core::json::Object made;
    made["src"] = "192.0.2.10";
    made["sport"] = 50000;
    made["dst"] = address;
    made["dport"] = 443;
    made["time"] = time;
    return made;
}

core::json::Object host(const std::string& address)
{
    core::json::Object made;
    made["ip"] = address;
    return made;
}

core::json::Object answer(const std::string& address)
{
    core::json::Object made;
    made["type"] = "A";
    made["data"] = address;
    return made;
}

core::json::Value networkCall(const std::string& api, std::initializer_list<std::pair<std::string, std::string>> values)
{
    core::json::Value made = test::call(0, "network", api, "x");
    core::json::Array arguments;
    for (const auto& [name, value] : values) {
        core::json::Object argument;
        argument["name"] = name;
        argument["value"] = value;
        arguments.push_back(argument);
    }
    (*made.object())["arguments"] = arguments;
    return made;
}

const std::string start = "2026-01-31 10:04:00";

core::json::Object networkReport()
{
    const double base = core::parseSandboxTime(start)->seconds;
    core::json::Object machine;
    machine["started_on"] = start;
    core::json::Object info;
    info["machine"] = machine;
    core::json::Object network;
    network["dns"] = core::json::Array{query("early.example.com", base + 10), query("late.example.com", base + 60)};
    network["tcp"] = core::json::Array{flow("198.51.100.1", 12.5), flow("198.51.100.2", 65)};
    network["hosts"] = core::json::Array{host("198.51.100.1"), host("198.51.100.2")};
    core::json::Object report = test::report({test::process(1, 0)});
    report["info"] = info;
    report["network"] = network;
    return report;
}

QTableView* table(const ui::ReportPage* page, const QString& name)
{
    for (auto* view : page->findChildren<QTableView*>()) {
        if (view->accessibleName() == name) {
            return view;
        }
    }
    return nullptr;
}

} // namespace

void NetworkPageTest::followsTheTime()
{
    const test::Opened opened(networkReport());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    const ui::ReportPage* page = opened.page(ui::pages::Network);
    QCOMPARE(table(page, QStringLiteral("DNS"))->model()->rowCount(), 2);
    auto* filters = opened.view->findChild<ui::FilterBar*>();
    filters->setFilters({.pids = {}, .time = std::pair(0.0, 20.0)});
    for (const auto& name : {QStringLiteral("DNS"), QStringLiteral("TCP/UDP"), QStringLiteral("Hosts")}) {
        const QAbstractItemModel* shown = table(page, name)->model();
        QCOMPARE(shown->rowCount(), 1);
        const QString cells = shown->index(0, 0).data().toString() + shown->index(0, 3).data().toString();
        QVERIFY2(
            cells.contains(QLatin1String("early")) || cells.contains(QLatin1String("198.51.100.1")), qPrintable(cells));
    }
    filters->setFilters({.pids = {4711}, .time = {}});
    QCOMPARE(table(page, QStringLiteral("DNS"))->model()->rowCount(), 0);
    filters->setFilters({});
    QCOMPARE(table(page, QStringLiteral("TCP/UDP"))->model()->rowCount(), 2);
}

void NetworkPageTest::showsTheTimeOfTheRun()
{
    const test::Opened opened(networkReport());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    const ui::ReportPage* page = opened.page(ui::pages::Network);
    QCOMPARE(table(page, QStringLiteral("DNS"))->model()->index(0, 4).data().toString(), QStringLiteral("T+00:10.000"));
    // Flows count from the capture's first packet.
    QCOMPARE(
        table(page, QStringLiteral("TCP/UDP"))->model()->index(0, 6).data().toString(), QStringLiteral("T+00:12.500"));
}

void NetworkPageTest::followsTheProcess()
{
    // Process 1 looks a name up and connects to an address; process 2 connects to a name.
    core::json::Object report = networkReport();
    core::json::Array answers{answer("198.51.100.2")};
    core::json::Value& late = (*(*report["network"].object())["dns"].array())[1];
    (*late.object())["answers"] = answers;
    (*report["behavior"].object())["processes"]
        = core::json::Array{test::process(1, 0,
                                {networkCall("getaddrinfo", {{"NodeName", "early.example.com"}}),
                                    networkCall("connect", {{"ip", "198.51.100.1"}, {"port", "443"}})}),
            test::process(
                2, 1, {networkCall("WinHttpConnect", {{"ServerName", "late.example.com"}, {"ServerPort", "443"}})})};
    const test::Opened opened(report);
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    const ui::ReportPage* page = opened.page(ui::pages::Network);
    const QAbstractItemModel* dns = table(page, QStringLiteral("DNS"))->model();
    const QAbstractItemModel* flows = table(page, QStringLiteral("TCP/UDP"))->model();
    QCOMPARE(dns->index(0, 3).data().toString(), QStringLiteral("p1.exe (1)"));
    QCOMPARE(dns->index(1, 3).data().toString(), QStringLiteral("p2.exe (2)"));
    QCOMPARE(flows->index(0, 5).data().toString(), QStringLiteral("p1.exe (1)"));
    QCOMPARE(flows->index(1, 5).data().toString(), QStringLiteral("p2.exe (2)"));
    opened.view->findChild<ui::FilterBar*>()->setFilters({.pids = {2}, .time = {}});
    QCOMPARE(dns->rowCount(), 1);
    QCOMPARE(dns->index(0, 0).data().toString(), QStringLiteral("late.example.com"));
    QCOMPARE(flows->rowCount(), 1);
    QCOMPARE(table(page, QStringLiteral("Hosts"))->model()->rowCount(), 1);
}

void NetworkPageTest::aFilterGivesWayToATarget()
{
    const test::Opened opened(networkReport());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    auto* filters = opened.view->findChild<ui::FilterBar*>();
    filters->setFilters({.pids = {}, .time = std::pair(0.0, 20.0)});
    opened.view->goTo({.page = ui::pages::Network.toString(), .text = QStringLiteral("late.example.com")});
    QVERIFY(filters->filters().isEmpty());
    QCOMPARE(opened.view->inspector().title, QStringLiteral("late.example.com"));
}

void NetworkPageTest::tellsOfARequestOnce()
{
    core::Network network;
    core::HttpRequest request;
    request.method = "GET";
    request.uri = "http://www.example.com/a";
    network.http = {request};
    core::HttpExchange exchange;
    exchange.method = "GET";
    exchange.protocol = "http";
    exchange.host = "www.example.com";
    exchange.uri = "/a";
    exchange.status = 200;
    exchange.firstSeen = 12;
    network.httpEx = {exchange};
    const auto rows = ui::httpRows(network);
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows.front().status, std::optional<std::int64_t>(200));
    QCOMPARE(rows.front().time, std::optional(12.0));
}

void NetworkPageTest::columnsWithoutAnythingGiveWay()
{
    const test::Opened opened(networkReport());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    opened.view->resize(1400, 800);
    opened.view->goTo({.page = ui::pages::Network.toString()});
    const ui::ReportPage* page = opened.page(ui::pages::Network);
    const auto isHidden = [page](const QString& name, const QString& title) {
        const QTableView* view = table(page, name);
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            if (view->model()->headerData(column, Qt::Horizontal).toString() == title) {
                return view->isColumnHidden(column);
            }
        }
        return false;
    };
    // Nobody knows who asked, and the hosts have nothing but their addresses.
    QVERIFY(isHidden(QStringLiteral("DNS"), QStringLiteral("Process")));
    QVERIFY(!isHidden(QStringLiteral("DNS"), QStringLiteral("Time")));
    QVERIFY(isHidden(QStringLiteral("Hosts"), QStringLiteral("Country")));
    QVERIFY(!isHidden(QStringLiteral("Hosts"), QStringLiteral("Address")));
}

void NetworkPageTest::aFilterThatHidesAllOffersToClearItself()
{
    const test::Opened opened(networkReport());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    opened.view->goTo({.page = ui::pages::Network.toString()});
    const ui::ReportPage* page = opened.page(ui::pages::Network);
    auto* filters = opened.view->findChild<ui::FilterBar*>();
    filters->setFilters({.pids = {4711}, .time = {}});
    const QTableView* dns = table(page, QStringLiteral("DNS"));
    QVERIFY(!dns->isVisible());
    const auto buttons = page->findChildren<QPushButton*>();
    const auto shown = std::ranges::find_if(buttons, [](const QPushButton* button) { return button->isVisible(); });
    QVERIFY(shown != buttons.end());
    (*shown)->click();
    QVERIFY(filters->filters().isEmpty());
    QVERIFY(dns->isVisible());
    QCOMPARE(dns->model()->rowCount(), 2);
}

void NetworkPageTest::aFilterSaysWhereItsMatchesAre()
{
    const test::Opened opened(networkReport());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    opened.view->goTo({.page = ui::pages::Network.toString()});
    const ui::ReportPage* page = opened.page(ui::pages::Network);
    const auto* tabs = page->findChild<QTabBar*>();
    QCOMPARE(tabs->tabText(0), QStringLiteral("DNS 2"));
    page->findChild<QLineEdit*>()->setText(QStringLiteral("198.51.100.1"));
    QCOMPARE(tabs->tabText(0), QStringLiteral("DNS 0 of 2"));
    QCOMPARE(tabs->tabText(2), QStringLiteral("TCP/UDP 1 of 2"));
    const auto labels = page->findChildren<QLabel*>();
    const auto hint = std::ranges::find_if(labels, [](const QLabel* label) {
        return label->isVisible() && label->text() == QLatin1String("Other tabs have matches: TCP/UDP 1, Hosts 1");
    });
    QVERIFY(hint != labels.end());
}

REGISTER_TEST(NetworkPageTest)
#include "networkpagetest.moc"
