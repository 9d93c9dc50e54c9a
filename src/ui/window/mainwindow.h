// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMainWindow>

class QActionGroup;
class QStackedWidget;
class QTabWidget;

namespace ui {

class InspectorPanel;
class ProgressStrip;
class ReportSession;
class ReportView;
class WelcomePage;

// The window: toolbar, docks, the open reports and the status bar.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);

    // Opens a report file in a tab, or turns to the tab that has it.
    ReportView* openReport(const QString& path);
    ReportView* currentReport() const;

Q_SIGNALS:
    void demoRequested();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    // Every command of the window; menus, toolbar and palette share the actions.
    enum class Command {
        OpenReport,
        CloseReport,
        Quit,
        SchemeSystem,
        SchemeLight,
        SchemeDark,
        SwitchScheme,
        Back,
        Forward,
        NextPage,
        PreviousPage,
        FocusFilter,
        About,
    };

    QAction* command(Command command) const { return m_commands.value(command); }
    void makeCommands();
    QAction* makeCommand(Command command, QStringView iconName, const QString& text, const QKeySequence& shortcut,
        void (MainWindow::*slot)());
    void makeSchemeCommands();
    void makeMenus();
    void makeToolBar();
    void makeCentre();
    void makeDocks();
    QDockWidget* makeDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void makeStatusBar();
    void restoreWindow();

    void updateCommands();
    void askForReport();
    void closeCurrentReport();
    void closeReport(int tab);
    void showCurrentReport();
    void nameTab(ReportView* view);
    void switchScheme();
    void goBack();
    void goForward();
    void nextPage();
    void previousPage();
    void turnPage(int step);
    void focusFilter();
    void showAbout();

    QHash<Command, QAction*> m_commands;
    QTabWidget* m_tabs = nullptr;
    QStackedWidget* m_centre = nullptr;
    WelcomePage* m_welcome = nullptr;
    InspectorPanel* m_inspector = nullptr;
    QDockWidget* m_inspectorDock = nullptr;
    ProgressStrip* m_progress = nullptr;
};

} // namespace ui
