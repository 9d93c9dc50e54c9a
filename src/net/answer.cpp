// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/answer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace net {

namespace {

constexpr qsizetype MaxWords = 2000; // characters of a server's words that anyone would read
constexpr int MaxDepth = 8;

using core::Error;
using core::ErrorCode;

struct Answers {
    Q_DECLARE_TR_FUNCTIONS(CapeClient)
};

// What the server says, and how it is to be understood. The first line whose text is found decides.
struct KnownWords {
    const char* pattern;
    ErrorCode code;
    const char* message;
};

constexpr KnownWords Known[] = {
    // "Task Search API is Disabled", "Task Search by SHA256 is Disabled", with or without a capital; not
    // "Machine=all is disabled using the API", which refuses one submission.
    {"is disabled\\.?$", ErrorCode::Disabled,
        QT_TRANSLATE_NOOP("CapeClient",
            "This function is switched off on the server. Its administrator can switch it on in api.conf.")},
    {"^Task is still being analyzed", ErrorCode::NotReady,
        QT_TRANSLATE_NOOP("CapeClient", "The server has not finished this task yet.")},
    {"^Task has a TLP of RED", ErrorCode::Refused,
        QT_TRANSLATE_NOOP("CapeClient", "The task is marked TLP:RED: the server gives its report to nobody.")},
    {"^Task failed", ErrorCode::Refused,
        QT_TRANSLATE_NOOP("CapeClient", "The task failed on the server; it has no report.")},
    {"^Task (not found|does not exist)|^No analysis directory", ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("CapeClient", "The server does not know this task, or no longer has its files.")},
    {"^Unable to retrieve records", ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("CapeClient", "The server has found nothing.")},
    {"^Reports directory does not exist", ErrorCode::NoLiteReport,
        QT_TRANSLATE_NOOP("CapeClient",
            "The server has no lite report for this task. Its administrator can switch it on: [litereport] enabled = "
            "yes in reporting.conf.")},
    {"^Report format not found", ErrorCode::Unsupported,
        QT_TRANSLATE_NOOP("CapeClient", "This server does not offer this kind of report.")},
};

Error serverError(const QString& words)
{
    for (const KnownWords& known : Known) {
        const QRegularExpression pattern(QString::fromLatin1(known.pattern), QRegularExpression::CaseInsensitiveOption);
        if (pattern.match(words).hasMatch()) {
            return {known.code, Answers::tr(known.message), words};
        }
    }
    return {ErrorCode::Refused, Answers::tr("The server refused this: %1").arg(words), words};
}

bool isHtml(const Answer& answer)
{
    return answer.contentType == "text/html" || answer.body.trimmed().left(15).toLower().startsWith("<!doctype html");
}

Error badAnswer(const QString& message, const Answer& answer)
{
    return {ErrorCode::BadAnswer, message,
        Answers::tr("HTTP status %1, %2")
            .arg(answer.status)
            .arg(answer.contentType.isEmpty() ? Answers::tr("no content type")
                                              : QString::fromLatin1(answer.contentType))};
}

// The error that the status alone tells, whatever the body; `words` is the server's own reason, where it gave one.
std::optional<Error> statusError(const Answer& answer, const QString& words)
{
    switch (answer.status) {
    case 401:
        return Error{ErrorCode::Unauthorized,
            Answers::tr(
                "The server does not accept this token. Check the token and the word before it in the profile."),
            words};
    case 403:
        return Error{ErrorCode::Unauthorized,
            Answers::tr("The account behind this token may not do this on the server."), words};
    case 413:
        return Error{ErrorCode::Refused,
            Answers::tr("The server or a proxy before it refuses files of this size."), words};
    case 429:
        return Error{ErrorCode::Throttled,
            answer.retryAfter ? Answers::tr("The server allows no more requests for now. Next try in %n s.", nullptr,
                                    *answer.retryAfter)
                              : Answers::tr("The server allows no more requests for now."),
            words};
    default:
        break;
    }
    if (answer.status >= 300 && answer.status < 400) {
        return badAnswer(
            Answers::tr("The server sends this request elsewhere. Check the address in the profile."), answer);
    }
    if (answer.status >= 500) {
        return badAnswer(Answers::tr("The server has an internal error."), answer);
    }
    if (answer.status == 404 && words.isEmpty()) {
        return Error{ErrorCode::NotFound,
            Answers::tr("There is no CAPE API at this address, or it does not know what was asked for."), QString()};
    }
    return std::nullopt;
}

QString errorWords(const QJsonObject& answer)
{
    QStringList words;
    for (const auto key : {QLatin1StringView("error_value"), QLatin1StringView("failed"), QLatin1StringView("errors"),
             QLatin1StringView("message"), QLatin1StringView("detail")}) {
        const QString text = wordsOf(answer.value(key));
        if (!text.isEmpty()) {
            words.append(text);
        }
    }
    // What went wrong for the file is more than that something did.
    if (words.size() > 1 && words.first() == QLatin1StringView("Error adding task to database")) {
        words.removeFirst();
    }
    return words.join(QStringLiteral("; "));
}

QString collectWords(const QJsonValue& value, int depth)
{
    if (depth > MaxDepth) {
        return {};
    }
    QStringList parts;
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue& item : items) {
            parts.append(collectWords(item, depth + 1));
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QString words = collectWords(member.value(), depth + 1);
            parts.append(
                member.key() == QLatin1StringView("error") ? words : QStringLiteral("%1: %2").arg(member.key(), words));
        }
    } else if (value.isString()) {
        return value.toString().simplified();
    } else if (!value.isNull() && !value.isUndefined()) {
        return value.toVariant().toString();
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; "));
}

} // namespace

