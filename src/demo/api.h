// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/exchange.h"
#include "demo/ratelimiter.h"
#include "demo/reportsource.h"
#include "demo/taskstore.h"

#include <QStringList>

namespace demo {

// The CAPE API v2 without its transport: answers a request as the real web application does, down to the texts, which
// were recorded from it.
class Api {
public:
    explicit Api(ServerOptions options);

    Answer answer(const Request& request);

    const ServerOptions& options() const { return m_options; }
    void setOptions(ServerOptions options) { m_options = std::move(options); }
    // Brings the tasks up to the present and gives them.
    TaskStore& tasks();

private:
    struct User {
        QString key; // of his requests' count
        bool staff = false;
        bool anonymous = false;
    };
    using Handler = Answer (Api::*)(const Request&, const User&, const QStringList& arguments);
    struct Route;
    static const std::vector<Route>& routes();
    static const Route* findRoute(const QString& path, QStringList* arguments);

    Answer dispatch(const Request& request, const Route& route, const QStringList& arguments);
    std::optional<Answer> authenticate(const Request& request, User* user) const;
    std::optional<Answer> disabled(Endpoint endpoint, const QString& text) const;
    static Answer unrouted(const Request& request);

    Answer token(const Request& request, const User& user, const QStringList& arguments);
    Answer cuckooStatus(const Request& request, const User& user, const QStringList& arguments);
    Answer machinesList(const Request& request, const User& user, const QStringList& arguments);
    Answer exitNodes(const Request& request, const User& user, const QStringList& arguments);
    Answer tasksList(const Request& request, const User& user, const QStringList& arguments);
    Answer search(const Request& request, const User& user, const QStringList& arguments);
    Answer extendedSearch(const Request& request, const User& user, const QStringList& arguments);
    Answer createFile(const Request& request, const User& user, const QStringList& arguments);
    Answer createUrl(const Request& request, const User& user, const QStringList& arguments);
    Answer view(const Request& request, const User& user, const QStringList& arguments);
    Answer status(const Request& request, const User& user, const QStringList& arguments);
    Answer report(const Request& request, const User& user, const QStringList& arguments);
    Answer remove(const Request& request, const User& user, const QStringList& arguments);
    Answer reboot(const Request& request, const User& user, const QStringList& arguments);
    Answer finishNow(const Task& task, const QList<FormField>& form);
    Answer reportFile(const Task& task, const QString& format, bool asZip) const;

    ServerOptions m_options;
    ReportSource m_reports;
    TaskStore m_tasks;
    RateLimiter m_limiter;
};

} // namespace demo
