// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include "ui/dialogs/bundlefields.h"
#include "ui/dialogs/filepicker.h"
#include "ui/report/resultexport.h"
#include "ui/settings.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/tonedlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtConcurrentRun>

namespace ui {

namespace {

int countSections(const std::vector<core::Section>& sections)
{
    int count = int(sections.size());
    for (const core::Section& section : sections) {
        count += countSections(section.subsections());
    }
    return count;
}

} // namespace

ExportDialog::ExportDialog(core::ReportPtr report, core::AnalysisResultPtr result, const QString& sha256,
    core::bundle::OpenSample ownCopy, QWidget* parent)
    : QDialog(parent)
    , m_result(result)
    , m_sha256(sha256)
    , m_bundle(new BundleFields(std::move(report), std::move(result), std::move(ownCopy), this))
    , m_folder(new QLineEdit(this))
    , m_problem(new TonedLabel({}, Token::Severity5, TonedLabel::Size::Normal, this))
{
    setWindowTitle(tr("Export for Assemblyline"));
    auto* choose = new QToolButton(this);
    choose->setIcon(icon(u"folder"));
    choose->setToolTip(tr("Choose a folder"));
    choose->setAccessibleName(choose->toolTip());
    connect(choose, &QToolButton::clicked, this, &ExportDialog::chooseFolder);
    auto* label = new QLabel(tr("&Folder:"), this);
    label->setBuddy(m_folder);
    auto* folder = new QHBoxLayout;
    folder->addWidget(label);
    folder->addWidget(m_folder);
    folder->addWidget(choose);
    m_folder->setObjectName(QStringLiteral("folder"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::updateState);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(new TonedLabel(summary(), Token::Text, TonedLabel::Size::Normal, this));
    makeChoices(layout);
    layout->addSpacing(4);
    layout->addLayout(folder);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(buttons);
    recall();
    updateState();
    resizeToFit(this, {620, sizeHint().height()});
}

void ExportDialog::makeChoices(QLayout* layout)
{
    for (const ExportKind kind : ExportKinds) {
        auto* choice = new QCheckBox(exportName(kind), this);
        choice->setObjectName(QStringLiteral("kind"));
        choice->setAccessibleDescription(exportPurpose(kind));
        connect(choice, &QCheckBox::toggled, this, &ExportDialog::updateState);
        m_choices.append(choice);
        auto* row = new QWidget(this);
        auto* grid = new QGridLayout(row);
        grid->setContentsMargins(0, 4, 0, 0);
        grid->setVerticalSpacing(2);
        grid->addWidget(choice, 0, 0);
        grid->addWidget(new TonedLabel(exportFileName(kind, m_sha256), Token::Dim, TonedLabel::Size::Mono, row), 0, 1,
            Qt::AlignRight);
        auto* purpose = new TonedLabel(exportPurpose(kind), Token::Dim, TonedLabel::Size::Dim, row);
        purpose->setIndent(24);
        grid->addWidget(purpose, 1, 0, 1, 2);
        layout->addWidget(row);
        if (kind == ExportKind::Bundle) {
            layout->addWidget(m_bundle);
            connect(choice, &QCheckBox::toggled, m_bundle, &QWidget::setVisible);
        }
    }
}

QString ExportDialog::summary() const
{
    const QStringList facts{tr("Score %1").arg(formatCount(m_result->score)),
        tr("%n section(s)", nullptr, countSections(m_result->sections))};
    return facts.join(QStringLiteral("  \u00b7  "));
}

void ExportDialog::recall()
{
    const QString last = Settings::text(Setting::LastResultPath);
    m_folder->setText(last.isEmpty() ? Settings::text(Setting::ExportFolder) : QFileInfo(last).absolutePath());
    const QStringList kinds = Settings::value(Setting::ExportKinds).toStringList();
    for (int i = 0; i < m_choices.size(); ++i) {
        m_choices[i]->setChecked(kinds.isEmpty() ? i == 0 : kinds.contains(QString::number(i)));
    }
    m_bundle->setVisible(m_choices[int(ExportKind::Bundle)]->isChecked());
}

void ExportDialog::chooseFolder()
{
    pickFolder(this, tr("Export folder"), m_folder->text(), [this](const QString& path) { m_folder->setText(path); });
}

void ExportDialog::updateState()
{
    m_problem->hide();
    const bool any = std::ranges::any_of(m_choices, &QCheckBox::isChecked);
    m_export->setEnabled(any && !m_folder->text().isEmpty() && !m_isWriting);
}

QString ExportDialog::pathOf(int kind) const
{
    return QDir(m_folder->text()).filePath(exportFileName(ExportKinds[kind], m_sha256));
}

void ExportDialog::showProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->show();
}

void ExportDialog::accept()
{
    if (m_isWriting) {
        return;
    }
    if (!QDir().mkpath(m_folder->text())) {
        return showProblem(tr("The folder %1 cannot be made.").arg(m_folder->text()));
    }
    QList<std::pair<ExportKind, QString>> wanted;
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i]->isChecked()) {
            wanted.emplaceBack(ExportKinds[i], pathOf(i));
        }
    }
    m_isWriting = true;
    updateState();
    QtConcurrent::run([wanted, result = m_result, options = m_bundle->options()]() -> core::Result<QStringList> {
        QStringList paths;
        for (const auto& [kind, path] : wanted) {
            if (const auto written = exportTo(kind, *result, options, path); !written) {
                return std::unexpected(written.error());
            }
            paths << path;
        }
        return paths;
    }).then(this, [this](const core::Result<QStringList>& written) { finish(written); });
}

void ExportDialog::finish(const core::Result<QStringList>& written)
{
    m_isWriting = false;
    updateState();
    if (!written) {
        const core::Error& error = written.error();
        return showProblem(error.detail.isEmpty() ? error.message : tr("%1 (%2)").arg(error.message, error.detail));
    }
    QStringList kinds;
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i]->isChecked()) {
            kinds << QString::number(i);
        }
    }
    Settings::set(Setting::LastResultPath, written->constFirst());
    Settings::set(Setting::ExportKinds, kinds);
    m_bundle->remember();
    Q_EMIT exported(*written);
    QDialog::accept();
}

// What is being written is finished first.
void ExportDialog::reject()
{
    if (!m_isWriting) {
        QDialog::reject();
    }
}

} // namespace ui
