// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/parametersform.h"

#include "ui/submit/packages.h"
#include "ui/text/format.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/tonedlabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <set>

namespace ui {

namespace {

namespace sub = core::submission;

QString routeText(const QString& route)
{
    if (route == QLatin1String("none")) {
        return ParametersForm::tr("None");
    }
    if (route == QLatin1String("inetsim")) {
        return ParametersForm::tr("Simulated internet (inetsim)");
    }
    if (route == QLatin1String("drop")) {
        return ParametersForm::tr("Drop everything");
    }
    if (route == QLatin1String("internet")) {
        return ParametersForm::tr("Internet");
    }
    if (route == QLatin1String("tor")) {
        return ParametersForm::tr("Tor");
    }
    return route == QLatin1String("vpn") ? ParametersForm::tr("VPN") : route;
}

QLineEdit* makeEdit(const QString& placeholder, QWidget* parent)
{
    auto* edit = new QLineEdit(parent);
    edit->setPlaceholderText(placeholder);
    edit->setMinimumWidth(60);
    return edit;
}

QList<ChoiceBox::Choice> choicesOf(const QStringList& values)
{
    QList<ChoiceBox::Choice> choices;
    for (const QString& value : values) {
        choices << ChoiceBox::Choice{value, value};
    }
    return choices;
}

} // namespace

ParametersForm::ParametersForm(QWidget* parent)
    : QWidget(parent)
    , m_routeRemark(new TonedLabel({}, Token::Severity2, TonedLabel::Size::Dim, this))
    , m_advanced(new Fold(tr("Advanced"), this))
{
    makeFields();
    makeSwitches();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeEverydayPart());
    m_advanced->setContent(makeAdvancedPart());
    layout->addWidget(m_advanced);
    fillRoutes();
    fillMachines();
    setParameters({});
    connectFields();
}

void ParametersForm::makeFields()
{
    m_route = new ChoiceBox(ChoiceBox::Kind::Free, this); // a server has routes of its own
    m_machine = new ChoiceBox(ChoiceBox::Kind::Free, this);
    m_image = new ChoiceBox(ChoiceBox::Kind::Free, this);
    m_package = new ChoiceBox(ChoiceBox::Kind::Free, this);
    fillPackageBox(m_package);
    m_timeout = new QSpinBox(this);
    m_timeout->setRange(0, 24 * 3600);
    m_timeout->setSingleStep(30);
    m_timeout->setSuffix(tr(" s"));
    m_password = makeEdit(tr("Of an archive"), this);
    m_platform = new ChoiceBox(ChoiceBox::Kind::Listed, this);
    m_platform->setChoices({{tr("As the file needs"), QStringLiteral("none")},
        {QStringLiteral("Windows"), QStringLiteral("windows")}, {QStringLiteral("Linux"), QStringLiteral("linux")}});
    m_priority = new ChoiceBox(ChoiceBox::Kind::Listed, this);
    m_priority->setChoices(
        {{tr("Normal"), QStringLiteral("1")}, {tr("High"), QStringLiteral("2")}, {tr("Highest"), QStringLiteral("3")}});
    m_tlp = new ChoiceBox(ChoiceBox::Kind::Listed, this);
    QList<ChoiceBox::Choice> colours{{tr("None"), QString()}};
    for (const char* colour : {"clear", "white", "green", "amber", "amber+strict", "red"}) {
        colours << ChoiceBox::Choice{
            QStringLiteral("TLP:%1").arg(QLatin1StringView(colour)).toUpper(), QLatin1StringView(colour)};
    }
    m_tlp->setChoices(colours);
    m_arguments = makeEdit(tr("Of the program's command line"), this);
    m_dllFunction = makeEdit(tr("Such as DllRegisterServer"), this);
    m_options = makeEdit(QStringLiteral("name=value,name=value"), this);
    m_clock = makeEdit(QStringLiteral("MM-DD-YYYY HH:MM:SS"), this);
    m_hollowsHunter = makeEdit(QStringLiteral("/loop /shellc"), this);
    m_taskTags = makeEdit(tr("Separated by commas"), this);
    m_custom = makeEdit(tr("A text that CAPE keeps with the task"), this);
}

void ParametersForm::makeSwitches()
{
    m_ignoreCache
        = new QCheckBox(tr("Ignore the cache: analyse again even if a server has a task like this one"), this);
    m_ignoreCache->setToolTip(tr("Without it, each server is first asked for the sample's SHA-256. A task there with "
                                 "the same options is followed and its report fetched, and nothing is submitted."));
    m_dumpMemory = new QCheckBox(tr("Dump the machine's memory"), this);
    m_sleepSkip = new QCheckBox(tr("Skip long sleeps"), this);
    m_noMonitor = new QCheckBox(tr("Run without the monitor"), this);
    m_bothMonitors = new QCheckBox(tr("Run twice: with and without the monitor"), this);
    m_simulateUser = new QCheckBox(tr("Simulate a user"), this);
    m_reboot = new QCheckBox(tr("Reboot and analyse again"), this);
    m_deepScan = new QCheckBox(tr("Deep scan: HollowsHunter dumps everything"), this);
}

