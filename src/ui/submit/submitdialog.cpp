// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/submitdialog.h"

#include "core/json/value.h"
#include "core/submission/check.h"
#include "core/submission/dllexports.h"
#include "net/taskqueue.h"
#include "ui/dialogs/confirmation.h"
#include "ui/settings.h"
#include "ui/submit/exportsmodel.h"
#include "ui/submit/exportspanel.h"
#include "ui/submit/knowntaskspanel.h"
#include "ui/submit/offers.h"
#include "ui/submit/parametersform.h"
#include "ui/submit/poolsettings.h"
#include "ui/submit/presetbar.h"
#include "ui/submit/rebootoffer.h"
#include "ui/submit/samplearea.h"
#include "ui/submit/samplelistmodel.h"
#include "ui/submit/serverchoice.h"
#include "ui/submit/submissionpreview.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/formscroll.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/tonedlabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTimer>

namespace ui {

namespace {

namespace sub = core::submission;

constexpr QSize FirstSize(1000, 664); // fits a screen of 1024 x 700 with its title bar
constexpr int WhatWidth = 590;
constexpr int UpdateInterval = 100; // ms

} // namespace

SubmitDialog::SubmitDialog(const Backend& backend, QWidget* parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_chance(QRandomGenerator::global()->generate())
    , m_soon(new QTimer(this))
    , m_samples(new SampleListModel(this))
    , m_sampleArea(new SampleArea(m_samples, this))
    , m_known(new KnownTasksPanel(backend, this))
    , m_servers(new ServerChoice(backend, this))
    , m_problem(new TonedLabel({}, Token::Severity4, TonedLabel::Size::Normal, this))
{
    setWindowTitle(tr("Submit"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_submit = buttons->addButton(tr("Submit"), QDialogButtonBox::AcceptRole);
    m_submit->setObjectName(QStringLiteral("submit"));
    m_submit->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &SubmitDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] { done(Rejected); });
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_known->hide();

    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_sampleArea, 1);
    left->addWidget(m_known);
    left->addWidget(makeHowArea());
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_servers);
    right->addWidget(makePreviewArea(), 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(left, WhatWidth);
    columns->addLayout(right, FirstSize.width() - WhatWidth);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resizeToFit(this, FirstSize);
    recall();
    connectParts();
    serversChanged();
}

QWidget* SubmitDialog::makeHowArea()
{
    auto* content = new QWidget(this);
    m_form = new ParametersForm(content);
    m_exportsFold = new Fold({}, content);
    m_exports = new ExportsPanel(m_exportsFold);
    m_exportsFold->setContent(m_exports);
    m_exportsFold->hide();
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 4, 0);
    inside->setSpacing(4);
    inside->addWidget(m_form);
    inside->addWidget(m_exportsFold);
    auto* scroll = new FormScroll(content, this);
    scroll->setMinimumHeight(150);
    m_presets = new PresetBar(this, m_backend.access);
    auto* area = new QWidget(this);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new TonedLabel(tr("How"), Token::Dim, TonedLabel::Size::Dim, area));
    layout->addWidget(m_presets);
    layout->addWidget(scroll, 1);
    return area;
}

QWidget* SubmitDialog::makePreviewArea()
{
    auto* area = new QWidget(this);
    m_preview = new QPlainTextEdit(area);
    m_preview->setReadOnly(true);
    m_preview->setFont(Theme::monoFont());
    m_preview->setAccessibleName(tr("What will be sent"));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setTabChangesFocus(true);
    m_preview->setPlaceholderText(tr("Nothing, as things stand."));
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new TonedLabel(tr("What will be sent"), Token::Dim, TonedLabel::Size::Dim, area));
    layout->addWidget(m_preview, 1);
    return area;
}

