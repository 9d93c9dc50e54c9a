// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/submitdialog.h"

#include "core/json/value.h"
#include "net/capeclient.h"
#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/dialogs/filepicker.h"
#include "ui/settings.h"
#include "ui/submit/parametersform.h"
#include "ui/submit/submissionpreview.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elideddelegate.h"
#include "ui/widgets/tonedlabel.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QJsonDocument>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int ProfileRole = Qt::UserRole;
}

SubmitDialog::SubmitDialog(const Backend& backend, QWidget* parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_samples(new SampleListModel(this))
    , m_form(new ParametersForm(this))
    , m_problem(new TonedLabel({}, Token::Severity4, TonedLabel::Size::Normal, this))
{
    setWindowTitle(tr("Submit"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_submit = buttons->addButton(tr("Submit"), QDialogButtonBox::AcceptRole);
    m_submit->setObjectName(QStringLiteral("submit"));
    m_submit->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &SubmitDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_problem->setWordWrap(true);

    auto* right = new QVBoxLayout;
    right->addWidget(new TonedLabel(tr("How"), Token::Dim, TonedLabel::Size::Dim, this));
    right->addWidget(m_form, 0, Qt::AlignTop);
    right->addStretch();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(makeServerArea(), 2);
    middle->addLayout(right, 5);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeSampleArea(), 2);
    layout->addLayout(middle);
    layout->addWidget(makePreviewArea(), 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(820, 680);

    fillServers();
    recall();
    connect(&backend.profiles, &net::ProfileStore::changed, this, &SubmitDialog::fillServers);
    connect(m_servers, &QListWidget::itemChanged, this, &SubmitDialog::serversChanged);
    connect(m_form, &ParametersForm::changed, this, &SubmitDialog::updatePlan);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_samples, change, this, &SubmitDialog::updatePlan);
    }
    connect(m_samples, &QAbstractItemModel::dataChanged, this, &SubmitDialog::updatePlan);
    serversChanged();
}

QWidget* SubmitDialog::makeSampleArea()
{
    auto* area = new QWidget(this);
    m_sampleView = new QTableView(area);
    m_sampleView->setModel(m_samples);
    m_sampleView->setItemDelegate(new ElidedDelegate(Qt::ElideMiddle, m_sampleView));
    m_sampleView->setAccessibleName(tr("Samples to submit"));
    m_sampleView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_sampleView->setShowGrid(false);
    m_sampleView->setTabKeyNavigation(false);
    m_sampleView->verticalHeader()->hide();
    m_sampleView->verticalHeader()->setDefaultSectionSize(24);
    m_sampleView->horizontalHeader()->setSectionResizeMode(SampleListModel::NameColumn, QHeaderView::Stretch);
    m_sampleView->horizontalHeader()->resizeSection(SampleListModel::SizeColumn, 90);
    m_sampleView->horizontalHeader()->resizeSection(SampleListModel::ProblemColumn, 290);
    m_sampleView->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_sampleView->horizontalHeader()->setHighlightSections(false);

    auto* files = new QPushButton(icon(u"file"), tr("Add &files\u2026"), area);
    auto* links = new QPushButton(icon(u"network"), tr("Add lin&ks\u2026"), area);
    auto* remove = new QPushButton(icon(u"trash"), tr("R&emove"), area);
    m_openInstead = new QPushButton(icon(u"report"), tr("Open the report instead"), area);
    connect(files, &QPushButton::clicked, this, &SubmitDialog::askForFiles);
    connect(links, &QPushButton::clicked, this, &SubmitDialog::askForLinks);
    connect(remove, &QPushButton::clicked, this, &SubmitDialog::removeSelected);
    connect(m_openInstead, &QPushButton::clicked, this, &SubmitDialog::openInstead);
    auto* row = new QHBoxLayout;
    for (QPushButton* button : {files, links, remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    row->addWidget(m_openInstead);
    m_openInstead->setAutoDefault(false);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new TonedLabel(tr("What"), Token::Dim, TonedLabel::Size::Dim, area));
    layout->addWidget(m_sampleView, 1);
    layout->addLayout(row);
    return area;
}

QWidget* SubmitDialog::makeServerArea()
{
    auto* area = new QWidget(this);
    m_servers = new QListWidget(area);
    m_servers->setAccessibleName(tr("Servers"));
    m_servers->setMinimumHeight(96);
    auto* profiles = new QPushButton(icon(u"server"), tr("&Servers\u2026"), area);
    profiles->setAutoDefault(false);
    connect(profiles, &QPushButton::clicked, this, &SubmitDialog::profilesRequested);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new TonedLabel(tr("Where"), Token::Dim, TonedLabel::Size::Dim, area));
    layout->addWidget(m_servers, 1);
    layout->addWidget(profiles, 0, Qt::AlignLeft);
    return area;
}

QWidget* SubmitDialog::makePreviewArea()
{
    auto* area = new QWidget(this);
    m_preview = new QPlainTextEdit(area);
    m_preview->setReadOnly(true);
    m_preview->setFont(Theme::monoFont());
    m_preview->setAccessibleName(tr("What will be sent"));
    m_preview->setMinimumHeight(76);
    m_preview->setTabChangesFocus(true);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new TonedLabel(tr("What will be sent"), Token::Dim, TonedLabel::Size::Dim, area));
    layout->addWidget(m_preview);
    return area;
}

