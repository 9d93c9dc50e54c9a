// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/capetypes.h"
#include "net/credentials.h"
#include "net/profile.h"

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <functional>
#include <list>
#include <memory>

namespace net {

class Asker;
class CapeCall;
class CapeClient;
class ServerLink;

// What was found out about one function of a server.
struct ProbeItem {
    enum class State { On, Off, Failed, Unknown };

    // "status", "machines", "search", "create", "url", "view", "report", "delete", "routes", "reboot", "litereport"
    QString key;
    QString name; // translated
    State state = State::Unknown;
    QString reason; // in words; the server's own in `detail`
    QString detail;
    QString remedy; // the line of api.conf or reporting.conf that switches it on; empty when it is on

    friend bool operator==(const ProbeItem&, const ProbeItem&) = default;
};

// What "Test connection" found.
struct ProbeReport {
    enum class Token { Accepted, Refused, AnyAccepted, Unknown };

    bool isReachable = false;
    core::Error failure = {}; // why not reachable
    QByteArray certificate; // SHA-256 in hex; empty without TLS
    Token token = Token::Unknown;
    QString tokenWords; // what that means, translated
    std::optional<ServerStatus> status;
    QList<Machine> machines;
    QStringList routes; // the server's own, by name; empty where it does not list them
    QList<ProbeItem> items;
    std::optional<int> requestsPerMinute; // learned when the server throttled the probe
    QString throttleWords;
    bool inClear = false; // the token travels unencrypted to another machine

    // The function with this key; null when there is none.
    const ProbeItem* find(QStringView key) const;
    // The same where it is known to be switched off; null where it is not.
    const ProbeItem* switchedOff(QStringView key) const;
};

// Asks a server for everything that the workbench uses, changing nothing there: about ten requests, one after the
// other.
class ServerProbe : public QObject {
    Q_OBJECT

public:
    // By itself, for a profile that need not be saved; stops asking when the server throttles. With the link that the
    // queue has to the same server, it shares that one's limit instead, and waits for it.
    ServerProbe(const Profile& profile, const Credentials& credentials, ServerLink* limit = nullptr,
        QObject* parent = nullptr);
    // By the link that the queue's requests go through, when none of those waits: shares its limit, and waits for it.
    ServerProbe(ServerLink* server, const QString& token, QObject* parent);
    ~ServerProbe() override;

    void start();
    const ProbeReport& report() const { return m_report; }
    bool isFinished() const { return m_isFinished; }
    // The server takes no more requests from us at the moment.
    bool isWaiting() const;

Q_SIGNALS:
    // After each answer, for a live view.
    void progressed();
    void finished();

private:
    // One question: the function it is about, and what asks it.
    struct Step {
        QString key;
        std::function<CapeCall&(CapeClient&)> ask;
    };

    ServerProbe(const Profile& profile, bool hasToken, ServerLink* server, std::unique_ptr<Asker> asker,
        QObject* parent);
    void plan();
    void next();
    void take(const QString& key, const CapeCall& call);
    void judge(ProbeItem& item, const CapeCall& call) const;
    void judgeToken(bool isAcceptedWithout, const CapeCall& call);
    void askForLiteReport(qint64 taskId);
    ProbeItem& item(const QString& key);
    void finish();

    const QPointer<ServerLink> m_server; // whose limit is shared
    const std::unique_ptr<Asker> m_asker;
    QTemporaryDir m_folder; // where a download would go
    const bool m_hasToken;
    ProbeReport m_report;
    std::list<Step> m_steps;
    int m_answers = 0;
    bool m_isFinished = false;
};

// The probe as a plain-text table for a terminal.
QString probeTable(const ProbeReport& report);

} // namespace net