void SubmitDialog::connectParts()
{
    connect(m_sampleArea, &SampleArea::added, this,
        [this](const DropContent& content) { sortLater(content, this, [this](const auto& c) { addContent(c); }); });
    connect(m_sampleArea, &SampleArea::openReportsRequested, this, &SubmitDialog::openInstead);
    connect(m_sampleArea, &SampleArea::selectionChanged, this, &SubmitDialog::showExports);
    connect(m_known, &KnownTasksPanel::openRequested, this, &SubmitDialog::openReportRequested);
    connect(m_servers, &ServerChoice::changed, this, &SubmitDialog::serversChanged);
    connect(m_servers, &ServerChoice::profilesRequested, this, &SubmitDialog::profilesRequested);
    connect(m_form, &ParametersForm::changed, this, &SubmitDialog::updatePlan);
    connect(m_presets, &PresetBar::chosen, this, [this](const sub::Parameters& parameters) {
        m_form->setParameters(parameters);
        m_form->ownWhatDiffers();
        serversChanged();
    });
    const auto notice = [this](const QString& problem) {
        m_notice = problem;
        updatePlan();
    };
    connect(m_presets, &PresetBar::failed, this, notice);
    connect(m_servers, &ServerChoice::failed, this, notice);
    connect(m_exports, &ExportsPanel::chosenChanged, this, [this] {
        if (m_dllRow >= 0) {
            m_samples->setChosenExports(m_dllRow, m_exports->chosen());
        }
    });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_samples, change, this, &SubmitDialog::samplesChanged);
    }
    connect(m_samples, &QAbstractItemModel::dataChanged, this, &SubmitDialog::samplesChanged);
    m_soon->setSingleShot(true);
    m_soon->setInterval(UpdateInterval);
    connect(m_soon, &QTimer::timeout, this, &SubmitDialog::updatePlan);
}

void SubmitDialog::addContent(const DropContent& content)
{
    QStringList notices;
    if (content.isCut) {
        notices << tr("Only the first %1 files were taken.").arg(MostDroppedFiles);
    }
    if (!content.refused.isEmpty()) {
        notices << tr("Not taken, because this is no URL: %1").arg(content.refused.join(QStringLiteral("  \u00b7  ")));
    }
    m_notice = notices.join(u'\n');
    m_samples->addFiles(content.files + content.reports);
    m_samples->addUrls(content.urls);
    if (!content.hashes.isEmpty()) {
        m_known->show();
        m_known->ask(content.hashes);
    }
    updatePlan();
}

