// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testpaths.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace test {

// An exchange that was recorded with a real CAPE server.
struct Recorded {
    QString name; // "016_report_lite_zip_pending"
    QByteArray method;
    QString path;
    QList<std::pair<QByteArray, QByteArray>> requestHeaders;
    QJsonArray multipart; // name, filename, value; empty when it was left out
    int status = 0;
    QByteArray statusLine;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    int number() const { return name.left(3).toInt(); }
    QByteArray header(const QByteArray& wanted) const
    {
        for (const auto& [key, value] : headers) {
            if (key.compare(wanted, Qt::CaseInsensitive) == 0) {
                return value;
            }
        }
        return {};
    }
};

inline QList<std::pair<QByteArray, QByteArray>> headersFrom(const QJsonValue& value)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue& entry : entries) {
        headers.append({entry.toArray().at(0).toString().toUtf8(), entry.toArray().at(1).toString().toUtf8()});
    }
    return headers;
}

inline Recorded readRecorded(const QDir& folder, const QString& fileName)
{
    QFile file(folder.filePath(fileName));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject request = json.value(QStringLiteral("request")).toObject();
    const QJsonObject response = json.value(QStringLiteral("response")).toObject();
    Recorded recorded;
    recorded.name = fileName.chopped(5);
    recorded.method = request.value(QStringLiteral("method")).toString().toLatin1();
    recorded.path = request.value(QStringLiteral("path")).toString();
    recorded.requestHeaders = headersFrom(request.value(QStringLiteral("headers")));
    recorded.multipart = request.value(QStringLiteral("multipart")).toArray();
    recorded.status = response.value(QStringLiteral("status")).toInt();
    recorded.statusLine = response.value(QStringLiteral("status_line")).toString().toLatin1();
    recorded.headers = headersFrom(response.value(QStringLiteral("headers")));
    recorded.body = response.value(QStringLiteral("body")).toString().toUtf8();
    const QString bodyFile = response.value(QStringLiteral("body_file")).toString();
    if (QFile body(folder.filePath(bodyFile)); !bodyFile.isEmpty() && body.open(QIODevice::ReadOnly)) {
        recorded.body = body.readAll();
    }
    return recorded;
}

// All of them, in the order of their numbers.
inline QList<Recorded> allRecorded()
{
    const QDir folder(QStringLiteral(CAPEWB_FIXTURES "/cape-api"));
    QList<Recorded> all;
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        all.append(readRecorded(folder, name));
    }
    return all;
}

// The answer as it went over the wire; its length is that of the recorded body, as HTML bodies were cut.
inline QByteArray wireAnswer(const Recorded& recorded)
{
    QByteArray wire = recorded.statusLine + "\r\n";
    for (const auto& [key, value] : recorded.headers) {
        if (key != "Content-Length" && key != "Transfer-Encoding") {
            wire += key + ": " + value + "\r\n";
        }
    }
    return wire + "Content-Length: " + QByteArray::number(recorded.body.size()) + "\r\n\r\n" + recorded.body;
}

} // namespace test
