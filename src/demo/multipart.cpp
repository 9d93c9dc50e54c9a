// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/multipart.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype FieldLimit = 1000;

QByteArray boundaryOf(const QByteArray& contentType)
{
    if (!contentType.trimmed().toLower().startsWith("multipart/form-data")) {
        return {};
    }
    static const QRegularExpression form(
        u"boundary=(?:\"([^\"]+)\"|([^\\s;]+))"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(contentType));
    return (match.captured(1) + match.captured(2)).toLatin1();
}

// A parameter of Content-Disposition. The plain one is UTF-8 with \" and %22 for a quote, as browsers, curl and Qt
// write it; the starred one of RFC 5987 goes before it.
QString parameter(const QString& header, const QString& name)
{
    const QRegularExpression starred(
        u"[;\\s]%1\\*=UTF-8''([^;\\s]+)"_s.arg(name), QRegularExpression::CaseInsensitiveOption);
    if (const auto match = starred.match(header); match.hasMatch()) {
        return QUrl::fromPercentEncoding(match.captured(1).toLatin1());
    }
    const QRegularExpression quoted(
        u"[;\\s]%1=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))"_s.arg(name), QRegularExpression::CaseInsensitiveOption);
    const auto match = quoted.match(header);
    if (!match.hasMatch()) {
        return {};
    }
    QString text = match.captured(1).isNull() ? match.captured(2) : match.captured(1);
    text.replace(u"\\\""_s, u"\""_s).replace(u"\\\\"_s, u"\\"_s).replace(u"%22"_s, u"\""_s);
    return text.isNull() ? u""_s : text;
}

FormField parsePart(const QByteArray& headers, QByteArray value)
{
    FormField field;
    const QList<QByteArray> lines = headers.split('\n');
    for (const QByteArray& line : lines) {
        if (!line.toLower().startsWith("content-disposition:")) {
            continue;
        }
        const QString text = QString::fromUtf8(line.trimmed());
        field.name = parameter(text, u"name"_s);
        field.fileName = parameter(text, u"filename"_s);
    }
    field.value = std::move(value);
    return field;
}

} // namespace

QList<FormField> parseMultipart(const QByteArray& contentType, const QByteArray& body)
{
    const QByteArray boundary = boundaryOf(contentType);
    if (boundary.isEmpty()) {
        return {};
    }
    const QByteArray delimiter = "--" + boundary;
    QList<FormField> fields;
    qsizetype at = body.indexOf(delimiter);
    while (at >= 0 && fields.size() < FieldLimit) {
        at += delimiter.size();
        if (QByteArrayView(body).sliced(at).startsWith("--")) {
            return fields;
        }
        const qsizetype head = body.indexOf("\r\n", at);
        const qsizetype blank = head < 0 ? -1 : body.indexOf("\r\n\r\n", head);
        const qsizetype end = blank < 0 ? -1 : body.indexOf("\r\n" + delimiter, blank + 2);
        if (end < 0) {
            return {};
        }
        const qsizetype start = std::min(blank + 4, end);
        const QByteArray headers = blank > head ? body.sliced(head + 2, blank - head - 2) : QByteArray();
        fields.append(parsePart(headers, body.sliced(start, end - start)));
        at = end + 2;
    }
    return {};
}

QList<FormField> readForm(const Request& request)
{
    if (!request.contentType.toLower().startsWith("application/x-www-form-urlencoded")) {
        return parseMultipart(request.contentType, request.body);
    }
    QByteArray body = request.body;
    const QUrlQuery query(QString::fromLatin1(body.replace('+', "%20")));
    QList<FormField> form;
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : items) {
        form.append({name, {}, value.toUtf8()});
    }
    return form;
}

QString fieldOf(const QList<FormField>& form, QStringView name)
{
    const auto found = std::ranges::find(form, name, &FormField::name);
    return found == form.end() ? QString() : QString::fromUtf8(found->value);
}

} // namespace demo
