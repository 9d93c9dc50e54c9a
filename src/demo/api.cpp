// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/api.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace demo {

// A path of the API: what it looks like, the methods it takes as its Allow header names them, whether a token is asked.
struct Api::Route {
    QRegularExpression path;
    QByteArray allow;
    Handler endpoint;
    bool isPublic = false;
};

Api::Api(ServerOptions options)
    : m_options(std::move(options))
    , m_tasks([this](const Task& task) { return m_reports.counts(task, m_options.reports); })
{
}

TaskStore& Api::tasks()
{
    m_tasks.advance(m_options.clock(), m_options.pace, m_options.machines);
    return m_tasks;
}

const std::vector<Api::Route>& Api::routes()
{
    const auto path = [](const QString& rest) { return QRegularExpression(u"\\A/apiv2/%1\\z"_s.arg(rest)); };
    static const std::vector<Route> all{
        {path(u"api-token-auth/"_s), "POST, OPTIONS", &Api::token, true},
        {path(u"cuckoo/status/"_s), "GET, OPTIONS", &Api::cuckooStatus},
        {path(u"machines/list/"_s), "GET, OPTIONS", &Api::machinesList},
        {path(u"exitnodes/"_s), "GET, OPTIONS", &Api::exitNodes},
        {path(u"tasks/list/(?:([0-9]+)/)?(?:([0-9]+)/)?"_s), "GET, OPTIONS", &Api::tasksList},
        {path(u"tasks/search/(?|md5/([a-fA-F0-9]{32})|sha1/([a-fA-F0-9]{40})|sha256/([a-fA-F0-9]{64}))/"_s),
            "GET, OPTIONS", &Api::search},
        {path(u"tasks/extendedsearch/"_s), "POST, OPTIONS", &Api::extendedSearch},
        {path(u"tasks/create/file/"_s), "POST, OPTIONS", &Api::createFile},
        {path(u"tasks/create/url/"_s), "POST, OPTIONS", &Api::createUrl},
        {path(u"tasks/view/([0-9]+)/"_s), "GET, OPTIONS", &Api::view},
        {path(u"tasks/status/([0-9]+)/"_s), "POST, GET, OPTIONS", &Api::status},
        {path(u"tasks/get/report/([0-9]+)/(?:([a-z0-9]+)/)?(?:(zip)/)?"_s), "GET, OPTIONS", &Api::report},
        {path(u"tasks/delete/([0-9]+(?:,[0-9]+)*)/(?:([a-z_]+)/)?"_s), "GET, OPTIONS", &Api::remove},
        {path(u"tasks/reboot/([0-9]+)/"_s), "GET, OPTIONS", &Api::reboot},
    };
    return all;
}

const Api::Route* Api::findRoute(const QString& path, QStringList* arguments)
{
    for (const Route& route : routes()) {
        const QRegularExpressionMatch match = route.path.match(path);
        if (!match.hasMatch()) {
            continue;
        }
        if (arguments) {
            *arguments = match.capturedTexts().mid(1);
        }
        return &route;
    }
    return nullptr;
}

Answer Api::answer(const Request& request)
{
    QStringList arguments;
    const Route* route = findRoute(request.path, &arguments);
    if (route && route->endpoint == &Api::reboot && !m_options.reboot) {
        route = nullptr;
    }
    return route ? dispatch(request, *route, arguments) : unrouted(request);
}

Answer Api::unrouted(const Request& request)
{
    const bool lacksOnlySlash = !request.path.endsWith('/'_L1) && findRoute(request.path + '/'_L1, nullptr);
    if (lacksOnlySlash && request.method == "POST") {
        Answer answer = htmlPage(
            500, u"RuntimeError at %1"_s.arg(request.path), u"A POST needs the URL with its trailing slash."_s);
        answer.fromApplication = false;
        return answer;
    }
    if (lacksOnlySlash) {
        Answer answer;
        answer.status = 301;
        answer.contentType = "text/html; charset=utf-8";
        answer.headers = {{"Location", request.path.toUtf8() + '/'}};
        answer.fromApplication = false;
        return answer;
    }
    if (request.path == "/"_L1) {
        Answer answer = htmlPage(200, u"Dashboard · CAPE Sandbox"_s, u"This is the demo server of CAPE Workbench."_s);
        answer.headers = {{"Vary", "Cookie"}};
        return answer;
    }
    return htmlPage(404, u"Page not found at %1"_s.arg(request.path), u"No such page."_s);
}

