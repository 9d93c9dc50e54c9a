// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/report/report.h"
#include "core/result/analysisresult.h"
#include "ui/backend.h"
#include "ui/submit/dropcontent.h"

#include <QHash>
#include <QMainWindow>

#include <memory>

class QStackedWidget;
class QTabWidget;

namespace ui {

class CasePanel;
class CommandField;
class CommandPalette;
class DropOverlay;
class ErrorBar;
class ExportDialog;
class ExportNotice;
class InspectorPanel;
class ProfileDialog;
class ProgressStrip;
class ReportSession;
class ReportView;
class SendDialog;
class SubmitDialog;
class TaskPanel;
class WelcomePage;
struct PaletteEntry;

// The window: toolbar, docks, the open reports and the status bar.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Backend& backend, QWidget* parent = nullptr);

    // Opens a report file in a tab, or turns to the tab that has it.
    ReportView* openReport(const QString& path);
    ReportView* currentReport() const;
    QList<ReportView*> reports() const;
    // Opens reports, and a submit dialog for what is to be submitted; gives that dialog, null where none is needed.
    SubmitDialog* take(const DropContent& content);
    // The same for paths that nobody has looked at yet, once that is done.
    void takeLater(const DropContent& content);
    SubmitDialog* submit(const DropContent& content);
    ProfileDialog* editProfiles(const QString& profileId = {});
    // Asks what of the current report's result to write; null before there is a result.
    ExportDialog* exportReport();
    // Sends the current report's result to an Assemblyline; null before there is a result.
    SendDialog* sendResult();
    CommandPalette* showPalette();
    TaskPanel* tasks() const { return m_tasks; }
    CasePanel* cases() const { return m_cases; }
    // Says over the pages what went wrong with the program itself, such as tasks that cannot be saved.
    void showError(const core::Error& error);
    // Whether the welcome page offers the demo.
    void setDemoAvailable(bool available);
    // Opens the reports that were open at the end of the last run.
    void reopenReports();

Q_SIGNALS:
    void demoRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // Every command of the window; menus, toolbar and palette share the actions.
    enum class Command {
        Submit,
        SubmitPasted,
        OpenReport,
        ExportResult,
        SendResult,
        FileInCase,
        NewCase,
        CloseReport,
        Quit,
        SchemeSystem,
        SchemeLight,
        SchemeDark,
        SwitchScheme,
        HighContrast,
        Back,
        Forward,
        NextPage,
        PreviousPage,
        NextReport,
        PreviousReport,
        FocusFilter,
        FocusTasks,
        FocusCases,
        Palette,
        Servers,
        ServerTasks,
        Settings,
        Demo,
        About,
    };

    QAction* command(Command command) const { return m_commands.value(command); }
    void makeCommands();
    void makeGoCommands();
    void makeSchemeCommands();
    QAction* makeCommand(Command command, QStringView iconName, const QString& text, const QKeySequence& shortcut,
        void (MainWindow::*slot)());
    void makeMenus();
    void makeToolBar();
    void makeCentre();
    void makeDocks();
    QDockWidget* makeDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void makeStatusBar();
    void restoreWindow();
    void updateCommands();

    void askForReport();
    void openTask(const QString& taskId);
    void closeCurrentReport();
    void closeReport(int tab);
    void showCurrentReport();
    void nameTab(ReportView* view);
    void askForExport();
    void askToSend();
    void askToSubmit();
    void submitPasted();
    void showOverlay(const DropContent& content);
    void taskChanged(const QString& taskId);

    void makeCaseDock();
    void openAnalysis(const QString& path, qint64 locatedId);
    void rememberTask(
        const QString& taskId, const core::ReportPtr& report, const core::AnalysisResultPtr& result);
    void rememberReport(const ReportSession& session, std::optional<qint64> caseId = std::nullopt);
    void fileInCase();

    void switchScheme();
    void goBack();
    void goForward();
    void nextPage();
    void previousPage();
    void turnPage(int step);
    void nextReport();
    void previousReport();
    void turnReport(int step);
    void focusFilter();
    void focusTasks();
    void focusCases();
    void newCase();
    void openPalette();
    QList<PaletteEntry> paletteEntries();
    void addCommandEntries(QList<PaletteEntry>& entries);
    void openServers();
    void openServerTasks();
    void openSettings();
    void showAbout();

    Backend m_backend;
    QHash<Command, QAction*> m_commands;
    QTabWidget* m_tabs = nullptr;
    QStackedWidget* m_centre = nullptr;
    ErrorBar* m_errors = nullptr;
    WelcomePage* m_welcome = nullptr;
    InspectorPanel* m_inspector = nullptr;
    TaskPanel* m_tasks = nullptr;
    CasePanel* m_cases = nullptr;
    QDockWidget* m_taskDock = nullptr;
    QDockWidget* m_caseDock = nullptr;
    QDockWidget* m_inspectorDock = nullptr;
    ProgressStrip* m_progress = nullptr;
    ExportNotice* m_exported = nullptr;
    CommandField* m_commandField = nullptr;
    DropOverlay* m_overlay = nullptr;
    QHash<QString, qint64> m_located; // reports that the analyst found again: path -> analysis
    std::unique_ptr<QObject> m_dragLook; // context of the look at what is dragged: the newest one counts
};

} // namespace ui
