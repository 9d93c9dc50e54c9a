// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/navigation.h"
#include "ui/widgets/columnlayout.h"

#include <QWidget>

#include <functional>
#include <optional>

class QStackedWidget;
class QTableView;

namespace ui {

enum class Match { Whole, Part };

class CountBar;
class EmptyState;
class RecordFilter;
class RecordModel;

// A table of records that can be sorted and filtered, with its count, and a word of its own when it has none.
class RecordPanel : public QWidget {
    Q_OBJECT
public:
    // `name` is what the columns' state is remembered under; `empty` says that there are none.
    RecordPanel(RecordModel* model, const QString& name, const QString& empty, QWidget* parent = nullptr);
    // Why there may be none.
    void setHint(const QString& hint);

    // What the table is called for those who do not see it.
    void setTitle(const QString& title);
    void setNarrow(const Narrow& narrow);
    // What is said beside the word that a filter hides every record: where else it leaves some.
    void setHiddenHint(const QString& hint);
    void setFilterText(const QString& text);
    // More than the columns show of a record, for the inspector; the row is the model's.
    void setDescription(std::function<QString(int row)> body) { m_body = std::move(body); }
    // The process that made the record of a row of the model, where that is known: Enter goes to it.
    void setProcess(std::function<std::optional<qint64>(int row)> process) { m_process = std::move(process); }
    // Shows only the rows of the model that pass; an empty test shows all.
    void setTest(std::function<bool(int row)> test);
    int count() const;
    int shownCount() const;
    // Selects the first record with a cell that is the text, or holds it; asks for filters to be cleared that hide it.
    bool select(const QString& text, Match match);
    void selectFirst();

Q_SIGNALS:
    void inspectorChanged(const ui::InspectorContent& content);
    void clearRequested();
    void processActivated(qint64 pid);
    void onlyProcessRequested(qint64 pid);

private:
    void updateCounts();
    void hideEmptyColumns();
    void inspectCurrent();
    void showContextMenu(const QPoint& place);

    RecordModel* m_model;
    RecordFilter* m_filter;
    QStackedWidget* m_areas;
    QTableView* m_table;
    EmptyState* m_empty;
    CountBar* m_counts;
    EmptyState* m_hidden;
    ColumnLayout* m_columns;
    std::optional<qint64> processAt(const QModelIndex& index) const; // of the filter

    std::function<QString(int row)> m_body;
    std::function<std::optional<qint64>(int row)> m_process;
};

} // namespace ui
