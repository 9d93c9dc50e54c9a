// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <QVariantMap>

#include <vector>

class QAbstractItemView;
class QHeaderView;

namespace ui {

// Which columns go, in this order, while a view is too narrow for them all; and the least that the widest one is left.
struct Narrow {
    std::vector<int> columns = {};
    int least = 100; // pixels
};

// The columns of a table or tree: as wide as their cells, within the room that there is, the widest one taking what is
// left. What the user sets (a width, an order, a sorting) stays and is remembered under a name.
//
// It holds all that by itself and gives it to the header, which forgets sizes, order and hidden columns whenever a model
// is filtered down to nothing. To be made once the view has its model; lives as long as the header.
class ColumnLayout : public QObject {
    Q_OBJECT
public:
    ColumnLayout(QAbstractItemView* view, QHeaderView* header, const QString& name);

    void setNarrow(const Narrow& narrow);
    // Columns in which no row has anything: they give their room to the others.
    void setEmptyColumns(const std::vector<int>& columns);
    // Forgets what the user has set.
    void fitAll();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Column {
        int title = 0; // in pixels, as are the others
        int cells = 0; // the widest cell so far
        int user = 0; // what the user has set; 0: none
        bool isEmpty = false;
    };

    void follow();
    void structureChanged();
    void cellsChanged();
    void update();
    void measure();
    void apply();
    std::vector<int> visibleColumns(int room) const;
    int wanted(int column) const;
    int least(int column, int most) const;
    void takeOrder();
    void takeWidth(int column, int width);
    void showMenu(const QPoint& place);

    void saveSoon();
    void save();
    void restore();
    QVariantMap state() const;
    bool take(const QVariantMap& state);

    QAbstractItemView* m_view;
    QHeaderView* m_header;
    QString m_name;
    Narrow m_narrow;
    std::vector<Column> m_columns; // by logical index
    std::vector<int> m_order; // logical indexes as they stand
    bool m_isApplying = false; // what the header tells is not the user's doing
    bool m_isMeasured = false;
    QTimer m_pause; // sizes change by the dozen while a column is dragged
    QTimer m_change; // and cells by the thousand
};

} // namespace ui