namespace {

enum class Format { Json, Html, None };

// What the Accept header leads to: JSON wins wherever it is taken at all.
Format negotiate(const QByteArray& accept)
{
    if (accept.trimmed().isEmpty()) {
        return Format::Json;
    }
    bool html = false;
    const QList<QByteArray> ranges = accept.split(',');
    for (const QByteArray& range : ranges) {
        const QByteArray type = range.split(';').first().trimmed().toLower();
        if (type == "application/json" || type == "*/*" || type == "application/*") {
            return Format::Json;
        }
        html = html || type == "text/html" || type == "text/*";
    }
    return html ? Format::Html : Format::None;
}

Answer browsable(const Answer& answer)
{
    Answer page = htmlPage(answer.status, u"CAPE API"_s, QString::fromUtf8(answer.body));
    page.headers = answer.headers;
    page.addHeader("Set-Cookie", "csrftoken=demo; Path=/; SameSite=Lax");
    return page;
}

} // namespace

Answer Api::dispatch(const Request& request, const Route& route, const QStringList& arguments)
{
    const auto finish = [&route](Answer answer, const QByteArray& vary) {
        answer.addHeader("Vary", vary);
        answer.addHeader("Allow", route.allow);
        return answer;
    };
    if (route.isPublic) {
        return finish((this->*route.endpoint)(request, {}, arguments), "Cookie");
    }
    const Format format = negotiate(request.accept);
    if (format == Format::None) {
        return finish(detail(406, u"Could not satisfy the request Accept header."_s), "Accept");
    }
    User user;
    if (const std::optional<Answer> refusal = authenticate(request, &user)) {
        return finish(*refusal, user.anonymous ? "Accept, Cookie" : "Accept");
    }
    if (m_options.rate && !user.staff) {
        if (const int wait = m_limiter.secondsToWait(user.key, *m_options.rate, m_options.clock())) {
            const QString unit = wait == 1 ? u"second"_s : u"seconds"_s;
            Answer answer = detail(429, u"Request was throttled. Expected available in %1 %2."_s.arg(wait).arg(unit));
            answer.addHeader("Retry-After", QByteArray::number(wait));
            return finish(answer, "Accept");
        }
    }
    if (!route.allow.split(',').contains(request.method) && !route.allow.contains(" " + request.method)) {
        const QString method = QString::fromLatin1(request.method);
        return finish(detail(405, u"Method \"%1\" not allowed."_s.arg(method)), "Accept");
    }
    if (request.method == "OPTIONS") {
        return finish(jsonAnswer(core::json::Object{{"name", "CAPE API"}}), "Accept");
    }
    const Answer answer = (this->*route.endpoint)(request, user, arguments);
    const bool asPage = format == Format::Html && answer.contentType == "application/json";
    return asPage ? finish(browsable(answer), "Accept, Cookie") : finish(answer, "Accept");
}

std::optional<Answer> Api::authenticate(const Request& request, User* user) const
{
    user->key = request.peer;
    if (m_options.accounts.isEmpty()) {
        return std::nullopt;
    }
    const auto refuse = [](const QString& text) {
        Answer answer = detail(401, text);
        answer.addHeader("WWW-Authenticate", "Token");
        return answer;
    };
    const QList<QByteArray> words = request.authorization.simplified().split(' ');
    if (words.first().toLower() != "token") {
        user->anonymous = true;
        return refuse(u"Authentication credentials were not provided."_s);
    }
    if (words.size() == 1) {
        return refuse(u"Invalid token header. No credentials provided."_s);
    }
    if (words.size() > 2) {
        return refuse(u"Invalid token header. Token string should not contain spaces."_s);
    }
    const QString token = QString::fromLatin1(words[1]);
    const auto account = std::ranges::find(m_options.accounts, token, &Account::token);
    if (account == m_options.accounts.end()) {
        return refuse(u"Invalid token."_s);
    }
    user->key = token;
    user->staff = account->staff;
    return std::nullopt;
}

std::optional<Answer> Api::disabled(Endpoint endpoint, const QString& text) const
{
    return m_options.disabled.contains(endpoint) ? std::optional(failure(text)) : std::nullopt;
}

Answer Api::token(const Request& request, const User&, const QStringList&)
{
    const QUrlQuery form(QString::fromUtf8(request.body));
    const QString name = form.queryItemValue(u"username"_s, QUrl::FullyDecoded);
    const QString password = form.queryItemValue(u"password"_s, QUrl::FullyDecoded);
    for (const Account& account : m_options.accounts) {
        if (account.name == name && account.password == password && !password.isEmpty()) {
            return jsonAnswer(core::json::Object{{"token", account.token.toStdString()}});
        }
    }
    return jsonAnswer(
        core::json::Object{{"non_field_errors", core::json::Array{"Unable to log in with provided credentials."}}},
        400);
}

} // namespace demo
