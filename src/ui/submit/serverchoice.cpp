// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/serverchoice.h"

#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/dialogs/filepicker.h"
#include "ui/settings.h"
#include "ui/submit/poolsettings.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elideddelegate.h"
#include "ui/widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int ProfileRole = Qt::UserRole;
constexpr int NameRole = Qt::UserRole + 1;
} // namespace

ServerChoice::ServerChoice(const Backend& backend, QWidget* parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_list(new QListWidget(this))
    , m_shares(new QWidget(this))
    , m_each(new QRadioButton(tr("Each of them"), m_shares))
    , m_best(new QRadioButton(tr("The best one of them"), m_shares))
{
    m_list->setAccessibleName(tr("Servers"));
    m_list->setItemDelegate(new ElidedDelegate(Qt::ElideRight, m_list));
    m_list->setFixedHeight(24 * 4 + 4);
    m_each->setToolTip(tr("Every sample goes to every server that is ticked."));
    m_best->setToolTip(tr("Every sample goes to one of them: one that has the machine, image or platform and the "
                          "route, and of those the one with the shortest queue."));
    m_best->setObjectName(QStringLiteral("pool"));
    m_each->setChecked(true);
    auto* shares = new QHBoxLayout(m_shares);
    shares->setContentsMargins(0, 0, 0, 0);
    shares->addWidget(m_each);
    shares->addWidget(m_best);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new TonedLabel(tr("Where"), Token::Dim, TonedLabel::Size::Dim, this));
    layout->addWidget(m_list);
    layout->addWidget(makeFoot());
    connect(m_list, &QListWidget::itemChanged, this, &ServerChoice::itemChanged);
    connect(m_best, &QRadioButton::toggled, this, &ServerChoice::changed);
    connect(&backend.profiles, &net::ProfileStore::changed, this, &ServerChoice::fill);
    connect(&backend.queue, &net::TaskQueue::serverChanged, this, [this] {
        showStates();
        Q_EMIT changed();
    });
    fill();
}

QWidget* ServerChoice::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* profiles = new QPushButton(icon(u"server"), tr("&Servers\u2026"), foot);
    profiles->setAutoDefault(false);
    connect(profiles, &QPushButton::clicked, this, &ServerChoice::profilesRequested);
    auto* more = new QToolButton(foot);
    more->setIcon(icon(u"more"));
    more->setToolTip(tr("What the servers are set up for"));
    more->setAccessibleName(more->toolTip());
    more->setMenu(makeSettingsMenu());
    more->setPopupMode(QToolButton::InstantPopup);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_shares);
    layout->addStretch();
    layout->addWidget(profiles);
    layout->addWidget(more);
    return foot;
}

QMenu* ServerChoice::makeSettingsMenu()
{
    auto* menu = new QMenu(this);
    QAction* load = menu->addAction(icon(u"download"), tr("Load the service's settings\u2026"));
    load->setToolTip(tr("A JSON file with the Assemblyline service's configuration: allowed images, enforced routing, "
                        "times, what the machines can do."));
    QAction* forget = menu->addAction(icon(u"trash"), tr("Use the service's defaults"));
    menu->setToolTipsVisible(true);
    connect(load, &QAction::triggered, this, &ServerChoice::askForSettings);
    connect(forget, &QAction::triggered, this, [this] {
        forgetPoolSettings();
        Q_EMIT changed();
    });
    connect(menu, &QMenu::aboutToShow, this, [forget] { forget->setEnabled(hasPoolSettings()); });
    return menu;
}

void ServerChoice::askForSettings()
{
    pickFiles(this, tr("Load the service's settings"), Settings::text(Setting::LastOpenFolder),
        tr("Settings (*.json);;All files (*)"), [this](const QStringList& paths) {
            if (const auto loaded = loadPoolSettings(paths.constFirst()); !loaded) {
                Q_EMIT failed(loaded.error().message);
            }
            Q_EMIT changed();
        });
}

