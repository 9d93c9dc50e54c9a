// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/navigation.h"

#include <QObject>

class QListView;

namespace ui {

class TaskListModel;

// Tells what there is to know of the chosen task, and what becomes of it while it stays chosen.
class TaskInspection : public QObject {
    Q_OBJECT
public:
    // The view shows the model through a filter.
    TaskInspection(QListView* view, TaskListModel* model, QObject* parent = nullptr);

Q_SIGNALS:
    void changed(const ui::InspectorContent& content);
    void updated(const ui::InspectorContent& before, const ui::InspectorContent& now);

private:
    void choose();
    void update();

    QListView* m_view;
    TaskListModel* m_model;
    QString m_id; // of the chosen task
    InspectorContent m_told; // of it
};

} // namespace ui
