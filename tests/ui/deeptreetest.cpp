// SPDX-License-Identifier: GPL-3.0-or-later
#include "openedreport.h"
#include "support/testregistry.h"
#include "ui/models/processtable.h"
#include "ui/models/processtreemodel.h"
#include "ui/pages/processgraph.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTreeView>

// Reports whose trees are as deep as they are long: a chain of processes, JSON in JSON.
class DeepTreeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChainOfProcessesIsLimitedInDepthNotInLength();
    void theProcessPageTakesAChain();
    void anOrdinaryTreeStaysAsItIs();
    void theJsonPageTakesNestedLists();
};

namespace {

constexpr int length = 30'000;

core::json::Object chainReport(int count)
{
    core::json::Array chain;
    for (int pid = 1; pid <= count; ++pid) {
        chain.push_back(test::process(pid, pid - 1));
    }
    return test::report(std::move(chain));
}

int depthOf(QModelIndex index)
{
    int depth = 0;
    for (; index.isValid(); index = index.parent()) {
        ++depth;
    }
    return depth;
}

} // namespace

void DeepTreeTest::aChainOfProcessesIsLimitedInDepthNotInLength()
{
    const auto table = std::make_shared<const ui::ProcessTable>(*test::parsed(chainReport(length)));
    QCOMPARE(table->rows().size(), std::size_t(length));
    std::size_t placed = table->roots().size();
    for (const ui::ProcessRow& row : table->rows()) {
        placed += row.children.size();
    }
    QCOMPARE(placed, std::size_t(length)); // each once
    ui::ProcessTreeModel model;
    model.setTable(table);
    QCOMPARE(depthOf(model.indexOfRow(length - 1)), ui::ProcessTable::deepestLevel);
    QCOMPARE(table->rows().back().parentPid, std::optional<std::int64_t>(length - 1)); // as the report says
}

void DeepTreeTest::theProcessPageTakesAChain()
{
    const test::Opened opened(chainReport(length));
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 60'000);
    opened.view->goTo({.page = ui::pages::Processes.toString()});
    const ui::ReportPage* page = opened.page(ui::pages::Processes);
    auto* tree = page->findChild<QTreeView*>();
    QVERIFY(!opened.view->grab().isNull());
    opened.view->goTo({.page = ui::pages::Processes.toString(), .pid = length});
    QCOMPARE(opened.view->inspector().title, QStringLiteral("p%1.exe").arg(length));
    QVERIFY(tree->currentIndex().isValid());
    tree->expandAll();
    QTest::keyClick(tree, Qt::Key_Asterisk);
    page->findChild<QLineEdit*>()->setText(QString::number(length));
    page->findChild<QLineEdit*>()->clear();
    QVERIFY(!opened.view->grab().isNull());
}

void DeepTreeTest::anOrdinaryTreeStaysAsItIs()
{
    const ui::ProcessTable table(*test::parsed(chainReport(20)));
    QCOMPARE(table.roots().size(), std::size_t(1));
    for (const ui::ProcessRow& row : table.rows()) {
        QVERIFY(row.children.size() <= 1);
    }
}

void DeepTreeTest::theJsonPageTakesNestedLists()
{
    core::json::Value nested = core::json::Array();
    for (int i = 0; i < 400; ++i) {
        nested = core::json::Array{nested};
    }
    core::json::Object report = test::report({test::process(1, 0)});
    report["nested"] = nested;
    const test::Opened opened(report);
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    QString pointer = QStringLiteral("/nested");
    for (int i = 0; i < 400; ++i) {
        pointer += QStringLiteral("/0");
    }
    opened.view->goTo({.page = ui::pages::Json.toString(), .text = pointer});
    QVERIFY(!opened.view->grab().isNull());
    QVERIFY(opened.view->inspector().facts.front().value.startsWith(QLatin1String("/nested/0/0")));
}

REGISTER_TEST(DeepTreeTest)
#include "deeptreetest.moc"
