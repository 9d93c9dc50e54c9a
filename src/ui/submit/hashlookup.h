// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/capetypes.h"
#include "ui/backend.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace net {
class CapeClient;
}

namespace ui {

// Asks every server for tasks of samples by their hash: all servers at once, each of them one hash after the other.
class HashLookup : public QObject {
    Q_OBJECT
public:
    enum class State { Asking, Answered, Failed };

    // What one server says of one hash.
    struct Answer {
        QString hash; // MD5, SHA-1 or SHA-256 in lower case
        QString profileId;
        QString server; // its name
        State state = State::Asking;
        QString words; // why it failed
        QList<net::TaskView> tasks; // newest first
    };

    explicit HashLookup(const Backend& backend, QObject* parent = nullptr);

    void ask(const QStringList& hashes);
    const QList<Answer>& answers() const { return m_answers; }

Q_SIGNALS:
    void changed();

private:
    void askServer(const QString& profileId);
    void askNext(const QString& profileId, net::CapeClient* client);

    Backend m_backend;
    QList<Answer> m_answers;
    QStringList m_busy; // profiles that are being asked
};

} // namespace ui
