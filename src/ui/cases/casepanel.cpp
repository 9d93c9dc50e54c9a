// SPDX-License-Identifier: GPL-3.0-or-later
// The panel's parts and what they show; casepanelactions.cpp has what can be done there.
#include "ui/cases/casepanel.h"

#include "ui/cases/casedelegate.h"
#include "ui/cases/casefilter.h"
#include "ui/cases/casestore.h"
#include "ui/cases/casetreemodel.h"
#include "ui/cases/notefield.h"
#include "ui/cases/undobar.h"
#include "ui/settings.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int Indent = 16;
constexpr int AutoExpandDelay = 600; // ms, while something is dragged over a case

} // namespace

CasePanel::CasePanel(CaseStore& store, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(new CaseTreeModel(store, this))
    , m_filter(new CaseFilter(this))
    , m_searchField(new QLineEdit(this))
    , m_view(new QTreeView(this))
    , m_empty(new EmptyState(u"folder", {}, {}, this))
    , m_areas(new QStackedWidget(this))
    , m_note(new NoteField(this))
{
    m_filter->setSourceModel(m_model);
    m_searchField->setPlaceholderText(tr("Search cases, hashes, hosts"));
    m_searchField->setToolTip(tr("Finds analyses by name, hash, family, note, case and by the hosts and URLs that they "
                                 "talked to; defanged ones too"));
    m_searchField->setAccessibleName(tr("Search cases"));
    m_searchField->setClearButtonEnabled(true);
    makeView();
    makeActions();
    m_undoBar = new UndoBar(m_undo, this);
    // No language makes the dock wider than another does, and a low window leaves it little.
    m_areas->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_areas->setMinimumSize(160, 48);
    m_areas->addWidget(m_view);
    m_areas->addWidget(m_empty);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 8);
    top->addWidget(m_searchField);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_areas, 1);
    layout->addWidget(m_undoBar);
    layout->addWidget(m_note);

    connect(m_searchField, &QLineEdit::textChanged, this, &CasePanel::updateSearch);
    connect(m_searchField, &QLineEdit::returnPressed, this, &CasePanel::goToFirst);
    connect(m_empty, &EmptyState::actionRequested, this, &CasePanel::runEmptyAction);
    connect(m_note, &NoteField::closed, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(&store, &CaseStore::searched, this, &CasePanel::takeMatches);
    connect(&store, &CaseStore::stateChanged, this, &CasePanel::updateArea);
    connect(&store, &CaseStore::reloaded, this, &CasePanel::updateSearch);
    connect(&store, &CaseStore::undoChanged, this, [this] {
        m_undoBar->setText(m_store.undoText());
        updateActions();
    });
    connect(&store, &CaseStore::failed, this,
        [this](const core::Error& error) { safeMessageBox(window(), error.message, error.detail)->open(); });
    // What came or went may be what is searched for; many may at once.
    m_searchAgain.setSingleShot(true);
    m_searchAgain.setInterval(0);
    connect(&m_searchAgain, &QTimer::timeout, this, &CasePanel::updateSearch);
    for (const auto change : {&CaseStore::analysisSet, &CaseStore::analysisGone, &CaseStore::caseSet,
             &CaseStore::caseGone}) {
        connect(&store, change, this, [this] {
            if (m_filter->isFiltering()) {
                m_searchAgain.start();
            }
            updateArea();
        });
    }
    updateSearch();
    updateActions();
}

void CasePanel::makeView()
{
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new CaseDelegate(m_view));
    m_view->setAccessibleName(tr("Cases"));
    m_view->setHeaderHidden(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setIndentation(Indent);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setExpandsOnDoubleClick(false); // activate() does, as for Enter
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setAutoExpandDelay(AutoExpandDelay);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_view, &QTreeView::activated, this, &CasePanel::activate);
    connect(m_view, &QTreeView::expanded, this, &CasePanel::saveExpanded);
    connect(m_view, &QTreeView::collapsed, this, &CasePanel::saveExpanded);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateActions();
        inspect();
    });
    connect(&Theme::instance(), &Theme::changed, m_view, &QAbstractItemView::doItemsLayout);
}

void CasePanel::focusSearch()
{
    m_searchField->setFocus(Qt::ShortcutFocusReason);
    m_searchField->selectAll();
}

void CasePanel::search(const QString& words)
{
    m_searchField->setText(words);
}

void CasePanel::updateSearch()
{
    const QString words = m_searchField->text().trimmed();
    if (!words.isEmpty()) {
        m_store.search(words);
        return;
    }
    m_filter->setMatches(std::nullopt);
    restoreExpanded();
    updateArea();
}

