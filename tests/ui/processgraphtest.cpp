// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/processgraph.h"
#include "hostilereport.h"
#include "support/testregistry.h"
#include "ui/models/processtreemodel.h"

#include <QElapsedTimer>
#include <QScrollBar>

class ProcessGraphTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesFromProcessToProcess();
    void followsTheFilter();
    void drawsALongChain();
};

namespace {

struct Shown {
    explicit Shown(core::json::Array processes)
    {
        model.setTable(std::make_shared<const ui::ProcessTable>(*test::parsed(test::report(std::move(processes)))));
        filter.setSourceModel(&model);
        graph.setModel(&filter);
        graph.resize(600, 300);
        graph.show();
    }

    qint64 pid() const
    {
        const ui::ProcessRow* row = model.process(filter.mapToSource(graph.currentIndex()));
        return row ? row->pid.value_or(-1) : -1;
    }
    QModelIndex indexOf(int row) const { return filter.mapFromSource(model.indexOfRow(row)); }

    ui::ProcessTreeModel model;
    ui::ProcessFilterModel filter;
    ui::ProcessGraph graph;
};

core::json::Array family()
{
    // 1 has 2 and 3, 3 has 4; 5 is alone.
    return {test::process(1, 0), test::process(2, 1), test::process(3, 1), test::process(4, 3), test::process(5, 0)};
}

} // namespace

void ProcessGraphTest::goesFromProcessToProcess()
{
    Shown shown(family());
    const auto press = [&](Qt::Key key) { QTest::keyClick(&shown.graph, key); };
    shown.graph.setCurrentIndex(shown.indexOf(0));
    press(Qt::Key_Right);
    QCOMPARE(shown.pid(), 2);
    press(Qt::Key_Down);
    QCOMPARE(shown.pid(), 3);
    press(Qt::Key_Right);
    QCOMPARE(shown.pid(), 4);
    press(Qt::Key_Right);
    QCOMPARE(shown.pid(), 4);
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    QCOMPARE(shown.pid(), 1);
    press(Qt::Key_Down);
    QCOMPARE(shown.pid(), 5);
    press(Qt::Key_Home);
    QCOMPARE(shown.pid(), 1);
    press(Qt::Key_End);
    QCOMPARE(shown.pid(), 5);
    QVERIFY(shown.graph.selectionModel()->isSelected(shown.indexOf(4)));
    // Each process has a place of its own, the children to the right of their parent.
    for (int row = 0; row < 5; ++row) {
        const QRect box = shown.graph.visualRect(shown.indexOf(row));
        QVERIFY(box.isValid());
        QCOMPARE(shown.graph.indexAt(box.center()), shown.indexOf(row));
        for (int other = 0; other < row; ++other) {
            QVERIFY(!box.intersects(shown.graph.visualRect(shown.indexOf(other))));
        }
    }
    QVERIFY(shown.graph.visualRect(shown.indexOf(3)).left() > shown.graph.visualRect(shown.indexOf(2)).right());
    QTest::mouseClick(shown.graph.viewport(), Qt::LeftButton, {}, shown.graph.visualRect(shown.indexOf(1)).center());
    QCOMPARE(shown.pid(), 2);
}

void ProcessGraphTest::followsTheFilter()
{
    Shown shown(family());
    shown.graph.setCurrentIndex(shown.indexOf(3));
    shown.filter.setPids({2});
    shown.graph.grab();
    QVERIFY(!shown.indexOf(3).isValid());
    QVERIFY(shown.graph.visualRect(shown.indexOf(1)).isValid());
    shown.filter.setText(QStringLiteral("nothing has this"));
    shown.graph.grab();
    QTest::keyClick(&shown.graph, Qt::Key_Down);
    shown.filter.setText({});
    shown.filter.setPids({});
    shown.graph.grab();
    QVERIFY(shown.graph.visualRect(shown.indexOf(3)).isValid());
    shown.model.setTable(nullptr);
    shown.graph.grab();
    QVERIFY(!shown.graph.indexAt({20, 20}).isValid());
}

void ProcessGraphTest::drawsALongChain()
{
    constexpr int length = 20'000;
    core::json::Array chain;
    for (int pid = 1; pid <= length; ++pid) {
        chain.push_back(test::process(pid, pid - 1));
    }
    Shown shown(std::move(chain));
    QElapsedTimer clock;
    clock.start();
    shown.graph.setCurrentIndex(shown.indexOf(length - 1));
    shown.graph.grab();
    qInfo("a chain of %d processes is drawn in %lld ms", length, clock.elapsed());
    QVERIFY(clock.elapsed() < 3000);
    QVERIFY(shown.graph.viewport()->rect().contains(shown.graph.visualRect(shown.graph.currentIndex())));
    QVERIFY(shown.graph.horizontalScrollBar()->maximum() > 0);
}

REGISTER_TEST(ProcessGraphTest)
#include "processgraphtest.moc"
