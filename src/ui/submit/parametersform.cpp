// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/parametersform.h"

#include "core/json/value.h"
#include "ui/submit/packages.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int LongestTimeout = 24 * 3600; // seconds

QString boxText(const QComboBox* box)
{
    const int index = box->currentIndex();
    const bool listed = index >= 0 && box->itemText(index) == box->currentText();
    return listed ? box->itemData(index).toString() : box->currentText().trimmed();
}

void setBoxText(QComboBox* box, const QString& value)
{
    const int index = box->findData(value);
    if (index >= 0) {
        box->setCurrentIndex(index);
    } else {
        box->setEditText(value);
    }
}

void fillBox(QComboBox* box, const QString& none, const QString& noneValue, const QStringList& values)
{
    const QString before = boxText(box);
    box->clear();
    box->addItem(none, noneValue);
    for (const QString& value : values) {
        box->addItem(value, value);
    }
    setBoxText(box, before.isEmpty() ? noneValue : before);
}

QComboBox* makeBox(bool editable, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setEditable(editable);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setMinimumContentsLength(12);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

} // namespace

ParametersForm::ParametersForm(QWidget* parent)
    : QWidget(parent)
{
    makeFields();
    QWidget* folded = makeFoldedPart();
    auto* unfold = new QToolButton(this);
    unfold->setText(tr("More options"));
    unfold->setIcon(icon(u"chevron-right"));
    unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    unfold->setAutoRaise(true);
    unfold->setCheckable(true);
    connect(unfold, &QToolButton::toggled, this, [unfold, folded](bool open) {
        folded->setVisible(open);
        unfold->setIcon(icon(open ? u"chevron-down" : u"chevron-right"));
    });
    folded->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeMainPart());
    layout->addWidget(unfold);
    layout->addWidget(folded);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connectFields();
}

void ParametersForm::makeFields()
{
    m_route = makeBox(false, this);
    m_route->addItem(tr("None"), QStringLiteral("none"));
    m_route->addItem(tr("Simulated internet (inetsim)"), QStringLiteral("inetsim"));
    m_route->addItem(tr("Drop everything"), QStringLiteral("drop"));
    m_route->addItem(tr("Internet"), QStringLiteral("internet"));
    m_route->addItem(tr("Tor"), QStringLiteral("tor"));
    m_route->addItem(tr("VPN"), QStringLiteral("vpn"));
    m_machine = makeBox(true, this);
    m_image = makeBox(true, this);
    setMachines({}, {});
    m_package = makeBox(true, this);
    fillPackageBox(m_package);
    m_timeout = new QSpinBox(this);
    m_timeout->setRange(0, LongestTimeout);
    m_timeout->setSingleStep(30);
    m_timeout->setSpecialValueText(tr("As the server has it"));
    m_timeout->setSuffix(tr(" s"));
    m_password = new QLineEdit(this);
    m_password->setPlaceholderText(tr("Of an archive or document"));
    m_platform = makeBox(false, this);
    m_platform->addItem(tr("As the file needs"), QStringLiteral("none"));
    m_platform->addItem(QStringLiteral("Windows"), QStringLiteral("windows"));
    m_platform->addItem(QStringLiteral("Linux"), QStringLiteral("linux"));
    m_arguments = new QLineEdit(this);
    m_dllFunction = new QLineEdit(this);
    m_dllFunction->setPlaceholderText(tr("Such as DllRegisterServer"));
    m_options = new QLineEdit(this);
    m_options->setPlaceholderText(QStringLiteral("name=value,name=value"));
    m_clock = new QLineEdit(this);
    m_clock->setPlaceholderText(QStringLiteral("MM-DD-YYYY HH:MM:SS"));
    m_hollowsHunter = new QLineEdit(this);
    m_ignoreCache = new QCheckBox(tr("Submit even if the server knows the sample"), this);
    m_dumpMemory = new QCheckBox(tr("Dump the machine's memory"), this);
    m_sleepSkip = new QCheckBox(tr("Skip long sleeps"), this);
    m_noMonitor = new QCheckBox(tr("Run without the monitor"), this);
    m_bothMonitors = new QCheckBox(tr("Run twice: with and without the monitor"), this);
    m_simulateUser = new QCheckBox(tr("Simulate a user"), this);
    m_reboot = new QCheckBox(tr("Reboot and analyse again"), this);
    setParameters({});
}

QWidget* ParametersForm::makeMainPart()
{
    auto* part = new QWidget(this);
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    const auto add = [grid, part](int row, int column, const QString& text, QWidget* field) {
        auto* label = new QLabel(text, part);
        label->setBuddy(field);
        grid->addWidget(label, row, column * 2);
        grid->addWidget(field, row, column * 2 + 1);
    };
    add(0, 0, tr("&Route:"), m_route);
    add(1, 0, tr("&Machine:"), m_machine);
    add(2, 0, tr("&Image:"), m_image);
    add(0, 1, tr("&Package:"), m_package);
    add(1, 1, tr("&Timeout:"), m_timeout);
    add(2, 1, tr("Pass&word:"), m_password);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->addWidget(m_ignoreCache, 3, 0, 1, 4);
    return part;
}