void CasePanel::takeMatches(const core::CaseMatches& matches)
{
    if (m_searchField->text().trimmed().isEmpty()) {
        return; // cleared in the meantime
    }
    m_isRestoring = true;
    m_filter->setMatches(matches);
    m_view->expandAll();
    m_isRestoring = false;
    updateArea();
}

// From the search field to the first analysis that is shown.
void CasePanel::goToFirst()
{
    QModelIndex row = m_filter->index(0, 0);
    while (row.isValid() && row.data(CaseTreeModel::IsCaseRole).toBool()) {
        row = m_view->indexBelow(row);
    }
    if (row.isValid()) {
        m_view->setCurrentIndex(row);
        m_view->setFocus(Qt::TabFocusReason);
    }
}

void CasePanel::updateArea()
{
    const bool isNew = m_store.state() == CaseStore::State::Ready && m_store.cases().isEmpty()
        && m_store.analyses().isEmpty();
    const bool isEmpty = m_store.state() == CaseStore::State::Failed || isNew
        || (m_filter->isFiltering() && m_filter->rowCount() == 0);
    if (isEmpty) {
        showEmptyState();
    }
    m_areas->setCurrentIndex(isEmpty ? 1 : 0);
}

void CasePanel::showEmptyState()
{
    if (m_store.state() == CaseStore::State::Failed) {
        const core::Error& error = m_store.error();
        const bool isDamaged = error.code == core::ErrorCode::BadInput;
        m_empty->setTitle(error.message);
        m_empty->setHint(isDamaged
                ? tr("It is damaged (%1). It can be moved aside, as it is, and a new one begun.").arg(error.detail)
                : error.detail);
        m_empty->setAction(isDamaged ? tr("Move it aside") : tr("Try again"));
    } else if (m_filter->isFiltering()) {
        m_empty->setTitle(tr("No analysis has this"));
        m_empty->setHint(tr("Searched: names, hashes, families, notes, cases, and the hosts and URLs of the results."));
        m_empty->setAction(tr("Clear the search"));
    } else {
        m_empty->setTitle(tr("No cases yet"));
        m_empty->setHint(tr("Every report that is fetched or opened is remembered here. A case keeps together what "
                            "belongs together."));
        m_empty->setAction(tr("New case"));
    }
}

void CasePanel::runEmptyAction()
{
    if (m_store.state() != CaseStore::State::Failed) {
        if (m_filter->isFiltering()) {
            m_searchField->clear();
        } else {
            newCase();
        }
    } else if (m_store.error().code == core::ErrorCode::BadInput) {
        m_store.startAnew();
    } else {
        m_store.open();
    }
}

void CasePanel::showCase(qint64 caseId)
{
    m_view->expand(m_filter->mapFromSource(m_model->caseIndex(caseId)));
}

void CasePanel::restoreExpanded()
{
    m_isRestoring = true;
    m_view->collapseAll();
    for (const QString& id : Settings::value(Setting::OpenCases).toStringList()) {
        showCase(id.toLongLong());
    }
    m_isRestoring = false;
}

void CasePanel::saveExpanded()
{
    if (m_isRestoring || m_filter->isFiltering()) {
        return;
    }
    QStringList open;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (m_view->isExpanded(index)) {
            open << index.data(CaseTreeModel::IdRole).toString();
        }
    }
    Settings::set(Setting::OpenCases, open);
}

void CasePanel::inspect()
{
    const QModelIndex row = currentRow();
    const qint64 id = row.data(CaseTreeModel::IdRole).toLongLong();
    InspectorContent content;
    if (!row.isValid() || (row.data(CaseTreeModel::IsCaseRole).toBool() && id == 0)) {
        return;
    }
    content.title = row.data().toString();
    if (row.data(CaseTreeModel::IsCaseRole).toBool()) {
        const core::Case one = m_store.cases().value(id);
        content.facts = {{tr("Analyses"), formatCount(row.data(CaseTreeModel::CountRole).toLongLong())},
            {tr("Created"), formatDayAndTime(one.created)}};
    } else {
        const core::Analysis analysis = m_store.analyses().value(id);
        content.facts = {{tr("SHA-256"), analysis.sha256, true},
            {tr("Score"), analysis.score ? formatCount(*analysis.score) : QString()},
            {tr("Families"), analysis.families.join(QStringLiteral(", "))},
            {tr("Case"), m_store.cases().value(analysis.caseId).name}, {tr("Server"), analysis.server},
            {tr("Task"), analysis.taskId > 0 ? QString::number(analysis.taskId) : QString()},
            {tr("Analysed"), formatDayAndTime(analysis.analysed)}, {tr("Report"), analysis.path, true}};
    }
    content.facts.push_back({tr("Note"), row.data(CaseTreeModel::NoteRole).toString()});
    Q_EMIT inspectorChanged(content);
}

} // namespace ui
