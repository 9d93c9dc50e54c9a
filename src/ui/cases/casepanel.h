// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "ui/report/navigation.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QTreeView;

namespace ui {

class CaseFilter;
class CaseStore;
class CaseTreeModel;
class EmptyState;
class NoteField;
class UndoBar;

// The dock of cases: search, tree, and what can be done with a case or an analysis.
class CasePanel : public QWidget {
    Q_OBJECT
public:
    explicit CasePanel(CaseStore& store, QWidget* parent = nullptr);

    // What can be done with what is selected; for the menu bar as well.
    const QList<QAction*>& actions() const { return m_actions; }
    QTreeView* view() const { return m_view; }
    void focusSearch();
    void search(const QString& words);
    QList<core::Analysis> selectedAnalyses() const;
    // Opens the case, so that its analyses are seen.
    void showCase(qint64 caseId);
    // Shows the case and lets its name be typed.
    void editName(qint64 caseId);
    void newCase();
    // Of what is selected, where that is one thing.
    void editNote();
    // Offers the cases; `choose` is given the one to take, which may be a new one.
    void offerCases(const QPoint& place, bool withNone, const std::function<void(qint64 caseId)>& choose);

Q_SIGNALS:
    // To be opened from this file. Where the analyst says that it is the lost report of an analysis, its id; else 0.
    void openRequested(const QString& path, qint64 locatedId);
    void inspectorChanged(const InspectorContent& content);

private:
    void makeView();
    void makeActions();
    QAction* addCaseAction(
        QStringView iconName, const QString& text, const QKeySequence& shortcut, void (CasePanel::*slot)());
    void updateActions();
    void updateArea();
    void updateSearch();
    void goToFirst();
    void takeMatches(const core::CaseMatches& matches);
    void showEmptyState();
    void runEmptyAction();

    QList<qint64> selectedCases() const;
    QModelIndex currentRow() const;
    void activate(const QModelIndex& index);
    void openSelected();
    void askWhere(const core::Analysis& analysis);
    void locate(const core::Analysis& analysis);
    void fileSelected();
    void renameCurrent();
    void copyHashes();
    void removeSelected();
    void undo();
    void inspect();

    void restoreExpanded();
    void saveExpanded();

    CaseStore& m_store;
    CaseTreeModel* m_model;
    CaseFilter* m_filter;
    QLineEdit* m_searchField;
    QTreeView* m_view;
    EmptyState* m_empty;
    QStackedWidget* m_areas;
    NoteField* m_note;
    UndoBar* m_undoBar = nullptr;
    QList<QAction*> m_actions;
    QAction* m_open = nullptr;
    QAction* m_file = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_editNote = nullptr;
    QAction* m_copyHash = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_undo = nullptr;
    QTimer m_searchAgain;
    bool m_isRestoring = false; // rows open and close by themselves, not by the analyst
};

} // namespace ui
