// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/processespage.h"

#include "ui/models/processdelegates.h"
#include "ui/models/processtreemodel.h"
#include "ui/pages/callpanel.h"
#include "ui/pages/processgraph.h"
#include "ui/pages/tableview.h"
#include "ui/report/reportsession.h"
#include "ui/settings.h"
#include "ui/text/format.h"
#include "ui/text/reporttime.h"
#include "ui/theme/icons.h"
#include "ui/widgets/columnlayout.h"
#include "ui/widgets/countbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/line.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace ui {

namespace {

InspectorContent describe(const ProcessRow& row, const core::RunClock& clock)
{
    InspectorContent content;
    content.title = fromUtf8(row.name);
    const auto fact = [&content](const QString& label, const QString& value) {
        if (!value.isEmpty()) {
            content.facts.push_back({label, value, true});
        }
    };
    fact(ProcessesPage::tr("PID"), row.pid ? QString::number(*row.pid) : QString());
    fact(ProcessesPage::tr("Parent PID"), row.parentPid ? QString::number(*row.parentPid) : QString());
    fact(ProcessesPage::tr("Kind"), kindText(row.kind));
    fact(ProcessesPage::tr("First seen"), wholeGuestTimeText(clock, row.firstSeen));
    fact(ProcessesPage::tr("Image"), fromUtf8(row.path));
    fact(ProcessesPage::tr("API calls"),
        row.isMonitored ? formatCount(row.calls.count) : ProcessesPage::tr("not monitored"));
    fact(ProcessesPage::tr("Activity"), badgesText(row));
    content.body = fromUtf8(row.commandLine);
    return content;
}

} // namespace

ProcessesPage::ProcessesPage(QWidget* parent)
    : ReportPage(parent)
    , m_model(new ProcessTreeModel(this))
    , m_filtered(new ProcessFilterModel(this))
    , m_areas(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_calls(new CallPanel(this))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setHarmlessHidden(Settings::isOn(Setting::HarmlessHidden));
    m_splitter->addWidget(makeTreeArea());
    m_splitter->addWidget(m_calls);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({360, 420});
    if (const QByteArray state = Settings::value(Setting::ProcessesSplitter).toByteArray(); !state.isEmpty()) {
        m_splitter->restoreState(state);
    }
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { Settings::set(Setting::ProcessesSplitter, m_splitter->saveState()); });
    connect(m_calls, &CallPanel::inspectorChanged, this, &ReportPage::inspectorChanged);
    connect(m_calls, &CallPanel::timeCleared, this,
        [this] { Q_EMIT filtersRequested({.pids = m_filters.pids, .time = std::nullopt}); });

    m_areas->addWidget(m_splitter);
    m_areas->addWidget(new EmptyState(u"processes", tr("No processes in this report"),
        tr("Either the sample did not run, or the server's litereport leaves them out. To have them, add \"processtree "
           "processes\" "
           "to behavior_keys_to_copy in the [litereport] section of reporting.conf."),
        this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_areas);
}

QWidget* ProcessesPage::makeTreeArea()
{
    auto* area = new QWidget(this);
    m_tree = new QTreeView(area);
    setUpTree(m_tree);
    m_tree->setModel(m_filtered);
    m_tree->setAccessibleName(tr("Process tree"));
    m_tree->setSortingEnabled(false);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setItemDelegate(new ElidedDelegate(Qt::ElideMiddle, m_tree));
    m_tree->setItemDelegateForColumn(ProcessTreeModel::BadgesColumn, new BadgesDelegate(m_tree));
    fitColumns(m_tree, QStringLiteral("processes"))
        ->setNarrow({.columns = {ProcessTreeModel::FirstSeenColumn, ProcessTreeModel::CallsColumn}, .least = 96});
    connect(
        m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showProcess(currentRow()); });
    m_graph = new ProcessGraph(area);
    m_graph->setModel(m_filtered);
    m_graph->setSelectionModel(m_tree->selectionModel());
    m_graph->setAccessibleName(tr("Process graph"));
    m_graph->setContextMenuPolicy(Qt::CustomContextMenu);
    for (QAbstractItemView* view :
        {static_cast<QAbstractItemView*>(m_tree), static_cast<QAbstractItemView*>(m_graph)}) {
        connect(view, &QWidget::customContextMenuRequested, this,
            [this, view](const QPoint& place) { showContextMenu(view->viewport()->mapToGlobal(place)); });
    }
    m_views = new QStackedWidget(area);
    m_views->addWidget(m_tree);
    m_views->addWidget(m_graph);
    m_counts = new CountBar(area);
    m_views->addWidget(m_counts->makeHint(area));
    connect(m_counts, &CountBar::clearRequested, this, [this] {
        m_text->clear();
        m_hideHarmless->setChecked(false);
        clearPids();
    });
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_views, 1);
    layout->addWidget(m_counts);
    layout->addWidget(new Line(Qt::Horizontal, area));
    return area;
}

