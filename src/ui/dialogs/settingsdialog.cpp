// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "ui/dialogs/filepicker.h"
#include "ui/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formlabels.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/tonedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

SettingsDialog::SettingsDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Settings"));
    makeFields();
    auto* folder = new QHBoxLayout;
    auto* choose = new QToolButton(this);
    choose->setIcon(icon(u"folder"));
    choose->setToolTip(tr("Choose a folder"));
    choose->setAccessibleName(choose->toolTip());
    connect(choose, &QToolButton::clicked, this, &SettingsDialog::chooseFolder);
    folder->addWidget(m_exportFolder);
    folder->addWidget(choose);
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* folderLabel = new QLabel(tr("&Export folder:"), this);
    folderLabel->setBuddy(m_exportFolder);
    form->addRow(tr("&Colours:"), m_scheme);
    form->addRow(tr("C&ontrast:"), m_contrast);
    form->addRow(tr("&Language:"), m_language);
    form->addRow(QString(),
        new TonedLabel(tr("The language changes at the next start."), Token::Dim, TonedLabel::Size::Dim, this));
    form->addRow(folderLabel, folder);
    form->addRow(tr("Ask before:"), m_confirmDelete);
    form->addRow(QString(), m_confirmCancel);
    form->addRow(tr("Tasks:"), m_notify);
    form->addRow(tr("Start:"), m_reopen);
    centreLabels(form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    resizeToFit(this, {520, sizeHint().height()});
}

void SettingsDialog::makeFields()
{
    m_scheme = new QComboBox(this);
    m_scheme->addItem(tr("As the system"), QStringLiteral("system"));
    m_scheme->addItem(tr("Light"), QStringLiteral("light"));
    m_scheme->addItem(tr("Dark"), QStringLiteral("dark"));
    m_scheme->setCurrentIndex(m_scheme->findData(Settings::text(Setting::Scheme)));
    m_contrast = new QComboBox(this);
    m_contrast->addItem(tr("As the system"), QStringLiteral("system"));
    m_contrast->addItem(tr("Normal"), QStringLiteral("normal"));
    m_contrast->addItem(tr("High"), QStringLiteral("high"));
    m_contrast->setCurrentIndex(m_contrast->findData(Settings::text(Setting::Contrast)));
    m_contrast->setObjectName(QStringLiteral("contrast"));
    m_language = new QComboBox(this);
    m_language->addItem(tr("As the system"), QStringLiteral("system"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Fran\u00e7ais"), QStringLiteral("fr"));
    m_language->setCurrentIndex(m_language->findData(Settings::text(Setting::Language)));
    const auto box = [this](const QString& text, Setting setting) {
        auto* made = new QCheckBox(text, this);
        made->setChecked(Settings::isOn(setting));
        return made;
    };
    m_confirmDelete = box(tr("deleting or removing tasks"), Setting::ConfirmDelete);
    m_confirmCancel = box(tr("cancelling tasks"), Setting::ConfirmCancel);
    m_notify = box(tr("Tell on the desktop when a task is ready"), Setting::Notify);
    m_reopen = box(tr("Open the reports of last time again"), Setting::ReopenReports);
    m_exportFolder = new QLineEdit(Settings::text(Setting::ExportFolder), this);
    m_exportFolder->setAccessibleName(tr("Export folder"));
}

void SettingsDialog::chooseFolder()
{
    pickFolder(this, tr("Export folder"), m_exportFolder->text(),
        [this](const QString& folder) { m_exportFolder->setText(folder); });
}

void SettingsDialog::accept()
{
    Settings::set(Setting::Scheme, m_scheme->currentData());
    Settings::set(Setting::Contrast, m_contrast->currentData());
    Settings::set(Setting::Language, m_language->currentData());
    Settings::set(Setting::ConfirmDelete, m_confirmDelete->isChecked());
    Settings::set(Setting::ConfirmCancel, m_confirmCancel->isChecked());
    Settings::set(Setting::Notify, m_notify->isChecked());
    Settings::set(Setting::ReopenReports, m_reopen->isChecked());
    Settings::set(Setting::ExportFolder, m_exportFolder->text());
    Theme::instance().setContrast(contrastChoice(Settings::text(Setting::Contrast)));
    Theme::instance().setChoice(schemeChoice(Settings::text(Setting::Scheme)));
    QDialog::accept();
}

} // namespace ui
