// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/webcall.h"

#include <QLocale>
#include <QNetworkProxy>
#include <QSslConfiguration>

namespace net {

namespace {

class SystemProxies : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override { return systemProxyForQuery(query); }
};

QSslConfiguration sslConfiguration(const Connection& connection)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!connection.caFile.isEmpty()) {
        configuration.addCaCertificates(connection.caFile);
    }
    return configuration;
}

constexpr qsizetype LargeAnswer = 64 * 1024; // bytes; smaller ones are read in less than a millisecond

} // namespace

SievedReceived sieved(Received received)
{
    if (!received.answer || received.isSaved) {
        return {std::move(received), {}};
    }
    auto answer = sieve(received.answer->body);
    if (!answer) {
        received.answer = std::unexpected(answer.error());
        return {std::move(received), {}};
    }
    received.answer->body = std::move(answer->body);
    if (answer->leftOut == 0) {
        return {std::move(received), {}};
    }
    const QLocale locale;
    return {std::move(received),
        QCoreApplication::translate("net::CapeClient", "The server listed %1 entries. Only the first %2 were read.")
            .arg(locale.toString(answer->read + answer->leftOut), locale.toString(answer->read))};
}

QThreadPool& readingThread()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}

bool isLarge(const Received& received)
{
    return received.answer && received.answer->body.size() > LargeAnswer;
}

QNetworkRequest webRequest(const Connection& connection, const QString& path)
{
    QUrl url = connection.url;
    url.setPath(url.path() + path);
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "cape-workbench/" CAPEWB_VERSION);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setMaximumRedirectsAllowed(5);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // With "Manual" Qt does not answer a proxy that asks for a name and password either.
    const bool hasProxyUser = connection.proxy == ProxyKind::Given && !connection.proxyUrl.userName().isEmpty();
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute,
        hasProxyUser ? QNetworkRequest::Automatic : QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (url.scheme() == QLatin1StringView("https")) {
        request.setSslConfiguration(sslConfiguration(connection));
    }
    return request;
}

void applyProxy(QNetworkAccessManager& network, const Connection& connection, const QString& password)
{
    if (connection.proxy == ProxyKind::System) {
        network.setProxyFactory(new SystemProxies); // the manager owns it
        return;
    }
    QNetworkProxy proxy(QNetworkProxy::NoProxy);
    if (connection.proxy == ProxyKind::Given) {
        const QUrl& url = connection.proxyUrl;
        const bool socks = url.scheme().startsWith(QLatin1StringView("socks"));
        proxy = QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
            quint16(url.port(socks ? 1080 : 8080)), url.userName(), password);
    }
    network.setProxy(proxy);
}

QHttpPart filePart(const QByteArray& field, SentOnce* file, const QString& fileName, QObject* owner)
{
    file->setParent(owner);
    // As browsers and curl do it: quotes escaped, anything that could end the header dropped.
    QByteArray name = fileName.toUtf8();
    name.removeIf([](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    name.replace('"', "%22");
    QHttpPart part;
    part.setRawHeader("Content-Disposition", "form-data; name=\"" + field + "\"; filename=\"" + name + '"');
    part.setRawHeader("Content-Type", "application/octet-stream");
    part.setBodyDevice(file);
    return part;
}

} // namespace net
