// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/callfilter.h"
#include "ui/report/navigation.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QMenu;
class QTableView;
class QToolButton;

namespace ui {

class ApiCallModel;
class CountBar;
class EmptyState;

// API calls with their filters: text, categories, failed ones. Shows a range of the report's calls.
class CallPanel : public QWidget {
    Q_OBJECT
public:
    explicit CallPanel(QWidget* parent = nullptr);

    void setReport(core::ReportPtr report);
    void setRange(core::IndexRange range);
    // Selects the call and scrolls to it; filters that hide it are cleared.
    void showCall(core::CallIndex call);
    // In seconds from the start of the run.
    void setTime(const std::optional<std::pair<double, double>>& time);
    void focusFilter();
    void setText(const QString& text);

Q_SIGNALS:
    void inspectorChanged(const ui::InspectorContent& content);
    void timeCleared(); // the filter on time, which the whole report has

private:
    QWidget* makeToolBar();
    void makeTable();
    void rebuildCategoryMenu();
    void applyFilter();
    void showRow(int row);
    void clearFilter();
    void updateCounts();
    void inspectCurrent();

    core::ReportPtr m_report;
    ApiCallModel* m_model;
    QTableView* m_table;
    CountBar* m_counts;
    EmptyState* m_empty;
    EmptyState* m_hidden; // shown while the filter hides every call
    QLineEdit* m_text;
    QToolButton* m_categories;
    QMenu* m_categoryMenu;
    QToolButton* m_failedOnly;
    std::set<std::string> m_chosenCategories;
    std::optional<std::pair<double, double>> m_time;
    QTimer m_typing; // filters once the typing pauses
};

} // namespace ui
