// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/capeclient.h"

#include "net/exchange.h"
#include "net/redact.h"
#include "net/sentonce.h"

#include <QBuffer>
#include <QFile>
#include <QNetworkProxy>
#include <QSslConfiguration>

namespace net {

namespace {

using core::Error;
using core::ErrorCode;

constexpr QByteArrayView Zip("application/zip"), Json("application/json");

// An exchange with its answer read as a T.
template <typename T>
class ClientReply : public CapeReply<T> {
public:
    using Read = std::function<core::Result<T>(const Exchange&)>;

    ClientReply(QNetworkAccessManager& network, Transfer transfer, const Profile& profile, const QString& token,
        Read read, QObject* parent)
        : CapeReply<T>(parent)
        , m_exchange(network, std::move(transfer), profile, nullptr)
        , m_token(token)
        , m_read(std::move(read))
    {
        QObject::connect(&m_exchange, &Exchange::progress, this, &CapeCall::progress);
        QObject::connect(&m_exchange, &Exchange::answered, this, &CapeCall::answered);
        QObject::connect(&m_exchange, &Exchange::finished, this, [this] { end(); });
    }

    void abort() override { m_exchange.abort(); }
    Exchange& exchange() { return m_exchange; }

private:
    void end()
    {
        if (m_exchange.result()) {
            this->m_httpStatus = m_exchange.result()->status;
            this->m_retryAfter = m_exchange.result()->retryAfter;
        }
        this->m_certificate = m_exchange.certificate();
        this->m_sent = m_exchange.wasSent();
        this->m_result = m_read(m_exchange);
        if (!this->m_result)
            this->m_result = std::unexpected(redacted(this->m_result.error(), m_token));
        Q_EMIT this->finished();
        this->deleteLater();
    }

    Exchange m_exchange;
    const QString m_token;
    const Read m_read;
};

Error noUse(const char* message)
{
    return {ErrorCode::BadAnswer, CapeClient::tr(message), QString()};
}

QHttpPart filePart(SentOnce* file, const QString& fileName, QObject* owner)
{
    file->setParent(owner);
    // As browsers and curl do it: quotes escaped, anything that could end the header dropped.
    QByteArray name = fileName.toUtf8();
    name.removeIf([](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    name.replace('"', "%22");
    QHttpPart part;
    part.setRawHeader("Content-Disposition", "form-data; name=\"file\"; filename=\"" + name + '"');
    part.setRawHeader("Content-Type", "application/octet-stream");
    part.setBodyDevice(file);
    return part;
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

class SystemProxies : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override { return systemProxyForQuery(query); }
};

void applyProxy(QNetworkAccessManager& network, const Profile& profile)
{
    if (profile.proxy == ProxyKind::System) {
        network.setProxyFactory(new SystemProxies); // the manager owns it
        return;
    }
    QNetworkProxy proxy(QNetworkProxy::NoProxy);
    if (profile.proxy == ProxyKind::Given) {
        const bool socks = profile.proxyUrl.scheme().startsWith(QLatin1StringView("socks"));
        proxy = QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, profile.proxyUrl.host(),
            quint16(profile.proxyUrl.port(socks ? 1080 : 8080)), profile.proxyUrl.userName(), profile.proxyUrl.password());
    }
    network.setProxy(proxy);
}

} // namespace

CapeClient::CapeClient(const Profile& profile, const QString& token, QObject* parent)
    : QObject(parent)
    , m_profile(profile)
    , m_token(token)
{
    applyProxy(m_network, profile);
    m_network.setAutoDeleteReplies(false);
}

CapeClient::~CapeClient()
{
    // The replies hold exchanges of m_network, which is gone before QObject deletes children.
    qDeleteAll(findChildren<CapeCall*>(Qt::FindDirectChildrenOnly));
}

QSslConfiguration CapeClient::sslConfiguration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!m_profile.caFile.isEmpty())
        configuration.addCaCertificates(m_profile.caFile);
    return configuration;
}

