// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/callpanel.h"
#include "hostilereport.h"
#include "support/testregistry.h"
#include "ui/models/apicallmodel.h"
#include "ui/models/wholetext.h"
#include "uifixture.h"

#include <QScrollBar>
#include <QTableView>

// Where one is in the calls, while what is shown of them changes.
class CallPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anotherProcessStartsAtItsFirstCall();
    void theSelectedCallStaysInSightThroughAFilter();
    void aCutCellGivesItsWholeText();
};

namespace {

constexpr int count = 1000; // of each of two processes

core::ReportPtr twoProcesses()
{
    core::json::Array calls;
    for (int i = 0; i < count; ++i) {
        calls.push_back(test::call(i, i % 2 ? "network" : "registry", i % 2 ? "connect" : "RegOpenKey", std::string(2000, 'v')));
    }
    return test::parsed(test::report({test::process(1, 0, calls), test::process(2, 1, calls)}));
}

struct Panel {
    Panel()
    {
        panel.setReport(report);
        panel.setRange(report->processes()[0].calls);
        panel.resize(900, 400);
        panel.show();
        table = panel.findChild<QTableView*>();
        model = panel.findChild<ui::ApiCallModel*>();
    }

    bool isInSight() const { return table->viewport()->rect().contains(table->visualRect(table->currentIndex()).center()); }

    const test::UiFixture fixture;
    core::ReportPtr report = twoProcesses();
    ui::CallPanel panel;
    QTableView* table;
    ui::ApiCallModel* model;
};

} // namespace

void CallPanelTest::anotherProcessStartsAtItsFirstCall()
{
    Panel shown;
    shown.panel.showCall(500);
    QVERIFY(shown.table->verticalScrollBar()->value() > 0);
    QVERIFY(shown.isInSight());
    shown.panel.setRange(shown.report->processes()[1].calls);
    QTest::qWait(1);
    QCOMPARE(shown.table->verticalScrollBar()->value(), 0);
    QCOMPARE(shown.model->callAt(shown.table->rowAt(1)), core::CallIndex(count));
}

void CallPanelTest::theSelectedCallStaysInSightThroughAFilter()
{
    Panel shown;
    shown.panel.showCall(501);
    shown.panel.setText(QStringLiteral("connect"));
    QTRY_COMPARE(shown.model->rowCount(), count / 2);
    QCOMPARE(shown.model->callAt(shown.table->currentIndex().row()), core::CallIndex(501));
    QVERIFY(shown.isInSight());
    shown.panel.setText(QStringLiteral("RegOpenKey")); // hides it
    QTRY_COMPARE(shown.model->callAt(0), core::CallIndex(0));
    QCOMPARE(shown.table->verticalScrollBar()->value(), 0);
}

void CallPanelTest::aCutCellGivesItsWholeText()
{
    const Panel shown;
    const QModelIndex index = shown.model->index(0, ui::ApiCallModel::ArgumentsColumn);
    QVERIFY(index.data().toString().size() < 1000);
    QVERIFY(ui::wholeText(index).size() > 2000);
}

REGISTER_TEST(CallPanelTest)
#include "callpaneltest.moc"
