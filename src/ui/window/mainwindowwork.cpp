// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with reports, tasks and submissions.
#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/filepicker.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/profiles/profiledialog.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/send/senddialog.h"
#include "ui/settings.h"
#include "ui/submit/submitdialog.h"
#include "ui/tasks/reportwatcher.h"
#include "ui/tasks/servertasksdialog.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/window/exportnotice.h"
#include "ui/window/inspectorpanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/progressstrip.h"
#include "ui/window/welcomepage.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>

namespace ui {

namespace {
constexpr int LongestTab = 28; // characters
constexpr int MessageTime = 8000; // ms
} // namespace

ReportView* MainWindow::openReport(const QString& path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    for (ReportView* view : reports()) {
        if (view->session().path() == whole) {
            m_tabs->setCurrentWidget(view);
            return view;
        }
    }
    auto* session = new ReportSession(this);
    for (const net::TaskRecord& record : m_backend.queue.tasks()) {
        if (reportPathOf(record) == whole) {
            session->setFileName(record.fileName);
        }
    }
    auto* view = new ReportView(session, m_tabs);
    connect(view, &ReportView::inspectorChanged, this, [this, view](const InspectorContent& content) {
        if (view == currentReport()) {
            m_inspector->setContent(content);
        }
    });
    connect(view, &ReportView::nameChanged, this, [this, view] { nameTab(view); });
    connect(view, &ReportView::placeChanged, this, &MainWindow::updateCommands);
    connect(session, &ReportSession::stateChanged, this, &MainWindow::updateCommands);
    connect(session, &ReportSession::resultReady, this, &MainWindow::updateCommands);
    for (const auto converted : {&ReportSession::resultReady, &ReportSession::conversionFailed}) {
        connect(session, converted, this, [this, session] { rememberReport(*session); });
    }
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

QList<ReportView*> MainWindow::reports() const
{
    QList<ReportView*> views;
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        views << qobject_cast<ReportView*>(m_tabs->widget(tab));
    }
    return views;
}

void MainWindow::reopenReports()
{
    if (!Settings::isOn(Setting::ReopenReports)) {
        return;
    }
    QStringList paths = Settings::value(Setting::OpenReports).toStringList();
    paths.removeIf([](const QString& path) { return !QFileInfo(path).isFile(); });
    for (const QString& path : std::as_const(paths)) {
        openReport(path);
    }
    if (const QString current = Settings::text(Setting::CurrentReport); paths.contains(current)) {
        openReport(current); // turns to its tab
    }
}

void MainWindow::nameTab(ReportView* view)
{
    const QString name = view->session().name();
    const bool fits = name.size() <= LongestTab;
    const int tab = m_tabs->indexOf(view);
    if (QWidget* close = m_tabs->tabBar()->tabButton(tab, QTabBar::RightSide)) {
        close->setAccessibleName(tr("Close %1").arg(safeText(name)));
    }
    m_tabs->setTabText(tab, safeLabel(fits ? name : name.first(LongestTab - 10) + QChar(0x2026) + name.last(9)));
    m_tabs->setTabToolTip(tab, safeToolTip(name + QLatin1Char('\n') + view->session().path()));
    if (view == currentReport()) {
        setWindowTitle(tr("%1 - CAPE Workbench").arg(safeText(name)));
    }
}

void MainWindow::askForReport()
{
    pickFiles(this, tr("Open report"), Settings::text(Setting::LastOpenFolder),
        tr("CAPE reports (*.json *.json.gz *.zip);;All files (*)"), [this](const QStringList& paths) {
            for (const QString& path : paths) {
                Settings::set(Setting::LastOpenFolder, QFileInfo(path).absolutePath());
                openReport(path);
            }
        });
}

void MainWindow::openTask(const QString& taskId)
{
    const auto record = m_backend.queue.task(taskId);
    if (record && record->phase == net::Phase::Ready) {
        openReport(reportPathOf(*record));
    }
}

void MainWindow::taskChanged(const QString& taskId)
{
    // Somebody who waits before an empty window sees the first report as it comes; nobody is taken away from one.
    const auto record = m_backend.queue.task(taskId);
    const bool isNew = record && record->phase == net::Phase::Ready
        && record->entered.value(net::Phase::Ready).secsTo(QDateTime::currentDateTimeUtc()) < 5;
    if (isNew && m_tabs->count() == 0 && isVisible()) {
        openTask(taskId);
    }
}

void MainWindow::closeCurrentReport()
{
    closeReport(m_tabs->currentIndex());
}

void MainWindow::closeReport(int tab)
{
    QWidget* view = m_tabs->widget(tab);
    if (!view) {
        return;
    }
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

ExportDialog* MainWindow::exportReport()
{
    const ReportView* view = currentReport();
    if (!view || !view->session().result()) {
        return nullptr;
    }
    const ReportSession& session = view->session();
    auto* dialog = new ExportDialog(session.report(), session.result(), session.sha256(),
        m_backend.queue.sampleCopy(session.sha256().toLower()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, m_exported, &ExportNotice::show);
    dialog->open();
    return dialog;
}

void MainWindow::askForExport()
{
    exportReport();
}

SendDialog* MainWindow::sendResult()
{
    const ReportView* view = currentReport();
    if (!view || !view->session().result()) {
        return nullptr;
    }
    auto* dialog = new SendDialog(m_backend, view->session().report(), view->session().result(), this);
    dialog->setReportPath(view->session().path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void MainWindow::askToSend()
{
    sendResult();
}

SubmitDialog* MainWindow::take(const DropContent& content)
{
    for (const QString& path : content.reports) {
        openReport(path);
    }
    DropContent samples = content;
    samples.reports.clear();
    return samples.hasSamples() ? submit(samples) : nullptr;
}

void MainWindow::takeLater(const DropContent& content)
{
    sortLater(content, this, [this](const DropContent& sorted) { take(sorted); });
}

SubmitDialog* MainWindow::submit(const DropContent& content)
{
    auto* dialog = new SubmitDialog(m_backend, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SubmitDialog::openReportRequested, this, &MainWindow::openReport);
    connect(dialog, &SubmitDialog::profilesRequested, this, &MainWindow::openServers);
    dialog->addContent(content);
    dialog->open();
    return dialog;
}

void MainWindow::askToSubmit()
{
    submit({});
}

void MainWindow::submitPasted()
{
    if (const QMimeData* data = QApplication::clipboard()->mimeData(); data && canRead(*data)) {
        takeLater(readMimeData(*data));
    } else {
        statusBar()->showMessage(tr("The clipboard holds no files, URLs or hashes."), MessageTime);
    }
}

ProfileDialog* MainWindow::editProfiles(const QString& profileId)
{
    auto* dialog
        = new ProfileDialog(m_backend, QApplication::activeModalWidget() ? QApplication::activeModalWidget() : this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->select(profileId);
    dialog->open();
    return dialog;
}

void MainWindow::openServers()
{
    ProfileDialog* dialog = editProfiles();
    if (m_backend.profiles.profiles().isEmpty()) {
        dialog->add();
    }
}

void MainWindow::openServerTasks()
{
    auto* dialog = new ServerTasksDialog(m_backend, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ServerTasksDialog::openRequested, this, [this](const QString& path) { openReport(path); });
    dialog->open();
}

void MainWindow::openSettings()
{
    auto* dialog = new SettingsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
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
