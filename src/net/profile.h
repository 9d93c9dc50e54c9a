// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace net {

enum class ProxyKind { System, None, Given };

// How to reach one CAPE server. The token is not part of it: see CredentialStore.
struct Profile {
    QString id; // a UUID; never changes, so that renaming a profile loses neither tasks nor token
    QString name;
    QUrl url; // http or https, without the apiv2 part
    QString tokenKey = QStringLiteral("Token"); // the word before the token in the Authorization header
    QByteArray tlsPin; // lower-case hex SHA-256 of the only certificate that is accepted; empty: as the CAs say
    QString caFile; // PEM file of further certificate authorities; empty: the system's alone
    ProxyKind proxy = ProxyKind::System;
    QUrl proxyUrl; // http:// or socks5://, for ProxyKind::Given
    QString defaultRoute;
    QString defaultMachine;
    bool deleteAfterFetch = false;
    int connectTimeoutMs = 30'000;
    int answerTimeoutMs = 120'000; // without a byte in either direction
    qint64 uploadLimit = 30'000'000; // bytes; the server's own default
    int maxUploads = 2; // at once
    bool internetConnected = true; // routes that the server offers, for choosing a server
    bool inetsimConnected = true;
    QJsonObject unknown; // members that this version does not know: kept when the profile is written

    friend bool operator==(const Profile&, const Profile&) = default;
};

// A profile with a new id.
Profile newProfile(const QString& name, const QUrl& url);

QJsonObject toJson(const Profile& profile);
// BadInput when there is no usable URL; a missing or wrong-typed member takes its default.
core::Result<Profile> profileFromJson(const QJsonObject& json);

// What is typed as a server's address, made a URL: a scheme is added, apiv2 and what follows are cut off, user name and
// password are refused (they would end in logs).
core::Result<QUrl> serverUrl(const QString& typed);

// True when a token would travel unencrypted to another machine.
bool sendsTokenInClear(const Profile& profile);

} // namespace net
