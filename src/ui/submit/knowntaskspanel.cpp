// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/knowntaskspanel.h"

#include "net/hashlookup.h"
#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/submit/knowntasksmodel.h"
#include "ui/tasks/reportwatcher.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elideddelegate.h"
#include "ui/widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

namespace ui {

KnownTasksPanel::KnownTasksPanel(const Backend& backend, QWidget* parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_lookup(new net::HashLookup(&backend.queue, this))
    , m_model(new KnownTasksModel(this))
    , m_view(new QTableView(this))
    , m_fetch(new QPushButton(icon(u"download"), tr("Fe&tch the report"), this))
    , m_words(new TonedLabel({}, Token::Dim, TonedLabel::Size::Dim, this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ElidedDelegate(Qt::ElideMiddle, m_view));
    m_view->setAccessibleName(tr("Tasks that the servers know"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(24);
    m_view->setFixedHeight(26 * 4 + 4);
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionResizeMode(KnownTasksModel::StateColumn, QHeaderView::Stretch);
    header->resizeSection(KnownTasksModel::HashColumn, 170);
    header->resizeSection(KnownTasksModel::ServerColumn, 90);
    header->resizeSection(KnownTasksModel::TaskColumn, 50);
    header->resizeSection(KnownTasksModel::AddedColumn, 110);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    m_words->setWordWrap(true);
    m_fetch->setAutoDefault(false);
    m_fetch->setObjectName(QStringLiteral("fetchKnown"));
    connect(m_lookup, &net::HashLookup::changed, this, &KnownTasksPanel::showAnswers);
    connect(m_fetch, &QPushButton::clicked, this, &KnownTasksPanel::fetchSelected);
    connect(m_view, &QTableView::doubleClicked, this, &KnownTasksPanel::fetchSelected);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &KnownTasksPanel::updateButton);
    connect(&backend.queue, &net::TaskQueue::taskChanged, this, &KnownTasksPanel::updateButton);
    auto* row = new QHBoxLayout;
    row->addWidget(m_words, 1);
    row->addWidget(m_fetch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new TonedLabel(tr("What the servers know"), Token::Dim, TonedLabel::Size::Dim, this));
    layout->addWidget(m_view);
    layout->addLayout(row);
    updateButton();
}

void KnownTasksPanel::ask(const QStringList& hashes)
{
    m_lookup->ask(hashes, m_backend.profiles.profiles());
}

void KnownTasksPanel::showAnswers()
{
    m_model->setAnswers(m_lookup->answers());
    // The newest task that can be had is chosen, so that one click fetches it.
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->rows()[row].task) {
            m_view->selectRow(row);
            break;
        }
    }
    updateButton();
}

int KnownTasksPanel::selectedRow() const
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() || !m_model->rows()[rows.first().row()].task ? -1 : rows.first().row();
}

void KnownTasksPanel::updateButton()
{
    const int row = selectedRow();
    const auto record = row < 0 ? std::nullopt : m_backend.queue.followerOf(m_model->rows()[row].profileId, m_model->rows()[row].task->id);
    const bool isHere = record && record->phase == net::Phase::Ready;
    m_fetch->setText(isHere ? tr("Open the repor&t") : tr("Fe&tch the report"));
    m_fetch->setEnabled(row >= 0 && (!record || isHere));
    m_words->setText(record && !isHere ? tr("This task is in the task list: %1.").arg(net::phaseName(record->phase))
            : m_lookup->answers().isEmpty()
            ? QString()
            : tr("A report that is fetched comes through the task list; nothing is submitted."));
}

void KnownTasksPanel::fetchSelected()
{
    const int index = selectedRow();
    if (index < 0) {
        return;
    }
    const KnownTasksModel::Row& row = m_model->rows()[index];
    if (const auto record = m_backend.queue.followerOf(row.profileId, row.task->id)) {
        if (record->phase == net::Phase::Ready) {
            Q_EMIT openRequested(reportPathOf(*record));
        }
        return;
    }
    constexpr qsizetype Sha256Digits = 64;
    const QString sha256 = row.hash.size() == Sha256Digits ? row.hash : row.task->sampleSha256;
    const auto id = m_backend.queue.adopt(row.profileId, *row.task, sha256);
    updateButton();
    if (!id) {
        m_words->setText(id.error().message);
    }
}

} // namespace ui