QNetworkRequest CapeClient::request(const QString& path, bool withToken) const
{
    QUrl url = m_profile.url;
    url.setPath(url.path() + QStringLiteral("/apiv2/") + path);
    QNetworkRequest request(url);
    request.setRawHeader("Accept", Json.toByteArray());
    request.setRawHeader("User-Agent", "cape-workbench/" CAPEWB_VERSION);
    if (withToken && !m_token.isEmpty())
        request.setRawHeader("Authorization", (m_profile.tokenKey + u' ' + m_token).toUtf8());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setMaximumRedirectsAllowed(5);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (url.scheme() == QLatin1StringView("https"))
        request.setSslConfiguration(sslConfiguration());
    return request;
}

template <typename T, typename Read>
CapeReply<T>& CapeClient::start(const QNetworkRequest& request, Read read, std::unique_ptr<QHttpMultiPart> body)
{
    Transfer transfer;
    transfer.request = request;
    transfer.body = std::move(body);
    transfer.limit = m_limits.json;
    // A redirected POST would arrive as a GET, without the sample.
    if (transfer.body)
        transfer.request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    auto whole = [read](const Exchange& exchange) -> core::Result<T> {
        return exchange.result().and_then(readAnswer).and_then(read);
    };
    return *new ClientReply<T>(m_network, std::move(transfer), m_profile, m_token, whole, this);
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

CapeReply<QList<TaskView>>& CapeClient::searchSha256(const QString& sha256)
{
    return start<QList<TaskView>>(
        request(QStringLiteral("tasks/search/sha256/%1/").arg(sha256.toLower()), true),
        [](const QJsonObject& answer) { return core::Result<QList<TaskView>>(readTasks(answer)); });
}

namespace {

core::Result<Submitted> submittedFrom(const QJsonObject& answer)
{
    if (auto submitted = readSubmitted(answer))
        return *submitted;
    return std::unexpected(noUse(QT_TRANSLATE_NOOP("net::CapeClient", "The server took the submission but named no task.")));
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
    parts->append(filePart(new SentOnce(std::move(file)), fileName, parts.get()));
    appendFields(*parts, fields);
    auto& reply
        = start<Submitted>(request(QStringLiteral("tasks/create/file/"), true), submittedFrom, std::move(parts));
    if (!readable)
        static_cast<ClientReply<Submitted>&>(reply).exchange().failLater(
            {ErrorCode::CannotRead, tr("The file %1 could not be read.").arg(fileName), reason});
    return reply;
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
    return start<Submitted>(request(QStringLiteral("tasks/create/url/"), true), submittedFrom, std::move(parts));
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
            if (auto task = readTask(answer))
                return *task;
            return std::unexpected(noUse(QT_TRANSLATE_NOOP("net::CapeClient", "The server's answer describes no task.")));
        });
}

CapeReply<FetchedReport>& CapeClient::fetch(const QString& path, const QString& file, const QByteArray& contentType)
{
    Transfer transfer;
    transfer.request = request(path, true);
    transfer.limit = m_limits.report;
    transfer.file = file;
    transfer.fileType = contentType;
    transfer.request.setRawHeader("Accept-Encoding", "identity"); // so that Content-Length tells the file's size
    const auto read = [file](const Exchange& exchange) -> core::Result<FetchedReport> {
        if (!exchange.result())
            return std::unexpected(exchange.result().error());
        if (!exchange.isSaved())
            return std::unexpected(readFailedDownload(*exchange.result()));
        return FetchedReport{file, exchange.savedSize()};
    };
    return *new ClientReply<FetchedReport>(m_network, std::move(transfer), m_profile, m_token, read, this);
}

CapeReply<FetchedReport>& CapeClient::fetchReport(qint64 taskId, const QString& path)
{
    return fetch(QStringLiteral("tasks/get/report/%1/lite/zip/").arg(taskId), path, Zip.toByteArray());
}

CapeReply<FetchedReport>& CapeClient::fetchLiteReport(qint64 taskId, const QString& path)
{
    return fetch(QStringLiteral("tasks/get/report/%1/litereport/").arg(taskId), path, Json.toByteArray());
}

CapeReply<QString>& CapeClient::deleteTask(qint64 taskId, const QString& state)
{
    QString path = QStringLiteral("tasks/delete/%1/").arg(taskId);
    if (!state.isEmpty())
        path += state + u'/';
    return start<QString>(request(path, true),
        [](const QJsonObject& answer) { return core::Result<QString>(wordsOf(answer.value(QLatin1StringView("data")))); });
}

} // namespace net
