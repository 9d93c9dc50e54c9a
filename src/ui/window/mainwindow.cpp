// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/profiles/cleartokenquestion.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/settings.h"
#include "ui/tasks/reportwatcher.h"
#include "ui/tasks/taskpanel.h"
#include "ui/theme/icons.h"
#include "ui/widgets/screenfit.h"
#include "ui/window/docktitle.h"
#include "ui/window/dropoverlay.h"
#include "ui/window/errorbar.h"
#include "ui/window/exportnotice.h"
#include "ui/window/inspectorpanel.h"
#include "ui/window/notifier.h"
#include "ui/window/progressstrip.h"
#include "ui/window/serverbar.h"
#include "ui/window/welcomepage.h"
#include "ui/window/windowcommands.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDockWidget>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr QSize FirstSize(1440, 900);
constexpr int StateVersion = 2; // 1 had no cases
constexpr int TaskDockWidth = 280;
constexpr int InspectorDockWidth = 248;
constexpr int TaskDockShare = 11; // of the height that both have
constexpr int CaseDockShare = 9;
constexpr int SmallWindow = 1280; // pixels; narrower docks leave the page its room
constexpr int NarrowDockWidth = 200;
} // namespace

MainWindow::MainWindow(const Backend& backend, QWidget* parent)
    : QMainWindow(parent)
    , m_backend(backend)
{
    setWindowTitle(tr("CAPE Workbench"));
    setWindowIcon(applicationIcon());
    setDockNestingEnabled(true);
    setAcceptDrops(true);
    makeCommands();
    new WindowCommands(this);
    makeCentre();
    makeDocks();
    makeStatusBar();
    makeMenus();
    makeToolBar();
    m_overlay = new DropOverlay(this);
    connect(m_overlay, &DropOverlay::dropped, this, &MainWindow::takeLater);
    qApp->installEventFilter(this);
    auto* watcher = new ReportWatcher(backend.queue, this);
    connect(watcher, &ReportWatcher::reportRead, this, &MainWindow::rememberTask);
    auto* notifier = new Notifier(backend.queue, this);
    connect(notifier, &Notifier::openRequested, this, &MainWindow::openTask);
    connect(&backend.queue, &net::TaskQueue::taskChanged, this, &MainWindow::taskChanged);
    auto* clearToken = new ClearTokenQuestion(backend, this);
    connect(clearToken, &ClearTokenQuestion::failed, this, &MainWindow::showError);
    restoreWindow();
    updateCommands();
}

void MainWindow::makeCentre()
{
    m_welcome = new WelcomePage(m_backend, this);
    connect(m_welcome, &WelcomePage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::askForReport);
    connect(m_welcome, &WelcomePage::connectRequested, this, &MainWindow::openServers);
    connect(m_welcome, &WelcomePage::submitRequested, this, &MainWindow::askToSubmit);
    connect(m_welcome, &WelcomePage::taskRequested, this, &MainWindow::openTask);
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_tabs->setAccessibleName(tr("Open reports"));
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &MainWindow::closeReport);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::showCurrentReport);
    m_centre = new QStackedWidget(this);
    m_centre->addWidget(m_welcome);
    m_centre->addWidget(m_tabs);
    m_errors = new ErrorBar(this);
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_errors);
    layout->addWidget(m_centre, 1);
    setCentralWidget(centre);
}

void MainWindow::showError(const core::Error& error)
{
    m_errors->showError(error);
}

void MainWindow::makeDocks()
{
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_tasks = new TaskPanel(m_backend, this);
    connect(m_tasks, &TaskPanel::openRequested, this, &MainWindow::openTask);
    connect(m_tasks, &TaskPanel::submitRequested, this, &MainWindow::askToSubmit);
    connect(m_tasks, &TaskPanel::inspectorChanged, this,
        [this](const InspectorContent& content) { m_inspector->setContent(content); });
    connect(m_tasks, &TaskPanel::inspectorUpdated, this,
        [this](const InspectorContent& before, const InspectorContent& now) {
            if (m_inspector->content() == before) {
                m_inspector->setContent(now);
            }
        });
    m_taskDock = makeDock(QStringLiteral("tasks"), tr("Tasks"), m_tasks, Qt::LeftDockWidgetArea);
    makeCaseDock();
    m_inspector = new InspectorPanel(this);
    m_inspectorDock = makeDock(QStringLiteral("inspector"), tr("Inspector"), m_inspector, Qt::RightDockWidgetArea);
}

QDockWidget* MainWindow::makeDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setTitleBarWidget(new DockTitle(dock));
    dock->setWidget(content);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::makeStatusBar()
{
    auto* servers = new ServerBar(m_backend, this);
    connect(servers, &ServerBar::editRequested, this, &MainWindow::editProfiles);
    m_progress = new ProgressStrip(this);
    m_exported = new ExportNotice(this);
    connect(m_exported, &ExportNotice::openRequested, this,
        [](const QString& folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    statusBar()->addWidget(servers, 1);
    statusBar()->addPermanentWidget(m_exported);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::restoreWindow()
{
    const QByteArray geometry = Settings::value(Setting::WindowGeometry).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) {
        resizeToFit(this, FirstSize);
    }
    if (!restoreState(Settings::value(Setting::WindowState).toByteArray(), StateVersion)) {
        const bool isSmall = width() < SmallWindow;
        resizeDocks({m_taskDock, m_inspectorDock},
            isSmall ? QList{NarrowDockWidth, NarrowDockWidth} : QList{TaskDockWidth, InspectorDockWidth},
            Qt::Horizontal);
        resizeDocks({m_taskDock, m_caseDock}, {TaskDockShare, CaseDockShare}, Qt::Vertical);
    }
}

void MainWindow::setDemoAvailable(bool available)
{
    m_welcome->setDemoAvailable(available);
    command(Command::Demo)->setEnabled(available);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_backend.access == core::Access::ReadOnly) {
        return QMainWindow::closeEvent(event); // the other window's state is the one to come back
    }
    Settings::set(Setting::WindowGeometry, saveGeometry());
    Settings::set(Setting::WindowState, saveState(StateVersion));
    QStringList open;
    for (const ReportView* view : reports()) {
        open << view->session().path();
    }
    Settings::set(Setting::OpenReports, open);
    const ReportView* current = currentReport();
    Settings::set(Setting::CurrentReport, current ? current->session().path() : QString());
    QMainWindow::closeEvent(event);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // Fields and lists take drops for themselves; over this window a drop is always ours.
    if (event->type() == QEvent::DragEnter && !m_overlay->isVisible()) {
        auto* widget = qobject_cast<QWidget*>(watched);
        auto* drag = static_cast<QDragEnterEvent*>(event);
        if (widget && widget != this && widget->window() == this && canRead(*drag->mimeData())) {
            dragEnterEvent(drag);
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!canRead(*event->mimeData())) {
        return;
    }
    event->acceptProposedAction();
    showOverlay(readMimeData(*event->mimeData()));
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_overlay->hide();
    if (!canRead(*event->mimeData())) {
        return;
    }
    event->acceptProposedAction();
    takeLater(readMimeData(*event->mimeData()));
}

void MainWindow::showOverlay(const DropContent& content)
{
    QStringList names;
    for (const net::Profile& profile : m_backend.profiles.profiles()) {
        names << profile.name;
    }
    m_overlay->setServers(names);
    m_overlay->cover(content);
    m_dragLook = std::make_unique<QObject>();
    sortLater(content, m_dragLook.get(), [this](const DropContent& sorted) {
        if (m_overlay->isVisible()) {
            m_overlay->cover(sorted);
        }
    });
}

} // namespace ui