void SubmitDialog::addContent(const DropContent& content)
{
    m_samples->addFiles(content.files + content.reports);
    m_samples->addUrls(content.urls);
    if (content.isCut) {
        m_problem->setText(tr("Only the first %1 files were taken.").arg(MostDroppedFiles));
    }
}

void SubmitDialog::fillServers()
{
    const QSignalBlocker quiet(m_servers);
    const QStringList before = checkedProfiles();
    m_servers->clear();
    for (const net::Profile& profile : m_backend.profiles.profiles()) {
        auto* item = new QListWidgetItem(icon(u"server"), safeText(profile.name), m_servers);
        item->setData(ProfileRole, profile.id);
        item->setToolTip(safeToolTip(profile.url.toString()));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool checked = before.contains(profile.id) || m_backend.profiles.profiles().size() == 1;
        item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    }
    serversChanged();
}

void SubmitDialog::askForMachines(const QString& profileId)
{
    const auto profile = m_backend.profiles.profile(profileId);
    if (!profile || m_machines.contains(profileId)) {
        return;
    }
    m_machines.insert(profileId, {});
    m_backend.credentials.token(profileId, this, [this, profile = *profile](const QString& token) {
        auto* client = new net::CapeClient(profile, token, this);
        net::CapeReply<QList<net::Machine>>& reply = client->machines();
        connect(&reply, &net::CapeCall::finished, this, [this, client, &reply, id = profile.id] {
            if (reply.result()) {
                m_machines.insert(id, *reply.result());
            }
            client->deleteLater();
            serversChanged();
        });
    });
}

void SubmitDialog::askForFiles()
{
    pickFiles(this, tr("Add files"), Settings::text(Setting::LastSubmitFolder), {}, [this](const QStringList& paths) {
        Settings::set(Setting::LastSubmitFolder, QFileInfo(paths.constFirst()).absolutePath());
        addContent(sortPaths(paths));
    });
}

void SubmitDialog::askForLinks()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add links"));
    dialog->setLabelText(tr("Links, one a line; hxxp and [.] are made good again:"));
    dialog->setOptions(QInputDialog::UsePlainTextEditForTextInput);
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this](const QString& text) { m_samples->addUrls(linksIn(text)); });
    dialog->open();
}

void SubmitDialog::removeSelected()
{
    QList<int> rows;
    for (const QModelIndex& index : m_sampleView->selectionModel()->selectedRows()) {
        rows << index.row();
    }
    m_samples->removeRows(rows);
}

void SubmitDialog::openInstead()
{
    QList<int> rows;
    QStringList reports;
    for (int row = 0; row < m_samples->rowCount(); ++row) {
        if (m_samples->samples()[row].problem == Sample::Problem::Report) {
            rows << row;
            reports << m_samples->samples()[row].path;
        }
    }
    m_samples->removeRows(rows);
    for (const QString& path : reports) {
        Q_EMIT openReportRequested(path);
    }
    if (m_samples->rowCount() == 0) {
        reject();
    }
}

