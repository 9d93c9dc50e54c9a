// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/hashlookup.h"

#include "net/capeclient.h"
#include "net/credentialstore.h"

#include <algorithm>

namespace net {

HashLookup::HashLookup(CredentialStore* credentials, QObject* parent)
    : QObject(parent)
    , m_credentials(credentials)
{
}

void HashLookup::ask(const QStringList& hashes, const QList<Profile>& profiles)
{
    for (const QString& hash : hashes) {
        if (std::ranges::contains(m_answers, hash, &Answer::hash)) {
            continue;
        }
        for (const Profile& profile : profiles) {
            m_answers.append({.hash = hash, .profileId = profile.id, .server = profile.name, .error = {}, .tasks = {}});
        }
    }
    Q_EMIT changed();
    if (isFinished()) {
        QMetaObject::invokeMethod(this, &HashLookup::finished, Qt::QueuedConnection);
    }
    for (const Profile& profile : profiles) {
        askServer(profile);
    }
}

bool HashLookup::isFinished() const
{
    return std::ranges::all_of(m_answers, &Answer::isThere);
}

void HashLookup::askServer(const Profile& profile)
{
    if (m_busy.contains(profile.id)) {
        return;
    }
    m_busy.append(profile.id);
    m_credentials->token(profile.id, this,
        [this, profile](const QString& token) { askNext(profile.id, new CapeClient(profile, token, this)); });
}

void HashLookup::askNext(const QString& profileId, CapeClient* client)
{
    const auto next = std::ranges::find_if(
        m_answers, [&profileId](const Answer& answer) { return answer.profileId == profileId && !answer.isThere; });
    if (next == m_answers.end()) {
        m_busy.removeAll(profileId);
        client->deleteLater();
        return;
    }
    const auto place = next - m_answers.begin();
    client->searchHash(next->hash)
        .then(this, [this, place, profileId, client](const core::Result<QList<TaskView>>& found) {
            Answer& answer = m_answers[place]; // answers are never taken away
            answer.isThere = true;
            if (found) {
                answer.tasks = *found;
            } else {
                answer.error = found.error();
            }
            Q_EMIT changed();
            if (isFinished()) {
                Q_EMIT finished();
            }
            askNext(profileId, client);
        });
}

} // namespace net
