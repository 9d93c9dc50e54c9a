// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/machine.h"

#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace demo {

// What the server takes for the present: tests put a clock of their own here and need not wait.
using Clock = std::function<QDateTime()>;

// A user of the server. Staff is not throttled and may delete although the endpoint is off.
struct Account {
    QString name;
    QString password;
    QString token;
    bool staff = false;
};

// So many requests in so long a window, for each user over all endpoints.
struct RateLimit {
    int requests = 5;
    std::chrono::seconds window{60};

    // "5/m" (s, m, h, d); nothing when the text is no limit.
    static std::optional<RateLimit> fromText(const QString& text);
};

// The endpoints that a server's api.conf can switch off.
enum class Endpoint {
    CuckooStatus,
    MachinesList,
    Search,
    SearchBySha256,
    CreateFile,
    CreateUrl,
    View,
    Status,
    Report,
    Delete,
    ExtendedSearch,
    TaskList,
};

// The words by which --disable names endpoints.
std::optional<Endpoint> endpointFromName(const QString& name);
QStringList endpointNames();

// How a task is to go wrong.
enum class Failure {
    Analysis, // ends as failed_analysis
    Guest, // the same, because the machine could not be reached
    Processing, // ends as failed_processing
    Reporting, // ends as failed_reporting
    Recovered, // ends as recovered; a new task takes its place, which it names in its custom=Recovery_<id>
    Banned, // never starts
    Vanished, // is deleted by somebody else when it would have been reported
    NoDirectory, // is reported, but its folder is gone
};

std::optional<Failure> failureFromName(const QString& name);
QStringList failureNames();

// How long a task stays in each state, once a machine is free for it.
struct Pace {
    std::chrono::milliseconds pending{2000};
    std::chrono::milliseconds running{6000};
    std::chrono::milliseconds completed{3000};
};

// Everything that a server plays. Changed while it runs with Server::setOptions; port and tls count at the start only.
struct ServerOptions {
    quint16 port = 0; // 0: any free one
    bool tls = false;
    bool otherCertificate = false; // with tls: the second made certificate, to play a server whose certificate changed
    QList<Account> accounts; // empty: any token is accepted, and none as well, as a server without token auth does
    std::optional<RateLimit> rate;
    QSet<Endpoint> disabled;
    std::optional<Failure> failure; // of every task
    Pace pace;
    QList<Machine> machines = defaultMachines();
    bool lite = true; // false: report ZIPs come without reports/lite.json
    bool fullReport = true; // false: no report.json either, as with [jsondump] off
    bool userStop = false; // tasks/status takes status=finish
    bool machineAll = false; // machine=all is allowed
    bool uniqueSubmissions = false; // a sample is taken only once
    bool reboot = false; // tasks/reboot is there, as on older servers
    bool reportDatabase = true; // reports are in a database, so that a search for task ids shows reported ones
    QStringList exitNodes; // what exitnodes/ lists ("vpn:office", "tor"); empty: that endpoint is off
    bool statusLinks = true; // a submission's answer has "url"
    bool reportsForUsers = true; // false: a report request of a user who is no staff gets an HTML page
    qint64 maximumSize = 30'000'000; // bytes of a sample
    QStringList reports; // report ZIPs to serve in turn instead of the built-in story
    std::chrono::milliseconds slow{0}; // before each answer
    double dropConnections = 0; // the share of requests whose connection breaks: before, after or amid the answer
    bool htmlErrors = false; // every third request is answered by a proxy's HTML error page
    quint32 seed = 1; // of what is left to chance
    Clock clock = [] { return QDateTime::currentDateTimeUtc(); };
};

} // namespace demo