void ServerChoice::fill()
{
    {
        const QSignalBlocker quiet(m_list);
        const QStringList before = checkedIds();
        m_list->clear();
        for (const net::Profile& profile : m_backend.profiles.profiles()) {
            auto* item = new QListWidgetItem(icon(u"server"), {}, m_list);
            item->setData(ProfileRole, profile.id);
            item->setData(NameRole, profile.name);
            item->setToolTip(profile.url.toString());
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            const bool checked = before.contains(profile.id) || m_backend.profiles.profiles().size() == 1;
            item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
        }
    }
    showStates();
    itemChanged();
}

QString ServerChoice::stateText(const QString& profileId) const
{
    const net::ServerState state = m_backend.queue.serverState(profileId);
    if (!state.isReachable) {
        return tr("cannot be reached");
    }
    if (!state.status) {
        return {};
    }
    return tr("%1 waiting, %2 of %3 machines free")
        .arg(state.status->tasksPending)
        .arg(state.status->machinesAvailable)
        .arg(state.status->machinesTotal);
}

void ServerChoice::showStates()
{
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const QString name = item->data(NameRole).toString();
        const QString state = stateText(item->data(ProfileRole).toString());
        item->setText(state.isEmpty() ? name : tr("%1 \u00b7 %2").arg(name, state));
    }
}

void ServerChoice::itemChanged()
{
    const QStringList ids = checkedIds();
    for (const QString& id : ids) {
        ask(id);
    }
    m_shares->setVisible(ids.size() > 1);
    Q_EMIT changed();
}

void ServerChoice::ask(const QString& profileId)
{
    const auto profile = m_backend.profiles.profile(profileId);
    if (!profile || m_probes.contains(profileId)) {
        return;
    }
    m_backend.queue.refreshServer(profileId);
    auto* probe = new net::PoolProbe({*profile}, &m_backend.credentials, {}, this);
    m_probes.insert(profileId, probe);
    connect(probe, &net::PoolProbe::memberChanged, this, &ServerChoice::changed);
    connect(probe, &net::PoolProbe::finished, this, &ServerChoice::changed);
    probe->start();
}

int ServerChoice::count() const
{
    return m_list->count();
}

QStringList ServerChoice::checkedIds() const
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            ids << m_list->item(row)->data(ProfileRole).toString();
        }
    }
    return ids;
}

void ServerChoice::check(const QStringList& profileIds)
{
    {
        const QSignalBlocker quiet(m_list);
        for (int row = 0; row < m_list->count(); ++row) {
            if (profileIds.contains(m_list->item(row)->data(ProfileRole).toString())) {
                m_list->item(row)->setCheckState(Qt::Checked);
            }
        }
    }
    itemChanged();
}

QList<net::PoolMember> ServerChoice::chosen() const
{
    QList<net::Profile> profiles;
    for (const QString& id : checkedIds()) {
        if (const auto profile = m_backend.profiles.profile(id)) {
            profiles << *profile;
        }
    }
    QList<net::PoolMember> members = net::poolMembers(profiles);
    for (net::PoolMember& member : members) {
        const net::Profile profile = member.profile; // as it is now
        const std::string name = member.host.ip; // unlike that of the others
        if (const net::PoolProbe* probe = m_probes.value(profile.id)) {
            member = probe->members().constFirst();
            member.profile = profile;
            member.host.ip = name;
        }
        if (const auto status = m_backend.queue.serverState(profile.id).status) {
            member.status = status;
            member.host.pending = status->tasksPending;
            member.host.available = status->machinesAvailable;
        }
    }
    return members;
}

bool ServerChoice::isPool() const
{
    return m_best->isChecked() && checkedIds().size() > 1;
}

void ServerChoice::setPool(bool pool)
{
    (pool ? m_best : m_each)->setChecked(true);
}

} // namespace ui
