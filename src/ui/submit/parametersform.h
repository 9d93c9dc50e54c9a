// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/parameters.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace ui {

// The choices of one submission: what decides most of the time in sight, the rest folded.
class ParametersForm : public QWidget {
    Q_OBJECT
public:
    explicit ParametersForm(QWidget* parent = nullptr);

    core::submission::Parameters parameters() const;
    void setParameters(const core::submission::Parameters& parameters);
    // What the server offers; the fields stay free to type in.
    void setMachines(const QStringList& names, const QStringList& tags);

Q_SIGNALS:
    void changed();

private:
    void makeFields();
    QWidget* makeMainPart();
    QWidget* makeFoldedPart();
    QWidget* makeSwitches(QWidget* parent);
    void connectFields();

    QComboBox* m_route;
    QComboBox* m_machine;
    QComboBox* m_image;
    QComboBox* m_package;
    QSpinBox* m_timeout;
    QLineEdit* m_password;
    QComboBox* m_platform;
    QLineEdit* m_arguments;
    QLineEdit* m_dllFunction;
    QLineEdit* m_options;
    QLineEdit* m_clock;
    QLineEdit* m_hollowsHunter;
    QCheckBox* m_ignoreCache;
    QCheckBox* m_dumpMemory;
    QCheckBox* m_sleepSkip;
    QCheckBox* m_noMonitor;
    QCheckBox* m_bothMonitors;
    QCheckBox* m_simulateUser;
    QCheckBox* m_reboot;
};

} // namespace ui
