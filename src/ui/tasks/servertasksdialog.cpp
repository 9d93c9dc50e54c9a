// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/servertasksdialog.h"

#include "net/profilestore.h"
#include "net/servertasks.h"
#include "net/taskqueue.h"
#include "ui/pages/tableview.h"
#include "ui/tasks/reportwatcher.h"
#include "ui/tasks/servertaskmodel.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/tonedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace ui {

ServerTasksDialog::ServerTasksDialog(const Backend& backend, const QString& profileId, QWidget* parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_model(new ServerTaskModel(this))
    , m_filter(new RecordFilter(this))
    , m_message(new TonedLabel({}, Token::Dim, TonedLabel::Size::Normal, this))
{
    setWindowTitle(tr("Tasks on a server"));
    m_filter->setSourceModel(m_model);
    m_message->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeTop());
    makeTable();
    layout->addWidget(m_table, 1);
    layout->addWidget(makeFoot());
    resizeToFit(this, {860, 520});
    connect(&backend.queue, &net::TaskQueue::taskChanged, this, &ServerTasksDialog::updateButtons);
    connect(&backend.queue, &net::TaskQueue::taskAdded, this, &ServerTasksDialog::updateButtons);
    fillServers(profileId);
    list();
    m_search->setFocus();
}

ServerTasksDialog::~ServerTasksDialog() = default;

QWidget* ServerTasksDialog::makeTop()
{
    auto* area = new QWidget(this);
    const auto labelled = [area](const QString& text, QWidget* field, QHBoxLayout* row, int stretch) {
        auto* label = new QLabel(text, area);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field, stretch);
    };
    m_server = new QComboBox(area);
    m_server->setObjectName(QStringLiteral("server"));
    m_state = new QComboBox(area);
    m_state->addItem(tr("Any"), QString());
    // The words are the server's own, as in its list.
    for (const char* state : {"pending", "running", "completed", "reported", "failed_analysis", "failed_processing"}) {
        m_state->addItem(QLatin1StringView(state), QLatin1StringView(state));
    }
    m_search = new QLineEdit(area);
    m_search->setPlaceholderText(tr("Filter the list"));
    m_search->setAccessibleName(tr("Filter the list"));
    m_search->setClearButtonEnabled(true);
    m_number = new QLineEdit(area);
    m_number->setObjectName(QStringLiteral("number"));
    m_number->setValidator(new QIntValidator(1, std::numeric_limits<int>::max(), m_number));
    m_number->setMaximumWidth(110);
    m_find = new QPushButton(tr("F&ind"), area);
    m_find->setObjectName(QStringLiteral("find"));
    m_find->setAutoDefault(false);
    auto* row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    labelled(tr("&Server:"), m_server, row, 1);
    labelled(tr("S&tate:"), m_state, row, 0);
    row->addWidget(m_search, 1);
    labelled(tr("Task &number:"), m_number, row, 0);
    row->addWidget(m_find);
    connect(m_server, &QComboBox::activated, this, &ServerTasksDialog::list);
    connect(m_state, &QComboBox::activated, this, &ServerTasksDialog::list);
    connect(m_search, &QLineEdit::textChanged, m_filter, &RecordFilter::setText);
    connect(m_search, &QLineEdit::textChanged, this, &ServerTasksDialog::showTasks);
    connect(m_number, &QLineEdit::textChanged, this, &ServerTasksDialog::updateButtons);
    connect(m_number, &QLineEdit::returnPressed, this, &ServerTasksDialog::find);
    connect(m_find, &QPushButton::clicked, this, &ServerTasksDialog::find);
    return area;
}

void ServerTasksDialog::makeTable()
{
    m_table = new QTableView(this);
    m_table->setModel(m_filter);
    m_table->setAccessibleName(windowTitle());
    setUpTable(m_table);
    fitColumns(m_table, QStringLiteral("serverTasks"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_table, &QTableView::doubleClicked, this, &ServerTasksDialog::fetch);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ServerTasksDialog::updateButtons);
}

