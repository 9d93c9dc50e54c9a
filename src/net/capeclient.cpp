// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/capeclient.h"

#include "net/webcall.h"

#include <QBuffer>
#include <QFile>
#include <QUrlQuery>

namespace net {

namespace {

using core::Error;
using core::ErrorCode;

constexpr QByteArrayView Zip("application/zip"), Json("application/json");

Error noUse(const char* message)
{
    return {ErrorCode::BadAnswer, QCoreApplication::translate("net::CapeClient", message), QString()};
}

void appendFields(QHttpMultiPart& parts, const FormFields& fields)
{
    for (const auto& [name, value] : fields) {
        QHttpPart part;
        part.setRawHeader("Content-Disposition", "form-data; name=\"" + name.toUtf8().replace('"', "%22") + '"');
        part.setBody(value.toUtf8());
        parts.append(part);
    }
}

} // namespace

CapeClient::CapeClient(const Profile& profile, const Credentials& credentials, QObject* parent)
    : QObject(parent)
    , m_profile(profile)
    , m_credentials(credentials)
{
    applyProxy(m_network, profile, credentials.proxyPassword);
    m_network.setAutoDeleteReplies(false);
}

void CapeClient::setCredentials(const Credentials& credentials)
{
    const bool isProxyNew = credentials.proxyPassword != m_credentials.proxyPassword;
    m_credentials = credentials;
    if (isProxyNew) {
        applyProxy(m_network, m_profile, credentials.proxyPassword);
    }
}

CapeClient::~CapeClient()
{
    // The replies hold exchanges of m_network, which is gone before QObject deletes children.
    qDeleteAll(findChildren<CapeCall*>(Qt::FindDirectChildrenOnly));
}

QNetworkRequest CapeClient::request(const QString& path, bool withToken) const
{
    QNetworkRequest request = webRequest(m_profile, QStringLiteral("/apiv2/") + path);
    if (withToken && !m_credentials.token.isEmpty()) {
        request.setRawHeader("Authorization", (m_profile.tokenKey + u' ' + m_credentials.token).toUtf8());
    }
    return request;
}

std::optional<Error> CapeClient::clearTextRefusal() const
{
    if (m_credentials.token.isEmpty() || isClearTextAllowed(m_profile)) {
        return std::nullopt;
    }
    return Error{ErrorCode::Unauthorized,
        tr("The token would travel unencrypted to %1, so nothing was sent. Use https, or allow it for this server.")
            .arg(m_profile.url.host()),
        {}};
}

template <typename T, typename Read>
CapeReply<T>& CapeClient::start(const QNetworkRequest& request, Read read, std::unique_ptr<QHttpMultiPart> body,
    ReadAnswer readWhole, std::optional<Error> refusal)
{
    Transfer transfer;
    transfer.refusal = refusal ? std::move(refusal) : clearTextRefusal();
    transfer.request = request;
    transfer.body = std::move(body);
    transfer.limit = m_limits.json;
    // A redirected POST would arrive as a GET, without the sample.
    if (transfer.body) {
        transfer.request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    }
    auto whole = [read, readWhole](const Received& received) -> core::Result<T> {
        return received.answer.and_then(readWhole).and_then(read);
    };
    return *new WebReply<T>(m_network, std::move(transfer), m_profile, m_credentials, whole, this);
}

CapeReply<ServerStatus>& CapeClient::status()
{
    return start<ServerStatus>(request(QStringLiteral("cuckoo/status/"), true),
        [](const QJsonObject& answer) { return core::Result<ServerStatus>(readStatus(answer)); });
}

CapeReply<ServerStatus>& CapeClient::statusWithoutToken()
{
    return start<ServerStatus>(request(QStringLiteral("cuckoo/status/"), false),
        [](const QJsonObject& answer) { return core::Result<ServerStatus>(readStatus(answer)); });
}

CapeReply<QList<Machine>>& CapeClient::machines()
{
    return start<QList<Machine>>(request(QStringLiteral("machines/list/"), true),
        [](const QJsonObject& answer) { return core::Result<QList<Machine>>(readMachines(answer)); });
}

CapeReply<QStringList>& CapeClient::exitNodes()
{
    return start<QStringList>(request(QStringLiteral("exitnodes/"), true),
        [](const QJsonObject& answer) { return core::Result<QStringList>(readExitNodes(answer)); });
}

CapeReply<QList<TaskView>>& CapeClient::tasks(const TaskListQuery& query)
{
    QNetworkRequest asked = request(QStringLiteral("tasks/list/%1/%2/").arg(query.limit).arg(query.offset), true);
    if (!query.status.isEmpty()) {
        QUrl url = asked.url();
        QUrlQuery status;
        status.addQueryItem(QStringLiteral("status"), QString::fromLatin1(QUrl::toPercentEncoding(query.status)));
        url.setQuery(status);
        asked.setUrl(url);
    }
    return start<QList<TaskView>>(
        asked, [](const QJsonObject& answer) { return core::Result<QList<TaskView>>(readTasks(answer)); });
}

CapeReply<QList<TaskView>>& CapeClient::searchSha256(const QString& sha256)
{
    return searchHash(sha256);
}

CapeReply<QList<TaskView>>& CapeClient::searchHash(const QString& hash)
{
    constexpr qsizetype Md5Digits = 32;
    constexpr qsizetype Sha1Digits = 40;
    const QString kind = hash.size() == Md5Digits ? QStringLiteral("md5")
        : hash.size() == Sha1Digits               ? QStringLiteral("sha1")
                                                  : QStringLiteral("sha256");
    return start<QList<TaskView>>(request(QStringLiteral("tasks/search/%1/%2/").arg(kind, hash.toLower()), true),
        [](const QJsonObject& answer) { return core::Result<QList<TaskView>>(readTasks(answer)); });
}

namespace {

core::Result<Submitted> submittedFrom(const QJsonObject& answer)
{
    if (auto submitted = readSubmitted(answer)) {
        return *submitted;
    }
    return std::unexpected(
        noUse(QT_TRANSLATE_NOOP("net::CapeClient", "The server took the submission but named no task.")));
}

} // namespace

CapeReply<Submitted>& CapeClient::createFile(const QString& path, const QString& fileName, const FormFields& fields)
{
    auto file = std::make_unique<QFile>(path);
    (void)file->open(QIODevice::ReadOnly);
    return createFile(std::move(file), fileName, fields);
}

CapeReply<Submitted>& CapeClient::createFile(
    std::unique_ptr<QIODevice> file, const QString& fileName, const FormFields& fields)
{
    const bool readable = file->isReadable();
    const QString reason = file->errorString();
    auto parts = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    parts->append(filePart("file", new SentOnce(std::move(file)), fileName, parts.get()));
    appendFields(*parts, fields);
    std::optional<Error> refusal;
    if (!readable) {
        refusal = Error{ErrorCode::CannotRead, tr("The file %1 could not be read.").arg(fileName), reason};
    }
    return start<Submitted>(request(QStringLiteral("tasks/create/file/"), true), submittedFrom, std::move(parts),
        readCreateAnswer, std::move(refusal));
}

CapeReply<Submitted>& CapeClient::createUrl(const QString& url, const FormFields& fields)
{
    auto parts = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    appendFields(*parts, fields);
    auto content = std::make_unique<QBuffer>();
    content->setData(url.toUtf8());
    content->open(QIODevice::ReadOnly);
    auto* body = new SentOnce(std::move(content));
    body->setParent(parts.get());
    QHttpPart part;
    part.setRawHeader("Content-Disposition", "form-data; name=\"url\"");
    part.setBodyDevice(body);
    parts->append(part);
    return start<Submitted>(
        request(QStringLiteral("tasks/create/url/"), true), submittedFrom, std::move(parts), readCreateAnswer);
}

CapeReply<QJsonObject>& CapeClient::createNothing()
{
    auto parts = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    appendFields(*parts, {{QStringLiteral("timeout"), QStringLiteral("0")}});
    return start<QJsonObject>(
        request(QStringLiteral("tasks/create/file/"), true),
        [](const QJsonObject& answer) { return core::Result<QJsonObject>(answer); }, std::move(parts));
}

CapeReply<TaskView>& CapeClient::view(qint64 taskId)
{
    return start<TaskView>(request(QStringLiteral("tasks/view/%1/").arg(taskId), true),
        [](const QJsonObject& answer) -> core::Result<TaskView> {
            if (auto task = readTask(answer)) {
                return *task;
            }
            return std::unexpected(
                noUse(QT_TRANSLATE_NOOP("net::CapeClient", "The server's answer describes no task.")));
        });
}

CapeReply<TaskStates>& CapeClient::taskStates(const QList<qint64>& taskIds)
{
    QStringList ids;
    for (const qint64 id : taskIds) {
        ids.append(QString::number(id));
    }
    auto parts = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    appendFields(
        *parts, {{QStringLiteral("option"), QStringLiteral("ids")}, {QStringLiteral("argument"), ids.join(u',')}});
    return start<TaskStates>(
        request(QStringLiteral("tasks/extendedsearch/"), true),
        [](const QJsonObject& answer) { return core::Result<TaskStates>(readTaskStates(answer)); }, std::move(parts));
}

CapeReply<FetchedReport>& CapeClient::fetch(const QString& path, const QString& file, const QByteArray& contentType)
{
    Transfer transfer;
    transfer.refusal = clearTextRefusal();
    transfer.request = request(path, true);
    transfer.limit = m_limits.report;
    transfer.file = file;
    transfer.fileType = contentType;
    transfer.request.setRawHeader("Accept-Encoding", "identity"); // so that Content-Length tells the file's size
    const auto read = [file](const Received& received) -> core::Result<FetchedReport> {
        if (!received.answer) {
            return std::unexpected(received.answer.error());
        }
        if (!received.isSaved) {
            return std::unexpected(readFailedDownload(*received.answer));
        }
        return FetchedReport{file, received.savedSize};
    };
    return *new WebReply<FetchedReport>(m_network, std::move(transfer), m_profile, m_credentials, read, this);
}

CapeReply<FetchedReport>& CapeClient::fetchReport(qint64 taskId, const QString& path)
{
    return fetch(QStringLiteral("tasks/get/report/%1/lite/zip/").arg(taskId), path, Zip.toByteArray());
}

CapeReply<FetchedReport>& CapeClient::fetchLiteReport(qint64 taskId, const QString& path)
{
    return fetch(QStringLiteral("tasks/get/report/%1/litereport/").arg(taskId), path, Json.toByteArray());
}

CapeReply<FetchedReport>& CapeClient::fetchFullReport(qint64 taskId, const QString& path)
{
    return fetch(QStringLiteral("tasks/get/report/%1/json/").arg(taskId), path, Json.toByteArray());
}

CapeReply<QString>& CapeClient::finishTask(qint64 taskId)
{
    auto parts = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    appendFields(*parts, {{QStringLiteral("status"), QStringLiteral("finish")}});
    return start<QString>(
        request(QStringLiteral("tasks/status/%1/").arg(taskId), true),
        [](const QJsonObject& answer) -> core::Result<QString> {
            const QString words = answer.value(QLatin1StringView("data")).toString();
            if (!words.isEmpty()) {
                return words;
            }
            return std::unexpected(Error{ErrorCode::Refused,
                tr("The server did not stop it. Either its machine no longer runs, or its administrator has to allow "
                   "it: [user_stop] enabled = yes in api.conf."),
                {}});
        },
        std::move(parts), readFinishAnswer);
}

CapeReply<QString>& CapeClient::deleteTask(qint64 taskId, const QString& state)
{
    QString path = QStringLiteral("tasks/delete/%1/").arg(taskId);
    if (!state.isEmpty()) {
        path += state + u'/';
    }
    return start<QString>(request(path, true), [](const QJsonObject& answer) {
        return core::Result<QString>(wordsOf(answer.value(QLatin1StringView("data"))));
    });
}

CapeReply<qint64>& CapeClient::rebootTask(qint64 taskId)
{
    return start<qint64>(request(QStringLiteral("tasks/reboot/%1/").arg(taskId), true),
        [](const QJsonObject& answer) -> core::Result<qint64> {
            const qint64 id = answer.value(QLatin1StringView("reboot_id")).toInteger();
            if (id > 0) {
                return id;
            }
            return std::unexpected(noUse(QT_TRANSLATE_NOOP("net::CapeClient", "The server named no task.")));
        });
}

} // namespace net
