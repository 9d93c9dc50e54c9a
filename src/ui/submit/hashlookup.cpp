// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/hashlookup.h"

#include "net/capeclient.h"
#include "net/credentialstore.h"
#include "net/profilestore.h"

namespace ui {

HashLookup::HashLookup(const Backend& backend, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
{
}

void HashLookup::ask(const QStringList& hashes)
{
    for (const QString& hash : hashes) {
        if (std::ranges::contains(m_answers, hash, &Answer::hash)) {
            continue;
        }
        for (const net::Profile& profile : m_backend.profiles.profiles()) {
            m_answers.append({.hash = hash, .profileId = profile.id, .server = profile.name, .words = {}, .tasks = {}});
        }
    }
    Q_EMIT changed();
    for (const net::Profile& profile : m_backend.profiles.profiles()) {
        askServer(profile.id);
    }
}

void HashLookup::askServer(const QString& profileId)
{
    const auto profile = m_backend.profiles.profile(profileId);
    if (!profile || m_busy.contains(profileId)) {
        return;
    }
    m_busy.append(profileId);
    m_backend.credentials.token(profileId, this, [this, profile = *profile](const QString& token) {
        askNext(profile.id, new net::CapeClient(profile, token, this));
    });
}

void HashLookup::askNext(const QString& profileId, net::CapeClient* client)
{
    const auto next = std::ranges::find_if(m_answers,
        [&profileId](const Answer& answer) { return answer.profileId == profileId && answer.state == State::Asking; });
    if (next == m_answers.end()) {
        m_busy.removeAll(profileId);
        client->deleteLater();
        return;
    }
    const auto place = next - m_answers.begin();
    client->searchHash(next->hash)
        .then(this, [this, place, profileId, client](const core::Result<QList<net::TaskView>>& found) {
            Answer& answer = m_answers[place]; // answers are never taken away
            answer.state = found ? State::Answered : State::Failed;
            answer.tasks = found.value_or(QList<net::TaskView>());
            answer.words = found ? QString() : found.error().message;
            Q_EMIT changed();
            askNext(profileId, client);
        });
}

} // namespace ui
