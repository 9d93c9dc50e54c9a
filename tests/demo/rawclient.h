// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace test {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

// An answer as it came over the wire.
struct RawAnswer {
    int status = 0; // 0: the connection ended before a whole answer was there
    HeaderList headers;
    QByteArray body;

    QByteArray header(const QByteArray& name) const;
};

// A part of a multipart form; no file name: a plain field.
struct FormPart {
    QByteArray name;
    QByteArray value;
    std::optional<QByteArray> fileName{};
};

QByteArray multipartBody(const QByteArray& boundary, const QList<FormPart>& parts);
// Sends a request to 127.0.0.1 byte for byte as given (QNetworkAccessManager would tidy it up) and reads the answer.
RawAnswer exchange(quint16 port, const QByteArray& method, const QByteArray& path, const HeaderList& headers = {},
    const QByteArray& body = {});
// Uploads a form to tasks/create/file.
RawAnswer upload(quint16 port, const QList<FormPart>& parts, const HeaderList& headers = {});

// A harmless "program": only the headers of a 64-bit PE and a text. Different words give different bytes.
QByteArray fakePe(const QByteArray& words);
QByteArray fakeElf(const QByteArray& words);

} // namespace test
