// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/taskrecord.h"
#include "ui/backend.h"
#include "ui/report/navigation.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStackedWidget;

namespace ui {

class EmptyState;
class TaskListModel;

// The dock of tasks: filter, list and what can be done with a task.
class TaskPanel : public QWidget {
    Q_OBJECT
public:
    explicit TaskPanel(const Backend& backend, QWidget* parent = nullptr);

    // What can be done with the selected tasks; for the menu bar as well.
    const QList<QAction*>& actions() const { return m_actions; }
    QListView* view() const { return m_view; }
    TaskListModel* model() const { return m_model; }
    void focusFilter();

Q_SIGNALS:
    void openRequested(const QString& taskId);
    void submitRequested();
    // A task was chosen: what there is to know of it.
    void inspectorChanged(const ui::InspectorContent& content);
    // What was told of the chosen task has changed.
    void inspectorUpdated(const ui::InspectorContent& before, const ui::InspectorContent& now);

private:
    void makeActions();
    QAction* addTaskAction(QStringView iconName, const QString& text, const QKeySequence& shortcut);
    void updateActions();
    void updateEmptyState();
    bool isDamaged() const;
    void showNewTask(const QModelIndex& parent, int first);
    void analyseAgain();
    void openOnServer();
    QString remedyForDeleting(const net::TaskRecord& record) const;
    QList<net::TaskRecord> selected() const;
    void openSelected();
    void cancelSelected();
    void retrySelected();
    void pauseSelected();
    void stopSelected();
    void showSelectedArchive() const;
    void deleteSelectedOnServer();
    void removeSelected();
    void copyHashes() const;
    void copyErrors() const;
    void confirm(const QString& question, const QString& information, const QString& yes, std::function<void()> act);

    Backend m_backend;
    TaskListModel* m_model;
    QSortFilterProxyModel* m_filter;
    QLineEdit* m_filterField;
    QListView* m_view;
    EmptyState* m_empty;
    QStackedWidget* m_areas;
    QList<QAction*> m_actions;
    QAction* m_open = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_showArchive = nullptr;
    QAction* m_copyError = nullptr;
    QAction* m_retry = nullptr;
    QAction* m_again = nullptr;
    QAction* m_openOnServer = nullptr;
    QAction* m_pause = nullptr;
    QAction* m_deleteOnServer = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_copyHash = nullptr;
};

} // namespace ui
