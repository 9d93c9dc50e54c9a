// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/reportpage.h"

#include "core/report/report.h"

#include <memory>

class QLineEdit;
class QSplitter;
class QToolButton;
class QStackedWidget;
class QTreeView;

namespace ui {

class CallPanel;
class CountBar;
class ProcessGraph;
class ProcessFilterModel;
class ProcessTable;
class ProcessTreeModel;

// The processes as a tree or as a graph, and below them the API calls of the selected one.
class ProcessesPage : public ReportPage {
    Q_OBJECT
public:
    explicit ProcessesPage(QWidget* parent = nullptr);

    QString id() const override { return pages::Processes.toString(); }
    QString title() const override { return tr("Processes"); }
    QString iconName() const override { return QStringLiteral("processes"); }
    QString countText() const override;

    void setReport(const ReportSession& session) override;
    void setFilters(const ReportFilters& filters) override;
    void goTo(const Target& target) override;
    void focusFilter() override;
    void prepareForTour() override;

private:
    QWidget* makeTreeArea();
    QWidget* makeToolBar();
    QWidget* makeViewButtons(QWidget* bar);
    QToolButton* makeButton(QWidget* bar, QStringView iconName, const QString& text);
    void showProcess(int row);
    void selectRow(int row);
    void showContextMenu(const QPoint& place);
    void updateCounts();
    void clearPids();
    void setHarmlessHidden(bool hidden);
    void showGraph(bool graph);
    int currentRow() const;

    core::ReportPtr m_report;
    std::shared_ptr<const ProcessTable> m_table;
    ProcessTreeModel* m_model;
    ProcessFilterModel* m_filtered;
    QStackedWidget* m_areas;
    QSplitter* m_splitter;
    QTreeView* m_tree;
    ProcessGraph* m_graph;
    QStackedWidget* m_views; // tree, graph, and the word that a filter hides both
    QToolButton* m_hideHarmless;
    QToolButton* m_asTree;
    QToolButton* m_asGraph;
    QLineEdit* m_text;
    CountBar* m_counts;
    CallPanel* m_calls;
    ReportFilters m_filters;
};

} // namespace ui