QWidget* ServerTasksDialog::makeFoot()
{
    auto* area = new QWidget(this);
    m_more = new QPushButton(tr("&More tasks"), area);
    m_more->setObjectName(QStringLiteral("more"));
    m_fetch = new QPushButton(icon(u"download"), tr("&Fetch the report"), area);
    m_fetch->setObjectName(QStringLiteral("fetch"));
    auto* close = new QPushButton(tr("Close"), area);
    for (QPushButton* button : {m_more, m_fetch, close}) {
        button->setAutoDefault(false);
    }
    auto* row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_message, 1);
    row->addWidget(m_more);
    row->addWidget(m_fetch);
    row->addWidget(close);
    connect(m_more, &QPushButton::clicked, this, [this] { m_tasks->more(); });
    connect(m_fetch, &QPushButton::clicked, this, &ServerTasksDialog::fetch);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return area;
}

void ServerTasksDialog::fillServers(const QString& profileId)
{
    for (const net::Profile& profile : m_backend.profiles.profiles()) {
        m_server->addItem(safeLabel(profile.name), profile.id);
    }
    m_server->setCurrentIndex(std::max(0, m_server->findData(profileId)));
}

void ServerTasksDialog::list()
{
    const auto profile = m_backend.profiles.profile(m_server->currentData().toString());
    if (!profile) {
        m_message->setText(tr("There is no server yet: add one under Servers."));
        return updateButtons();
    }
    m_tasks = std::make_unique<net::ServerTasks>(&m_backend.queue, *profile);
    connect(m_tasks.get(), &net::ServerTasks::changed, this, &ServerTasksDialog::showTasks);
    m_tasks->list(m_state->currentData().toString());
}

void ServerTasksDialog::find()
{
    if (m_tasks && m_number->hasAcceptableInput()) {
        m_search->clear();
        m_tasks->find(m_number->text().toLongLong());
    }
}

void ServerTasksDialog::showTasks()
{
    if (!m_tasks) {
        return;
    }
    const net::TaskView* before = selected();
    const qint64 wanted = m_number->hasAcceptableInput() ? m_number->text().toLongLong() : before ? before->id : 0;
    const QList<net::TaskView>& tasks = m_tasks->tasks();
    if (m_model->rowCount() != int(tasks.size()) || (!tasks.isEmpty() && m_model->record(0) != tasks.first())) {
        m_model->setRecords({tasks.begin(), tasks.end()});
    }
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (m_model->record(m_filter->mapToSource(m_filter->index(row, 0)).row()).id == wanted) {
            m_table->selectRow(row);
        }
    }
    if (m_tasks->error()) {
        m_message->setText(m_tasks->error()->message);
    } else if (m_tasks->isBusy()) {
        m_message->setText(tr("Asking the server\u2026"));
    } else {
        m_message->setText(tr("%1 of %2 tasks shown").arg(m_filter->rowCount()).arg(tasks.size()));
    }
    updateButtons();
}

const net::TaskView* ServerTasksDialog::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->record(m_filter->mapToSource(rows.first()).row());
}

void ServerTasksDialog::updateButtons()
{
    const net::TaskView* task = selected();
    const auto record = task ? m_backend.queue.followerOf(m_tasks->profile().id, task->id) : std::nullopt;
    const bool isHere = record && record->phase == net::Phase::Ready;
    m_fetch->setText(isHere ? tr("&Open the report") : tr("&Fetch the report"));
    m_fetch->setEnabled(task && (!record || isHere));
    m_find->setEnabled(m_tasks && m_number->hasAcceptableInput());
    m_more->setEnabled(m_tasks && m_tasks->hasMore() && !m_tasks->isBusy());
    if (record && !isHere) {
        m_message->setText(tr("This task is in the task list: %1.").arg(net::phaseName(record->phase)));
    }
}

void ServerTasksDialog::fetch()
{
    const net::TaskView* task = selected();
    if (!task) {
        return;
    }
    if (const auto record = m_backend.queue.followerOf(m_tasks->profile().id, task->id)) {
        if (record->phase == net::Phase::Ready) {
            Q_EMIT openRequested(reportPathOf(*record));
        }
        return;
    }
    const auto id = m_backend.queue.adopt(m_tasks->profile().id, *task, task->sampleSha256);
    updateButtons();
    if (!id) {
        m_message->setText(id.error().message);
    }
}

} // namespace ui
