// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/rawclient.h"

#include <QEventLoop>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace test {

namespace {

RawAnswer parse(const QByteArray& bytes)
{
    RawAnswer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return answer;
    }
    QList<QByteArray> lines = bytes.first(end).split('\n');
    const int status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray& line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.emplaceBack(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
    answer.body = bytes.sliced(end + 4);
    if (answer.body.size() >= answer.header("Content-Length").toLongLong()) {
        answer.status = status;
    }
    return answer;
}

} // namespace

QByteArray RawAnswer::header(const QByteArray& name) const
{
    const auto found = std::ranges::find_if(
        headers, [&](const auto& entry) { return entry.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.end() ? QByteArray() : found->second;
}

QByteArray multipartBody(const QByteArray& boundary, const QList<FormPart>& parts)
{
    QByteArray body;
    for (const FormPart& part : parts) {
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.name + '"';
        if (part.fileName) {
            body += "; filename=\"" + *part.fileName + "\"\r\nContent-Type: application/octet-stream";
        }
        body += "\r\n\r\n" + part.value + "\r\n";
    }
    return body + "--" + boundary + "--\r\n";
}

RawAnswer exchange(
    quint16 port, const QByteArray& method, const QByteArray& path, const HeaderList& headers, const QByteArray& body)
{
    QTcpSocket socket;
    QByteArray received;
    QEventLoop loop; // the server may live in this thread
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] {
        QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        for (const auto& [name, value] : headers) {
            head += name + ": " + value + "\r\n";
        }
        if (!body.isEmpty() || method == "POST") {
            head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        }
        socket.write(head + "\r\n" + body);
    });
    QObject::connect(&socket, &QTcpSocket::readyRead, &loop, [&] {
        received += socket.readAll();
        if (method == "HEAD" ? received.contains("\r\n\r\n") : parse(received).status != 0) {
            loop.quit();
        }
    });
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &loop, &QEventLoop::quit);
    QObject::connect(&socket, &QTcpSocket::disconnected, &loop, &QEventLoop::quit);
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    loop.exec();
    RawAnswer answer = parse(received);
    if (method == "HEAD" && !received.isEmpty()) {
        answer.status = received.split(' ').value(1).toInt();
    }
    return answer;
}

RawAnswer upload(quint16 port, const QList<FormPart>& parts, const HeaderList& headers)
{
    const QByteArray boundary = "------------------------capeworkbench";
    return exchange(port, "POST", "/apiv2/tasks/create/file/",
        HeaderList{{"Content-Type", "multipart/form-data; boundary=" + boundary}} + headers,
        multipartBody(boundary, parts));
}

QByteArray fakePe(const QByteArray& words)
{
    QByteArray bytes(0x200, '\0');
    bytes.replace(0, 2, "MZ");
    bytes[0x3c] = char(0x80);
    bytes.replace(0x80, 4, QByteArray("PE\0\0", 4));
    bytes.replace(0x84, 2, QByteArray("\x64\x86", 2));
    bytes.replace(0x98, 2, QByteArray("\x0b\x02", 2));
    bytes[0x98 + 68] = 3;
    return bytes + words;
}

QByteArray fakeElf(const QByteArray& words)
{
    QByteArray bytes(64, '\0');
    bytes.replace(0, 6, QByteArray("\177ELF\2\1", 6));
    bytes[18] = 62;
    return bytes + words;
}

} // namespace test
