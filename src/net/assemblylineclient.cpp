// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/assemblylineclient.h"

#include "net/assemblylineanswer.h"
#include "net/webcall.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace net {

namespace {

using core::Error;
using core::ErrorCode;

// A key is "name:secret"; a server may repeat either the whole or the secret.
QString secretPart(const QString& apiKey)
{
    return apiKey.section(u':', 1);
}

QStringList strings(const QJsonValue& value)
{
    QStringList texts;
    const QJsonArray items = value.toArray();
    for (const QJsonValue& item : items) {
        texts.append(item.toString());
    }
    return texts;
}

core::Result<SubmissionView> readSubmission(const QJsonValue& response)
{
    const QJsonObject object = response.toObject();
    SubmissionView view;
    view.sid = object.value(QLatin1StringView("sid")).toString();
    view.state = object.value(QLatin1StringView("state")).toString();
    view.maxScore = object.value(QLatin1StringView("max_score")).toInteger();
    view.fileCount = object.value(QLatin1StringView("file_count")).toInteger();
    view.resultKeys = object.value(QLatin1StringView("results")).toObject().keys();
    view.missingResults = strings(object.value(QLatin1StringView("missing_result_keys")));
    if (view.sid.isEmpty()) {
        return std::unexpected(Error{ErrorCode::BadAnswer,
            QCoreApplication::translate("net::AssemblylineClient", "Assemblyline's answer describes no submission."),
            {}});
    }
    return view;
}

core::Result<UserView> readUser(const Answer& answer)
{
    const auto response = readEnvelope(answer);
    if (!response) {
        return std::unexpected(response.error());
    }
    UserView user;
    user.name = response->toObject().value(QLatin1StringView("username")).toString();
    user.roles = strings(response->toObject().value(QLatin1StringView("roles")));
    user.serverVersion
        = QJsonDocument::fromJson(answer.body).object().value(QLatin1StringView("api_server_version")).toString();
    if (user.name.isEmpty()) {
        return std::unexpected(Error{ErrorCode::BadAnswer,
            QCoreApplication::translate("net::AssemblylineClient", "Assemblyline's answer names no user."), {}});
    }
    return user;
}

core::Result<QString> readNewSid(const QJsonValue& response)
{
    const QString sid = response.toObject().value(QLatin1StringView("sid")).toString();
    if (sid.isEmpty()) {
        return std::unexpected(Error{ErrorCode::BadAnswer,
            QCoreApplication::translate(
                "net::AssemblylineClient", "Assemblyline took the sample but named no submission."),
            {}});
    }
    return sid;
}

// Whether the server may have begun to import: it checks who asks, and for what, before that.
bool mayHaveBegun(const Received& received)
{
    if (!received.answer) {
        return received.wasSent;
    }
    const int status = received.answer->status;
    return status < 300 || status == 400 || status >= 500;
}

Error importError(const Error& error, const QString& sid, bool mayHaveBegun)
{
    if (!mayHaveBegun) {
        return error;
    }
    return {error.code,
        QCoreApplication::translate("net::AssemblylineClient",
            "%1\nHalf a submission may be left in Assemblyline: look for %2 and delete it there. "
            "Sending again uses a fresh id, so the two do not mix.")
            .arg(error.message, sid),
        error.detail};
}

} // namespace

AssemblylineClient::AssemblylineClient(
    const AssemblylineProfile& profile, const Credentials& credentials, QObject* parent)
    : QObject(parent)
    , m_profile(profile)
    , m_credentials(credentials)
{
    applyProxy(m_network, profile, credentials.proxyPassword);
    m_network.setAutoDeleteReplies(false);
}

AssemblylineClient::~AssemblylineClient()
{
    // The replies hold exchanges of m_network, which is gone before QObject deletes children.
    qDeleteAll(findChildren<CapeCall*>(Qt::FindDirectChildrenOnly));
}