void SubmitDialog::reject()
{
    if (m_samples->rowCount() == 0) {
        return QDialog::reject();
    }
    confirm(this,
        {.text = tr("Close without submitting?"),
            .information = tr("The list of %n sample(s) and the choices made for it are lost.", nullptr,
                m_samples->rowCount()),
            .yes = tr("Close"),
            .no = tr("Back")},
        [this] { done(Rejected); });
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

// The list is filled anew only for another DLL, so that it does not jump under the analyst's hand.
void SubmitDialog::showExports()
{
    const int row = m_sampleArea->dllRow();
    const bool isDecided = !m_form->parameters().dllFunction.empty();
    m_exportsFold->setVisible(row >= 0 && !isDecided);
    if (row < 0) {
        m_dllRow = -1;
        return;
    }
    const Sample& sample = m_samples->samples()[row];
    const int most = int(m_plan.pool.maxDllExports);
    QStringList offered;
    for (const std::string& name : core::submission::offeredDllExports(sample.facts.dllExports)) {
        offered << fromUtf8(name);
    }
    const QStringList chosen = sample.chosenExports.value_or(ExportsModel::serviceChoice(offered, most));
    if (row != m_dllRow || m_exportsOf != sample.path) {
        m_dllRow = row;
        m_exportsOf = sample.path;
        m_exports->setExports(offered, chosen, most);
    }
    m_exportsFold->setTitle(tr("DLL exports of %1: %2 of %3 are run")
            .arg(safeLabel(fromUtf8(sample.facts.name)), formatCount(chosen.size()),
                formatCount(m_exports->model()->rowCount())));
}

void SubmitDialog::serversChanged()
{
    const QList<net::PoolMember> servers = m_servers->chosen();
    m_form->setNoReboot(whyNoReboot(servers, m_backend.queue));
    qint64 limit = std::numeric_limits<qint64>::max();
    for (const net::PoolMember& server : servers) {
        limit = std::min(limit, server.profile.uploadLimit);
    }
    m_form->setOffers(offersOf(servers, m_servers->isPool(), m_backend.queue));
    m_samples->setUploadLimit(limit);
    updatePlan();
}

// Why nothing can be sent now, in the order in which it can be mended.
QStringList SubmitDialog::obstacles() const
{
    QStringList reasons;
    if (m_servers->count() == 0) {
        reasons << tr("There is no server yet: add one under Servers.");
    } else if (m_servers->checkedIds().isEmpty()) {
        reasons << m_servers->refusals();
        if (reasons.isEmpty()) {
            reasons << tr("Tick the servers to submit to.");
        }
    } else if (m_samples->rowCount() == 0) {
        reasons << tr("Add files or URLs to submit.");
    } else if (m_samples->isInspecting()) {
        reasons << tr("The samples are being looked at.");
    } else if (std::ranges::none_of(m_samples->samples(), &Sample::isReady)) {
        reasons << tr("None of the samples can be submitted: see the remarks beside them.");
    }
    for (const sub::Problem& problem : m_plan.checks) {
        if (!problem.isWarning) {
            reasons << problem.reason;
        }
    }
    return reasons;
}

// What the narrow column beside a sample cuts off.
QStringList SubmitDialog::refusedSamples() const
{
    constexpr qsizetype MostLines = 2;
    QStringList lines;
    for (const Sample& sample : m_samples->samples()) {
        if (sample.isInspected && !sample.isSendable && sample.problem != Sample::Problem::Report) {
            lines << sample.words;
        }
    }
    const qsizetype more = lines.size() - MostLines;
    lines = lines.first(std::min(lines.size(), MostLines));
    if (more > 0) {
        lines << tr("%n more sample(s) cannot be submitted.", nullptr, int(more));
    }
    return lines;
}

void SubmitDialog::samplesChanged()
{
    if (!m_samples->isInspecting()) {
        return updatePlan();
    }
    m_submit->setEnabled(false);
    if (!m_soon->isActive()) {
        m_soon->start();
    }
}

void SubmitDialog::updatePlan()
{
    m_soon->stop();
    const auto has = [this](bool url) {
        return std::ranges::any_of(m_samples->samples(),
            [url](const Sample& sample) { return sample.isSendable && sample.isUrl == url; });
    };
    m_servers->setContent(has(false), has(true));
    const auto parameters = m_form->parameters();
    sub::PoolConfig pool = poolSettings();
    for (const QString& route : m_form->offers().routes) {
        pool.serverRoutes.push_back(route.toStdString());
    }
    m_plan = planSubmissions(m_samples->samples(), m_servers->chosen(), parameters, pool,
        m_servers->isPool() ? Spread::BestServer : Spread::EachServer, m_chance);
    m_form->setPool(m_plan.pool);
    m_form->setProblems(m_plan.checks);
    m_presets->setCurrent(parameters);
    showExports();
    const QStringList reasons = obstacles();
    QStringList lines
        = reasons + m_servers->refusals() + m_servers->remarks() + m_plan.problems + refusedSamples();
    lines.prepend(m_notice);
    lines.removeAll(QString());
    lines.removeDuplicates();
    m_problem->setText(lines.join(QLatin1Char('\n')));
    m_problem->setVisible(!lines.isEmpty());
    const int place = m_preview->verticalScrollBar()->value();
    m_preview->setPlainText(previewText(m_plan.submissions));
    m_preview->verticalScrollBar()->setValue(place);
    const auto count = int(m_plan.submissions.size());
    m_submit->setEnabled(count > 0 && reasons.isEmpty());
    m_submit->setToolTip(reasons.join(QLatin1Char('\n')));
    m_submit->setText(count == 0 ? tr("Submit") : tr("Submit %n task(s)", nullptr, count));
}

void SubmitDialog::accept()
{
    QStringList failures;
    for (const PlannedSubmission& planned : m_plan.submissions) {
        if (const auto id = m_backend.queue.submit(planned.submission); !id) {
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
        QVariantMap{{QStringLiteral("parameters"), choices}, {QStringLiteral("profiles"), m_servers->wishedIds()},
            {QStringLiteral("pool"), m_servers->isPool()}, {QStringLiteral("own"), m_form->ownChoices()}});
}

void SubmitDialog::recall()
{
    const QVariantMap last = Settings::value(Setting::LastSubmission).toMap();
    m_servers->check(last.value(QStringLiteral("profiles")).toStringList());
    m_servers->setPool(last.value(QStringLiteral("pool")).toBool());
    m_form->setOwnChoices(last.value(QStringLiteral("own")).toStringList());
    m_form->setParameters(parametersFromJson(last.value(QStringLiteral("parameters")).toByteArray()));
}

} // namespace ui
