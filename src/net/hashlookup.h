// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/asker.h"
#include "net/capetypes.h"
#include "net/profile.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

namespace net {

// Asks servers for tasks of samples by their hash: all servers at once, each of them one hash after the other.
class HashLookup : public QObject {
    Q_OBJECT

public:
    // What one server says of one hash.
    struct Answer {
        QString hash; // MD5, SHA-1 or SHA-256 in lower case
        QString profileId;
        QString server; // its name
        bool isThere = false; // no longer asked for
        std::optional<core::Error> error; // why the server could not be asked
        QList<TaskView> tasks; // newest first
    };

    explicit HashLookup(const ServerAccess& access, QObject* parent = nullptr);

    // A hash that was asked for before is not asked for again.
    void ask(const QStringList& hashes, const QList<Profile>& profiles);
    // By hash, then by server, in the order asked.
    const QList<Answer>& answers() const { return m_answers; }

Q_SIGNALS:
    void changed();
    // All answers are there.
    void finished();

private:
    void askServer(const Profile& profile);
    void askNext(const QString& profileId, Asker* asker);
    void take(Answer& answer, const core::Result<QList<TaskView>>& found);
    bool isFinished() const;

    const ServerAccess m_access;
    QList<Answer> m_answers;
    QStringList m_busy; // profiles that are being asked
};

} // namespace net
