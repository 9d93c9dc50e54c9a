// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskpanel.h"

#include "net/profilestore.h"
#include "net/serverprobe.h"
#include "net/taskqueue.h"
#include "ui/cases/casestore.h"
#include "ui/dialogs/confirmation.h"
#include "ui/settings.h"
#include "ui/tasks/reportwatcher.h"
#include "ui/tasks/taskdelegate.h"
#include "ui/tasks/taskfacts.h"
#include "ui/tasks/taskinspection.h"
#include "ui/tasks/tasklistmodel.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

namespace {

// The words of a task that waits or failed: why it is not where it should be.
bool hasError(const net::TaskRecord& record)
{
    return record.phase != net::Phase::Ready && !record.words.isEmpty();
}

bool canAnalyseAgain(const net::TaskRecord& record)
{
    return net::isFinal(record.phase) && (record.isUrl || !record.samplePath.isEmpty());
}

} // namespace

TaskPanel::TaskPanel(const Backend& backend, QWidget* parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_model(new TaskListModel(backend.queue, backend.profiles, this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_filterField(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_empty(new EmptyState(u"tasks", {}, {}, this))
    , m_areas(new QStackedWidget(this))
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterRole(TaskListModel::FilterRole);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filterField->setPlaceholderText(tr("Filter tasks"));
    m_filterField->setAccessibleName(tr("Filter tasks"));
    m_filterField->setClearButtonEnabled(true);
    connect(m_filterField, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new TaskDelegate(m_view));
    m_view->setAccessibleName(tr("Tasks"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_view, &QListView::activated, this, &TaskPanel::openSelected);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (isDamaged()) {
            (void)m_backend.queue.startAnew(); // told by opened()
        } else if (m_model->rowCount() == 0) {
            Q_EMIT submitRequested();
        } else {
            m_filterField->clear();
        }
    });
    // No language makes the dock wider than another does, and a low window leaves it little.
    m_areas->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_areas->setMinimumSize(160, 48);
    m_areas->addWidget(m_view);
    m_areas->addWidget(m_empty);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 8);
    top->addWidget(m_filterField);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_areas, 1);
    makeActions();
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_filter, change, this, &TaskPanel::updateEmptyState);
    }
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TaskPanel::showNewTask);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TaskPanel::updateActions);
    connect(&backend.queue, &net::TaskQueue::serverChanged, this, &TaskPanel::updateActions);
    connect(&backend.queue, &net::TaskQueue::opened, this, &TaskPanel::updateEmptyState);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TaskPanel::updateActions);
    auto* inspection = new TaskInspection(m_view, m_model, this);
    connect(inspection, &TaskInspection::changed, this, &TaskPanel::inspectorChanged);
    connect(inspection, &TaskInspection::updated, this, &TaskPanel::inspectorUpdated);
    updateEmptyState();
    updateActions();
}

void TaskPanel::focusFilter()
{
    m_filterField->setFocus(Qt::ShortcutFocusReason);
    m_filterField->selectAll();
}

QAction* TaskPanel::addTaskAction(QStringView iconName, const QString& text, const QKeySequence& shortcut)
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(action);
    m_actions.append(action);
    return action;
}

void TaskPanel::makeActions()
{
    m_open = addTaskAction(u"report", tr("Open the &report"), {});
    m_retry = addTaskAction(u"retry", tr("&Try again"), QKeySequence(Qt::Key_F5));
    m_again = addTaskAction(u"play", tr("&Analyse again"), {});
    m_pause = addTaskAction(u"pause", tr("&Pause"), {});
    m_stop = addTaskAction(u"ready", tr("Stop no&w and report"), {});
    m_cancel = addTaskAction(u"cancel", tr("&Cancel"), {});
    m_openOnServer = addTaskAction(u"link", tr("Open on CA&PE's page\u2026"), {});
    m_copyHash = addTaskAction(u"copy", tr("Copy &SHA-256"), QKeySequence::Copy);
    m_copyError = addTaskAction(u"error", tr("Copy the &error"), {});
    m_showArchive = addTaskAction(u"folder", tr("Show the arc&hive in its folder"), {});
    m_deleteOnServer = addTaskAction(u"server", tr("&Delete on the server\u2026"), {});
    m_remove = addTaskAction(u"trash", tr("Re&move from the list\u2026"), QKeySequence::Delete);
    connect(m_open, &QAction::triggered, this, &TaskPanel::openSelected);
    connect(m_retry, &QAction::triggered, this, &TaskPanel::retrySelected);
    connect(m_again, &QAction::triggered, this, &TaskPanel::analyseAgain);
    connect(m_openOnServer, &QAction::triggered, this, &TaskPanel::openOnServer);
    connect(m_pause, &QAction::triggered, this, &TaskPanel::pauseSelected);
    connect(m_stop, &QAction::triggered, this, &TaskPanel::stopSelected);
    connect(m_showArchive, &QAction::triggered, this, &TaskPanel::showSelectedArchive);
    connect(m_cancel, &QAction::triggered, this, &TaskPanel::cancelSelected);
    connect(m_copyHash, &QAction::triggered, this, &TaskPanel::copyHashes);
    connect(m_copyError, &QAction::triggered, this, &TaskPanel::copyErrors);
    connect(m_deleteOnServer, &QAction::triggered, this, &TaskPanel::deleteSelectedOnServer);
    connect(m_remove, &QAction::triggered, this, &TaskPanel::removeSelected);
}

