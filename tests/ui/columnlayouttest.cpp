// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnlayout.h"
#include "support/testregistry.h"
#include "ui/models/recordmodel.h"
#include "ui/pages/tableview.h"
#include "ui/settings.h"
#include "uifixture.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QTreeView>

using Row = std::array<QString, 3>;

// A header forgets sizes, order and hidden columns when a filter leaves no row; the columns of a report do not.
class ColumnLayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void columnsFitTheirCells();
    void aFilterThatHidesAllChangesNothing();
    void whatTheUserSetsIsKeptAndRemembered();
    void columnsDoNotJumpWhileAFilterIsTyped();
    void brokenStatesAreDropped_data();
    void brokenStatesAreDropped();
    void fittingForgetsTheUsersWidths();
    void columnsGoWhereTheViewIsTooNarrow();
    void theNamesOfATreeGiveWayLast();
};

namespace {

const QString name = QStringLiteral("table-of-the-test");

struct Table {
    Table()
    {
        for (int column = 0; column < 3; ++column) {
            model.column(QStringLiteral("T%1").arg(column), ui::ColumnStyle::Text,
                [column](const Row& row) { return row[std::size_t(column)]; });
        }
        filter.setSourceModel(&model);
        ui::setUpTable(&view);
        view.setModel(&filter);
        view.setSortingEnabled(true);
        view.sortByColumn(-1, Qt::AscendingOrder);
        layout = ui::fitColumns(&view, name);
        view.resize(600, 300);
        view.show();
        model.setRecords({{QStringLiteral("GET"), QStringLiteral("http://www.example.com/") + QString(60, u'a'), QStringLiteral("200")},
            {QStringLiteral("POST"), QStringLiteral("http://b.example/"), QStringLiteral("404")}});
        settle();
    }

    void settle() { QTest::qWait(0); }
    int width(int column) const { return view.columnWidth(column); }
    int sum() const { return width(0) + width(1) + width(2); }

    ui::RecordTable<Row> model;
    ui::RecordFilter filter;
    QTableView view;
    ui::ColumnLayout* layout;
};

QVariant saved()
{
    return ui::Settings::value(ui::Setting::TableHeaders).toMap().value(name);
}

} // namespace

void ColumnLayoutTest::columnsFitTheirCells()
{
    const test::UiFixture fixture;
    Table table;
    table.view.resize(1100, 300);
    QCOMPARE(table.sum(), table.view.viewport()->width());
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 3; ++column) {
            const QModelIndex index = table.filter.index(row, column);
            QVERIFY(table.view.sizeHintForIndex(index).width() <= table.width(column));
        }
    }
    QVERIFY(table.width(1) > table.width(0) + table.width(2)); // the widest has the rest
    table.view.resize(1300, 300);
    QCOMPARE(table.sum(), table.view.viewport()->width());
}

void ColumnLayoutTest::aFilterThatHidesAllChangesNothing()
{
    const test::UiFixture fixture;
    Table table;
    table.view.setColumnWidth(0, 77);
    table.view.horizontalHeader()->moveSection(2, 0);
    const std::array before{table.width(0), table.width(1), table.width(2)};
    for (const QString& text : {QStringLiteral("no row has this"), QStringLiteral("b.example"), QString()}) {
        table.filter.setText(text);
        table.settle();
        QCOMPARE((std::array{table.width(0), table.width(1), table.width(2)}), before);
        QCOMPARE(table.view.horizontalHeader()->logicalIndex(0), 2);
    }
    table.filter.setTest([](int) { return false; });
    table.settle();
    QCOMPARE((std::array{table.width(0), table.width(1), table.width(2)}), before);
}

void ColumnLayoutTest::whatTheUserSetsIsKeptAndRemembered()
{
    const test::UiFixture fixture;
    {
        Table table;
        table.view.setColumnWidth(1, 123);
        table.view.horizontalHeader()->moveSection(2, 0);
        table.view.sortByColumn(2, Qt::DescendingOrder);
        table.filter.setText(QStringLiteral("no row has this"));
        table.settle();
    }
    const Table again;
    QCOMPARE(again.width(1), 123);
    QCOMPARE(again.sum(), again.view.viewport()->width()); // another column has the rest
    QCOMPARE(again.view.horizontalHeader()->logicalIndex(0), 2);
    QCOMPARE(again.view.horizontalHeader()->sortIndicatorSection(), 2);
    QCOMPARE(again.filter.index(0, 2).data().toString(), QStringLiteral("404"));
}

