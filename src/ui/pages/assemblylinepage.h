// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/reportpage.h"

#include "core/result/analysisresult.h"

class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace ui {

class EmptyState;
class LeftOutPanel;
class SectionTreeModel;

// The Assemblyline result as it is exported: its sections as a tree, and the selected one with heuristic, body and
// tags; and what was left out, with the reason.
class AssemblylinePage : public ReportPage {
    Q_OBJECT
public:
    explicit AssemblylinePage(QWidget* parent = nullptr);

    QString id() const override { return pages::Assemblyline.toString(); }
    QString title() const override { return tr("Assemblyline"); }
    QString iconName() const override { return QStringLiteral("assemblyline"); }
    QString countText() const override;

    void setReport(const ReportSession& session) override;
    void setResult(const ReportSession& session) override;
    void goTo(const Target& target) override;
    void focusFilter() override;
    void prepareForTour() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showSection(const core::Section& section);
    QWidget* makeHeuristic(const core::Heuristic& heuristic, QWidget* parent);
    QWidget* makeTags(const core::Tags& tags, QWidget* parent);
    QWidget* makeNotes(QWidget* parent);

    core::AnalysisResultPtr m_result;
    SectionTreeModel* m_model;
    QStackedWidget* m_areas;
    EmptyState* m_waiting; // says that it is being converted, or why it could not be
    QSplitter* m_splitter;
    QTreeView* m_tree;
    QScrollArea* m_scroll;
    LeftOutPanel* m_leftOut;
};

} // namespace ui
