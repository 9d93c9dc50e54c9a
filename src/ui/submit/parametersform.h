// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/check.h"
#include "core/submission/parameters.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QSpinBox;

namespace ui {

class ChoiceBox;
class Fold;
class TonedLabel;

// What servers offer to choose from; names and values of CAPE.
struct Offers {
    QStringList machines;
    QStringList images; // tags of machines
    QStringList routes; // the servers' own
    QString usualRoute; // of the profile; empty: none
    QString usualMachine;

    friend bool operator==(const Offers&, const Offers&) = default;
};

// The choices of one submission: what decides most of the time in sight, the rest folded. What stands against a choice
// is shown beneath its field.
class ParametersForm : public QWidget {
    Q_OBJECT
public:
    explicit ParametersForm(QWidget* parent = nullptr);

    core::submission::Parameters parameters() const;
    void setParameters(const core::submission::Parameters& parameters);
    // Fills lists, and the usual route and machine where the analyst has not chosen another; the fields stay free to
    // type in.
    void setOffers(const Offers& offers);
    const Offers& offers() const { return m_offers; }
    // Why no server among the chosen ones can analyse again after a reboot; empty: one can.
    void setNoReboot(const QString& reason);
    // The routes, the time that 0 stands for, and whether routes are enforced.
    void setPool(const core::submission::PoolConfig& pool);
    void setProblems(const std::vector<core::submission::Problem>& problems);
    // The fields among "routing" and "specific_machine" that the analyst has set, so that no server's usual one counts.
    QStringList ownChoices() const;
    void setOwnChoices(const QStringList& names);
    // Counts a route and machine that are not at their default as the analyst's own.
    void ownWhatDiffers();
    void setAdvancedVisible(bool visible);

Q_SIGNALS:
    void changed();

private:
    void makeFields();
    void makeSwitches();
    QWidget* makeEverydayPart();
    QWidget* makeAdvancedPart();
    void addField(QGridLayout* grid, int place, const char* name, const QString& text, QWidget* field);
    void addSwitch(QGridLayout* grid, int place, const char* name, QCheckBox* box, int columns = 1);
    TonedLabel* makeProblem(const char* name);
    void connectFields();
    void fieldChanged();
    void fillRoutes();
    void fillMachines();
    void showRouteRemark();
    void countAdvanced();

    bool m_isRouteOwn = false;
    bool m_isMachineOwn = false;
    Offers m_offers;
    core::submission::PoolConfig m_pool;
    QSet<QString> m_shown; // parameters with a problem
    QHash<QString, TonedLabel*> m_problems; // by parameter
    QStringList m_advancedNames;

    ChoiceBox* m_route;
    TonedLabel* m_routeRemark;
    ChoiceBox* m_machine;
    ChoiceBox* m_image;
    ChoiceBox* m_package;
    QSpinBox* m_timeout;
    QLineEdit* m_password;
    QCheckBox* m_ignoreCache;
    Fold* m_advanced;
    ChoiceBox* m_platform;
    ChoiceBox* m_priority;
    ChoiceBox* m_tlp;
    QLineEdit* m_arguments;
    QLineEdit* m_dllFunction;
    QLineEdit* m_options;
    QLineEdit* m_clock;
    QLineEdit* m_hollowsHunter;
    QLineEdit* m_taskTags;
    QLineEdit* m_custom;
    QCheckBox* m_dumpMemory;
    QCheckBox* m_sleepSkip;
    QCheckBox* m_noMonitor;
    QCheckBox* m_bothMonitors;
    QCheckBox* m_simulateUser;
    QCheckBox* m_reboot;
    QCheckBox* m_deepScan;
};

} // namespace ui
