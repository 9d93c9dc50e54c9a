// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace net {
class ServerTasks;
struct TaskView;
} // namespace net

namespace ui {

class RecordFilter;
class ServerTaskModel;
class TonedLabel;

// The tasks that a server has, whoever submitted them: one is found by its number or in the list, and its report
// fetched through the task list.
class ServerTasksDialog : public QDialog {
    Q_OBJECT
public:
    // Lists the tasks of this server first; of the first one when the id is empty.
    explicit ServerTasksDialog(const Backend& backend, const QString& profileId = {}, QWidget* parent = nullptr);
    ~ServerTasksDialog() override;

Q_SIGNALS:
    // The report of the selected task is here already.
    void openRequested(const QString& path);

private:
    QWidget* makeTop();
    QWidget* makeFoot();
    void makeTable();
    void fillServers(const QString& profileId);
    void list();
    void find();
    void showTasks();
    void updateButtons();
    void fetch();
    const net::TaskView* selected() const;

    Backend m_backend;
    std::unique_ptr<net::ServerTasks> m_tasks;
    ServerTaskModel* m_model;
    RecordFilter* m_filter;
    QComboBox* m_server;
    QComboBox* m_state;
    QLineEdit* m_search;
    QLineEdit* m_number;
    QTableView* m_table;
    TonedLabel* m_message;
    QPushButton* m_find;
    QPushButton* m_more;
    QPushButton* m_fetch;
};

} // namespace ui