TonedLabel* ParametersForm::makeProblem(const char* name)
{
    auto* label = new TonedLabel({}, Token::Severity5, TonedLabel::Size::Dim, this);
    label->setWordWrap(true);
    label->hide();
    m_problems.insert(QLatin1StringView(name), label);
    return label;
}

void ParametersForm::addField(QGridLayout* grid, int place, const char* name, const QString& text, QWidget* field)
{
    const int row = place / 2 * 2;
    const int column = place % 2 * 3;
    auto* label = new QLabel(text, this);
    label->setBuddy(field);
    field->setObjectName(QLatin1StringView(name));
    grid->addWidget(label, row, column);
    grid->addWidget(field, row, column + 1);
    grid->addWidget(makeProblem(name), row + 1, column, 1, 2);
}

void ParametersForm::addSwitch(QGridLayout* grid, int place, const char* name, QCheckBox* box, int columns)
{
    const int row = place / 2 * 2;
    const int column = place % 2;
    box->setObjectName(QLatin1StringView(name));
    grid->addWidget(box, row, column, 1, columns);
    grid->addWidget(makeProblem(name), row + 1, column, 1, columns);
}

namespace {

// Two pairs of label and field beside each other, with a gap between.
QGridLayout* makeFieldGrid(QWidget* part)
{
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(2, 8);
    grid->setColumnStretch(4, 1);
    return grid;
}

} // namespace

QWidget* ParametersForm::makeEverydayPart()
{
    auto* part = new QWidget(this);
    auto* fields = new QWidget(part);
    QGridLayout* grid = makeFieldGrid(fields);
    addField(grid, 0, "routing", tr("&Route:"), m_route);
    addField(grid, 1, "package", tr("&Package:"), m_package);
    addField(grid, 2, "specific_machine", tr("&Machine:"), m_machine);
    addField(grid, 3, "analysis_timeout_in_seconds", tr("&Timeout:"), m_timeout);
    addField(grid, 4, "specific_image", tr("&Image:"), m_image);
    addField(grid, 5, "password", tr("Pass&word:"), m_password);
    m_routeRemark->setWordWrap(true);
    auto* switches = new QGridLayout;
    switches->setContentsMargins(0, 0, 0, 0);
    addSwitch(switches, 0, "ignore_cape_cache", m_ignoreCache);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(fields);
    layout->addWidget(m_routeRemark);
    layout->addLayout(switches);
    return part;
}

QWidget* ParametersForm::makeAdvancedPart()
{
    auto* part = new QWidget(this);
    const QStringList before = m_problems.keys();
    auto* fields = new QWidget(part);
    QGridLayout* grid = makeFieldGrid(fields);
    addField(grid, 0, "platform", tr("P&latform:"), m_platform);
    addField(grid, 1, "clock", tr("&Clock:"), m_clock);
    addField(grid, 2, "arguments", tr("&Arguments:"), m_arguments);
    addField(grid, 3, "dll_function", tr("&DLL function:"), m_dllFunction);
    addField(grid, 4, "custom_options", tr("&Options:"), m_options);
    addField(grid, 5, "hh_args", tr("&HollowsHunter:"), m_hollowsHunter);
    addField(grid, 6, "priority", tr("Priorit&y:"), m_priority);
    addField(grid, 7, "tlp", tr("TLP:"), m_tlp);
    addField(grid, 8, "tags_tasks", tr("Task ta&gs:"), m_taskTags);
    addField(grid, 9, "custom", tr("C&ustom:"), m_custom);
    auto* boxes = new QWidget(part);
    auto* switches = new QGridLayout(boxes);
    switches->setContentsMargins(0, 4, 0, 0);
    switches->setVerticalSpacing(4);
    switches->setColumnStretch(1, 1);
    addSwitch(switches, 0, "force_sleepskip", m_sleepSkip);
    addSwitch(switches, 1, "no_monitor", m_noMonitor);
    addSwitch(switches, 2, "simulate_user", m_simulateUser);
    addSwitch(switches, 3, "monitored_and_unmonitored", m_bothMonitors);
    addSwitch(switches, 4, "reboot", m_reboot);
    addSwitch(switches, 5, "deep_scan", m_deepScan);
    addSwitch(switches, 6, "dump_memory", m_dumpMemory);
    for (const QString& name : m_problems.keys()) {
        if (!before.contains(name)) {
            m_advancedNames << name;
        }
    }
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(fields);
    layout->addWidget(boxes);
    return part;
}

void ParametersForm::connectFields()
{
    for (ChoiceBox* box : findChildren<ChoiceBox*>()) {
        connect(box, &ChoiceBox::valueChanged, this, &ParametersForm::fieldChanged);
    }
    for (QLineEdit* edit :
        {m_password, m_arguments, m_dllFunction, m_options, m_clock, m_hollowsHunter, m_taskTags, m_custom}) {
        connect(edit, &QLineEdit::textChanged, this, &ParametersForm::fieldChanged);
    }
    for (QCheckBox* box : findChildren<QCheckBox*>()) {
        connect(box, &QCheckBox::toggled, this, &ParametersForm::fieldChanged);
    }
    connect(m_timeout, &QSpinBox::valueChanged, this, &ParametersForm::fieldChanged);
    connect(m_route, &ChoiceBox::chosen, this, [this] { m_isRouteOwn = true; });
    connect(m_machine, &ChoiceBox::chosen, this, [this] { m_isMachineOwn = true; });
}