QStringList SubmitDialog::checkedProfiles() const
{
    QStringList ids;
    for (int row = 0; row < m_servers->count(); ++row) {
        if (m_servers->item(row)->checkState() == Qt::Checked) {
            ids << m_servers->item(row)->data(ProfileRole).toString();
        }
    }
    return ids;
}

QList<SubmitServer> SubmitDialog::chosenServers() const
{
    QList<SubmitServer> servers;
    for (const QString& id : checkedProfiles()) {
        const auto profile = m_backend.profiles.profile(id);
        if (!profile) {
            continue;
        }
        SubmitServer server{
            .profileId = id, .name = profile->name, .machines = {}, .uploadLimit = profile->uploadLimit};
        if (const auto known = m_machines.constFind(id); known != m_machines.constEnd() && !known->isEmpty()) {
            server.machines = *known;
        }
        servers << server;
    }
    return servers;
}

void SubmitDialog::serversChanged()
{
    QStringList names;
    QStringList tags;
    qint64 limit = std::numeric_limits<qint64>::max();
    for (const SubmitServer& server : chosenServers()) {
        askForMachines(server.profileId);
        limit = std::min(limit, server.uploadLimit);
        for (const net::Machine& machine : m_machines.value(server.profileId)) {
            names << machine.name;
            tags << machine.tags;
        }
    }
    names.removeDuplicates();
    tags.removeDuplicates();
    m_form->setMachines(names, tags);
    m_samples->setUploadLimit(limit);
    updatePlan();
}

void SubmitDialog::updatePlan()
{
    const auto parameters = m_form->parameters();
    m_plan = planSubmissions(m_samples->samples(), chosenServers(), parameters);
    QStringList problems{problemOf(parameters)};
    problems << m_plan.problems;
    if (m_servers->count() == 0) {
        problems << tr("There is no server yet: add one under Servers.");
    } else if (checkedProfiles().isEmpty()) {
        problems << tr("Tick the servers to submit to.");
    } else if (m_samples->rowCount() == 0) {
        problems << tr("Add files or links to submit.");
    }
    problems.removeAll(QString());
    m_problem->setText(problems.join(QLatin1Char('\n')));
    m_problem->setVisible(!problems.isEmpty());
    m_preview->setPlainText(previewText(m_plan.submissions));
    m_submit->setEnabled(!m_plan.submissions.isEmpty() && problemOf(parameters).isEmpty());
    const auto count = int(m_plan.submissions.size());
    m_submit->setText(count == 0 ? tr("Submit") : tr("Submit %n task(s)", nullptr, count));
    m_openInstead->setVisible(std::ranges::contains(m_samples->samples(), Sample::Problem::Report, &Sample::problem));
}

void SubmitDialog::accept()
{
    QStringList failures;
    for (const net::Submission& submission : m_plan.submissions) {
        if (const auto id = m_backend.queue.submit(submission); !id) {
            failures << id.error().message;
        }
    }
    if (!failures.isEmpty()) {
        failures.removeDuplicates();
        m_problem->setText(failures.join(QLatin1Char('\n')));
        m_problem->show();
        return;
    }
    remember();
    QDialog::accept();
}

void SubmitDialog::remember()
{
    // A password is of one sample, and no setting keeps one.
    auto parameters = m_form->parameters();
    parameters.password.clear();
    const QByteArray choices = QByteArray::fromStdString(core::json::dump(parameters.toJson()));
    Settings::set(Setting::LastSubmission,
        QVariantMap{{QStringLiteral("parameters"), choices}, {QStringLiteral("profiles"), checkedProfiles()}});
}

void SubmitDialog::recall()
{
    const QVariantMap last = Settings::value(Setting::LastSubmission).toMap();
    const QStringList profiles = last.value(QStringLiteral("profiles")).toStringList();
    const QSignalBlocker quiet(m_servers);
    for (int row = 0; row < m_servers->count(); ++row) {
        QListWidgetItem* item = m_servers->item(row);
        if (profiles.contains(item->data(ProfileRole).toString())) {
            item->setCheckState(Qt::Checked);
        }
    }
    m_form->setParameters(parametersFromJson(last.value(QStringLiteral("parameters")).toByteArray()));
}

} // namespace ui
