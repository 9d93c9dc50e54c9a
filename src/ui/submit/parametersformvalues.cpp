// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of ParametersForm: what its fields hold, as values.
#include "ui/submit/parametersform.h"
#include "ui/text/format.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fold.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSpinBox>

namespace ui {

namespace sub = core::submission;

// How many of the folded choices are not at their default, so that none is forgotten.
void ParametersForm::countAdvanced()
{
    const core::json::Object now = parameters().toJson();
    const core::json::Object usual = sub::Parameters().toJson();
    int count = 0;
    for (const QString& name : m_advancedNames) {
        const core::json::Value* value = now.find(name.toStdString());
        const core::json::Value* other = usual.find(name.toStdString());
        count += value && other && core::json::dump(*value) != core::json::dump(*other) ? 1 : 0;
    }
    m_advanced->setTitle(count == 0 ? tr("Advanced") : tr("Advanced (%n changed)", nullptr, count));
}

sub::Parameters ParametersForm::parameters() const
{
    sub::Parameters chosen;
    chosen.analysisTimeout = m_timeout->value();
    chosen.specificImage = m_image->value().toStdString();
    chosen.specificMachine = m_machine->value().toStdString();
    chosen.platform = m_platform->value().toStdString();
    chosen.dllFunction = m_dllFunction->text().trimmed().toStdString();
    chosen.arguments = m_arguments->text().toStdString();
    chosen.customOptions = m_options->text().trimmed().toStdString();
    chosen.clock = m_clock->text().trimmed().toStdString();
    chosen.package = m_package->value().toStdString();
    chosen.routing = m_route->value().toStdString();
    chosen.password = m_password->text().toStdString();
    chosen.hollowsHunterArguments = m_hollowsHunter->text().toStdString();
    chosen.dumpMemory = m_dumpMemory->isChecked();
    chosen.forceSleepSkip = m_sleepSkip->isChecked();
    chosen.noMonitor = m_noMonitor->isChecked();
    chosen.monitoredAndUnmonitored = m_bothMonitors->isChecked();
    chosen.simulateUser = m_simulateUser->isChecked();
    chosen.reboot = m_reboot->isChecked() && m_reboot->isEnabled();
    chosen.ignoreCache = m_ignoreCache->isChecked();
    chosen.deepScan = m_deepScan->isChecked();
    chosen.priority = m_priority->value().toLongLong();
    chosen.tlp = m_tlp->value().toStdString();
    chosen.taskTags = m_taskTags->text().trimmed().toStdString();
    chosen.custom = m_custom->text().trimmed().toStdString();
    return chosen;
}

void ParametersForm::setParameters(const sub::Parameters& parameters)
{
    {
        const QSignalBlocker quiet(this);
        m_timeout->setValue(int(std::clamp<std::int64_t>(parameters.analysisTimeout, 0, m_timeout->maximum())));
        m_image->setValue(fromUtf8(parameters.specificImage));
        m_machine->setValue(fromUtf8(parameters.specificMachine));
        m_platform->setValue(fromUtf8(parameters.platform));
        m_dllFunction->setText(fromUtf8(parameters.dllFunction));
        m_arguments->setText(fromUtf8(parameters.arguments));
        m_options->setText(fromUtf8(parameters.customOptions));
        m_clock->setText(fromUtf8(parameters.clock));
        m_package->setValue(fromUtf8(parameters.package));
        m_route->setValue(fromUtf8(parameters.routing));
        m_password->setText(fromUtf8(parameters.password));
        m_hollowsHunter->setText(fromUtf8(parameters.hollowsHunterArguments));
        m_dumpMemory->setChecked(parameters.dumpMemory);
        m_sleepSkip->setChecked(parameters.forceSleepSkip);
        m_noMonitor->setChecked(parameters.noMonitor);
        m_bothMonitors->setChecked(parameters.monitoredAndUnmonitored);
        m_simulateUser->setChecked(parameters.simulateUser);
        m_reboot->setChecked(parameters.reboot);
        m_ignoreCache->setChecked(parameters.ignoreCache);
        m_deepScan->setChecked(parameters.deepScan);
        m_priority->setValue(QString::number(parameters.priority));
        m_tlp->setValue(fromUtf8(parameters.tlp));
        m_taskTags->setText(fromUtf8(parameters.taskTags));
        m_custom->setText(fromUtf8(parameters.custom));
    }
    fieldChanged();
}

} // namespace ui
