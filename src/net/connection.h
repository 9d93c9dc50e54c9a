// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace net {

enum class ProxyKind { System, None, Given };

// How to reach one server, whatever it serves. Its secret is not part of it: see CredentialStore.
struct Connection {
    QString id; // a UUID; never changes, so that renaming a profile loses neither tasks nor secret
    QString name;
    QUrl url; // http or https, without the API's part
    QByteArray tlsPin; // lower-case hex SHA-256 of the only certificate that is accepted; empty: as the CAs say
    QString caFile; // PEM file of further certificate authorities; empty: the system's alone
    ProxyKind proxy = ProxyKind::System;
    QUrl proxyUrl; // http:// or socks5://, for ProxyKind::Given; perhaps with a user name, never with a password
    int connectTimeoutMs = 30'000;
    int answerTimeoutMs = 120'000; // without a byte in either direction, or with too few (TransferBudget)
    QUrl clearTextUrl; // where the analyst lets the secret travel unencrypted; nowhere else
    QJsonObject unknown; // members that this version does not know: kept when the profile is written

    friend bool operator==(const Connection&, const Connection&) = default;
};

// What is typed as a server's address.
struct AddressRule {
    QLatin1StringView apiPart; // the path from which on the address is the API's
    QLatin1StringView scheme; // where none is typed
};

// The typed address, made a URL: the API's part and what follows are cut off, user name and password are refused (they
// would end in logs).
core::Result<QUrl> serverUrl(const QString& typed, const AddressRule& rule);

// What is entered, or stands in a file, as a proxy's address, with the password taken out of it.
struct ProxyAddress {
    QUrl url; // empty where it is no address
    QString password; // decoded
    bool mayHoldSecret = false; // no address, and perhaps with a password in it all the same
};

ProxyAddress readProxyAddress(const QString& typed);
// The same of a profile's JSON object.
ProxyAddress proxyAddressIn(const QJsonObject& profile);

// True when a secret would travel unencrypted to another machine.
bool sendsSecretInClear(const Connection& connection);
// Whether a secret may be sent: it travels encrypted, or stays on this machine, or the analyst has agreed for this URL.
bool isClearTextAllowed(const Connection& connection);
// Notes that the analyst agrees, for the URL that the connection has now.
void allowClearText(Connection& connection);
// A profile's JSON object without that: one analyst does not agree for another.
QJsonObject withoutClearText(QJsonObject profile);

// Whether both are the same way to the same server, so that what is on its way by one of them may go on.
bool hasSameTransport(const Connection& a, const Connection& b);

// Takes the members that are known out of an object, so that what stays is what must be kept.
class MemberReader {
public:
    explicit MemberReader(QJsonObject json)
        : m_json(std::move(json))
    {
    }

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

// The connection's members of a profile's JSON object; `unknown` is left to whoever reads the last member.
// BadInput when there is no usable URL; another missing or wrong-typed member takes its default.
core::Result<void> readConnection(Connection& connection, MemberReader& reader, const AddressRule& rule);
// The object with these members, beside the unknown ones.
QJsonObject writeConnection(const Connection& connection);

} // namespace net
