// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <optional>
#include <utility>

namespace demo {

// A field of a multipart form; `fileName` is null for a field that is no file.
struct FormField {
    QString name;
    QString fileName;
    QByteArray value;
};

// What a client asked, freed of the transport.
struct Request {
    QByteArray method;
    QString path;
    QUrlQuery query;
    QString peer; // the client's address
    QString baseUrl; // this server's, without a trailing slash
    QByteArray authorization;
    QByteArray accept;
    QByteArray contentType;
    QByteArray body;
};

// What it is answered.
struct Answer {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; // beside Content-Type and Content-Length
    bool fromApplication = true; // false: by the web server in front of it, with few headers

    void addHeader(const QByteArray& name, const QByteArray& value) { headers.emplaceBack(name, value); }
};

// JSON without blanks between, as the real server writes it.
QByteArray compactJson(const core::json::Value& value);

Answer jsonAnswer(const core::json::Value& value, int status = 200);
// 200 and {"error": true, "error_value": text}: how the server reports most failures.
Answer failure(const QString& text, int status = 200);
// {"detail": text}: how its REST framework reports one.
Answer detail(int status, const QString& text);
// An HTML page; the title and the one line below it are escaped.
Answer htmlPage(int status, const QString& title, const QString& line);

} // namespace demo
