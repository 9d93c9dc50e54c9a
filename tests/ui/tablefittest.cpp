// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostilereport.h"
#include "support/testregistry.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/window/mainwindow.h"
#include "uifixture.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTabBar>
#include <QTableView>
#include <QTreeView>

// No table of any page cuts a cell while it has room to spare, however wide the window, before and after filtering.
class TableFitTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noCellIsCutBesideUnusedRoom_data();
    void noCellIsCutBesideUnusedRoom();
};

namespace {

core::json::Object object(std::initializer_list<std::pair<std::string, core::json::Value>> members)
{
    core::json::Object made;
    for (const auto& [key, value] : members) {
        made[key] = value;
    }
    return made;
}

core::json::Object networkSection()
{
    core::json::Array dns;
    core::json::Array http;
    core::json::Array tcp;
    core::json::Array hosts;
    core::json::Array icmp;
    for (int i = 0; i < 40; ++i) {
        const std::string number = std::to_string(i);
        const std::string host = "h" + std::string(std::size_t(i), 'x') + ".example.com";
        dns.push_back(object({{"request", host}, {"type", "A"}, {"first_seen", 1769853850.0 + i},
            {"answers", core::json::Array{object({{"type", "A"}, {"data", "198.51.100." + number}})}}}));
        http.push_back(object({{"method", i % 2 ? "GET" : "POST"}, {"host", host}, {"port", 80},
            {"uri", "http://" + host + "/" + std::string(std::size_t(i) * 3, 'p')}, {"path", "/"}, {"data", "GET / HTTP/1.1"}}));
        tcp.push_back(object({{"src", "192.0.2.10"}, {"sport", 50000 + i}, {"dst", "198.51.100." + number},
            {"dport", 443}, {"time", 1.5 * i}}));
        hosts.push_back(object({{"ip", "198.51.100." + number}, {"hostname", host}, {"country_name", "unknown"},
            {"inaddrarpa", ""}}));
        icmp.push_back(object({{"src", "192.0.2.10"}, {"dst", "198.51.100." + number}, {"type", 8}, {"data", host}}));
    }
    return object({{"dns", dns}, {"http", http}, {"tcp", tcp}, {"hosts", hosts}, {"icmp", icmp}});
}

core::json::Object fullReport()
{
    core::json::Array calls;
    for (int i = 0; i < 60; ++i) {
        calls.push_back(test::call(i, "network", i % 3 ? "connect" : "InternetConnectWithALongName",
            std::string(std::size_t(i) * 4, 'v')));
    }
    core::json::Array processes;
    for (int i = 1; i < 12; ++i) {
        core::json::Value process = test::process(i, i / 2, i == 1 ? calls : core::json::Array());
        (*process.object())["environ"]
            = object({{"CommandLine", "C:\\Windows\\System32\\cmd.exe /c " + std::string(std::size_t(i) * 20, 'c')}});
        processes.push_back(process);
    }
    core::json::Object report = test::report(processes, {test::signature("first_sign", 3, {test::mark(1, 1)})});
    report["network"] = networkSection();
    return report;
}

const QHeaderView* headerOf(const QAbstractItemView* view)
{
    const auto* table = qobject_cast<const QTableView*>(view);
    return table ? table->horizontalHeader() : static_cast<const QTreeView*>(view)->header();
}

QString describe(const QAbstractItemView* view, const QModelIndex& index)
{
    return QStringLiteral("%1: \"%2\" in %3 of %4 px")
        .arg(view->accessibleName(), index.data().toString().left(60))
        .arg(view->visualRect(index).width())
        .arg(view->viewport()->width());
}

// The first cell in sight that is cut although the columns leave room beside them.
QString cutBesideRoom(const QAbstractItemView* view)
{
    const QHeaderView* header = headerOf(view);
    const int unused = view->viewport()->width() - header->length();
    for (int y = 0; y < view->viewport()->height(); y += 10) {
        for (int column = 0; column < header->count(); ++column) {
            const QModelIndex index = view->indexAt({1, y}).siblingAtColumn(column);
            const bool isCut = index.isValid() && !header->isSectionHidden(column)
                && view->sizeHintForIndex(index).width() > view->visualRect(index).width();
            if (isCut && unused > 0) {
                return describe(view, index) + QStringLiteral(", %1 unused").arg(unused);
            }
        }
    }
    return {};
}

QStringList faultsOf(QWidget* page, const QString& when)
{
    QStringList faults;
    const auto check = [&] {
        QTest::qWait(1);
        for (const QAbstractItemView* view : page->findChildren<QAbstractItemView*>()) {
            const bool hasColumns = qobject_cast<const QTableView*>(view) || qobject_cast<const QTreeView*>(view);
            if (const QString fault = view->isVisible() && hasColumns ? cutBesideRoom(view) : QString(); !fault.isEmpty()) {
                faults << when + QStringLiteral(": ") + fault;
            }
        }
    };
    auto* tabs = page->findChild<QTabBar*>();
    for (int tab = 0; tab < (tabs ? tabs->count() : 1); ++tab) {
        if (tabs) {
            tabs->setCurrentIndex(tab);
        }
        check();
    }
    return faults;
}

} // namespace

void TableFitTest::noCellIsCutBesideUnusedRoom_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1024") << QSize(1024, 700);
    QTest::newRow("1440") << QSize(1440, 900);
    QTest::newRow("1920") << QSize(1920, 1080);
}

void TableFitTest::noCellIsCutBesideUnusedRoom()
{
    QFETCH(QSize, size);
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    window.resize(size);
    window.show();
    ui::ReportView* view
        = window.openReport(fixture.writeSample(QStringLiteral("lite.json"), test::textOf(fullReport())));
    QTRY_VERIFY_WITH_TIMEOUT(view->session().result(), 30'000);
    int tables = 0;
    for (int row = 0; row < view->pages().size(); ++row) {
        view->showPage(row);
        QWidget* page = view->pages()[row];
        const QString id = view->pages()[row]->id();
        tables += int(page->findChildren<QTableView*>().size() + page->findChildren<QTreeView*>().size());
        QCOMPARE(faultsOf(page, id).join(u'\n'), QString());
        for (auto* field : page->findChildren<QLineEdit*>()) {
            for (const QString& text : {QStringLiteral("xxxxxxxx"), QStringLiteral("no row has this"), QString()}) {
                field->setText(text);
                QTest::qWait(150); // the pause in typing
                QCOMPARE(faultsOf(page, QStringLiteral("%1, filter \"%2\"").arg(id, text)).join(u'\n'), QString());
            }
        }
    }
    QVERIFY(tables >= 8); // calls, processes, five of the network, sections
}

REGISTER_TEST(TableFitTest)
#include "tablefittest.moc"