QWidget* ParametersForm::makeFoldedPart()
{
    auto* part = new QWidget(this);
    auto* form = new QFormLayout(part);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("P&latform:"), m_platform);
    form->addRow(tr("&Arguments:"), m_arguments);
    form->addRow(tr("&DLL function:"), m_dllFunction);
    form->addRow(tr("&Options:"), m_options);
    form->addRow(tr("&Clock:"), m_clock);
    form->addRow(tr("&HollowsHunter:"), m_hollowsHunter);
    form->addRow(makeSwitches(part));
    return part;
}

QWidget* ParametersForm::makeSwitches(QWidget* parent)
{
    auto* switches = new QWidget(parent);
    auto* grid = new QGridLayout(switches);
    grid->setContentsMargins(0, 0, 0, 0);
    QCheckBox* const boxes[]{m_sleepSkip, m_simulateUser, m_dumpMemory, m_noMonitor, m_bothMonitors, m_reboot};
    for (int i = 0; i < int(std::size(boxes)); ++i) {
        grid->addWidget(boxes[i], i / 2, i % 2);
    }
    return switches;
}

void ParametersForm::connectFields()
{
    for (QComboBox* box : findChildren<QComboBox*>()) {
        connect(box, &QComboBox::currentTextChanged, this, &ParametersForm::changed);
    }
    for (QLineEdit* edit : findChildren<QLineEdit*>()) {
        connect(edit, &QLineEdit::textChanged, this, &ParametersForm::changed);
    }
    for (QCheckBox* box : findChildren<QCheckBox*>()) {
        connect(box, &QCheckBox::toggled, this, &ParametersForm::changed);
    }
    connect(m_timeout, &QSpinBox::valueChanged, this, &ParametersForm::changed);
}

void ParametersForm::setMachines(const QStringList& names, const QStringList& tags)
{
    fillBox(m_machine, tr("Any"), QString(), names);
    fillBox(m_image, tr("Automatic"), QStringLiteral("auto"), tags);
}

core::submission::Parameters ParametersForm::parameters() const
{
    core::submission::Parameters chosen;
    chosen.analysisTimeout = m_timeout->value();
    chosen.specificImage = boxText(m_image).toStdString();
    chosen.specificMachine = boxText(m_machine).toStdString();
    chosen.platform = boxText(m_platform).toStdString();
    chosen.dllFunction = m_dllFunction->text().trimmed().toStdString();
    chosen.arguments = m_arguments->text().toStdString();
    chosen.customOptions = m_options->text().trimmed().toStdString();
    chosen.clock = m_clock->text().trimmed().toStdString();
    chosen.package = boxText(m_package).toStdString();
    chosen.routing = boxText(m_route).toStdString();
    chosen.password = m_password->text().toStdString();
    chosen.hollowsHunterArguments = m_hollowsHunter->text().toStdString();
    chosen.dumpMemory = m_dumpMemory->isChecked();
    chosen.forceSleepSkip = m_sleepSkip->isChecked();
    chosen.noMonitor = m_noMonitor->isChecked();
    chosen.monitoredAndUnmonitored = m_bothMonitors->isChecked();
    chosen.simulateUser = m_simulateUser->isChecked();
    chosen.reboot = m_reboot->isChecked();
    chosen.ignoreCache = m_ignoreCache->isChecked();
    return chosen;
}

void ParametersForm::setParameters(const core::submission::Parameters& parameters)
{
    m_timeout->setValue(int(parameters.analysisTimeout));
    setBoxText(m_image, fromUtf8(parameters.specificImage));
    setBoxText(m_machine, fromUtf8(parameters.specificMachine));
    setBoxText(m_platform, fromUtf8(parameters.platform));
    m_dllFunction->setText(fromUtf8(parameters.dllFunction));
    m_arguments->setText(fromUtf8(parameters.arguments));
    m_options->setText(fromUtf8(parameters.customOptions));
    m_clock->setText(fromUtf8(parameters.clock));
    setBoxText(m_package, fromUtf8(parameters.package));
    setBoxText(m_route, fromUtf8(parameters.routing));
    m_password->setText(fromUtf8(parameters.password));
    m_hollowsHunter->setText(fromUtf8(parameters.hollowsHunterArguments));
    m_dumpMemory->setChecked(parameters.dumpMemory);
    m_sleepSkip->setChecked(parameters.forceSleepSkip);
    m_noMonitor->setChecked(parameters.noMonitor);
    m_bothMonitors->setChecked(parameters.monitoredAndUnmonitored);
    m_simulateUser->setChecked(parameters.simulateUser);
    m_reboot->setChecked(parameters.reboot);
    m_ignoreCache->setChecked(parameters.ignoreCache);
}

} // namespace ui
