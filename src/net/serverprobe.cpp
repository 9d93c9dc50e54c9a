// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/serverprobe.h"

#include "net/asker.h"

#include <limits>

namespace net {

using core::ErrorCode;
using State = ProbeItem::State;

namespace {

// What is asked for, in order; the remedy is the section and line of the server's configuration.
struct Function {
    const char* key;
    const char* name;
    const char* remedy;
};

constexpr Function Functions[] = {
    {"status", QT_TRANSLATE_NOOP("net::ServerProbe", "Server status"), "api.conf: [cuckoostatus] enabled = yes"},
    {"machines", QT_TRANSLATE_NOOP("net::ServerProbe", "List of machines"), "api.conf: [machinelist] enabled = yes"},
    {"search", QT_TRANSLATE_NOOP("net::ServerProbe", "Search by SHA-256"),
        "api.conf: [tasksearch] enabled = yes, sha256 = yes"},
    {"view", QT_TRANSLATE_NOOP("net::ServerProbe", "Task details"), "api.conf: [taskview] enabled = yes"},
    {"create", QT_TRANSLATE_NOOP("net::ServerProbe", "File submission"), "api.conf: [filecreate] enabled = yes"},
    {"url", QT_TRANSLATE_NOOP("net::ServerProbe", "URL submission"), "api.conf: [urlcreate] enabled = yes"},
    {"report", QT_TRANSLATE_NOOP("net::ServerProbe", "Report download"), "api.conf: [taskreport] enabled = yes"},
    {"states", QT_TRANSLATE_NOOP("net::ServerProbe", "States of many tasks"),
        "api.conf: [extendedtasksearch] enabled = yes"},
    {"delete", QT_TRANSLATE_NOOP("net::ServerProbe", "Task deletion"), "api.conf: [taskdelete] enabled = yes"},
    {"routes", QT_TRANSLATE_NOOP("net::ServerProbe", "List of routes"), "api.conf: [list_exitnodes] enabled = yes"},
    {"reboot", QT_TRANSLATE_NOOP("net::ServerProbe", "Analysis after a reboot"), ""},
    {"litereport", QT_TRANSLATE_NOOP("net::ServerProbe", "Lite report"), "reporting.conf: [litereport] enabled = yes"},
};

const QString WithoutToken = QStringLiteral("without-token");

} // namespace

ServerProbe::ServerProbe(
    const Profile& profile, const Credentials& credentials, ServerLink* limit, QObject* parent)
    : ServerProbe(profile, !credentials.token.isEmpty(), limit,
          std::make_unique<Asker>(profile, credentials, limit), parent)
{
}

ServerProbe::ServerProbe(ServerLink* server, const QString& token, QObject* parent)
    : ServerProbe(server->profile(), !token.isEmpty(), server,
          std::make_unique<Asker>(server, ServerLink::Priority::Idle), parent)
{
}

ServerProbe::ServerProbe(
    const Profile& profile, bool hasToken, ServerLink* server, std::unique_ptr<Asker> asker, QObject* parent)
    : QObject(parent)
    , m_server(server)
    , m_asker(std::move(asker))
    , m_hasToken(hasToken)
{
    connect(m_asker.get(), &Asker::lost, this, &ServerProbe::finish);
    m_report.inClear = m_hasToken && sendsTokenInClear(profile);
    for (const Function& function : Functions) {
        ProbeItem entry;
        entry.key = QString::fromLatin1(function.key);
        entry.name = tr(function.name);
        entry.reason = tr("not asked");
        m_report.items.append(entry);
    }
}

ServerProbe::~ServerProbe() = default;

const ProbeItem* ProbeReport::find(QStringView key) const
{
    const auto found = std::ranges::find(items, key, &ProbeItem::key);
    return found == items.end() ? nullptr : &*found;
}

const ProbeItem* ProbeReport::switchedOff(QStringView key) const
{
    const ProbeItem* item = find(key);
    return item && item->state == State::Off ? item : nullptr;
}

void ServerProbe::start()
{
    plan();
    next();
}

bool ServerProbe::isWaiting() const
{
    return !m_isFinished && m_server && m_server->state().requestsLeft == 0;
}

// Each question is one that changes nothing: an unknown hash, submissions without a file or a URL, a task 0.
void ServerProbe::plan()
{
    const auto status = [this](CapeClient& client) -> CapeCall& {
        return client.status().then(this, [this](const core::Result<ServerStatus>& got) {
            if (got) {
                m_report.status = *got;
            }
        });
    };
    const auto machines = [this](CapeClient& client) -> CapeCall& {
        return client.machines().then(this, [this](const core::Result<QList<Machine>>& got) {
            if (got) {
                m_report.machines = *got;
            }
        });
    };
    const auto routes = [this](CapeClient& client) -> CapeCall& {
        return client.exitNodes().then(this, [this](const core::Result<QStringList>& got) {
            if (got) {
                m_report.routes = *got;
            }
        });
    };
    // The newest task has about the number of tasks as its id; if it is there and reported, it shows whether reports
    // are lite ones.
    const auto view = [this](CapeClient& client) -> CapeCall& {
        const qint64 likely = m_report.status ? std::max(1, m_report.status->tasksTotal) : 1;
        return client.view(likely).then(this, [this](const core::Result<TaskView>& got) {
            if (got && got->status == QLatin1StringView("reported")) {
                askForLiteReport(got->id);
            }
        });
    };
    if (m_hasToken) {
        m_steps.push_back({WithoutToken, [](CapeClient& client) -> CapeCall& { return client.statusWithoutToken(); }});
    }
    m_steps.push_back({QStringLiteral("status"), status});
    m_steps.push_back({QStringLiteral("machines"), machines});
    m_steps.push_back(
        {QStringLiteral("search"), [](CapeClient& client) -> CapeCall& { return client.searchSha256(QString(64, u'0')); }});
    m_steps.push_back({QStringLiteral("create"), [](CapeClient& client) -> CapeCall& { return client.createNothing(); }});
    m_steps.push_back({QStringLiteral("report"),
        [this](CapeClient& client) -> CapeCall& { return client.fetchReport(0, m_folder.filePath(QStringLiteral("report"))); }});
    m_steps.push_back({QStringLiteral("delete"), [](CapeClient& client) -> CapeCall& { return client.deleteTask(0); }});
    m_steps.push_back({QStringLiteral("view"), view});
    m_steps.push_back({QStringLiteral("states"),
        [](CapeClient& client) -> CapeCall& { return client.taskStates({std::numeric_limits<int>::max()}); }});
    m_steps.push_back({QStringLiteral("routes"), routes});
    // No task has this number, so that there is nothing to reboot.
    m_steps.push_back({QStringLiteral("reboot"),
        [](CapeClient& client) -> CapeCall& { return client.rebootTask(std::numeric_limits<int>::max()); }});
    m_steps.push_back({QStringLiteral("url"), [](CapeClient& client) -> CapeCall& { return client.createUrl({}, {}); }});
}

void ServerProbe::askForLiteReport(qint64 taskId)
{
    m_steps.push_back({QStringLiteral("litereport"), [this, taskId](CapeClient& client) -> CapeCall& {
                           auto& reply = client.fetchLiteReport(taskId, m_folder.filePath(QStringLiteral("lite")));
                           // That it comes is all there is to know.
                           connect(&reply, &CapeCall::progress, this, [this, &reply] {
                               item(QStringLiteral("litereport")).state = State::On;
                               item(QStringLiteral("litereport")).reason.clear();
                               reply.abort();
                           });
                           return reply;
                       }});
}

void ServerProbe::next()
{
    if (m_steps.empty()) {
        return finish();
    }
    const Step step = m_steps.front();
    m_steps.pop_front();
    m_asker->ask([step](CapeClient& client) { return &step.ask(client); },
        [this, key = step.key](CapeCall& call) { take(key, call); });
}

ProbeItem& ServerProbe::item(const QString& key)
{
    return *std::ranges::find(m_report.items, key, &ProbeItem::key);
}

void ServerProbe::take(const QString& key, const CapeCall& call)
{
    if (!call.certificateSha256().isEmpty()) {
        m_report.certificate = call.certificateSha256();
    }
    const core::Error* error = call.error();
    if (error && call.httpStatus() == 0 && m_answers == 0) {
        m_report.failure = *error;
        return finish();
    }
    if (error && error->code == ErrorCode::Throttled) {
        m_report.requestsPerMinute = m_answers > 0 ? std::optional(m_answers) : std::nullopt;
        m_report.throttleWords = tr("The server limits how often it may be asked, and refused further questions for "
                                    "now. What was not asked is unknown.");
        return finish();
    }
    if (call.httpStatus() > 0) {
        m_report.isReachable = true;
        ++m_answers;
    }
    if (key == WithoutToken) {
        m_report.token = error && error->code == ErrorCode::Unauthorized ? ProbeReport::Token::Unknown
                                                                         : ProbeReport::Token::AnyAccepted;
    } else {
        if (item(key).state == State::Unknown) {
            judge(item(key), call);
        }
        if (key == QLatin1StringView("status")) {
            judgeToken(m_report.token == ProbeReport::Token::AnyAccepted, call);
        }
    }
    Q_EMIT progressed();
    next();
}

void ServerProbe::judge(ProbeItem& entry, const CapeCall& call) const
{
    const core::Error* error = call.error();
    entry.reason = error ? error->message : QString();
    entry.detail = error ? error->detail : QString();
    const bool isRefusal = error && call.httpStatus() != 404
        && (error->code == ErrorCode::NotFound || error->code == ErrorCode::Refused
            || error->code == ErrorCode::NotReady);
    const auto remedy = [&] {
        return QString::fromLatin1(std::ranges::find_if(Functions, [&](const Function& function) {
            return entry.key == QLatin1StringView(function.key);
        })->remedy);
    };
    if (entry.key == QLatin1StringView("reboot") && call.httpStatus() == 404) {
        entry.state = State::Off;
        entry.reason = tr("This server's version of CAPE has no such function.");
        entry.detail.clear();
    } else if (!error || isRefusal) {
        entry.state = State::On;
        entry.reason = call.remark();
        entry.detail.clear();
    } else if (error->code == ErrorCode::Disabled || error->code == ErrorCode::NoLiteReport) {
        entry.state = State::Off;
        entry.remedy = remedy();
    } else {
        entry.state = State::Failed;
    }
}

void ServerProbe::judgeToken(bool isAcceptedWithout, const CapeCall& call)
{
    const core::Error* error = call.error();
    const bool isRefused = error && error->code == ErrorCode::Unauthorized;
    if (isRefused) {
        m_report.token = ProbeReport::Token::Refused;
        m_report.tokenWords = m_hasToken ? tr("The server refuses this token.") : tr("The server asks for a token.");
        m_steps.clear(); // every other answer would be the same
    } else if (isAcceptedWithout || (!m_hasToken && call.httpStatus() > 0 && call.httpStatus() < 400)) {
        m_report.token = ProbeReport::Token::AnyAccepted;
        m_report.tokenWords
            = tr("Token authentication is off on this server: any token is accepted, and none as well.");
    } else if (call.httpStatus() > 0 && call.httpStatus() < 400) {
        m_report.token = ProbeReport::Token::Accepted;
        m_report.tokenWords = tr("The server accepts this token.");
    }
}

void ServerProbe::finish()
{
    m_isFinished = true;
    m_steps.clear();
    m_asker->disconnect(this); // whether the profile changes no longer matters
    if (m_server) {
        m_report.requestsPerMinute = m_server->bucket().limit();
    }
    ProbeItem& lite = item(QStringLiteral("litereport"));
    if (m_report.isReachable && lite.state == State::Unknown) {
        lite.reason = tr("shown by the first report that is fetched");
    }
    Q_EMIT finished();
}

} // namespace net
