// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/connection.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <tuple>

namespace net {

namespace {

constexpr QLatin1StringView ProxyKeys[]
    = {QLatin1StringView("system"), QLatin1StringView("none"), QLatin1StringView("given")};

constexpr QLatin1StringView Id("id"), Name("name"), Url("url"), TlsPin("tls_pin"), CaFile("ca_file"), Proxy("proxy"),
    ProxyUrl("proxy_url"), ConnectTimeout("connect_timeout_ms"), AnswerTimeout("answer_timeout_ms"),
    ClearTextUrl("clear_text_url");

core::Error badUrl(const QString& typed)
{
    return {core::ErrorCode::BadInput,
        QCoreApplication::translate(
            "Profile", "This is not the address of a server. Write it like https://cape.example.com."),
        typed};
}

} // namespace

core::Result<QUrl> serverUrl(const QString& typed, const AddressRule& rule)
{
    QString text = typed.trimmed();
    if (!text.contains(QLatin1StringView("://"))) {
        text.prepend(rule.scheme + QLatin1StringView("://"));
    }
    QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    if (!url.isValid() || !web || url.host().isEmpty()) {
        return std::unexpected(badUrl(typed));
    }
    if (!url.userInfo().isEmpty()) {
        return std::unexpected(core::Error{core::ErrorCode::BadInput,
            QCoreApplication::translate(
                "Profile", "Leave user name and password out of the address; enter the token in its own field."),
            url.host()});
    }
    QString path = url.path();
    const qsizetype api = path.indexOf(rule.apiPart);
    if (api >= 0) {
        path.truncate(api);
    }
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

bool sendsSecretInClear(const Connection& connection)
{
    if (connection.url.scheme() == QLatin1StringView("https")) {
        return false;
    }
    const QString host = connection.url.host();
    return host != QLatin1StringView("localhost") && !QHostAddress(host).isLoopback();
}

bool isClearTextAllowed(const Connection& connection)
{
    return !sendsSecretInClear(connection) || connection.clearTextUrl == connection.url;
}

void allowClearText(Connection& connection)
{
    connection.clearTextUrl = connection.url;
}

QJsonObject withoutClearText(QJsonObject profile)
{
    profile.remove(ClearTextUrl);
    return profile;
}

bool hasSameTransport(const Connection& a, const Connection& b)
{
    const auto way = [](const Connection& c) { return std::tie(c.id, c.url, c.tlsPin, c.caFile, c.proxy, c.proxyUrl); };
    return way(a) == way(b);
}

ProxyAddress readProxyAddress(const QString& typed)
{
    const QUrl url(typed.trimmed(), QUrl::TolerantMode);
    // Of "http://user:a/b@proxy" the password begins the path: such an address is not understood.
    const bool isCut = (url.path() + url.query() + url.fragment()).contains(u'@');
    if (!url.isValid() || url.host().isEmpty() || isCut) {
        return {{}, {}, typed.contains(u'@')};
    }
    constexpr auto Rest = QUrl::RemovePassword | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment;
    return {url.adjusted(Rest), url.password(QUrl::FullyDecoded), false};
}

ProxyAddress proxyAddressIn(const QJsonObject& profile)
{
    return readProxyAddress(profile.value(ProxyUrl).toString());
}

core::Result<void> readConnection(Connection& connection, MemberReader& reader, const AddressRule& rule)
{
    connection.id = reader.text(Id);
    connection.name = reader.text(Name);
    const auto url = serverUrl(reader.text(Url), rule);
    if (!url) {
        return std::unexpected(url.error());
    }
    connection.url = *url;
    connection.tlsPin = reader.text(TlsPin).toLatin1().toLower();
    connection.caFile = reader.text(CaFile);
    const auto kind = std::ranges::find(ProxyKeys, reader.text(Proxy));
    connection.proxy = kind == std::end(ProxyKeys) ? ProxyKind::System : ProxyKind(kind - std::begin(ProxyKeys));
    connection.proxyUrl = readProxyAddress(reader.text(ProxyUrl)).url;
    connection.connectTimeoutMs = int(reader.number(ConnectTimeout, connection.connectTimeoutMs, 100, 3'600'000));
    connection.answerTimeoutMs = int(reader.number(AnswerTimeout, connection.answerTimeoutMs, 100, 3'600'000));
    connection.clearTextUrl = QUrl(reader.text(ClearTextUrl), QUrl::StrictMode);
    return {};
}

QJsonObject writeConnection(const Connection& connection)
{
    QJsonObject json = connection.unknown;
    json[Id] = connection.id;
    json[Name] = connection.name;
    json[Url] = connection.url.toString();
    json[TlsPin] = QString::fromLatin1(connection.tlsPin);
    json[CaFile] = connection.caFile;
    json[Proxy] = ProxyKeys[std::size_t(connection.proxy)];
    json[ProxyUrl] = connection.proxyUrl.toString(QUrl::RemovePassword);
    json[ConnectTimeout] = connection.connectTimeoutMs;
    json[AnswerTimeout] = connection.answerTimeoutMs;
    if (!connection.clearTextUrl.isEmpty()) {
        json[ClearTextUrl] = connection.clearTextUrl.toString();
    }
    return json;
}

} // namespace net