QWidget* ProcessesPage::makeToolBar()
{
    auto* bar = new QWidget(this);
    m_text = new QLineEdit(bar);
    m_text->setPlaceholderText(tr("Filter processes by name, command line or PID"));
    m_text->setClearButtonEnabled(true);
    m_text->setAccessibleName(tr("Filter processes"));
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setText(text);
        expandLevels(m_tree);
        updateCounts();
    });
    m_hideHarmless = makeButton(bar, u"shield", tr("Hide processes known to be harmless"));
    m_hideHarmless->setCheckable(true);
    m_hideHarmless->setChecked(Settings::isOn(Setting::HarmlessHidden));
    connect(m_hideHarmless, &QToolButton::toggled, this, &ProcessesPage::setHarmlessHidden);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_hideHarmless);
    layout->addWidget(makeViewButtons(bar));
    return bar;
}

QWidget* ProcessesPage::makeViewButtons(QWidget* bar)
{
    auto* area = new QWidget(bar);
    auto* expand = makeButton(area, u"expand", tr("Expand all"));
    auto* collapse = makeButton(area, u"collapse", tr("Collapse all"));
    connect(expand, &QToolButton::clicked, m_tree, &QTreeView::expandAll);
    connect(collapse, &QToolButton::clicked, m_tree, &QTreeView::collapseAll);
    m_asTree = makeButton(area, u"processes", tr("As a tree"));
    m_asGraph = makeButton(area, u"graph", tr("As a graph"));
    m_asTree->setObjectName(QStringLiteral("as-tree"));
    m_asGraph->setObjectName(QStringLiteral("as-graph"));
    auto* group = new QButtonGroup(area);
    for (QToolButton* button : {m_asTree, m_asGraph}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    connect(m_asGraph, &QToolButton::toggled, this, [this, expand, collapse](bool graph) {
        expand->setEnabled(!graph);
        collapse->setEnabled(!graph);
        showGraph(graph);
    });
    (Settings::isOn(Setting::ProcessesAsGraph) ? m_asGraph : m_asTree)->setChecked(true);
    auto* layout = new QHBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(expand);
    layout->addWidget(collapse);
    layout->addWidget(new Line(Qt::Vertical, area));
    layout->addWidget(m_asTree);
    layout->addWidget(m_asGraph);
    return area;
}

QToolButton* ProcessesPage::makeButton(QWidget* bar, QStringView iconName, const QString& text)
{
    auto* made = new QToolButton(bar);
    made->setIcon(icon(iconName));
    made->setToolTip(text);
    made->setAccessibleName(text);
    made->setAutoRaise(true);
    return made;
}

void ProcessesPage::setHarmlessHidden(bool hidden)
{
    Settings::set(Setting::HarmlessHidden, hidden);
    m_filtered->setHarmlessHidden(hidden);
    expandLevels(m_tree);
    updateCounts();
}

void ProcessesPage::showGraph(bool graph)
{
    Settings::set(Setting::ProcessesAsGraph, graph);
    const bool hadFocus = m_views->isAncestorOf(QApplication::focusWidget());
    m_views->setCurrentIndex(m_counts->hidesAll() ? 2 : graph ? 1 : 0);
    if (hadFocus) {
        m_views->currentWidget()->setFocus();
    }
}

QString ProcessesPage::countText() const
{
    return m_table && !m_table->rows().empty() ? formatCount(qint64(m_table->rows().size())) : QString();
}

void ProcessesPage::setReport(const ReportSession& session)
{
    m_report = session.report();
    m_table = std::make_shared<const ProcessTable>(*m_report);
    m_model->setTable(m_table);
    m_calls->setReport(m_report);
    m_areas->setCurrentIndex(m_table->rows().empty() ? 1 : 0);
    expandLevels(m_tree);
    updateCounts();
    if (!m_table->rows().empty()) {
        selectRow(m_table->roots().empty() ? 0 : m_table->roots().front());
    }
    Q_EMIT countTextChanged();
}

void ProcessesPage::setFilters(const ReportFilters& filters)
{
    m_filters = filters;
    m_filtered->setPids(filters.pids);
    expandLevels(m_tree);
    updateCounts();
    m_calls->setTime(filters.time);
}

int ProcessesPage::currentRow() const
{
    const QModelIndex current = m_filtered->mapToSource(m_tree->currentIndex());
    return current.isValid() ? current.data(ProcessTreeModel::RowRole).toInt() : -1;
}

void ProcessesPage::showProcess(int row)
{
    if (row < 0) {
        return;
    }
    const ProcessRow& process = m_table->rows()[std::size_t(row)];
    m_calls->setRange(process.calls);
    Q_EMIT inspectorChanged(describe(process, m_report->clock()));
}

void ProcessesPage::selectRow(int row)
{
    const QModelIndex source = m_model->indexOfRow(row);
    QModelIndex index = m_filtered->mapFromSource(source);
    if (source.isValid() && !index.isValid()) {
        m_text->clear();
        if (!m_filtered->mapFromSource(source).isValid()) {
            m_hideHarmless->setChecked(false);
        }
        if (!m_filtered->mapFromSource(source).isValid()) {
            clearPids();
        }
        index = m_filtered->mapFromSource(source);
    }
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_graph->scrollTo(index);
}

void ProcessesPage::clearPids()
{
    if (!m_filters.pids.empty()) {
        Q_EMIT filtersRequested({.pids = {}, .time = m_filters.time});
    }
}

void ProcessesPage::goTo(const Target& target)
{
    if (!m_table) {
        return;
    }
    // A call tells the process for sure; a pid may have been used twice.
    const bool hasCall
        = target.callIndex && *target.callIndex >= 0 && *target.callIndex < m_report->calls().callCount();
    int row = hasCall ? m_table->rowOfCall(core::CallIndex(*target.callIndex)) : -1;
    if (row < 0 && target.pid) {
        row = m_table->rowOfPid(*target.pid);
    }
    if (row >= 0) {
        selectRow(row);
    }
    if (hasCall) {
        m_calls->showCall(core::CallIndex(*target.callIndex));
    }
}

void ProcessesPage::focusFilter()
{
    if (m_calls->isAncestorOf(QApplication::focusWidget())) {
        m_calls->focusFilter();
        return;
    }
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void ProcessesPage::showContextMenu(const QPoint& place)
{
    const int row = currentRow();
    if (row < 0) {
        return;
    }
    const ProcessRow& process = m_table->rows()[std::size_t(row)];
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* only = menu->addAction(icon(u"filter"), tr("Show only this process"));
    only->setEnabled(process.pid.has_value());
    connect(only, &QAction::triggered, this, [this, pid = process.pid.value_or(0)] {
        ReportFilters filters = m_filters;
        filters.pids = {pid};
        Q_EMIT filtersRequested(filters);
    });
    menu->addSeparator();
    menu->addActions(m_tree->actions());
    menu->addSeparator();
    const auto addCopy = [this, menu](const QString& text, const std::string& value) {
        connect(menu->addAction(text), &QAction::triggered, this,
            [value = fromUtf8(value)] { QGuiApplication::clipboard()->setText(value); });
    };
    addCopy(tr("Copy the command line"), process.commandLine);
    addCopy(tr("Copy the image's path"), process.path);
    menu->popup(place);
}

void ProcessesPage::updateCounts()
{
    m_counts->setCounts(m_filtered->shownCount(), m_table ? qint64(m_table->rows().size()) : 0);
    m_views->setCurrentIndex(m_counts->hidesAll() ? 2 : m_asGraph->isChecked() ? 1 : 0);
}

void ProcessesPage::prepareForTour()
{
    if (!m_table) {
        return;
    }
    const auto busiest
        = std::ranges::max_element(m_table->rows(), {}, [](const ProcessRow& row) { return row.badges.severity; });
    if (busiest == m_table->rows().end()) {
        return;
    }
    selectRow(int(busiest - m_table->rows().begin()));
    if (busiest->calls.count > 0) {
        m_calls->showCall(busiest->calls.first + busiest->calls.count / 2);
    }
}

} // namespace ui
