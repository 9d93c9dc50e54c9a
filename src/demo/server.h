// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/api.h"

#include "core/error.h"

#include <QHttpServer>
#include <QObject>
#include <QRandomGenerator>
#include <QUrl>

#include <memory>

class QTcpServer;
class QTcpSocket;

namespace demo {

// A request that came in, for tests to look at, and the status of its answer (0: the connection was broken instead).
struct LoggedRequest {
    Request request;
    int status = 0;
};

// An embedded CAPE API v2 server, on 127.0.0.1 only. It answers in the thread it lives in; use a ServerThread to run
// it beside a window. Nothing that it takes is written to disk.
class Server : public QObject {
    Q_OBJECT

public:
    explicit Server(ServerOptions options = {}, QObject* parent = nullptr);
    ~Server() override;

    // Listens; gives the URL, as a connection profile takes it (no slash at its end).
    core::Result<QUrl> start();
    // Closes the port and every connection; start() may follow.
    void stop();
    // Empty while it does not listen.
    QUrl url() const;

    const ServerOptions& options() const { return m_api.options(); }
    // Takes effect with the next request; port and tls with the next start.
    void setOptions(ServerOptions options);
    // The tasks as of now.
    TaskStore& tasks() { return m_api.tasks(); }
    // The latest requests, at most 10,000; the bodies of uploads are left out after the first 64 KiB.
    const QList<LoggedRequest>& log() const { return m_log; }
    void clearLog() { m_log.clear(); }

Q_SIGNALS:
    void answered(const QByteArray& method, const QString& path, int status);

private:
    enum class Break { None, Before, After, Amid };

    void handle(const QHttpServerRequest& request, QHttpServerResponder& responder);
    void reply(const Request& request, quint16 peerPort, QHttpServerResponder responder);
    void breakAmid(QTcpSocket* connection, const Answer& answer) const;
    Break chooseBreak();
    QTcpSocket* connection(quint16 peerPort) const;
    void log(const Request& request, int status);

    Api m_api;
    std::unique_ptr<QHttpServer> m_http;
    QTcpServer* m_listener = nullptr;
    QRandomGenerator m_random;
    QList<LoggedRequest> m_log;
    qint64 m_count = 0;
};

} // namespace demo
