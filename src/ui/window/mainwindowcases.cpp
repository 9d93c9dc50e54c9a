// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with the case library.
#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/cases/casepanel.h"
#include "ui/cases/casestore.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/tasks/reportwatcher.h"
#include "ui/text/safetext.h"
#include "ui/window/inspectorpanel.h"
#include "ui/window/mainwindow.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QStatusBar>
#include <QTreeView>

namespace ui {

namespace {

constexpr int MessageTime = 8000; // ms

// What the queue knows of a report that it has fetched.
core::Analysis placeOf(const net::TaskRecord& record, const net::ProfileStore& profiles)
{
    core::Analysis place;
    place.name = record.fileName;
    place.sha256 = record.sha256;
    place.profileId = record.profileId;
    const auto profile = profiles.profile(record.profileId);
    place.server = profile ? profile->name : QString();
    place.taskId = record.serverTaskId();
    place.path = reportPathOf(record);
    return place;
}

} // namespace

void MainWindow::makeCaseDock()
{
    m_cases = new CasePanel(m_backend.cases, this);
    m_cases->view()->insertAction(m_cases->actions().constFirst(), command(Command::NewCase));
    connect(m_cases, &CasePanel::openRequested, this, &MainWindow::openAnalysis);
    connect(m_cases, &CasePanel::inspectorChanged, this,
        [this](const InspectorContent& content) { m_inspector->setContent(content); });
    connect(&m_backend.cases, &CaseStore::foundAnother, this, [this](qint64 id) {
        const core::Analysis wanted = m_backend.cases.analyses().value(id);
        statusBar()->showMessage(
            tr("That is not the report of %1: it is of another sample.").arg(safeText(wanted.name)), MessageTime);
    });
    // The queue deletes a report with its task.
    connect(&m_backend.queue, &net::TaskQueue::taskRemoved, &m_backend.cases, &CaseStore::checkFiles);
    m_caseDock = makeDock(QStringLiteral("cases"), tr("Cases"), m_cases, Qt::LeftDockWidgetArea);
}

void MainWindow::openAnalysis(const QString& path, qint64 locatedId)
{
    if (locatedId != 0) {
        m_located.insert(QFileInfo(path).absoluteFilePath(), locatedId);
    }
    const ReportSession& session = openReport(path)->session();
    if (locatedId != 0 && session.report() && !session.isConverting()) {
        rememberReport(session); // it was open already
    }
}

void MainWindow::rememberTask(
    const QString& taskId, const core::ReportPtr& report, const core::AnalysisResultPtr& result)
{
    const auto record = m_backend.queue.task(taskId);
    if (record && record->phase == net::Phase::Ready) {
        m_backend.cases.remember({report, result, placeOf(*record, m_backend.profiles)}, std::nullopt,
            [queue = QPointer(&m_backend.queue), taskId] {
                if (queue) {
                    queue->setInLibrary(taskId);
                }
            });
    }
}

void MainWindow::rememberReport(const ReportSession& session, std::optional<qint64> caseId)
{
    core::Analysis place;
    for (const net::TaskRecord& record : m_backend.queue.tasks()) {
        if (reportPathOf(record) == session.path()) {
            place = placeOf(record, m_backend.profiles);
        }
    }
    place.path = session.path();
    place.id = m_located.take(session.path());
    m_backend.cases.remember({session.report(), session.result(), place}, caseId);
}

void MainWindow::fileInCase()
{
    ReportView* view = currentReport();
    if (!view || !view->session().report()) {
        return;
    }
    m_cases->offerCases(view->mapToGlobal(QPoint(12, 8)), false, [this, view = QPointer(view)](qint64 caseId) {
        if (!view) {
            return;
        }
        m_caseDock->show();
        rememberReport(view->session(), caseId);
        m_cases->showCase(caseId);
        statusBar()->showMessage(tr("%1 is in the case %2 now.")
                                     .arg(safeText(view->session().name()),
                                         safeText(m_backend.cases.cases().value(caseId).name)),
            MessageTime);
    });
}

void MainWindow::newCase()
{
    m_caseDock->show();
    m_cases->newCase();
}

void MainWindow::focusCases()
{
    m_caseDock->show();
    m_cases->focusSearch();
}

} // namespace ui
