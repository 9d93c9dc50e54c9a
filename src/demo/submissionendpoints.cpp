// SPDX-License-Identifier: GPL-3.0-or-later
// The endpoints that make tasks.
#include "demo/api.h"
#include "demo/multipart.h"
#include "demo/submission.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

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

} // namespace

Answer Api::createFile(const Request& request, const User& user, const QStringList&)
{
    if (const auto off = disabled(Endpoint::CreateFile, u"File Create API is Disabled"_s)) {
        return *off;
    }
    return Submission(m_options, tasks(), readForm(request)).submitFile(request.baseUrl, user.staff);
}

Answer Api::createUrl(const Request& request, const User&, const QStringList&)
{
    if (const auto off = disabled(Endpoint::CreateUrl, u"URL Create API is Disabled"_s)) {
        return *off;
    }
    return Submission(m_options, tasks(), readForm(request)).submitUrl(request.baseUrl);
}

} // namespace demo