QString wordsOf(const QJsonValue& value)
{
    return collectWords(value, 0).left(MaxWords);
}

std::optional<int> retryAfterSeconds(const QByteArray& header)
{
    constexpr qint64 MostSeconds = 24 * 3600;
    bool isNumber = false;
    const double seconds = header.trimmed().toDouble(&isNumber);
    if (isNumber && !std::isfinite(seconds)) {
        return std::nullopt; // "nan" and "inf" are numbers to the parser
    }
    if (isNumber) {
        return int(std::clamp(seconds, 0.0, double(MostSeconds)));
    }
    const QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(header.trimmed()), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid()) {
        return std::nullopt;
    }
    const QDateTime utc(date.date(), date.time(), QTimeZone::UTC);
    return int(std::clamp(QDateTime::currentDateTimeUtc().secsTo(utc), 0LL, MostSeconds));
}

core::Result<QJsonObject> readAnswer(const Answer& answer)
{
    if (isHtml(answer)) {
        if (const auto error = statusError(answer, QString())) {
            return std::unexpected(*error);
        }
        return std::unexpected(badAnswer(
            Answers::tr("The server answered with a web page. Check that the address is that of a CAPE server."),
            answer));
    }
    QJsonParseError parsed;
    const QJsonDocument json = QJsonDocument::fromJson(answer.body, &parsed);
    const QJsonObject object = json.object();
    const QJsonValue error = object.value(QLatin1StringView("error"));
    const bool refused = error.isBool() && error.toBool();
    const QString words = errorWords(object);
    if (const auto byStatus = statusError(answer, words)) {
        return std::unexpected(*byStatus);
    }
    if (refused || answer.status >= 400) {
        return std::unexpected(serverError(words.isEmpty() ? Answers::tr("HTTP status %1").arg(answer.status) : words));
    }
    if (answer.contentType != "application/json") {
        return std::unexpected(
            badAnswer(Answers::tr("The server answered with something that is no CAPE answer."), answer));
    }
    if (!json.isObject()) {
        Error bad = badAnswer(Answers::tr("The server's answer is damaged or was cut off."), answer);
        if (parsed.error != QJsonParseError::NoError) {
            bad.detail = parsed.errorString();
        }
        return std::unexpected(bad);
    }
    return object;
}

core::Result<QJsonObject> readCreateAnswer(const Answer& answer)
{
    auto read = readAnswer(answer);
    if (read || read.error().code != ErrorCode::BadAnswer || answer.status >= 500) {
        return read;
    }
    if (answer.status >= 300) {
        read.error().code = ErrorCode::Refused; // sent elsewhere, where it would arrive without the sample
    } else if (isHtml(answer)) {
        return std::unexpected(Error{ErrorCode::Refused,
            Answers::tr("The server or a proxy before it answered the submission with a web page. Check the address, "
                        "and look on the server whether it has the sample."),
            read.error().detail});
    }
    return read;
}

core::Result<QJsonObject> readFinishAnswer(const Answer& answer)
{
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    const bool isDone = object.value(QLatin1StringView("data")).isString()
        && (object.value(QLatin1StringView("error")).toBool()
            || object.value(QLatin1StringView("data")).toString().contains(
                QLatin1StringView("success"), Qt::CaseInsensitive));
    if (answer.status == 200 && isDone && !object.contains(QLatin1StringView("error_value"))) {
        return object;
    }
    return readAnswer(answer).transform([](QJsonObject) { return QJsonObject(); }); // "data" tells why it was not
}

core::Error readFailedDownload(const Answer& answer)
{
    if (isHtml(answer) && answer.status == 200) {
        return {ErrorCode::BadAnswer,
            Answers::tr("The server answered with a web page instead of the report. Usually this account may not "
                        "download reports."),
            Answers::tr("HTTP status %1, %2").arg(answer.status).arg(QString::fromLatin1(answer.contentType))};
    }
    const auto read = readAnswer(answer);
    if (!read) {
        return read.error();
    }
    return badAnswer(Answers::tr("The server answered with something that is no report."), answer);
}

} // namespace net
