// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/apicallmodel.h"
#include "hostilereport.h"
#include "support/testregistry.h"
#include "ui/text/clockchoice.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QScopeGuard>
#include <QSignalSpy>

class ApiCallModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filters_data();
    void filters();
    void keepsItsContract();
    void neverShowsCallsBeyondTheStore();
    void cutsHugeTexts();
    void filtersManyCallsAtOnce();
    void filtersByTheTimeOfTheRun();
    void showsTimesByTheChosenClock();
};

namespace {

core::ReportPtr fourCalls()
{
    return test::parsed(test::report({test::process(1, 0,
        {test::call(0, "filesystem", "NtCreateFile", "C:\\Temp\\Run.dll"),
            test::call(1, "network", "connect", "192.0.2.7", false), test::call(2, "network", "send", "hello"),
            test::call(3, "registry", "RegSetValueExA", "run.DLL", false)})}));
}

} // namespace

void ApiCallModelTest::filters_data()
{
    QTest::addColumn<ui::CallFilter>("filter");
    QTest::addColumn<QList<int>>("calls");
    QTest::newRow("none") << ui::CallFilter() << QList<int>{0, 1, 2, 3};
    QTest::newRow("text in any case") << ui::CallFilter{{}, QStringLiteral("RUN.dll"), false, {}} << QList<int>{0, 3};
    QTest::newRow("API") << ui::CallFilter{{}, QStringLiteral("ntcreate"), false, {}} << QList<int>{0};
    QTest::newRow("category") << ui::CallFilter{{"network"}, {}, false, {}} << QList<int>{1, 2};
    QTest::newRow("unknown category") << ui::CallFilter{{"none"}, {}, false, {}} << QList<int>{};
    QTest::newRow("failed") << ui::CallFilter{{}, {}, true, {}} << QList<int>{1, 3};
    // The first call is the first event of the run.
    QTest::newRow("time") << ui::CallFilter{{}, {}, false, std::pair(1.0, 2.0)} << QList<int>{1, 2};
    QTest::newRow("all at once") << ui::CallFilter{{"network"}, QStringLiteral("192"), true, {}} << QList<int>{1};
}

void ApiCallModelTest::filters()
{
    QFETCH(ui::CallFilter, filter);
    QFETCH(QList<int>, calls);
    ui::ApiCallModel model;
    model.setReport(fourCalls());
    model.setFilter(filter);
    QList<int> shown;
    for (int row = 0; row < model.rowCount(); ++row) {
        shown += int(model.callAt(row));
        QCOMPARE(model.rowOfCall(model.callAt(row)), row);
    }
    QCOMPARE(shown, calls);
    QCOMPARE(model.totalCount(), 4);
}

void ApiCallModelTest::keepsItsContract()
{
    ui::ApiCallModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.categories().empty());
    model.setReport(fourCalls());
    QCOMPARE(model.categories().front().first, std::string("network"));
    QCOMPARE(model.categories().front().second, 2);
    model.setRange({1, 2});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.holds(0));
    QCOMPARE(model.rowOfCall(0), -1);
    model.setReport(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void ApiCallModelTest::neverShowsCallsBeyondTheStore()
{
    ui::ApiCallModel model;
    model.setReport(fourCalls());
    for (const core::IndexRange range :
        {core::IndexRange{2, 1000}, core::IndexRange{1000, 5}, core::IndexRange{3, UINT32_MAX}}) {
        model.setRange(range);
        for (int row = 0; row < model.rowCount(); ++row) {
            QVERIFY(model.callAt(row) < 4);
        }
        QVERIFY(model.totalCount() <= 2);
        model.categories();
    }
}

void ApiCallModelTest::cutsHugeTexts()
{
    const std::string huge(2'000'000, 'A');
    ui::ApiCallModel model;
    model.setReport(test::parsed(test::report({test::process(1, 0, {test::call(0, huge, huge, huge)})})));
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(model.index(0, column).data().toString().size() < 2000);
    }
}

void ApiCallModelTest::filtersManyCallsAtOnce()
{
    constexpr int count = 67'000;
    core::json::Array calls;
    for (int i = 0; i < count; ++i) {
        calls.push_back(test::call(i, "filesystem", "NtCreateFile",
            "C:\\Users\\analyst\\AppData\\Local\\Temp\\" + std::to_string(i) + ".tmp"));
    }
    ui::ApiCallModel model;
    model.setReport(test::parsed(test::report({test::process(1, 0, std::move(calls))})));
    QElapsedTimer clock;
    clock.start();
    model.setFilter({{}, QStringLiteral("66999.TMP"), false, {}});
    qInfo("%d calls with as many values are filtered in %lld ms", count, clock.elapsed());
    QCOMPARE(model.rowCount(), 1);
    // An unoptimised build on a busy machine; a release build takes a fraction.
    QVERIFY(clock.elapsed() < 5000);
}

void ApiCallModelTest::filtersByTheTimeOfTheRun()
{
    // The guest's clock is years behind the host's; the filter is on the run's own time.
    core::json::Object report = test::report({test::process(1, 0,
        {test::timedCall(0, "2019-01-01 00:00:05,500"), test::timedCall(1, "2019-01-01 00:00:09,000"),
            test::timedCall(2, "2019-01-01 00:00:25,500"), test::timedCall(3, "soon")})});
    (*(*(*report["behavior"].object())["processes"].array())[0].object())["first_seen"] = "2019-01-01 00:00:05,500";
    report["info"] = core::json::Object{{"started", "2026-03-16 06:54:40"}, {"duration", 259}};
    ui::ApiCallModel model;
    model.setReport(test::parsed(report));
    QCOMPARE(model.rowCount(), 4);
    model.setFilter({{}, {}, false, std::pair(3.0, 10.0)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.callAt(0), core::CallIndex(1));
    QCOMPARE(model.index(0, ui::ApiCallModel::TimeColumn).data().toString(), QStringLiteral("T+00:03.500"));
    model.setFilter({});
    QCOMPARE(model.index(3, ui::ApiCallModel::TimeColumn).data().toString(), QStringLiteral("soon"));
}

void ApiCallModelTest::showsTimesByTheChosenClock()
{
    const auto restore = qScopeGuard([] { ui::ClockChoice::instance().setClock(ui::ShownClock::Run); });
    core::json::Object report = test::report({test::process(1, 0, {test::timedCall(0, "2026-01-31 10:04:12,531")})});
    report["info"] = core::json::Object{{"started", "2026-01-31 12:04:02"}, {"duration", 100}};
    ui::ApiCallModel model;
    model.setReport(test::parsed(report));
    const QModelIndex time = model.index(0, ui::ApiCallModel::TimeColumn);
    QCOMPARE(time.data().toString(), QStringLiteral("T+00:10.531"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    ui::ClockChoice::instance().setClock(ui::ShownClock::Guest);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(time.data().toString(), QStringLiteral("10:04:12.531"));
    ui::ClockChoice::instance().setClock(ui::ShownClock::Host);
    QCOMPARE(time.data().toString(), QStringLiteral("12:04:12.531"));
}

REGISTER_TEST(ApiCallModelTest)
#include "apicallmodeltest.moc"
