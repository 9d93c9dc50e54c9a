// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

namespace test {

// A request as it came over the wire.
struct WireRequest {
    QByteArray method;
    QByteArray path;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    QByteArray header(const QByteArray& wanted) const
    {
        for (const auto& [key, value] : headers) {
            if (key.compare(wanted, Qt::CaseInsensitive) == 0) {
                return value;
            }
        }
        return {};
    }

    struct Part {
        QString name;
        QString fileName;
        QByteArray value;
    };
    // The parts of a multipart body, in order.
    QList<Part> parts() const;
};

// A server on 127.0.0.1 that answers every request with the bytes that `answer` gives for it; nothing more is sent, and
// no bytes at all break the connection.
class ReplayServer {
public:
    using AnswerFunction = std::function<QByteArray(const WireRequest&)>;

    explicit ReplayServer(AnswerFunction answer, std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>())
        : m_answer(std::move(answer))
        , m_server(std::move(server))
    {
        m_server->listen(QHostAddress::LocalHost);
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] {
            while (QTcpSocket* socket = m_server->nextPendingConnection()) {
                serve(socket);
            }
        });
    }
    explicit ReplayServer(const QByteArray& answer)
        : ReplayServer([answer](const WireRequest&) { return answer; })
    {
    }

    QUrl url() const
    {
        const bool secure = qobject_cast<QSslServer*>(m_server.get());
        return QUrl(QStringLiteral("%1://127.0.0.1:%2")
                .arg(secure ? QStringLiteral("https") : QStringLiteral("http"))
                .arg(m_server->serverPort()));
    }
    const QList<WireRequest>& requests() const { return m_requests; }
    // What came before any whole request (a client that stops after the handshake sends nothing).
    qint64 bytesReceived() const { return m_bytes; }
    bool keepsOpen = false; // after the answer, as a server that never finishes does

private:
    void serve(QTcpSocket* socket)
    {
        socket->setParent(m_server.get());
        auto buffer = std::make_shared<QByteArray>();
        const auto read = [this, socket, buffer] {
            const QByteArray bytes = socket->readAll();
            m_bytes += bytes.size();
            buffer->append(bytes);
            WireRequest request;
            if (!parse(*buffer, request)) {
                return;
            }
            buffer->clear();
            m_requests.append(request);
            const QByteArray answer = m_answer(request);
            if (answer.isEmpty()) {
                socket->abort();
                return;
            }
            socket->write(answer);
            socket->flush();
            if (!keepsOpen) {
                socket->disconnectFromHost();
            }
        };
        QObject::connect(socket, &QTcpSocket::readyRead, socket, read);
        if (socket->bytesAvailable() > 0) {
            read();
        }
    }

    static bool parse(const QByteArray& bytes, WireRequest& request)
    {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        const QList<QByteArray> lines = bytes.left(end).split('\n');
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        request.method = first.value(0);
        request.path = first.value(1);
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
        }
        const qsizetype length = request.header("Content-Length").toLongLong();
        request.body = bytes.mid(end + 4);
        return request.body.size() >= length;
    }

    AnswerFunction m_answer;
    std::unique_ptr<QTcpServer> m_server;
    QList<WireRequest> m_requests;
    qint64 m_bytes = 0;
};

inline QList<WireRequest::Part> WireRequest::parts() const
{
    const auto quoted = [](const QByteArray& text, const QByteArray& key) {
        const qsizetype start = text.indexOf("; " + key + "=\"");
        if (start < 0) {
            return QString();
        }
        const qsizetype from = start + key.size() + 4;
        return QString::fromUtf8(text.mid(from, text.indexOf('"', from) - from));
    };
    const QByteArray type = header("Content-Type");
    QByteArray boundary = type.mid(type.indexOf("boundary=") + 9);
    boundary.replace('"', "");
    QList<Part> parts;
    qsizetype at = body.indexOf("--" + boundary);
    while (at >= 0) {
        const qsizetype start = at + boundary.size() + 4;
        const qsizetype next = body.indexOf("\r\n--" + boundary, start);
        if (next < 0) {
            break;
        }
        const QByteArray part = body.mid(start, next - start);
        const qsizetype headEnd = part.indexOf("\r\n\r\n");
        const QByteArray head = part.left(headEnd);
        parts.append({quoted(head, "name"), quoted(head, "filename"), part.mid(headEnd + 4)});
        at = next + 2;
    }
    return parts;
}

// An HTTP answer with these header lines (without line ends) and body.
inline QByteArray httpAnswer(const QByteArray& statusLine, const QList<QByteArray>& headers, const QByteArray& body)
{
    QByteArray wire = "HTTP/1.1 " + statusLine + "\r\n";
    for (const QByteArray& header : headers) {
        wire += header + "\r\n";
    }
    return wire + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray jsonAnswer(const QByteArray& json)
{
    return httpAnswer("200 OK", {"Content-Type: application/json"}, json);
}

} // namespace test
