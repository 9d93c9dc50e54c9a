// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/serverchoice.h"

#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/dialogs/filepicker.h"
#include "ui/profiles/probewords.h"
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
constexpr int WishRole = Qt::UserRole + 2; // it is to get something, if only it can

// Functions of a server as a probe names them.
const QString FileSubmission = QStringLiteral("create");
const QString UrlSubmission = QStringLiteral("url");

QString sentencesOf(const QList<net::ProbeItem>& items)
{
    QStringList sentences;
    for (const net::ProbeItem& item : items) {
        sentences << switchedOffText(item);
    }
    return sentences.join(QLatin1Char('\n'));
}

} // namespace

ServerChoice::ServerChoice(const Backend& backend, QWidget* parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_list(new QListWidget(this))
    , m_shares(new QWidget(this))
    , m_each(new QRadioButton(tr("Each of them"), m_shares))
    , m_best(new QRadioButton(tr("The best one of them"), m_shares))
    , m_needed{FileSubmission, UrlSubmission}
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
        choiceChanged();
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
    QAction* again = menu->addAction(icon(u"retry"), tr("Ask the servers again"));
    again->setToolTip(tr("What they allow, their machines and their queues."));
    menu->addSeparator();
    QAction* load = menu->addAction(icon(u"download"), tr("Load the service's settings\u2026"));
    load->setToolTip(tr("A JSON file with the Assemblyline service's configuration: allowed images, enforced routing, "
                        "times, what the machines can do."));
    QAction* forget = menu->addAction(icon(u"trash"), tr("Use the service's defaults"));
    menu->setToolTipsVisible(true);
    connect(again, &QAction::triggered, this, &ServerChoice::askAgain);
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
        const QStringList before = wishedIds();
        const auto profiles = m_backend.profiles.profiles();
        m_list->clear();
        for (const net::Profile& profile : profiles) {
            auto* item = new QListWidgetItem(icon(u"server"), {}, m_list);
            item->setData(ProfileRole, profile.id);
            item->setData(NameRole, profile.name);
            item->setData(WishRole, before.contains(profile.id) || profiles.size() == 1);
            m_backend.queue.probeServer(profile.id);
        }
    }
    // What was found out of a profile that has changed since may be of another server.
    m_probes.removeIf([this](QHash<QString, net::PoolProbe*>::iterator known) {
        const bool isOld = m_backend.profiles.profile(known.key()) != known.value()->members().constFirst().profile;
        if (isOld) {
            known.value()->deleteLater();
        }
        return isOld;
    });
    showStates();
    choiceChanged();
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
        showState(m_list->item(row));
    }
}

void ServerChoice::showState(QListWidgetItem* item)
{
    const QString id = item->data(ProfileRole).toString();
    const QList<net::ProbeItem> off = switchedOff(id, m_needed);
    const bool isOff = takesNothing(id);
    const QString name = item->data(NameRole).toString();
    const QString state = isOff ? tr("%1 is off").arg(off.constFirst().name) : stateText(id);
    item->setText(state.isEmpty() ? name : tr("%1 \u00b7 %2").arg(name, state));
    const auto profile = m_backend.profiles.profile(id);
    QStringList lines{profile ? profile->url.toString() : QString(), sentencesOf(off)};
    lines.removeAll(QString());
    item->setToolTip(lines.join(QLatin1Char('\n')));
    item->setData(Qt::AccessibleDescriptionRole, sentencesOf(off));
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsUserCheckable;
    item->setFlags(isOff ? flags : flags | Qt::ItemIsEnabled);
    item->setCheckState(!isOff && item->data(WishRole).toBool() ? Qt::Checked : Qt::Unchecked);
}

QList<net::ProbeItem> ServerChoice::switchedOff(const QString& profileId, const QStringList& functions) const
{
    QList<net::ProbeItem> items;
    const net::ProbeReport* report = m_backend.queue.probeReport(profileId);
    for (const QString& function : functions) {
        if (const net::ProbeItem* item = report ? report->switchedOff(function) : nullptr) {
            items << *item;
        }
    }
    return items;
}

bool ServerChoice::takesNothing(const QString& profileId) const
{
    return switchedOff(profileId, m_needed).size() == m_needed.size();
}

void ServerChoice::setContent(bool hasFiles, bool hasUrls)
{
    QStringList needed;
    if (hasFiles || !hasUrls) {
        needed << FileSubmission;
    }
    if (hasUrls || !hasFiles) {
        needed << UrlSubmission;
    }
    if (needed != m_needed) {
        m_needed = needed;
        showStates();
        choiceChanged();
    }
}

void ServerChoice::itemChanged(QListWidgetItem* item)
{
    if (item->flags() & Qt::ItemIsEnabled) {
        const QSignalBlocker quiet(m_list);
        item->setData(WishRole, item->checkState() == Qt::Checked);
    }
    showStates();
    choiceChanged();
}

void ServerChoice::choiceChanged()
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
    m_backend.queue.refreshServer(profileId); // tells queue and free machines
    auto* probe = new net::PoolProbe({*profile}, &m_backend.queue, {.machines = true, .status = false}, this);
    m_probes.insert(profileId, probe);
    connect(probe, &net::PoolProbe::memberChanged, this, &ServerChoice::changed);
    connect(probe, &net::PoolProbe::finished, this, &ServerChoice::changed);
    probe->start();
}

void ServerChoice::askAgain()
{
    qDeleteAll(m_probes);
    m_probes.clear();
    for (const net::Profile& profile : m_backend.profiles.profiles()) {
        m_backend.queue.probeServer(profile.id, true);
    }
    choiceChanged();
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

QStringList ServerChoice::wishedIds() const
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(WishRole).toBool()) {
            ids << m_list->item(row)->data(ProfileRole).toString();
        }
    }
    return ids;
}

QStringList ServerChoice::refusals() const
{
    QStringList lines;
    for (const QString& id : wishedIds()) {
        const auto profile = m_backend.profiles.profile(id);
        if (profile && takesNothing(id)) {
            lines << tr("%1 gets nothing. %2")
                         .arg(profile->name, sentencesOf(switchedOff(id, m_needed)).replace(u'\n', u' '));
        }
    }
    return lines;
}

QStringList ServerChoice::remarks() const
{
    QStringList lines;
    for (const QString& id : checkedIds()) {
        const auto profile = m_backend.profiles.profile(id);
        const auto off = switchedOff(id, {QStringLiteral("view"), QStringLiteral("report")});
        if (profile && !off.isEmpty()) {
            lines << tr("No report will come from %1. %2")
                         .arg(profile->name, sentencesOf(off).replace(u'\n', u' '));
        }
    }
    return lines;
}

void ServerChoice::check(const QStringList& profileIds)
{
    {
        const QSignalBlocker quiet(m_list);
        for (int row = 0; row < m_list->count(); ++row) {
            if (profileIds.contains(m_list->item(row)->data(ProfileRole).toString())) {
                m_list->item(row)->setData(WishRole, true);
            }
        }
    }
    showStates();
    choiceChanged();
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
        const net::ServerState state = m_backend.queue.serverState(profile.id);
        if (!state.isReachable) {
            member.failure = core::Error{core::ErrorCode::Network, state.words, {}};
        } else if (member.failure
            && (member.failure->code == core::ErrorCode::Network || member.failure->code == core::ErrorCode::Timeout)) {
            member.failure.reset(); // it is back
        }
        member.noFiles = sentencesOf(switchedOff(profile.id, {FileSubmission}));
        member.noUrls = sentencesOf(switchedOff(profile.id, {UrlSubmission}));
        if (const auto& status = state.status) {
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
