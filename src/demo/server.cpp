// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/server.h"

#include "demo/certificate.h"
#include "demo/listener.h"

#include <QHttpHeaders>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaEnum>
#include <QSslServer>
#include <QTcpServer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype LogLimit = 10'000;
constexpr qsizetype LoggedBody = 64 * 1024;
constexpr int HtmlErrorEvery = 3;

using Headers = QList<std::pair<QByteArray, QByteArray>>;

Request readRequest(const QHttpServerRequest& request, const QUrl& url)
{
    Request read;
    read.method
        = QByteArray(QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(request.method()))).toUpper();
    read.path = request.url().path(QUrl::FullyDecoded);
    read.query = QUrlQuery(request.url());
    read.peer = request.remoteAddress().toString();
    read.baseUrl = url.toString(QUrl::StripTrailingSlash | QUrl::RemovePath);
    read.authorization = request.value("Authorization");
    read.accept = request.value("Accept");
    read.contentType = request.value("Content-Type");
    read.body = request.body();
    return read;
}

// What the real application's middleware adds to each of its answers.
const Headers& applicationHeaders()
{
    static const Headers headers{
        {"Server", "Machete Server"},
        {"X-Cuckoo-Version", "2.5"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"X-XSS-Protection", "1; mode=block"},
        {"Pragma", "no-cache"},
        {"Cache-Control", "no-cache"},
        {"Expires", "0"},
        {"Permissions-Policy",
            "accelerometer=(); autoplay=(); camera=(); encrypted-media=(); fullscreen=(); geolocation=(); "
            "gyroscope=(); "
            "magnetometer=(); microphone=(); midi=(); payment=(); picture-in-picture=(); sync-xhr=(); usb=();"},
        {"Referrer-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
    };
    return headers;
}

Headers allHeaders(const Answer& answer)
{
    Headers headers{{"Content-Type", answer.contentType}};
    headers.append(answer.headers);
    headers.append(answer.fromApplication ? applicationHeaders() : Headers{{"Server", "daphne"}});
    return headers;
}

QHttpHeaders httpHeaders(const Answer& answer)
{
    QHttpHeaders headers;
    for (const auto& [name, value] : allHeaders(answer)) {
        headers.append(name, value);
    }
    return headers;
}

Answer proxyError()
{
    Answer answer = htmlPage(502, u"502 Bad Gateway"_s, u"nginx"_s);
    answer.fromApplication = false;
    return answer;
}

std::unique_ptr<QTcpServer> makeListener(const ServerOptions& options)
{
    if (!options.tls) {
        return std::make_unique<Listener<QTcpServer>>();
    }
    auto listener = std::make_unique<Listener<QSslServer>>();
    listener->setSslConfiguration(serverTls(options.otherCertificate));
    return listener;
}

} // namespace

Server::Server(ServerOptions options, QObject* parent)
    : QObject(parent)
    , m_api(std::move(options))
    , m_random(m_api.options().seed)
{
}

Server::~Server() = default;

core::Result<QUrl> Server::start()
{
    stop();
    std::unique_ptr<QTcpServer> listener = makeListener(options());
    if (!listener->listen(QHostAddress::LocalHost, options().port)) {
        return std::unexpected(core::Error{core::ErrorCode::Network,
            tr("The demo server cannot listen on port %1. Choose another port, or 0 for any free one.")
                .arg(options().port),
            listener->errorString()});
    }
    m_http = std::make_unique<QHttpServer>();
    m_http->setMissingHandler(this,
        [this](const QHttpServerRequest& request, QHttpServerResponder& responder) { handle(request, responder); });
    m_http->bind(listener.get());
    m_listener = listener.release(); // bind() has made it a child of m_http
    return url();
}

void Server::stop()
{
    m_listener = nullptr;
    m_http.reset();
}

QUrl Server::url() const
{
    if (!m_listener) {
        return {};
    }
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(options().tls ? u"https"_s : u"http"_s).arg(m_listener->serverPort()));
}

void Server::setOptions(ServerOptions options)
{
    m_api.setOptions(std::move(options));
}

void Server::handle(const QHttpServerRequest& request, QHttpServerResponder& responder)
{
    const Request read = readRequest(request, url());
    const quint16 port = request.remotePort();
    if (options().slow.count() == 0) {
        reply(read, port, std::move(responder));
        return;
    }
    auto later = std::make_shared<QHttpServerResponder>(std::move(responder));
    QTimer::singleShot(
        options().slow, m_http.get(), [this, read, port, later] { reply(read, port, std::move(*later)); });
}

void Server::reply(const Request& request, quint16 peerPort, QHttpServerResponder responder)
{
    QTcpSocket* socket = connection(peerPort);
    const Break how = socket ? chooseBreak() : Break::None;
    if (how == Break::Before) {
        log(request, 0);
        socket->abort();
        return;
    }
    ++m_count;
    const bool fails = options().htmlErrors && m_count % HtmlErrorEvery == 0;
    const Answer answer = fails ? proxyError() : m_api.answer(request);
    log(request, how == Break::None ? answer.status : 0);
    if (how == Break::After) {
        socket->abort();
    } else if (how == Break::Amid) {
        breakAmid(socket, answer);
    } else {
        responder.write(answer.body, httpHeaders(answer), QHttpServerResponder::StatusCode(answer.status));
    }
}

void Server::breakAmid(QTcpSocket* connection, const Answer& answer) const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Answer\r\n";
    for (const auto& [name, value] : allHeaders(answer)) {
        head += name + ": " + value + "\r\n";
    }
    head += "Content-Length: " + QByteArray::number(answer.body.size() + 1) + "\r\n\r\n";
    connection->write(head + answer.body.first(answer.body.size() / 2));
    connection->flush();
    connection->abort();
}

Server::Break Server::chooseBreak()
{
    if (m_random.generateDouble() >= options().dropConnections) {
        return Break::None;
    }
    static constexpr Break Kinds[]{Break::Before, Break::After, Break::Amid};
    return Kinds[m_random.bounded(3)];
}

QTcpSocket* Server::connection(quint16 peerPort) const
{
    if (options().tls) {
        return static_cast<Listener<QSslServer>*>(m_listener)->connection(peerPort);
    }
    return static_cast<Listener<QTcpServer>*>(m_listener)->connection(peerPort);
}

void Server::log(const Request& request, int status)
{
    if (m_log.size() == LogLimit) {
        m_log.removeFirst();
    }
    m_log.append({request, status});
    m_log.last().request.body.truncate(LoggedBody);
    Q_EMIT answered(request.method, request.path, status);
}

} // namespace demo
