// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copycells.h"
#include "support/testregistry.h"
#include "ui/models/recordmodel.h"
#include "ui/models/wholetext.h"
#include "ui/pages/tableview.h"
#include "ui/widgets/textview.h"
#include "ui/widgets/textviewer.h"
#include "uifixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QTableView>

using Row = std::array<QString, 2>;

class CopyCellsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ctrlCCopiesWhatIsSelectedDefanged();
    void ctrlShiftCCopiesItAsItIs();
    void columnsGoAsTheyStandAndHiddenOnesNot();
    void aCellOfSeveralLinesIsQuoted();
    void theMenuSaysTheShortcuts();
    void aCellOpensInTheViewer();
};

namespace {

struct Table {
    Table()
    {
        for (int column = 0; column < 2; ++column) {
            model.column(QStringLiteral("T%1").arg(column), ui::ColumnStyle::Text,
                [column](const Row& row) { return row[std::size_t(column)]; });
        }
        model.setRecords({{QStringLiteral("GET"), QStringLiteral("http://a.example.com/x")},
            {QStringLiteral("POST"), QStringLiteral("198.51.100.1")}, {QStringLiteral("two\nlines"), QStringLiteral("\"b\"")}});
        ui::setUpTable(&view);
        view.setModel(&model);
        view.resize(500, 200);
        view.show();
        view.activateWindow();
        view.setFocus();
    }

    void press(Qt::KeyboardModifiers modifiers)
    {
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QTest::keyClick(&view, Qt::Key_C, modifiers);
    }

    ui::RecordTable<Row> model;
    QTableView view;
};

QString clipboard()
{
    return QApplication::clipboard()->text();
}

} // namespace

void CopyCellsTest::ctrlCCopiesWhatIsSelectedDefanged()
{
    Table table;
    table.view.selectRow(1);
    table.view.selectionModel()->select(
        table.model.index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    table.press(Qt::ControlModifier);
    QCOMPARE(clipboard(), QStringLiteral("GET\thxxp://a[.]example[.]com/x\nPOST\t198[.]51[.]100[.]1"));
}

void CopyCellsTest::ctrlShiftCCopiesItAsItIs()
{
    Table table;
    table.view.selectRow(0);
    table.press(Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard(), QStringLiteral("GET\thttp://a.example.com/x"));
}

void CopyCellsTest::columnsGoAsTheyStandAndHiddenOnesNot()
{
    Table table;
    table.view.horizontalHeader()->moveSection(1, 0);
    table.view.selectRow(0);
    table.press(Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard(), QStringLiteral("http://a.example.com/x\tGET"));
    table.view.hideColumn(1);
    table.press(Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard(), QStringLiteral("GET"));
}

void CopyCellsTest::aCellOfSeveralLinesIsQuoted()
{
    Table table;
    table.view.selectRow(2);
    table.press(Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard(), QStringLiteral("\"two\nlines\"\t\"b\""));
    table.view.hideColumn(1);
    table.press(Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard(), QStringLiteral("two\nlines"));
}

void CopyCellsTest::theMenuSaysTheShortcuts()
{
    const Table table;
    QCOMPARE(table.view.contextMenuPolicy(), Qt::ActionsContextMenu);
    const QList<QAction*> actions = table.view.actions();
    QVERIFY(actions.size() >= 2);
    QCOMPARE(actions[0]->shortcut(), QKeySequence(QKeySequence::Copy));
    QCOMPARE(actions[1]->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    QVERIFY(actions[0]->isShortcutVisibleInContextMenu());
}

void CopyCellsTest::aCellOpensInTheViewer()
{
    Table table;
    table.view.setCurrentIndex(table.model.index(2, 0));
    ui::showWholeCell(&table.view);
    const auto* viewer = table.view.findChild<ui::TextViewer*>();
    QVERIFY(viewer);
    QCOMPARE(viewer->view()->lines().text(), QStringLiteral("two\nlines"));
}

REGISTER_TEST(CopyCellsTest)
#include "copycellstest.moc"