void ColumnLayoutTest::columnsDoNotJumpWhileAFilterIsTyped()
{
    const test::UiFixture fixture;
    Table table;
    const int before = table.width(0);
    table.filter.setText(QStringLiteral("get"));
    table.settle();
    QCOMPARE(table.width(0), before); // POST, the wider one, is hidden now
}

void ColumnLayoutTest::brokenStatesAreDropped_data()
{
    QTest::addColumn<QVariant>("state");
    const QVariantList widths{0, 100, 0};
    const QVariantList order{0, 1, 2};
    const auto state = [](int version, const QVariantList& w, const QVariantList& o) {
        return QVariant(QVariantMap{{QStringLiteral("version"), version}, {QStringLiteral("widths"), w},
            {QStringLiteral("order"), o}, {QStringLiteral("sorted"), -1}});
    };
    QTest::newRow("of an older version") << QVariant(QByteArray("\x00\x00\x00\xff", 4));
    QTest::newRow("of another version") << state(1, widths, order);
    QTest::newRow("of fewer columns") << state(2, {0, 100}, {0, 1});
    QTest::newRow("no order") << state(2, widths, {0, 0, 2});
    QTest::newRow("a width of nothing") << state(2, {0, 1, 0}, order);
    QTest::newRow("a width beyond every screen") << state(2, {0, 1'000'000, 0}, order);
}

void ColumnLayoutTest::brokenStatesAreDropped()
{
    const test::UiFixture fixture;
    QFETCH(QVariant, state);
    ui::Settings::set(ui::Setting::TableHeaders, QVariantMap{{name, state}, {QStringLiteral("other"), 1}});
    const Table table;
    QCOMPARE(table.sum(), table.view.viewport()->width());
    QVERIFY(table.width(1) > table.width(0) + table.width(2));
    QVERIFY(!saved().isValid());
    QVERIFY(ui::Settings::value(ui::Setting::TableHeaders).toMap().contains(QStringLiteral("other")));
}

void ColumnLayoutTest::fittingForgetsTheUsersWidths()
{
    const test::UiFixture fixture;
    Table table;
    const int before = table.width(1);
    table.view.setColumnWidth(1, 60);
    QCOMPARE(table.width(1), 60);
    table.layout->fitAll();
    QCOMPARE(table.width(1), before);
}

void ColumnLayoutTest::columnsGoWhereTheViewIsTooNarrow()
{
    const test::UiFixture fixture;
    Table table;
    table.layout->setNarrow({.columns = {2}, .least = 300});
    QVERIFY(!table.view.isColumnHidden(2));
    table.view.resize(320, 300);
    QVERIFY(table.view.isColumnHidden(2));
    table.filter.setText(QStringLiteral("no row has this"));
    table.filter.setText({});
    QVERIFY(table.view.isColumnHidden(2));
    table.view.resize(600, 300);
    QVERIFY(!table.view.isColumnHidden(2));
}

void ColumnLayoutTest::theNamesOfATreeGiveWayLast()
{
    const test::UiFixture fixture;
    QStandardItemModel model(0, 4);
    QStandardItem* parent = model.invisibleRootItem();
    for (int depth = 0; depth < 6; ++depth) {
        QList<QStandardItem*> row;
        for (const char* text : {"netsvchelper.exe", "C:\\Windows\\System32\\cmd.exe /c start", "T+00:46.851", "1,150"}) {
            row << new QStandardItem(QString::fromLatin1(text).repeated(2));
        }
        parent->appendRow(row);
        parent = row.first();
    }
    QTreeView view;
    ui::setUpTree(&view);
    view.setModel(&model);
    view.expandAll();
    ui::fitColumns(&view);
    view.resize(460, 300);
    view.show();
    QTest::qWait(0);
    QVERIFY2(view.columnWidth(0) >= view.header()->width() / 2 - 1, QByteArray::number(view.columnWidth(0)).constData());
}

REGISTER_TEST(ColumnLayoutTest)
#include "columnlayouttest.moc"
