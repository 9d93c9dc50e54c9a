// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/navigation.h"

#include <QWidget>

#include <functional>

class QStackedWidget;
class QTableView;

namespace ui {

enum class Match { Whole, Part };

class CountBar;
class RecordFilter;
class RecordModel;

// A table of records that can be sorted and filtered, with its count, and a word of its own when it has none.
class RecordPanel : public QWidget {
    Q_OBJECT
public:
    // `name` is what the columns' state is remembered under; `empty` says that there are none, `hint` why.
    RecordPanel(
        RecordModel* model, const QString& name, const QString& empty, const QString& hint, QWidget* parent = nullptr);

    // What the table is called for those who do not see it.
    void setTitle(const QString& title);
    void setWidths(std::initializer_list<int> widths);
    void setFilterText(const QString& text);
    // More than the columns show of a record, for the inspector; the row is the model's.
    void setDescription(std::function<QString(int row)> body) { m_body = std::move(body); }
    int count() const;
    // Selects the first record with a cell that is the text, or holds it.
    bool select(const QString& text, Match match);
    void selectFirst();

Q_SIGNALS:
    void inspectorChanged(const ui::InspectorContent& content);
    void clearRequested();
    void processActivated(int row); // of the model

private:
    void updateCounts();
    void inspectCurrent();
    void showContextMenu(const QPoint& place);

    RecordModel* m_model;
    RecordFilter* m_filter;
    QStackedWidget* m_areas;
    QTableView* m_table;
    CountBar* m_counts;
    std::function<QString(int row)> m_body;
};

} // namespace ui
