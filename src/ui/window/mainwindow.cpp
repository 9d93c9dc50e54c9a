// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/settings.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/window/docktitle.h"
#include "ui/window/inspectorpanel.h"
#include "ui/window/progressstrip.h"
#include "ui/window/welcomepage.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>

namespace ui {

namespace {
constexpr QSize FirstSize(1440, 900);
constexpr int StateVersion = 1;
constexpr int LongestTab = 28; // characters
} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
{
    setWindowTitle(tr("CAPE Workbench"));
    setWindowIcon(applicationIcon());
    setDockNestingEnabled(true);
    makeCommands();
    makeCentre();
    makeDocks();
    makeStatusBar();
    makeMenus();
    makeToolBar();
    restoreWindow();
    updateCommands();
}

void MainWindow::makeCentre()
{
    m_welcome = new WelcomePage(this);
    m_welcome->setDemoAvailable(true);
    connect(m_welcome, &WelcomePage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::askForReport);
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
    setCentralWidget(m_centre);
}

void MainWindow::makeDocks()
{
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_inspector = new InspectorPanel(this);
    m_inspectorDock
        = makeDock(QStringLiteral("inspector"), tr("Inspector"), m_inspector, Qt::RightDockWidgetArea);
}

QDockWidget* MainWindow::makeDock(
    const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area)
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
    m_progress = new ProgressStrip(this);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::restoreWindow()
{
    const QByteArray geometry = Settings::value(Setting::WindowGeometry).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) {
        const QSize room = screen() ? screen()->availableSize() : FirstSize;
        resize(FirstSize.boundedTo(room));
    }
    if (!restoreState(Settings::value(Setting::WindowState).toByteArray(), StateVersion))
        resizeDocks({m_inspectorDock}, {280}, Qt::Horizontal);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    Settings::set(Setting::WindowGeometry, saveGeometry());
    Settings::set(Setting::WindowState, saveState(StateVersion));
    QMainWindow::closeEvent(event);
}

ReportView* MainWindow::openReport(const QString& path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        auto* view = qobject_cast<ReportView*>(m_tabs->widget(tab));
        if (view && view->session().path() == whole) {
            m_tabs->setCurrentIndex(tab);
            return view;
        }
    }
    auto* session = new ReportSession(this);
    auto* view = new ReportView(session, m_tabs);
    connect(view, &ReportView::inspectorChanged, this, [this, view](const InspectorContent& content) {
        if (view == currentReport())
            m_inspector->setContent(content);
    });
    connect(view, &ReportView::nameChanged, this, [this, view] { nameTab(view); });
    connect(view, &ReportView::placeChanged, this, &MainWindow::updateCommands);
    connect(session, &ReportSession::stateChanged, this, &MainWindow::updateCommands);
    connect(session, &ReportSession::resultReady, this, &MainWindow::updateCommands);
    m_progress->follow(session);
    session->open(whole);
    m_tabs->setCurrentIndex(m_tabs->addTab(view, icon(u"report"), {}));
    nameTab(view);
    showCurrentReport();
    return view;
}

ReportView* MainWindow::currentReport() const
{
    return qobject_cast<ReportView*>(m_tabs->currentWidget());
}

void MainWindow::nameTab(ReportView* view)
{
    const QString name = view->session().name();
    const bool fits = name.size() <= LongestTab;
    const int tab = m_tabs->indexOf(view);
    m_tabs->setTabText(tab, safeLabel(fits ? name : name.first(LongestTab - 10) + QChar(0x2026) + name.last(9)));
    m_tabs->setTabToolTip(tab, safeToolTip(name + QLatin1Char('\n') + view->session().path()));
}

void MainWindow::askForReport()
{
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Open report"),
        Settings::text(Setting::LastOpenFolder),
        tr("CAPE reports (*.json *.json.gz *.zip);;All files (*)"));
    for (const QString& path : paths) {
        Settings::set(Setting::LastOpenFolder, QFileInfo(path).absolutePath());
        openReport(path);
    }
}

void MainWindow::closeCurrentReport()
{
    closeReport(m_tabs->currentIndex());
}

void MainWindow::closeReport(int tab)
{
    QWidget* view = m_tabs->widget(tab);
    if (!view)
        return;
    m_tabs->removeTab(tab);
    view->deleteLater();
    showCurrentReport();
}

void MainWindow::showCurrentReport()
{
    const ReportView* view = currentReport();
    m_centre->setCurrentWidget(view ? static_cast<QWidget*>(m_tabs) : m_welcome);
    m_inspector->setContent(view ? view->inspector() : InspectorContent());
    setWindowTitle(view ? tr("%1 - CAPE Workbench").arg(safeText(view->session().name())) : tr("CAPE Workbench"));
    updateCommands();
}

void MainWindow::goBack()
{
    if (ReportView* view = currentReport())
        view->goBack();
}

void MainWindow::goForward()
{
    if (ReportView* view = currentReport())
        view->goForward();
}

void MainWindow::nextPage()
{
    turnPage(1);
}

void MainWindow::previousPage()
{
    turnPage(-1);
}

void MainWindow::turnPage(int step)
{
    ReportView* view = currentReport();
    if (!view || view->pages().isEmpty())
        return;
    const qsizetype count = view->pages().size();
    const qsizetype current = view->pages().indexOf(view->currentPage());
    view->showPage(int((current + step + count) % count));
}

void MainWindow::focusFilter()
{
    if (const ReportView* view = currentReport(); view && view->currentPage())
        view->currentPage()->focusFilter();
}

void MainWindow::showAbout()
{
    QMessageBox* box = safeMessageBox(this, tr("CAPE Workbench %1").arg(QStringLiteral(CAPEWB_VERSION)),
        tr("A desktop workbench for CAPEv2 sandboxes: submit samples, follow their tasks, read the reports and export "
           "them for Assemblyline.\n\nFree software under the GNU General Public License, version 3 or later."));
    box->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->open();
}

} // namespace ui
