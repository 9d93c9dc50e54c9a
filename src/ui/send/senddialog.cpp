// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/send/senddialog.h"

#include "core/ioc/safelistfile.h"
#include "net/assemblylinestore.h"
#include "net/credentialstore.h"
#include "net/taskqueue.h"
#include "ui/dialogs/confirmation.h"
#include "ui/dialogs/filepicker.h"
#include "ui/report/reportconversion.h"
#include "ui/report/resultexport.h"
#include "ui/send/destinationdialog.h"
#include "ui/settings.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/formlabels.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/tonedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>

namespace ui {

using net::AssemblylineSender;

SendDialog::SendDialog(const Backend& backend, core::ReportPtr report, core::AnalysisResultPtr result, QWidget* parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_report(std::move(report))
    , m_result(std::move(result))
    , m_sender(new AssemblylineSender(this))
    , m_ownCopy(backend.queue.sampleCopy(fromUtf8(m_report->target().file.sha256).toLower()))
{
    setWindowTitle(tr("Send to Assemblyline"));
    makeFields();
    m_progress = new QProgressBar(this);
    m_progress->hide();
    m_status = new TonedLabel({}, Token::Text, TonedLabel::Size::Normal, this);
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setWordWrap(true);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notes = new QPlainTextEdit(this);
    m_notes->setReadOnly(true);
    m_notes->setAccessibleName(tr("What was left out of the tags, and what differs"));
    m_notes->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_send = buttons->addButton(tr("Send"), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setDefault(true);
    m_open = buttons->addButton(tr("Open the submission\u2026"), QDialogButtonBox::ActionRole);
    m_openAnalysis = buttons->addButton(tr("Open the sample's submission\u2026"), QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &SendDialog::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &SendDialog::reject);
    connect(m_open, &QPushButton::clicked, this, [this] { openLinkAfterConfirmation(this, m_sender->result()->link); });
    connect(m_openAnalysis, &QPushButton::clicked, this,
        [this] { openLinkAfterConfirmation(this, m_sender->result()->analysisLink); });
    m_open->hide();
    m_openAnalysis->hide();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_fields);
    layout->addWidget(m_progress);
    layout->addWidget(m_status);
    layout->addWidget(m_notes, 1);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(&backend.assemblylines, &net::AssemblylineStore::changed, this, &SendDialog::fillDestinations);
    connect(m_sender, &AssemblylineSender::stepChanged, this, &SendDialog::showStep);
    connect(m_sender, &AssemblylineSender::finished, this, &SendDialog::showOutcome);
    connect(m_sender, &AssemblylineSender::progress, this, [this](qint64 done, qint64 total) {
        constexpr int Steps = 1000;
        m_progress->setRange(0, total > 0 ? Steps : 0);
        m_progress->setValue(total > 0 ? int(done * Steps / total) : 0);
    });
    m_status->setText(backend.assemblylines.warning());
    fillDestinations();
    resizeToFit(this, {620, sizeHint().height()});
}

QWidget* SendDialog::makeDestinationRow()
{
    auto* row = new QWidget(m_fields);
    m_destination = new QComboBox(row);
    m_destination->setObjectName(QStringLiteral("destination"));
    m_destination->setAccessibleName(tr("Destination"));
    m_destination->setPlaceholderText(tr("None yet: add one"));
    m_destination->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* add = new QPushButton(tr("&Add\u2026"), row);
    m_edit = new QPushButton(tr("&Edit\u2026"), row);
    m_remove = new QPushButton(tr("&Remove\u2026"), row);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_destination, 1);
    for (QPushButton* button : {add, m_edit, m_remove}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    connect(m_destination, &QComboBox::currentIndexChanged, this, &SendDialog::takeDefaults);
    connect(add, &QPushButton::clicked, this, [this] { editDestination({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] { editDestination(destinationId()); });
    connect(m_remove, &QPushButton::clicked, this, &SendDialog::askToRemove);
    return row;
}

void SendDialog::makeFields()
{
    m_fields = new QWidget(this);
    m_classification = new QLineEdit(m_fields);
    m_classification->setPlaceholderText(QString::fromStdString(m_result->classification));
    m_description = new QLineEdit(m_fields);
    m_description->setPlaceholderText(tr("Made from the sample's name"));
    m_target = makeTargetBox(m_fields);
    m_sample = new QLineEdit(m_fields);
    m_sample->setObjectName(QStringLiteral("sample"));
    m_sample->setAccessibleName(tr("The sample's file"));
    m_sample->setPlaceholderText(m_ownCopy ? tr("The queue's own copy, unless you choose another")
                                           : tr("None: what the report says of it is enough"));
    auto* choose = new QPushButton(tr("C&hoose\u2026"), m_fields);
    choose->setAutoDefault(false);
    auto* sample = new QHBoxLayout;
    sample->addWidget(m_sample, 1);
    sample->addWidget(choose);
    m_withSample = new QCheckBox(tr("Send the sample's &bytes along"), m_fields);
    m_analyse = new QCheckBox(tr("Have Assembl&yline analyse the sample as well"), m_fields);
    connect(choose, &QPushButton::clicked, this, &SendDialog::chooseSample);
    connect(m_sample, &QLineEdit::textChanged, this, &SendDialog::updateState);
    auto* form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Destination:"), makeDestinationRow());
    form->addRow(tr("&Classification:"), m_classification);
    form->addRow(tr("&Description:"), m_description);
    form->addRow(tr("&For:"), m_target);
    form->addRow(tr("Sample's file:"), sample);
    form->addRow(QString(), m_withSample);
    form->addRow(QString(), m_analyse);
    centreLabels(form);
}

QString SendDialog::destinationId() const
{
    return m_destination->currentData().toString();
}

void SendDialog::fillDestinations()
{
    const QString selected = destinationId();
    {
        const QSignalBlocker quiet(m_destination);
        m_destination->clear();
        for (const net::AssemblylineProfile& profile : m_backend.assemblylines.profiles()) {
            m_destination->addItem(
                safeText(profile.name + QStringLiteral(" \u00b7 ") + profile.url.host()), profile.id);
        }
        m_destination->setCurrentIndex(
            std::max(m_destination->count() > 0 ? 0 : -1, m_destination->findData(selected)));
    }
    takeDefaults();
}

void SendDialog::takeDefaults()
{
    if (const auto profile = m_backend.assemblylines.profile(destinationId())) {
        m_classification->setText(profile->classification);
        m_description->setText(profile->description);
        m_target->setCurrentIndex(m_target->findData(int(profile->target)));
        m_withSample->setChecked(profile->withSample);
    }
    updateState();
}

DestinationDialog* SendDialog::editDestination(const QString& id)
{
    auto* dialog = new DestinationDialog(m_backend, id, this);
    connect(dialog, &DestinationDialog::saved, this,
        [this](const QString& saved) { m_destination->setCurrentIndex(m_destination->findData(saved)); });
    dialog->open();
    return dialog;
}

void SendDialog::askToRemove()
{
    const auto profile = m_backend.assemblylines.profile(destinationId());
    if (!profile) {
        return;
    }
    const auto act = [this, id = profile->id] {
        if (const auto removed = m_backend.assemblylines.remove(id); removed) {
            m_backend.credentials.removeAll(id);
        } else {
            m_status->setText(removed.error().message);
        }
    };
    confirm(this,
        {.text = tr("Remove the destination %1?").arg(profile->name),
            .information = tr("Its API key is removed as well."),
            .yes = tr("Remove")},
        act);
}

void SendDialog::chooseSample()
{
    pickFiles(this, tr("The sample's file"), Settings::text(Setting::LastSubmitFolder), tr("All files (*)"),
        [this](const QStringList& paths) { m_sample->setText(paths.value(0)); });
}

void SendDialog::updateState()
{
    const bool isIdle = m_sender->step() == AssemblylineSender::Step::Idle;
    const bool hasDestination = !destinationId().isEmpty();
    const bool hasSample = m_ownCopy || !m_sample->text().isEmpty();
    m_fields->setEnabled(isIdle);
    m_edit->setEnabled(hasDestination);
    m_remove->setEnabled(hasDestination);
    m_withSample->setEnabled(hasSample);
    m_analyse->setEnabled(hasSample);
    m_send->setEnabled(isIdle && hasDestination);
}

net::Delivery SendDialog::delivery(const net::AssemblylineProfile& profile) const
{
    net::Delivery delivery;
    delivery.result = m_result;
    delivery.profile = profile;
    if (!profile.safelist.isEmpty()) {
        delivery.convert = [report = m_report, path = m_reportPath, file = profile.safelist] {
            return core::safelistFromFile(file).and_then([&](core::Safelist list) {
                core::ConversionOptions options;
                options.safelist = std::move(list);
                return convertReport(report->sections().empty() ? nullptr : report.get(), path, options);
            });
        };
    }
    delivery.options = bundleOptions(*m_report, *m_result);
    if (const QString text = m_classification->text().trimmed(); !text.isEmpty()) {
        delivery.options.classification = text.toStdString();
    }
    delivery.options.submitter = (profile.submitter.isEmpty() ? profile.user : profile.submitter).toStdString();
    delivery.options.description = m_description->text().trimmed().toStdString();
    delivery.options.target = core::bundle::Target(m_target->currentData().toInt());
    const QString chosen = m_sample->text();
    const core::bundle::OpenSample open = chosen.isEmpty() ? m_ownCopy : core::bundle::sampleFile(chosen);
    if (open && m_withSample->isChecked()) {
        delivery.options.openSample = open;
    }
    if (open && m_analyse->isChecked()) {
        const QString known = fromUtf8(m_report->target().file.name);
        delivery.analyse = open;
        delivery.analyseName = !chosen.isEmpty() ? QFileInfo(chosen).fileName()
            : !known.isEmpty()                   ? known
                                                 : fromUtf8(m_report->target().file.sha256);
    }
    return delivery;
}

void SendDialog::send()
{
    const auto profile = m_backend.assemblylines.profile(destinationId());
    if (!profile || m_sender->step() != AssemblylineSender::Step::Idle) {
        return;
    }
    m_send->setEnabled(false);
    m_open->hide();
    m_openAnalysis->hide();
    m_notes->hide();
    m_backend.credentials.credentials(*profile, this, [this, profile = *profile](const net::Credentials& secrets) {
        net::Delivery what = delivery(profile);
        what.credentials = secrets;
        m_sender->start(what);
    });
}

void SendDialog::showStep()
{
    using enum AssemblylineSender::Step;
    const AssemblylineSender::Step step = m_sender->step();
    m_progress->setVisible(step != Idle);
    m_progress->setRange(0, 0);
    updateState();
    if (step == Writing) {
        m_status->setText(tr("Checking the result and writing its bundle\u2026"));
    } else if (step == Importing) {
        m_status->setText(tr("Sending the bundle\u2026"));
    } else if (step == Checking) {
        m_status->setText(tr("Reading it back from Assemblyline\u2026"));
    } else if (step == Submitting) {
        m_status->setText(tr("Sending the sample\u2026"));
    }
}

void SendDialog::showOutcome()
{
    const auto& result = m_sender->result();
    if (!result) {
        const core::Error& error = result.error();
        m_status->setText(safeText(
            error.detail.isEmpty() ? error.message : tr("%1 (%2)").arg(error.message, error.detail), LineBreaks::Keep));
        return;
    }
    m_status->setText(result->differences.isEmpty() ? tr("It arrived as it was sent: %1").arg(result->link.toString())
                                                    : tr("It arrived, with remarks: %1").arg(result->link.toString()));
    m_open->show();
    m_openAnalysis->setVisible(!result->analysisSid.isEmpty());
    QStringList notes = result->differences;
    for (const core::bundle::LeftOut& item : result->leftOut) {
        notes << tr("Left out of the tags: %1 (%2)").arg(item.what, item.why);
    }
    m_notes->setPlainText(safeText(notes.join(QLatin1Char('\n')), LineBreaks::Keep));
    m_notes->setVisible(!notes.isEmpty());
}

void SendDialog::reject()
{
    if (m_sender->step() != AssemblylineSender::Step::Idle) {
        m_sender->cancel();
    } else {
        QDialog::reject();
    }
}

} // namespace ui
