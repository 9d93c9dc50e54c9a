// SPDX-License-Identifier: GPL-3.0-or-later
#include "openedreport.h"
#include "support/testregistry.h"
#include "ui/models/apicallmodel.h"
#include "ui/pages/callpanel.h"
#include "ui/report/filterbar.h"

#include <QLineEdit>
#include <QTableView>
#include <QTimer>

#include <ctime>

// With a report as large as real ones get, the window answers all the time. CAPEWB_LARGE_REPORT names another report to
// measure with, such as a real one.
class ResponsivenessTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void opensALargeReport();
    void turnsItsPages();
    void filtersItsCalls();
    void sortsAndFiltersItsTraffic();
    void narrowsToAProcessAndATime();

private:
    std::unique_ptr<test::UiFixture> m_fixture;
    std::unique_ptr<ui::ReportView> m_view;
    QString m_path;
};

namespace {

constexpr int Calls = 67'000;
constexpr int Flows = 50'000;
constexpr double LongestBlock = 100; // ms

double threadTime() // ms
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
}

// How long the event loop was away at the most, in this thread's own time: a busy machine takes nothing from it.
class Heartbeat : public QObject {
public:
    Heartbeat()
        : m_last(threadTime())
    {
        connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
        m_timer.start(1);
    }

    double longest()
    {
        beat();
        return m_longest;
    }

private:
    void beat()
    {
        const double now = threadTime();
        m_longest = std::max(m_longest, now - m_last);
        m_last = now;
    }

    QTimer m_timer;
    double m_last;
    double m_longest = 0;
};

// Does something, lets what follows from it happen, and says how long the window was deaf.
template <typename Action>
double blockedBy(Action action)
{
    Heartbeat heartbeat;
    action();
    QTest::qWait(100);
    const double longest = heartbeat.longest();
    qInfo("%s: %.1f ms", QTest::currentTestFunction(), longest);
    return longest;
}

core::json::Object largeReport()
{
    core::json::Array calls;
    const char* categories[] = {"network", "filesystem", "registry", "process", "system"};
    for (int i = 0; i < Calls; ++i) {
        const std::string api = "NtSomething" + std::to_string(i % 300);
        calls.push_back(test::call(i, categories[i % 5], api, "value " + std::to_string(i)));
    }
    core::json::Array processes{test::process(1, 0, std::move(calls))};
    for (int i = 2; i < 200; ++i) {
        processes.push_back(test::process(i, i / 2));
    }
    core::json::Array signatures;
    for (int i = 0; i < 60; ++i) {
        signatures.push_back(test::signature("signature_" + std::to_string(i), i % 4, {test::mark(1, i)}));
    }
    core::json::Object report = test::report(std::move(processes), std::move(signatures));
    core::json::Array flows;
    for (int i = 0; i < Flows; ++i) {
        core::json::Object flow;
        flow["src"] = "192.0.2.10";
        flow["sport"] = 1024 + i % 60000;
        flow["dst"] = "198.51.100." + std::to_string(i % 250);
        flow["dport"] = i % 3 == 0 ? 443 : 80;
        flow["time"] = double(i) / 100;
        flows.push_back(std::move(flow));
    }
    core::json::Object network;
    network["tcp"] = std::move(flows);
    report["network"] = std::move(network);
    core::json::Object machine;
    machine["started_on"] = "2026-01-31 10:04:10";
    core::json::Object info;
    info["machine"] = std::move(machine);
    report["info"] = std::move(info);
    return report;
}

} // namespace

void ResponsivenessTest::initTestCase()
{
    m_fixture = std::make_unique<test::UiFixture>();
    m_path = qEnvironmentVariable("CAPEWB_LARGE_REPORT");
    if (m_path.isEmpty()) {
        m_path = m_fixture->writeSample(QStringLiteral("lite.json"), test::textOf(largeReport()));
    }
}

void ResponsivenessTest::cleanupTestCase()
{
    m_view.reset();
    m_fixture.reset();
}

void ResponsivenessTest::opensALargeReport()
{
    auto* session = new ui::ReportSession;
    m_view = std::make_unique<ui::ReportView>(session);
    m_view->resize(1100, 800);
    m_view->show();
    QElapsedTimer clock;
    clock.start();
    Heartbeat heartbeat;
    session->open(m_path);
    QTRY_VERIFY_WITH_TIMEOUT(session->state() == ui::ReportSession::State::Ready, 60'000);
    qInfo("read after %lld ms", clock.elapsed());
    QTRY_VERIFY_WITH_TIMEOUT(session->result(), 120'000);
    const double longest = heartbeat.longest();
    qInfo("converted after %lld ms; longest block %.1f ms", clock.elapsed(), longest);
    QVERIFY2(longest < LongestBlock, QByteArray::number(longest).constData());
}

void ResponsivenessTest::turnsItsPages()
{
    for (int row = 0; row < m_view->pages().size(); ++row) {
        const double longest = blockedBy([&] {
            m_view->showPage(row);
            m_view->pages()[row]->prepareForTour();
        });
        QVERIFY2(longest < LongestBlock, qPrintable(m_view->pages()[row]->id() + QString::number(longest)));
    }
}

void ResponsivenessTest::filtersItsCalls()
{
    m_view->goTo({.page = ui::pages::Processes.toString()});
    auto* panel = m_view->currentPage()->findChild<ui::CallPanel*>();
    const auto* model = panel->findChild<ui::ApiCallModel*>();
    for (const QString& text : {QStringLiteral("n"), QStringLiteral("nothing has this"), QString()}) {
        Heartbeat heartbeat;
        panel->setText(text);
        QTest::qWait(300); // the pause in typing, and the filtering after it
        const double longest = heartbeat.longest();
        qInfo("%d calls of %lld: %.1f ms", model->rowCount(), qlonglong(model->totalCount()), longest);
        QVERIFY2(longest < LongestBlock, qPrintable(text + QString::number(longest)));
    }
}

void ResponsivenessTest::sortsAndFiltersItsTraffic()
{
    m_view->goTo({.page = ui::pages::Network.toString()});
    for (QTableView* table : m_view->currentPage()->findChildren<QTableView*>()) {
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            const double longest = blockedBy([&] { table->sortByColumn(column, Qt::DescendingOrder); });
            const QString what
                = QStringLiteral("%1, column %2: %3 ms").arg(table->accessibleName()).arg(column).arg(longest);
            QVERIFY2(longest < LongestBlock, qPrintable(what));
        }
    }
    auto* field = m_view->currentPage()->findChild<QLineEdit*>();
    for (const QString& text : {QStringLiteral("443"), QStringLiteral("nothing has this"), QString()}) {
        Heartbeat heartbeat;
        field->setText(text);
        QTest::qWait(300);
        const double longest = heartbeat.longest();
        qInfo("filter %s: %.1f ms", qPrintable(text), longest);
        QVERIFY2(longest < LongestBlock, qPrintable(text + QString::number(longest)));
    }
}

void ResponsivenessTest::narrowsToAProcessAndATime()
{
    auto* filters = m_view->findChild<ui::FilterBar*>();
    for (int row = 0; row < m_view->pages().size(); ++row) {
        m_view->showPage(row);
        const double narrowed = blockedBy([&] { filters->setFilters({.pids = {1}, .time = std::pair(0.0, 1e10)}); });
        const double cleared = blockedBy([&] { filters->setFilters({}); });
        QVERIFY2(std::max(narrowed, cleared) < LongestBlock, qPrintable(m_view->pages()[row]->id()));
    }
}

REGISTER_TEST(ResponsivenessTest)
#include "responsivenesstest.moc"
