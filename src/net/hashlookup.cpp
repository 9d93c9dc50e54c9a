// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/hashlookup.h"

#include "net/profiledocument.h"

#include <algorithm>

namespace net {

HashLookup::HashLookup(const ServerAccess& access, QObject* parent)
    : QObject(parent)
    , m_access(access)
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
    m_access.open(profile, this, [this, profile](std::unique_ptr<Asker> opened) {
        Asker* asker = opened.release();
        if (asker) {
            asker->setParent(this);
            connect(asker, &Asker::lost, this, [this, asker, profile] { // the profile has changed
                asker->deleteLater();
                m_busy.removeAll(profile.id);
                askServer(profile);
            });
            return askNext(profile.id, asker);
        }
        m_busy.removeAll(profile.id);
        for (qsizetype place = 0; place < m_answers.size(); ++place) {
            if (m_answers[place].profileId == profile.id && !m_answers[place].isThere) {
                take(m_answers[place], std::unexpected(unknownProfile(profile.id)));
            }
        }
    });
}

void HashLookup::askNext(const QString& profileId, Asker* asker)
{
    const auto next = std::ranges::find_if(
        m_answers, [&profileId](const Answer& answer) { return answer.profileId == profileId && !answer.isThere; });
    if (next == m_answers.end()) {
        m_busy.removeAll(profileId);
        asker->disconnect(this);
        asker->deleteLater();
        return;
    }
    const auto place = next - m_answers.begin();
    asker->request<QList<TaskView>>(
        [hash = next->hash](CapeClient& client) -> CapeReply<QList<TaskView>>& { return client.searchHash(hash); },
        [this, place, profileId, asker](const core::Result<QList<TaskView>>& found) {
            take(m_answers[place], found); // answers are never taken away
            askNext(profileId, asker);
        });
}

void HashLookup::take(Answer& answer, const core::Result<QList<TaskView>>& found)
{
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
}

} // namespace net
