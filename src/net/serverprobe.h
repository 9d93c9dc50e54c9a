// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/capetypes.h"
#include "net/profile.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace net {

class CapeCall;
class CapeClient;

// What was found out about one function of a server.
struct ProbeItem {
    enum class State { On, Off, Failed, Unknown };

    QString key; // "status", "machines", "search", "create", "view", "report", "delete", "litereport"
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
    QList<ProbeItem> items;
    std::optional<int> requestsPerMinute; // learned when the server throttled the probe
    QString throttleWords;
    bool inClear = false; // the token travels unencrypted to another machine
};

// Asks a server for everything that the workbench uses, changing nothing there: about nine requests, one after the
// other; stops asking when the server throttles.
class ServerProbe : public QObject {
    Q_OBJECT

public:
    ServerProbe(const Profile& profile, const QString& token, QObject* parent = nullptr);
    ~ServerProbe() override;

    void start();
    void abort();
    const ProbeReport& report() const { return m_report; }

Q_SIGNALS:
    // After each answer, for a live view.
    void progressed();
    void finished();

private:
    struct Step;
    void next();
    void take(const Step& step, const core::Error* error, const CapeCall& call);
    ProbeItem& item(const QString& key);
    void probeLiteReport();
    void finish();

    std::unique_ptr<CapeClient> m_client;
    QPointer<CapeCall> m_call;
    QString m_token;
    ProbeReport m_report;
    std::size_t m_step = 0;
    int m_answered = 0;
    qint64 m_reportedTask = 0;
};

// The probe as a plain-text table for a terminal.
QString probeTable(const ProbeReport& report);

} // namespace net
