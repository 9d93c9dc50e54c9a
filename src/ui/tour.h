// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

class QDialog;
class QWidget;

namespace ui {

class ReportView;
class Workbench;

// Writes a picture of every page, in light and dark, and of the dialogs, and ends the application: 0 when all were
// written, 1 with the reason on stderr.
class Tour : public QObject {
    Q_OBJECT
public:
    // Without files, the demo's report is shown.
    Tour(Workbench& workbench, const QString& folder, const QStringList& files);

    void start();

private:
    void waitForReport();
    void plan(ReportView* view);
    void planPages(ReportView* view, const QString& prefix);
    void planOverlays(ReportView* view);
    void planCases();
    void planTasks();
    void submitTasks();
    void waitForTasks();
    void planDialogs();
    void planDialog(const QString& name, std::function<QDialog*()> open);
    void next();
    // With something over the window, where it stands; a dialog in the middle, over a window that is dimmed.
    void shoot(const QString& name, QWidget* over = nullptr);
    void fail(const QString& reason);

    Workbench& m_workbench;
    QString m_folder;
    QStringList m_files;
    QList<std::function<void()>> m_steps;
    int m_count = 0;
    QElapsedTimer m_waited;
};

} // namespace ui
