// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/bundlefields.h"

#include "ui/dialogs/filepicker.h"
#include "ui/report/resultexport.h"
#include "ui/send/destinationdialog.h"
#include "ui/settings.h"
#include "ui/text/safetext.h"
#include "ui/widgets/formlabels.h"
#include "ui/widgets/tonedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtConcurrentRun>

namespace ui {

namespace {

// Keys of the remembered choices.
const QString Classification = QStringLiteral("classification");
const QString Submitter = QStringLiteral("submitter");
const QString Description = QStringLiteral("description");
const QString Older = QStringLiteral("older");
const QString WithSample = QStringLiteral("with_sample");

constexpr int ListLines = 4; // of what was left out, before it scrolls

} // namespace

BundleFields::BundleFields(
    core::ReportPtr report, core::AnalysisResultPtr result, core::bundle::OpenSample ownCopy, QWidget* parent)
    : QWidget(parent)
    , m_report(std::move(report))
    , m_result(std::move(result))
    , m_ownCopy(std::move(ownCopy))
    , m_classification(new QLineEdit(this))
    , m_submitter(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_target(makeTargetBox(this))
    , m_withSample(new QCheckBox(tr("With the sample's &bytes"), this))
    , m_sample(new QLineEdit(this))
    , m_leftOutTitle(new TonedLabel({}, Token::Dim, TonedLabel::Size::Dim, this))
    , m_leftOut(new QPlainTextEdit(this))
{
    m_classification->setObjectName(QStringLiteral("classification"));
    m_classification->setPlaceholderText(QString::fromStdString(m_result->classification));
    m_submitter->setPlaceholderText(QStringLiteral("cape-workbench"));
    m_description->setPlaceholderText(tr("Made from the sample's name"));
    m_withSample->setObjectName(QStringLiteral("withSample"));
    m_sample->setObjectName(QStringLiteral("sample"));
    m_sample->setAccessibleName(tr("The sample's file"));
    m_sample->setPlaceholderText(
        m_ownCopy ? tr("The queue's own copy, unless you choose another") : tr("Choose the sample's file"));
    auto* choose = new QPushButton(tr("C&hoose…"), this);
    choose->setAutoDefault(false);
    auto* sample = new QHBoxLayout;
    sample->addWidget(m_withSample);
    sample->addWidget(m_sample, 1);
    sample->addWidget(choose);
    m_leftOut->setReadOnly(true);
    m_leftOut->setObjectName(QStringLiteral("leftOut"));
    m_leftOut->setAccessibleName(tr("What was left out of the tags"));
    m_leftOut->setFixedHeight(m_leftOut->fontMetrics().lineSpacing() * ListLines + 12);
    m_leftOut->hide();
    m_leftOutTitle->hide();
    connect(choose, &QPushButton::clicked, this, &BundleFields::chooseSample);
    connect(m_withSample, &QCheckBox::toggled, this, &BundleFields::updateSample);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(24, 4, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Classification:"), m_classification);
    form->addRow(tr("&Submitter:"), m_submitter);
    form->addRow(tr("&Description:"), m_description);
    form->addRow(tr("Fo&r:"), m_target);
    form->addRow(tr("Sample:"), sample);
    form->addRow(m_leftOutTitle);
    form->addRow(m_leftOut);
    centreLabels(form);
    recall();
    updateSample();
    findLeftOut();
}

void BundleFields::recall()
{
    const QVariantMap choices = Settings::value(Setting::BundleChoices).toMap();
    m_classification->setText(choices.value(Classification).toString());
    m_submitter->setText(choices.value(Submitter).toString());
    m_description->setText(choices.value(Description).toString());
    m_target->setCurrentIndex(choices.value(Older).toBool() ? 1 : 0);
    m_withSample->setChecked(choices.value(WithSample).toBool());
}

void BundleFields::remember() const
{
    Settings::set(Setting::BundleChoices,
        QVariantMap{{Classification, m_classification->text().trimmed()}, {Submitter, m_submitter->text().trimmed()},
            {Description, m_description->text().trimmed()}, {Older, m_target->currentIndex() == 1},
            {WithSample, m_withSample->isChecked()}});
}

core::bundle::Options BundleFields::options() const
{
    core::bundle::Options options = bundleOptions(*m_report, *m_result);
    const auto take = [](std::string& target, const QLineEdit* field) {
        if (const QString text = field->text().trimmed(); !text.isEmpty()) {
            target = text.toStdString();
        }
    };
    take(options.classification, m_classification);
    take(options.submitter, m_submitter);
    take(options.description, m_description);
    options.target = core::bundle::Target(m_target->currentData().toInt());
    if (m_withSample->isChecked()) {
        options.openSample = m_sample->text().isEmpty() ? m_ownCopy : core::bundle::sampleFile(m_sample->text());
    }
    return options;
}

void BundleFields::chooseSample()
{
    pickFiles(this, tr("The sample's file"), Settings::text(Setting::LastSubmitFolder), tr("All files (*)"),
        [this](const QStringList& paths) {
            m_sample->setText(paths.value(0));
            m_withSample->setChecked(!paths.isEmpty());
        });
}

void BundleFields::updateSample()
{
    m_sample->setEnabled(m_withSample->isChecked());
}

// A large result takes a moment to check.
void BundleFields::findLeftOut()
{
    QtConcurrent::run([result = m_result] {
        return core::bundle::importable(*result, core::bundle::Target::Current).leftOut;
    }).then(this, [this](const std::vector<core::bundle::LeftOut>& items) { showLeftOut(items); });
}

void BundleFields::showLeftOut(const std::vector<core::bundle::LeftOut>& items)
{
    QStringList lines;
    for (const core::bundle::LeftOut& item : items) {
        lines << tr("%1: %2", "what is left out of the tags, and why").arg(safeLine(item.what), safeLine(item.why));
    }
    m_leftOutTitle->setText(
        tr("%n value(s) that Assemblyline does not take as tags: they stay in the text.", nullptr, int(items.size())));
    m_leftOut->setPlainText(lines.join(QLatin1Char('\n')));
    m_leftOutTitle->setVisible(!items.empty());
    m_leftOut->setVisible(!items.empty());
}

} // namespace ui
