// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace net {

// What came back over HTTP, before anyone believes it.
struct Answer {
    int status = 0;
    QByteArray contentType; // without parameters, lower case
    std::optional<int> retryAfter; // seconds
    QByteArray body;
};

// The JSON object of a successful answer, or what went wrong, decided by the content: CAPE tells most of its failures
// with status 200 and "error": true. The server's words are in the error's detail.
core::Result<QJsonObject> readAnswer(const Answer& answer);

// The same for the answer to a submission. A web page in its place is a refusal (ErrorCode::Refused), unless it tells of
// an error that may pass.
core::Result<QJsonObject> readCreateAnswer(const Answer& answer);

// The same for the answer to a request to finish an analysis: CAPE gives "error": true when that was done.
core::Result<QJsonObject> readFinishAnswer(const Answer& answer);

// The error for an answer that should have been a report file and is not; never success.
core::Error readFailedDownload(const Answer& answer);

// A server's JSON value as words on one line: {"a.exe": {"error": "x"}} becomes "a.exe: x". Cut at a readable length.
QString wordsOf(const QJsonValue& value);

// The number of seconds of a Retry-After header: a number, or an HTTP date.
std::optional<int> retryAfterSeconds(const QByteArray& header);

} // namespace net