QList<net::TaskRecord> TaskPanel::selected() const
{
    QList<net::TaskRecord> records;
    for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes()) {
        records << m_model->record(m_filter->mapToSource(index).row());
    }
    return records;
}

void TaskPanel::updateActions()
{
    const QList<net::TaskRecord> records = selected();
    const auto any = [&records](auto test) { return std::ranges::any_of(records, test); };
    using net::Phase;
    m_open->setEnabled(any([](const net::TaskRecord& r) { return r.phase == Phase::Ready; }));
    m_retry->setEnabled(
        any([](const net::TaskRecord& r) { return r.phase == Phase::Failed || r.phase == Phase::Cancelled; }));
    m_again->setEnabled(any(canAnalyseAgain));
    m_openOnServer->setEnabled(records.size() == 1 && records.constFirst().serverTaskId() > 0
        && m_backend.profiles.profile(records.constFirst().profileId));
    const bool active = any([](const net::TaskRecord& r) { return !net::isFinal(r.phase); });
    m_cancel->setEnabled(active);
    m_pause->setEnabled(active);
    m_stop->setEnabled(any([this](const net::TaskRecord& r) { return m_backend.queue.canStop(r); }));
    m_showArchive->setEnabled(any([](const net::TaskRecord& r) { return QFileInfo::exists(r.reportPath); }));
    m_pause->setText(any([](const net::TaskRecord& r) { return r.isPaused; }) ? tr("&Continue") : tr("&Pause"));
    m_copyHash->setEnabled(any([](const net::TaskRecord& r) { return !r.sha256.isEmpty(); }));
    m_copyError->setEnabled(any(hasError));
    m_deleteOnServer->setEnabled(
        any([this](const net::TaskRecord& r) { return r.serverTaskId() > 0 && remedyForDeleting(r).isEmpty(); }));
    const QString remedy = records.isEmpty() ? QString() : remedyForDeleting(records.constFirst());
    m_deleteOnServer->setText(
        remedy.isEmpty() ? tr("&Delete on the server\u2026") : tr("&Delete on the server: off, %1").arg(remedy));
    m_remove->setEnabled(!records.isEmpty());
}

// How the task's server is made to delete; empty where it does, or is not known.
QString TaskPanel::remedyForDeleting(const net::TaskRecord& record) const
{
    const net::ProbeReport* report = m_backend.queue.probeReport(record.profileId);
    const net::ProbeItem* item = report ? report->switchedOff(u"delete") : nullptr;
    return item ? item->remedy : QString();
}

// The queue's database cannot be read, and a new one would help.
bool TaskPanel::isDamaged() const
{
    const auto& problem = m_backend.queue.problem();
    return problem && problem->code == core::ErrorCode::BadInput && !m_backend.queue.isReadOnly();
}

void TaskPanel::updateEmptyState()
{
    m_areas->setCurrentIndex(m_filter->rowCount() > 0 ? 0 : 1);
    if (const auto& problem = m_backend.queue.problem()) {
        m_empty->setTitle(problem->message);
        m_empty->setHint(isDamaged()
                ? tr("It is damaged (%1). It can be moved aside, as it is, and a new one begun with what can still be "
                     "read.")
                      .arg(problem->detail)
                : problem->detail);
        m_empty->setAction(isDamaged() ? tr("Move it aside") : QString());
    } else if (m_model->rowCount() == 0) {
        m_empty->setTitle(tr("No tasks yet"));
        m_empty->setHint(tr("Drop files or URLs on the window to submit them."));
        m_empty->setAction(tr("Submit files\u2026"));
    } else {
        m_empty->setTitle(tr("The filter hides all tasks"));
        m_empty->setHint({});
        m_empty->setAction(tr("Clear the filter"));
    }
}

void TaskPanel::showNewTask(const QModelIndex&, int first)
{
    m_view->scrollTo(m_filter->mapFromSource(m_model->index(first)));
}

