// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/processtreemodel.h"
#include "hostilereport.h"
#include "support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>

class ProcessTreeModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linksParentsAndCutsCircles();
    void takesTheFirstOfTwoWithOnePid();
    void countsWhatProcessesDid();
    void survivesMarksOfWrongTypes();
    void modelAndFilterKeepTheirContract();
    void filterKeepsAncestors();
    void filtersALongChainAtOnce();
};

namespace {

std::shared_ptr<const ui::ProcessTable> tableOf(const core::json::Object& report)
{
    return std::make_shared<const ui::ProcessTable>(*test::parsed(report));
}

int countRows(const QAbstractItemModel& model)
{
    int count = 0;
    QModelIndexList open{QModelIndex()};
    while (!open.isEmpty()) {
        const QModelIndex parent = open.takeLast();
        const int rows = model.rowCount(parent);
        count += rows;
        for (int row = 0; row < rows; ++row) {
            open += model.index(row, 0, parent);
        }
    }
    return count;
}

} // namespace

void ProcessTreeModelTest::linksParentsAndCutsCircles()
{
    // 1 and 2 are each other's parent, 3 its own, 4 belongs to 1, the parent of 5 is not there.
    const auto table = tableOf(test::report(
        {test::process(1, 2), test::process(2, 1), test::process(3, 3), test::process(4, 1), test::process(5, 99)}));
    QCOMPARE(table->rows().size(), std::size_t(5));
    QCOMPARE(table->roots().size(), std::size_t(3));
    QCOMPARE(table->rows()[2].parent, -1);
    QCOMPARE(table->rows()[3].parent, 0);
    QCOMPARE(table->rows()[4].parent, -1);
    QVERIFY((table->rows()[0].parent == -1) != (table->rows()[1].parent == -1));
    ui::ProcessTreeModel model;
    model.setTable(table);
    QCOMPARE(countRows(model), 5);
}

void ProcessTreeModelTest::takesTheFirstOfTwoWithOnePid()
{
    const auto table = tableOf(test::report({test::process(7, 1, {test::call(0, "file", "A", "x")}),
        test::process(7, 1, {test::call(0, "file", "B", "x")}), test::process(8, 7)}));
    QCOMPARE(table->rowOfPid(7), 0);
    QCOMPARE(table->rows()[2].parent, 0);
    QCOMPARE(table->rowOfCall(0), 0);
    QCOMPARE(table->rowOfCall(1), 1);
    QCOMPARE(table->rowOfCall(2), -1);
    QCOMPARE(table->rowOfPid(9), -1);
}

void ProcessTreeModelTest::countsWhatProcessesDid()
{
    core::json::Value injection = test::call(2, "process", "WriteProcessMemory", "x");
    core::json::Object target;
    target["name"] = "ProcessId";
    target["value"] = "4711";
    (*injection.object())["arguments"] = core::json::Array{target};
    const auto table = tableOf(test::report(
        {test::process(1, 0,
            {test::call(0, "network", "connect", "x"), test::call(1, "registry", "RegSetValueExA", "x"), injection})},
        {test::signature("s", 3, {test::mark(1, 0), test::mark(1, 1)})}));
    const ui::ProcessBadges& badges = table->rows().front().badges;
    QCOMPARE(badges.networkCalls, 1);
    QCOMPARE(badges.registryCalls, 1);
    QCOMPARE(badges.fileCalls, 0);
    QCOMPARE(badges.signatures, 1);
    QCOMPARE(badges.severity, 3);
    QCOMPARE(badges.injectedInto, std::vector<std::int64_t>{4711});
}

void ProcessTreeModelTest::survivesMarksOfWrongTypes()
{
    core::json::Object text;
    text["pid"] = "1";
    core::json::Object list;
    list["pid"] = core::json::Array{1};
    const auto table = tableOf(test::report({test::process(1, 0)},
        {test::signature("s", std::numeric_limits<std::int64_t>::max(),
            {text, list, 5, "text", nullptr, test::mark(1, 1'000'000)})}));
    QCOMPARE(table->rows().front().badges.signatures, 1);
    QVERIFY(table->rows().front().badges.severity > 0 && table->rows().front().badges.severity <= 5);
}

void ProcessTreeModelTest::modelAndFilterKeepTheirContract()
{
    ui::ProcessTreeModel model;
    const QAbstractItemModelTester modelTester(&model);
    ui::ProcessFilterModel filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester filterTester(&filter);
    model.setTable(
        tableOf(test::report({test::process(1, 0), test::process(2, 1), test::process(3, 2), test::process(4, 1)})));
    QCOMPARE(countRows(filter), 4);
    filter.setText(QStringLiteral("p3"));
    QCOMPARE(countRows(filter), 3);
    filter.setPids({4});
    QCOMPARE(countRows(filter), 0);
    model.setTable(tableOf(test::report({test::process(4, 0)})));
    filter.setText({});
    QCOMPARE(countRows(filter), 1);
    model.setTable(nullptr);
    QCOMPARE(countRows(filter), 0);
}

void ProcessTreeModelTest::filterKeepsAncestors()
{
    ui::ProcessTreeModel model;
    model.setTable(
        tableOf(test::report({test::process(1, 0), test::process(2, 1), test::process(3, 2), test::process(4, 1)})));
    ui::ProcessFilterModel filter;
    filter.setSourceModel(&model);
    filter.setText(QStringLiteral("P3.EXE"));
    QVERIFY(filter.mapFromSource(model.indexOfRow(2)).isValid());
    QVERIFY(filter.mapFromSource(model.indexOfRow(0)).isValid());
    QVERIFY(!filter.mapFromSource(model.indexOfRow(3)).isValid());
    filter.setText({});
    filter.setPids({4});
    QCOMPARE(countRows(filter), 2);
}

void ProcessTreeModelTest::filtersALongChainAtOnce()
{
    constexpr int length = 5000;
    core::json::Array chain;
    for (int pid = 1; pid <= length; ++pid) {
        chain.push_back(test::process(pid, pid - 1));
    }
    ui::ProcessTreeModel model;
    model.setTable(tableOf(test::report(std::move(chain))));
    ui::ProcessFilterModel filter;
    filter.setSourceModel(&model);
    QElapsedTimer clock;
    clock.start();
    filter.setText(QStringLiteral("p%1.exe").arg(length));
    QVERIFY(filter.mapFromSource(model.indexOfRow(0)).isValid());
    qInfo("a chain of %d processes is filtered in %lld ms", length, clock.elapsed());
    QVERIFY(clock.elapsed() < 2000);
    filter.setText(QStringLiteral("nothing has this"));
    QCOMPARE(filter.rowCount(), 0);
}

REGISTER_TEST(ProcessTreeModelTest)
#include "processtreemodeltest.moc"