void ParametersForm::fieldChanged()
{
    countAdvanced();
    Q_EMIT changed();
}

// Lists are filled anew only when they differ: one may be open under the analyst's eyes.
void ParametersForm::setOffers(const Offers& offers)
{
    const bool isOther = offers.machines != m_offers.machines || offers.images != m_offers.images;
    const bool isOtherRoute = offers.routes != m_offers.routes;
    m_offers = offers;
    if (isOtherRoute) {
        fillRoutes();
    }
    if (isOther) {
        fillMachines();
    }
    if (!m_isRouteOwn) {
        m_route->setValue(offers.usualRoute.isEmpty() ? QStringLiteral("none") : offers.usualRoute);
    }
    if (!m_isMachineOwn) {
        m_machine->setValue(offers.usualMachine);
    }
}

void ParametersForm::setNoReboot(const QString& reason)
{
    m_reboot->setEnabled(reason.isEmpty());
    m_reboot->setToolTip(reason);
    m_reboot->setAccessibleDescription(reason);
}

void ParametersForm::fillMachines()
{
    m_machine->setChoices(QList<ChoiceBox::Choice>{{tr("Any"), QString()}} + choicesOf(m_offers.machines));
    m_image->setChoices(
        QList<ChoiceBox::Choice>{{tr("Automatic"), QStringLiteral("auto"), tr("One that fits the file's type")},
            {tr("All that fit"), QStringLiteral("auto_all"), tr("A task on each that fits the file")},
            {tr("All"), QStringLiteral("all"), tr("A task on every image")}}
        + choicesOf(m_offers.images));
}

void ParametersForm::setPool(const sub::PoolConfig& pool)
{
    if (m_pool != pool) {
        m_pool = pool;
        fillRoutes();
    }
}

void ParametersForm::fillRoutes()
{
    QList<ChoiceBox::Choice> routes;
    std::vector<std::string> names{"none", "inetsim", "drop", "internet", "tor", "vpn"};
    for (const std::string& route : m_pool.routes) {
        if (!std::ranges::contains(names, route)) {
            names.push_back(route);
        }
    }
    for (const QString& route : std::as_const(m_offers.routes)) {
        if (!std::ranges::contains(names, route.toStdString())) {
            names.push_back(route.toStdString());
        }
    }
    for (const std::string& route : names) {
        routes << ChoiceBox::Choice{routeText(fromUtf8(route)), fromUtf8(route)};
    }
    m_route->setChoices(routes);
    m_timeout->setSpecialValueText(tr("Usual: %1 s").arg(m_pool.defaultAnalysisTimeout));
    showRouteRemark();
}

void ParametersForm::showRouteRemark()
{
    QStringList routes;
    for (const std::string& route : m_pool.routes) {
        routes << fromUtf8(route);
    }
    m_routeRemark->setVisible(m_pool.enforceRouting);
    m_routeRemark->setText(tr("Routing is enforced on these servers: %1.").arg(routes.join(QLatin1String(", "))));
}

void ParametersForm::setProblems(const std::vector<sub::Problem>& problems)
{
    bool isNew = false; // in the fold; one that is known does not open it again
    for (const auto& [name, label] : m_problems.asKeyValueRange()) {
        const auto problem = std::ranges::find(problems, name.toStdString(), &sub::Problem::field);
        label->setVisible(problem != problems.end());
        if (problem == problems.end()) {
            m_shown.remove(name);
            continue;
        }
        label->setToken(problem->isWarning ? Token::Severity3 : Token::Severity5);
        label->setText(problem->reason);
        isNew = isNew || (m_advancedNames.contains(name) && !m_shown.contains(name));
        m_shown.insert(name);
    }
    if (isNew) {
        m_advanced->setOpen(true);
    }
}

QStringList ParametersForm::ownChoices() const
{
    QStringList names;
    if (m_isRouteOwn) {
        names << QStringLiteral("routing");
    }
    if (m_isMachineOwn) {
        names << QStringLiteral("specific_machine");
    }
    return names;
}

void ParametersForm::setOwnChoices(const QStringList& names)
{
    m_isRouteOwn = names.contains(QLatin1String("routing"));
    m_isMachineOwn = names.contains(QLatin1String("specific_machine"));
}

void ParametersForm::ownWhatDiffers()
{
    const sub::Parameters usual;
    m_isRouteOwn = parameters().routing != usual.routing;
    m_isMachineOwn = parameters().specificMachine != usual.specificMachine;
}

void ParametersForm::setAdvancedVisible(bool visible)
{
    m_advanced->setOpen(visible);
}

} // namespace ui
