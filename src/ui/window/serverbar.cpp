// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/serverbar.h"

#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/serverprobe.h"
#include "net/taskqueue.h"
#include "ui/profiles/probewords.h"
#include "ui/theme/icons.h"
#include "ui/window/serverchip.h"

#include <QHBoxLayout>
#include <QMenu>

namespace ui {

namespace {
// A server with a limit allows 5 requests a minute for everything; its state takes at most one in two minutes.
constexpr auto RefreshTime = std::chrono::minutes(2);
} // namespace

ServerBar::ServerBar(const Backend& backend, QWidget* parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(4, 0, 0, 0);
    m_layout->setSpacing(4);
    connect(&backend.profiles, &net::ProfileStore::changed, this, &ServerBar::rebuild);
    connect(&backend.queue, &net::TaskQueue::serverChanged, this, &ServerBar::update);
    connect(&backend.credentials, &net::CredentialStore::secretChanged, this,
        [this](const QString& id) { m_backend.queue.refreshServer(id); });
    connect(&backend.queue, &net::TaskQueue::taskChanged, this, &ServerBar::taskChanged);
    connect(&backend.queue, &net::TaskQueue::opened, this, &ServerBar::askAll);
    connect(&m_refresh, &QTimer::timeout, this, &ServerBar::refreshAll);
    m_refresh.start(RefreshTime);
    connect(&m_clock, &QTimer::timeout, this, &ServerBar::tick);
    m_clock.start(std::chrono::seconds(1));
    rebuild();
}

void ServerBar::refreshAll()
{
    if (window()->isVisible()) {
        askAll();
    }
}

void ServerBar::askAll()
{
    for (const net::Profile& profile : m_backend.profiles.profiles()) {
        m_backend.queue.refreshServer(profile.id);
        m_backend.queue.probeServer(profile.id);
    }
}

void ServerBar::taskChanged(const QString& taskId)
{
    const auto task = m_backend.queue.task(taskId);
    if (!task || m_phases.value(taskId, net::Phase::Hashing) == task->phase) {
        return;
    }
    m_phases.insert(taskId, task->phase);
    // Where every request counts, the server's own queue is asked for only when one of ours has left it.
    const bool isFree = !m_backend.queue.serverState(task->profileId).requestsPerMinute;
    if (net::isFinal(task->phase) || (isFree && net::isPolled(task->phase))) {
        m_backend.queue.refreshServer(task->profileId);
    }
}

void ServerBar::tick()
{
    for (auto chip = m_chips.cbegin(); chip != m_chips.cend(); ++chip) {
        if (chip.value()->state().nextTry.isValid()) {
            update(chip.key());
        }
    }
}

void ServerBar::rebuild()
{
    const auto old = m_chips.values();
    for (ServerChip* chip : old) {
        chip->deleteLater();
    }
    m_chips.clear();
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        delete item;
    }
    for (const net::Profile& profile : m_backend.profiles.profiles()) {
        auto* chip = new ServerChip(profile.name, this);
        m_chips.insert(profile.id, chip);
        m_layout->addWidget(chip);
        connect(chip, &ServerChip::clicked, this,
            [this, chip, id = profile.id] { showMenu(id, chip->mapToGlobal(QPoint(0, 0))); });
        update(profile.id);
        m_backend.queue.refreshServer(profile.id);
        m_backend.queue.probeServer(profile.id);
    }
    m_layout->addStretch();
}

void ServerBar::update(const QString& profileId)
{
    if (ServerChip* chip = m_chips.value(profileId)) {
        chip->setState(m_backend.queue.serverState(profileId));
        chip->setRestrictions(restrictions(profileId));
    }
}

QStringList ServerBar::restrictions(const QString& profileId) const
{
    QStringList sentences;
    const net::ProbeReport* report = m_backend.queue.probeReport(profileId);
    if (!report) {
        return sentences;
    }
    if (report->token == net::ProbeReport::Token::Refused) {
        sentences << report->tokenWords;
    }
    for (const net::ProbeItem& item : report->items) {
        // Which routes there are is a comfort: CAPE does not list them unless told to.
        const bool isNeeded = item.key != QLatin1StringView("routes");
        if (item.state == net::ProbeItem::State::Off && isNeeded && !item.remedy.isEmpty()) {
            sentences << switchedOffText(item);
        }
    }
    return sentences;
}

void ServerBar::showMenu(const QString& profileId, const QPoint& where)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"retry"), tr("&Ask for queue and machines"), this, [this, profileId] {
        m_backend.queue.refreshServer(profileId);
        m_backend.queue.probeServer(profileId, true);
    });
    if (m_backend.queue.serverState(profileId).isHeld) {
        menu->addAction(icon(u"warning"), tr("&Send the token unencrypted\u2026"), this,
            [this, profileId] { Q_EMIT m_backend.queue.tokenInClear(profileId); });
    }
    menu->addAction(
        icon(u"play"), tr("Try what waits &now"), this, [this, profileId] { m_backend.queue.tryNow(profileId); });
    const QStringList sentences = restrictions(profileId);
    if (!sentences.isEmpty()) {
        menu->addSeparator();
    }
    for (QString sentence : sentences) {
        menu->addAction(sentence.replace(u'&', QStringLiteral("&&")))->setEnabled(false);
    }
    menu->addSeparator();
    menu->addAction(
        icon(u"edit"), tr("&Edit server\u2026"), this, [this, profileId] { Q_EMIT editRequested(profileId); });
    menu->popup(where - QPoint(0, menu->sizeHint().height()));
}

} // namespace ui