void TaskPanel::openSelected()
{
    for (const net::TaskRecord& record : selected()) {
        if (record.phase == net::Phase::Ready) {
            Q_EMIT openRequested(record.id);
        }
    }
}

void TaskPanel::retrySelected()
{
    for (const net::TaskRecord& record : selected()) {
        if (record.phase == net::Phase::Failed || record.phase == net::Phase::Cancelled) {
            m_backend.queue.retry(record.id);
        }
    }
}

void TaskPanel::analyseAgain()
{
    for (const net::TaskRecord& record : selected()) {
        if (canAnalyseAgain(record)) {
            (void)m_backend.queue.analyseAgain(record.id); // what fails then is in the new task's words
        }
    }
}

void TaskPanel::openOnServer()
{
    for (const net::TaskRecord& record : selected()) {
        if (const auto profile = m_backend.profiles.profile(record.profileId)) {
            return openLinkAfterConfirmation(window(), taskPage(record, *profile));
        }
    }
}

void TaskPanel::pauseSelected()
{
    const QList<net::TaskRecord> records = selected();
    const bool pause = std::ranges::none_of(records, &net::TaskRecord::isPaused);
    for (const net::TaskRecord& record : records) {
        if (!net::isFinal(record.phase)) {
            m_backend.queue.setPaused(record.id, pause);
        }
    }
}

void TaskPanel::cancelSelected()
{
    const auto act = [this, records = selected()] {
        for (const net::TaskRecord& record : records) {
            if (!net::isFinal(record.phase)) {
                m_backend.queue.cancel(record.id, true);
            }
        }
    };
    if (!Settings::isOn(Setting::ConfirmCancel)) {
        return act();
    }
    confirm(tr("Cancel %n task(s)?", nullptr, int(selected().size())),
        tr("A task that still waits on its server is taken out of the queue there as well. One that runs goes on there, "
           "and nothing of it is deleted."),
        tr("Cancel tasks"), act);
}

void TaskPanel::stopSelected()
{
    for (const net::TaskRecord& record : selected()) {
        m_backend.queue.stopAndReport(record.id);
    }
}

void TaskPanel::showSelectedArchive() const
{
    for (const net::TaskRecord& record : selected()) {
        if (QFileInfo::exists(record.reportPath)) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(record.reportPath).absolutePath()));
            return;
        }
    }
}

void TaskPanel::deleteSelectedOnServer()
{
    const auto act = [this, records = selected()] {
        for (const net::TaskRecord& record : records) {
            if (record.serverTaskId() > 0) {
                m_backend.queue.deleteOnServer(record.id);
            }
        }
    };
    if (!Settings::isOn(Setting::ConfirmDelete)) {
        return act();
    }
    confirm(tr("Delete %n task(s) on the server?", nullptr, int(selected().size())),
        tr("Sample, report and everything the server keeps of it are deleted there. What was fetched stays here."),
        tr("Delete"), act);
}

void TaskPanel::removeSelected()
{
    const auto act = [this, records = selected()] {
        for (const net::TaskRecord& record : records) {
            m_backend.queue.remove(record.id);
        }
    };
    if (!Settings::isOn(Setting::ConfirmDelete)) {
        return act();
    }
    QString information = tr("The sample's copy and the report here are deleted. The server keeps its own.");
    const auto filed = std::ranges::count_if(selected(),
        [this](const net::TaskRecord& record) { return m_backend.cases.isFiled(reportPathOf(record)); });
    if (filed > 0) {
        information += QStringLiteral("\n\n")
            + tr("%n of them is in a case, which keeps what it knows of it and loses the report.", nullptr, int(filed));
    }
    confirm(tr("Remove %n task(s) from the list?", nullptr, int(selected().size())), information, tr("Remove"), act);
}

void TaskPanel::copyHashes() const
{
    QStringList hashes;
    for (const net::TaskRecord& record : selected()) {
        if (!record.sha256.isEmpty()) {
            hashes << record.sha256;
        }
    }
    QGuiApplication::clipboard()->setText(hashes.join(QLatin1Char('\n')));
}

void TaskPanel::copyErrors() const
{
    QStringList lines;
    for (const net::TaskRecord& record : selected()) {
        if (hasError(record)) {
            lines << tr("%1: %2", "a sample's name and what went wrong").arg(record.fileName, record.words);
        }
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void TaskPanel::confirm(
    const QString& question, const QString& information, const QString& yes, std::function<void()> act)
{
    ui::confirm(window(), {.text = question, .information = information, .yes = yes, .no = tr("Keep")},
        std::move(act));
}

} // namespace ui
