// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnwidths.h"
#include "support/testregistry.h"

#include <numeric>

class ColumnWidthsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWidestTakesWhatIsLeft();
    void theWidestGivesWayFirst();
    void nothingGoesBelowItsLeast();
    void whatTheUserSetStays();
};

using Widths = std::vector<int>;

void ColumnWidthsTest::theWidestTakesWhatIsLeft()
{
    QCOMPARE(ui::columnWidths({{50, 40}, {200, 100}, {60, 40}}, 500), (Widths{50, 390, 60}));
    QCOMPARE(ui::columnWidths({{50, 40}}, 500), (Widths{500}));
    QCOMPARE(ui::columnWidths({}, 500), Widths());
}

void ColumnWidthsTest::theWidestGivesWayFirst()
{
    // Two long columns share what the short ones leave; no room is lost to rounding.
    QCOMPARE(ui::columnWidths({{50, 40}, {900, 100}, {600, 100}}, 450), (Widths{50, 200, 200}));
    const Widths odd = ui::columnWidths({{50, 40}, {900, 100}, {600, 100}}, 451);
    QCOMPARE(std::accumulate(odd.begin(), odd.end(), 0), 451);
}

void ColumnWidthsTest::nothingGoesBelowItsLeast()
{
    QCOMPARE(ui::columnWidths({{50, 50}, {900, 100}, {600, 160}}, 250), (Widths{50, 100, 160}));
}

void ColumnWidthsTest::whatTheUserSetStays()
{
    QCOMPARE(ui::columnWidths({{50, 40}, {300, 100, true}, {60, 40}}, 500), (Widths{50, 300, 150}));
    QCOMPARE(ui::columnWidths({{700, 700, true}, {60, 40}}, 500), (Widths{700, 40}));
    QCOMPARE(ui::columnWidths({{100, 100, true}, {60, 60, true}}, 500), (Widths{100, 60}));
}

REGISTER_TEST(ColumnWidthsTest)
#include "columnwidthstest.moc"
