// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/processespage.h"

#include "ui/models/processdelegates.h"
#include "ui/models/processtreemodel.h"
#include "ui/pages/callpanel.h"
#include "ui/pages/tableview.h"
#include "ui/report/reportsession.h"
#include "ui/settings.h"
#include "ui/text/format.h"
#include "ui/text/reporttime.h"
#include "ui/theme/icons.h"
#include "ui/widgets/countbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/line.h"

#include <QApplication>
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

InspectorContent describe(const ProcessRow& row)
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
    fact(ProcessesPage::tr("First seen"), fromUtf8(row.firstSeen));
    fact(ProcessesPage::tr("Image"), fromUtf8(row.path));
    fact(ProcessesPage::tr("API calls"), formatCount(row.calls.count));
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
    setUpTree(m_tree, QStringLiteral("processes"));
    m_tree->setModel(m_filtered);
    m_tree->setAccessibleName(tr("Process tree"));
    m_tree->setSortingEnabled(false);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setItemDelegate(new ElidedDelegate(Qt::ElideMiddle, m_tree));
    m_tree->setItemDelegateForColumn(ProcessTreeModel::BadgesColumn, new BadgesDelegate(m_tree));
    setColumnWidths(m_tree, {216, 48, 104, 400, 100, 56});
    connect(
        m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showProcess(currentRow()); });
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &ProcessesPage::showContextMenu);

    m_counts = new CountBar(area);
    connect(m_counts, &CountBar::clearRequested, this, [this] {
        m_text->clear();
        clearPids();
    });
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_tree, 1);
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
        m_tree->expandAll();
        updateCounts();
    });
    const auto button = [bar](const char16_t* iconName, const QString& text, auto slot, QTreeView* tree) {
        auto* made = new QToolButton(bar);
        made->setIcon(icon(iconName));
        made->setToolTip(text);
        made->setAccessibleName(text);
        made->setAutoRaise(true);
        QObject::connect(made, &QToolButton::clicked, tree, slot);
        return made;
    };
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(button(u"expand", tr("Expand all"), &QTreeView::expandAll, m_tree));
    layout->addWidget(button(u"collapse", tr("Collapse all"), &QTreeView::collapseAll, m_tree));
    return bar;
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
    m_tree->expandAll();
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
    m_tree->expandAll();
    updateCounts();
    if (filters.time) {
        m_calls->setTime(std::pair(reportTime(filters.time->first), reportTime(filters.time->second)));
    } else {
        m_calls->setTime(std::nullopt);
    }
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
    Q_EMIT inspectorChanged(describe(process));
}

void ProcessesPage::selectRow(int row)
{
    const QModelIndex source = m_model->indexOfRow(row);
    QModelIndex index = m_filtered->mapFromSource(source);
    if (source.isValid() && !index.isValid()) {
        m_text->clear();
        if (!m_filtered->mapFromSource(source).isValid()) {
            clearPids();
        }
        index = m_filtered->mapFromSource(source);
    }
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
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
    const auto addCopy = [this, menu](const QString& text, const std::string& value) {
        connect(menu->addAction(icon(u"copy"), text), &QAction::triggered, this,
            [value = fromUtf8(value)] { QGuiApplication::clipboard()->setText(value); });
    };
    addCopy(tr("Copy the command line"), process.commandLine);
    addCopy(tr("Copy the image's path"), process.path);
    menu->popup(m_tree->viewport()->mapToGlobal(place));
}

void ProcessesPage::updateCounts()
{
    const std::function<qint64(const QModelIndex&)> count = [&](const QModelIndex& parent) {
        qint64 rows = m_filtered->rowCount(parent);
        for (int row = 0; row < m_filtered->rowCount(parent); ++row) {
            rows += count(m_filtered->index(row, 0, parent));
        }
        return rows;
    };
    m_counts->setCounts(count({}), m_table ? qint64(m_table->rows().size()) : 0);
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