QNetworkRequest AssemblylineClient::request(const QString& path, const QList<std::pair<QString, QString>>& query) const
{
    QNetworkRequest request = webRequest(m_profile, QStringLiteral("/api/v4/") + path);
    if (!query.isEmpty()) {
        QUrlQuery words;
        for (const auto& [name, value] : query) {
            words.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
        QUrl url = request.url();
        url.setQuery(words);
        request.setUrl(url);
    }
    request.setRawHeader("X-USER", m_profile.user.toUtf8());
    request.setRawHeader("X-APIKEY", m_credentials.token.toUtf8());
    return request;
}

template <typename T, typename Read>
CapeReply<T>& AssemblylineClient::start(Transfer transfer, Read read)
{
    transfer.limit = m_answerLimit;
    if (!transfer.refusal && !m_credentials.token.isEmpty() && !isClearTextAllowed(m_profile)) {
        transfer.refusal = Error{ErrorCode::Unauthorized,
            tr("The API key would travel unencrypted to %1, so nothing was sent. Use https, or save the destination "
               "again and agree.")
                .arg(m_profile.url.host()),
            {}};
    }
    // A redirected POST would arrive as a GET, without what was sent.
    if (transfer.body || transfer.raw) {
        transfer.request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    }
    const QString secret = secretPart(m_credentials.token);
    const auto discreet = [read, secret](const Received& received) -> core::Result<T> {
        return read(received).transform_error([&](const Error& error) { return redacted(error, secret); });
    };
    return *new WebReply<T>(m_network, std::move(transfer), m_profile, m_credentials, discreet, this);
}

CapeReply<UserView>& AssemblylineClient::whoAmI()
{
    Transfer transfer;
    transfer.request = request(QStringLiteral("user/whoami/"));
    return start<UserView>(
        std::move(transfer), [](const Received& received) { return received.answer.and_then(readUser); });
}

CapeReply<void>& AssemblylineClient::importBundle(const BundleImport& bundle)
{
    QList<std::pair<QString, QString>> query;
    if (bundle.allowIncomplete) {
        query.append({QStringLiteral("allow_incomplete"), QStringLiteral("true")});
    }
    if (bundle.existOk) {
        query.append({QStringLiteral("exist_ok"), QStringLiteral("true")});
    }
    if (!bundle.minClassification.isEmpty()) {
        query.append({QStringLiteral("min_classification"), bundle.minClassification});
    }
    auto file = std::make_unique<QFile>(bundle.path);
    const bool readable = file->open(QIODevice::ReadOnly);
    const QString reason = file->errorString();
    Transfer transfer;
    transfer.request = request(QStringLiteral("bundle/"), query);
    // The endpoint reads the whole body as it is; this is the type that Assemblyline's own client gives it.
    transfer.request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    transfer.raw = std::make_unique<SentOnce>(std::move(file));
    const auto read = [sid = bundle.sid](const Received& received) -> core::Result<void> {
        const auto response = received.answer.and_then(readEnvelope);
        if (!response) {
            return std::unexpected(importError(response.error(), sid, mayHaveBegun(received)));
        }
        if (response->toObject().value(QLatin1StringView("success")).toBool()) {
            return {};
        }
        return std::unexpected(importError(
            {ErrorCode::BadAnswer, tr("Assemblyline does not say that the bundle was imported."), wordsOf(*response)},
            sid, true));
    };
    if (!readable) {
        transfer.refusal
            = Error{ErrorCode::CannotRead, tr("The bundle %1 could not be read.").arg(bundle.path), reason};
    }
    return start<void>(std::move(transfer), read);
}

CapeReply<SubmissionView>& AssemblylineClient::submission(const QString& sid)
{
    Transfer transfer;
    transfer.request = request(QStringLiteral("submission/full/%1/").arg(sid));
    return start<SubmissionView>(std::move(transfer),
        [](const Received& received) { return received.answer.and_then(readEnvelope).and_then(readSubmission); });
}

CapeReply<QString>& AssemblylineClient::submit(SampleSubmission sample)
{
    QJsonObject parameters{{QStringLiteral("description"), sample.description}};
    if (!sample.classification.isEmpty()) {
        parameters.insert(QStringLiteral("classification"), sample.classification);
    }
    QHttpPart json;
    json.setRawHeader("Content-Disposition", "form-data; name=\"json\"");
    json.setBody(
        QJsonDocument(QJsonObject{{QStringLiteral("name"), sample.fileName}, {QStringLiteral("params"), parameters}})
            .toJson(QJsonDocument::Compact));
    Transfer transfer;
    transfer.request = request(QStringLiteral("submit/"));
    transfer.body = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    transfer.body->append(json);
    transfer.body->append(
        filePart("bin", new SentOnce(std::move(sample.content)), sample.fileName, transfer.body.get()));
    return start<QString>(std::move(transfer),
        [](const Received& received) { return received.answer.and_then(readEnvelope).and_then(readNewSid); });
}

} // namespace net
