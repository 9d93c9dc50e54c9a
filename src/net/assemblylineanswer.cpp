// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/assemblylineanswer.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace net {

namespace {

using core::Error;
using core::ErrorCode;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AssemblylineClient)
};

Error badAnswer(const QString& message, const Answer& answer, const QString& words = {})
{
    return {ErrorCode::BadAnswer, message,
        words.isEmpty()
            ? Words::tr("HTTP status %1, %2").arg(answer.status).arg(QString::fromLatin1(answer.contentType))
            : words};
}

// What the status alone tells; `words` is the server's own reason, where it gave one.
std::optional<Error> statusError(int status, const Answer& answer, const QString& words)
{
    switch (status) {
    case 401:
        return Error{ErrorCode::Unauthorized,
            Words::tr("Assemblyline does not accept this user and API key. Check both in the destination."), words};
    case 403:
        return Error{ErrorCode::Unauthorized,
            Words::tr("This API key may not do this. It needs the right to create and to view submissions, and its "
                      "user must have "
                      "agreed to the terms of service."),
            words};
    case 404:
        return Error{ErrorCode::NotFound,
            Words::tr("Assemblyline does not know what was asked for. Check the address in the destination."), words};
    case 409:
        return Error{ErrorCode::Refused,
            Words::tr("Assemblyline already has a submission of this id. Send it again: each attempt uses a fresh id."),
            words};
    case 413:
        return Error{ErrorCode::TooLarge,
            Words::tr("This is larger than the server takes. Send it without the sample, or ask its administrator for "
                      "a higher limit."),
            words};
    case 429:
    case 503:
        return Error{ErrorCode::Throttled,
            Words::tr("Assemblyline takes no more requests of this user for now. Try again later."), words};
    default:
        break;
    }
    if (status >= 300 && status < 400) {
        return badAnswer(
            Words::tr("The server sends this request elsewhere. Check the address in the destination."), answer);
    }
    if (status >= 500) {
        return badAnswer(
            Words::tr("Assemblyline has an internal error. Its administrator finds the reason in its log."), answer,
            words);
    }
    return std::nullopt;
}

bool isWebPage(const Answer& answer)
{
    return answer.contentType == "text/html" || answer.body.trimmed().left(15).toLower().startsWith("<!doctype html");
}

} // namespace

core::Result<QJsonValue> readEnvelope(const Answer& answer)
{
    if (isWebPage(answer)) {
        if (const auto error = statusError(answer.status, answer, {})) {
            return std::unexpected(*error);
        }
        return std::unexpected(badAnswer(
            Words::tr("The server answered with a web page. Check that the address is that of an Assemblyline."),
            answer));
    }
    QJsonParseError parsed;
    const QJsonDocument json = QJsonDocument::fromJson(answer.body, &parsed);
    const QJsonObject envelope = json.object();
    const QString words = wordsOf(envelope.value(QLatin1StringView("api_error_message")));
    const int told = envelope.value(QLatin1StringView("api_status_code")).toInt(answer.status);
    const int status = answer.status >= 400 ? answer.status : told;
    if (const auto error = statusError(status, answer, words)) {
        return std::unexpected(*error);
    }
    if (status >= 400) {
        return std::unexpected(Error{ErrorCode::Refused,
            words.isEmpty() ? Words::tr("Assemblyline refused this without a reason (HTTP status %1).").arg(status)
                            : Words::tr("Assemblyline refused this: %1").arg(words),
            words});
    }
    if (!envelope.contains(QLatin1StringView("api_response"))) {
        const QString reason = parsed.error == QJsonParseError::NoError ? QString() : parsed.errorString();
        return std::unexpected(
            badAnswer(Words::tr("The server answered with something that is no Assemblyline answer, or was cut off."),
                answer, reason));
    }
    return envelope.value(QLatin1StringView("api_response"));
}

} // namespace net
