// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/profile.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUuid>

namespace net {

namespace {

constexpr QLatin1StringView ProxyKeys[] = {QLatin1StringView("system"), QLatin1StringView("none"),
    QLatin1StringView("given")};

core::Error badUrl(const QString& typed)
{
    return {core::ErrorCode::BadInput,
        QCoreApplication::translate("Profile", "This is not the address of a server. Write it like https://cape.example.com."),
        typed};
}

// Takes the members that are known out of the object, so that what stays is what must be kept.
class Reader {
public:
    explicit Reader(QJsonObject json) : m_json(std::move(json)) { }

    QString text(QLatin1StringView key, const QString& fallback = {})
    {
        const QJsonValue value = m_json.take(key);
        return value.isString() ? value.toString() : fallback;
    }
    bool flag(QLatin1StringView key, bool fallback) { return m_json.take(key).toBool(fallback); }
    qint64 number(QLatin1StringView key, qint64 fallback, qint64 least, qint64 most)
    {
        return std::clamp(m_json.take(key).toInteger(fallback), least, most);
    }
    QJsonObject rest() const { return m_json; }

private:
    QJsonObject m_json;
};

constexpr QLatin1StringView Id("id"), Name("name"), Url("url"), TokenKey("token_key"), TlsPin("tls_pin"),
    CaFile("ca_file"), Proxy("proxy"), ProxyUrl("proxy_url"), DefaultRoute("default_route"),
    DefaultMachine("default_machine"), DeleteAfterFetch("delete_after_fetch"), ConnectTimeout("connect_timeout_ms"),
    AnswerTimeout("answer_timeout_ms"), UploadLimit("upload_limit"), MaxUploads("max_uploads"),
    InternetConnected("internet_connected"), InetsimConnected("inetsim_connected");

} // namespace

Profile newProfile(const QString& name, const QUrl& url)
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = name;
    profile.url = url;
    return profile;
}

QJsonObject toJson(const Profile& profile)
{
    QJsonObject json = profile.unknown;
    json[Id] = profile.id;
    json[Name] = profile.name;
    json[Url] = profile.url.toString();
    json[TokenKey] = profile.tokenKey;
    json[TlsPin] = QString::fromLatin1(profile.tlsPin);
    json[CaFile] = profile.caFile;
    json[Proxy] = ProxyKeys[std::size_t(profile.proxy)];
    json[ProxyUrl] = profile.proxyUrl.toString();
    json[DefaultRoute] = profile.defaultRoute;
    json[DefaultMachine] = profile.defaultMachine;
    json[DeleteAfterFetch] = profile.deleteAfterFetch;
    json[ConnectTimeout] = profile.connectTimeoutMs;
    json[AnswerTimeout] = profile.answerTimeoutMs;
    json[UploadLimit] = profile.uploadLimit;
    json[MaxUploads] = profile.maxUploads;
    json[InternetConnected] = profile.internetConnected;
    json[InetsimConnected] = profile.inetsimConnected;
    return json;
}

core::Result<Profile> profileFromJson(const QJsonObject& json)
{
    Reader reader(json);
    Profile profile;
    profile.id = reader.text(Id);
    profile.name = reader.text(Name);
    const auto url = serverUrl(reader.text(Url));
    if (!url)
        return std::unexpected(url.error());
    profile.url = *url;
    profile.tokenKey = reader.text(TokenKey, profile.tokenKey);
    profile.tlsPin = reader.text(TlsPin).toLatin1().toLower();
    profile.caFile = reader.text(CaFile);
    const auto kind = std::ranges::find(ProxyKeys, reader.text(Proxy));
    profile.proxy = kind == std::end(ProxyKeys) ? ProxyKind::System : ProxyKind(kind - std::begin(ProxyKeys));
    profile.proxyUrl = QUrl(reader.text(ProxyUrl), QUrl::StrictMode);
    profile.defaultRoute = reader.text(DefaultRoute);
    profile.defaultMachine = reader.text(DefaultMachine);
    profile.deleteAfterFetch = reader.flag(DeleteAfterFetch, profile.deleteAfterFetch);
    profile.connectTimeoutMs = int(reader.number(ConnectTimeout, profile.connectTimeoutMs, 100, 3'600'000));
    profile.answerTimeoutMs = int(reader.number(AnswerTimeout, profile.answerTimeoutMs, 100, 3'600'000));
    profile.uploadLimit = reader.number(UploadLimit, profile.uploadLimit, 1, 1LL << 40);
    profile.maxUploads = int(reader.number(MaxUploads, profile.maxUploads, 1, 16));
    profile.internetConnected = reader.flag(InternetConnected, profile.internetConnected);
    profile.inetsimConnected = reader.flag(InetsimConnected, profile.inetsimConnected);
    profile.unknown = reader.rest();
    return profile;
}

core::Result<QUrl> serverUrl(const QString& typed)
{
    QString text = typed.trimmed();
    if (!text.contains(QLatin1StringView("://")))
        text.prepend(QLatin1StringView("http://"));
    QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    if (!url.isValid() || !web || url.host().isEmpty())
        return std::unexpected(badUrl(typed));
    if (!url.userInfo().isEmpty())
        return std::unexpected(core::Error{core::ErrorCode::BadInput,
            QCoreApplication::translate("Profile", "Leave user name and password out of the address; enter the token in its own field."),
            url.host()});
    QString path = url.path();
    const qsizetype api = path.indexOf(QLatin1StringView("/apiv2"));
    if (api >= 0)
        path.truncate(api);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

bool sendsTokenInClear(const Profile& profile)
{
    if (profile.url.scheme() == QLatin1StringView("https"))
        return false;
    const QString host = profile.url.host();
    return host != QLatin1StringView("localhost") && !QHostAddress(host).isLoopback();
}

} // namespace net
